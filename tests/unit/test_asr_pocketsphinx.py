"""The embedded recognizer, the real one, on the speech of tests/fixtures/speech."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

from consumers.asr import model_files
from consumers.asr.errors import NoSpeech, TranscriptionCancelled
from consumers.asr.model_files import unpack
from consumers.asr.pocketsphinx_engine import PocketsphinxRecognizer
from consumers.asr.port import Samples
from consumers.asr.utterance import utterances
from consumers.asr.wav import decode_wav, to_16k

SPEECH = Path(__file__).parents[1] / "fixtures" / "speech"


def never() -> bool:
    return False


def spoken(name: str) -> Samples:
    return to_16k(*decode_wav((SPEECH / f"{name}.wav").read_bytes()))


@pytest.fixture(scope="module")
def recognizer(tmp_path_factory: pytest.TempPathFactory) -> PocketsphinxRecognizer:
    return PocketsphinxRecognizer(tmp_path_factory.mktemp("cache"))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("create_room_rms", "create a room with a red sofa and two wooden chairs"),
        ("create_room_slt", "red sofa and two wooden chairs"),
        ("lamp_next_to_table_slt", "put a lamp next to the table"),
        ("undo_rms", "undo the last change"),
        ("swap_glass_rms", "table for a round glass one"),
        ("closer_to_window_slt", "closer to the window"),
    ],
)
def test_the_words_that_matter_are_heard(
    recognizer: PocketsphinxRecognizer, name: str, words: str
) -> None:
    assert words in recognizer.transcribe(spoken(name), cancelled=never).text


def test_a_transcript_tells_where_it_came_from(recognizer: PocketsphinxRecognizer) -> None:
    samples = spoken("undo_rms")
    heard = recognizer.transcribe(samples, cancelled=never)
    assert heard.engine == recognizer.name == "pocketsphinx:mixed-en"
    assert heard.language == "en"
    assert heard.duration_s == pytest.approx(len(samples) / 16_000)
    assert 0.5 < heard.confidence <= 1
    assert " ".join(word.text for word in heard.words) == heard.text
    ends = [word.end_s for word in heard.words]
    assert ends == sorted(ends)
    assert ends[-1] <= heard.duration_s


def test_a_quiet_command_between_pauses_and_over_hum_is_heard(
    recognizer: PocketsphinxRecognizer,
) -> None:
    speech = spoken("lamp_next_to_table_slt")
    quiet = np.pad(speech * 0.01, 16_000)
    hum = 0.003 * np.sin(2 * np.pi * 50 * np.arange(len(quiet)) / 16_000)
    heard = recognizer.transcribe((quiet + hum).astype(np.float32), cancelled=never)
    assert "lamp next to the table" in heard.text
    assert heard.words[0].start_s > 0.9


def test_what_was_heard_before_changes_nothing(recognizer: PocketsphinxRecognizer) -> None:
    alone = recognizer.transcribe(spoken("undo_rms"), cancelled=never)
    recognizer.transcribe(spoken("create_room_slt"), hints=["sousaphone"], cancelled=never)
    again = recognizer.transcribe(spoken("undo_rms"), cancelled=never)
    assert again.text == alone.text


def test_a_hinted_word_that_the_model_lacks_becomes_known(tmp_path: Path) -> None:
    recognizer = PocketsphinxRecognizer(tmp_path)
    samples = spoken("sousaphone_rms")
    assert "sousaphone" not in recognizer.transcribe(samples, cancelled=never).text
    hints = ["Old Sousaphone", "zzyzx"]
    heard = recognizer.transcribe(samples, hints=hints, cancelled=never)
    assert "sousaphone next to the table" in heard.text


@pytest.mark.parametrize(
    "samples",
    [
        np.zeros(0, np.float32),
        np.zeros(100, np.float32),
        np.zeros(32_000, np.float32),
        np.full(32_000, 0.4, np.float32),
        np.random.default_rng(1).normal(0, 0.05, 32_000).astype(np.float32),
        np.where(np.arange(32_000) == 16_000, 1, 0).astype(np.float32),
    ],
    ids=["nothing", "an instant", "silence", "an offset", "noise", "a click"],
)
def test_what_is_no_speech_is_refused(recognizer: PocketsphinxRecognizer, samples: Samples) -> None:
    with pytest.raises(NoSpeech, match="no speech was found: check the microphone"):
        recognizer.transcribe(samples, cancelled=never)


def test_a_cancelled_transcription_stops(recognizer: PocketsphinxRecognizer) -> None:
    with pytest.raises(TranscriptionCancelled):
        recognizer.transcribe(spoken("undo_rms"), cancelled=lambda: True)


def test_a_long_recording_is_cut_where_it_is_quiet() -> None:
    parts = [spoken("undo_rms"), np.zeros(8_000, np.float32)] * 8
    cut = utterances(np.concatenate(parts))
    assert len(cut) > 1
    for part in cut:
        assert len(part.samples) <= 20 * 16_000
    for part in cut[1:]:
        assert np.abs(part.samples[:320]).max() < 0.02


def test_unpacking_many_times_at_once_gives_one_pair_of_whole_files(tmp_path: Path) -> None:
    found: list[model_files.ModelFiles] = []
    threads = [threading.Thread(target=lambda: found.append(unpack(tmp_path))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    assert sorted(tmp_path.rglob("*.*")) == sorted([found[0].language_model, found[0].dictionary])


def test_a_file_that_was_cut_short_is_unpacked_again(tmp_path: Path) -> None:
    dictionary = unpack(tmp_path).dictionary
    whole = dictionary.read_bytes()
    dictionary.write_bytes(whole[:1000])
    assert unpack(tmp_path).dictionary.read_bytes() == whole
