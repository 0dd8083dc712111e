"""The faster-whisper engine on its real package, with a tiny model of random weights: what it hears
is nonsense, how it hears it is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from consumers.asr.engine import available, choose
from consumers.asr.errors import EngineUnavailable, NoSpeech, TranscriptionCancelled
from consumers.asr.port import SAMPLE_RATE, Samples
from consumers.asr.wav import decode_wav, to_16k
from consumers.asr.whisper_engine import WhisperRecognizer
from tests.models import tiny_whisper

SPEECH = Path(__file__).parents[1] / "fixtures" / "speech"


@pytest.fixture(scope="session")
def whisper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a model; not to be changed."""
    return tiny_whisper.make(tmp_path_factory.mktemp("whisper"))


@pytest.fixture(scope="module")
def recognizer(whisper: Path) -> WhisperRecognizer:
    return WhisperRecognizer(whisper, "cpu", "int8")


@pytest.fixture(scope="session")
def spoken() -> Samples:
    """A few seconds of speech."""
    return to_16k(*decode_wav(sorted(SPEECH.glob("*.wav"))[0].read_bytes()))


def never() -> bool:
    return False


def test_speech_becomes_plain_words_with_times(
    recognizer: WhisperRecognizer, spoken: Samples
) -> None:
    told: list[float] = []
    heard = recognizer.transcribe(spoken, hints=["oak desk"], cancelled=never, progress=told.append)
    assert heard.text.isprintable()
    assert heard.text == " ".join(heard.text.split()) != ""
    assert 0 < heard.confidence <= 1
    assert (heard.engine, heard.language) == ("faster-whisper:tiny", "en")
    assert heard.duration_s == pytest.approx(len(spoken) / SAMPLE_RATE)
    assert {type(word.end_s) for word in heard.words} == {float}
    assert all(0 <= w.start_s <= w.end_s <= heard.duration_s + 0.1 for w in heard.words)
    assert told == sorted(told)
    assert 0 < told[-1] <= 1


def test_it_stops_between_segments(recognizer: WhisperRecognizer, spoken: Samples) -> None:
    minute = np.tile(spoken, int(60 * SAMPLE_RATE / len(spoken)))
    told: list[float] = []
    with pytest.raises(TranscriptionCancelled):
        recognizer.transcribe(minute, cancelled=lambda: bool(told), progress=told.append)
    assert len(told) == 1
    assert told[0] < 0.9


@pytest.mark.parametrize("seconds", [0.01, 0.5, 5.0])
def test_silence_and_noise_are_no_speech(recognizer: WhisperRecognizer, seconds: float) -> None:
    length = int(seconds * SAMPLE_RATE)
    hum = np.random.default_rng(0).normal(0, 0.003, length).astype(np.float32)
    for samples in (np.zeros(length, np.float32), hum):
        with pytest.raises(NoSpeech):
            recognizer.transcribe(samples, cancelled=never)


def test_a_model_that_is_not_here_names_what_fetches_it(spoken: Samples) -> None:
    with pytest.raises(EngineUnavailable, match=r"download_model\('small'\)"):
        WhisperRecognizer("small", "cpu").transcribe(spoken, cancelled=never)


def test_half_a_model_says_what_belongs_there(
    whisper: Path, spoken: Samples, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(whisper, tmp_path / "half"))
    model = folder / "model.bin"
    model.write_bytes(model.read_bytes()[:5000])
    with pytest.raises(EngineUnavailable, match="put CTranslate2 weights"):
        WhisperRecognizer(folder, "cpu").transcribe(spoken, cancelled=never)


def test_auto_takes_a_model_of_the_cache_folder(whisper: Path, tmp_path: Path) -> None:
    assert available(tmp_path)[0].usable is False
    shutil.copytree(whisper, tmp_path / "whisper" / "base")
    assert choose("auto", tmp_path).name == "faster-whisper:base"
    assert available(tmp_path)[0].usable is True
