"""The faster-whisper engine and the choice of engine, against a module that speaks faster-whisper's
exact interface (1.2): the weights are not here. What it says is canned; how it is asked is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from consumers.asr.engine import available, choose
from consumers.asr.errors import (
    EngineUnavailable,
    NoSpeech,
    TranscriptionCancelled,
    UnknownRecognizer,
)
from consumers.asr.pocketsphinx_engine import PocketsphinxRecognizer
from consumers.asr.port import Samples
from consumers.asr.whisper_engine import WhisperRecognizer
from consumers.handler import OutOfDeviceMemory

SECOND = np.zeros(16_000, np.float32)


@dataclass
class CannedWord:
    start: float
    end: float
    word: str
    probability: float


@dataclass
class CannedSegment:
    start: float
    end: float
    text: str
    avg_logprob: float = -0.1
    no_speech_prob: float = 0.01
    words: list[CannedWord] | None = None


@dataclass
class CannedInfo:
    language: str = "en"
    language_probability: float = 0.98


@dataclass
class CannedFasterWhisper:
    """Stands in for the module: ``WhisperModel(...)`` and ``download_model(...)``."""

    segments: list[CannedSegment] = field(default_factory=list)
    on_disk: dict[str, Path] = field(default_factory=dict)
    load_error: Exception | None = None
    compute_error: Exception | None = None
    loaded: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    made: int = 0

    def WhisperModel(  # noqa: N802
        self,
        model_size_or_path: str,
        device: str = "auto",
        device_index: int = 0,
        compute_type: str = "default",
        cpu_threads: int = 0,
        num_workers: int = 1,
        download_root: str | None = None,
        local_files_only: bool = False,
    ) -> CannedFasterWhisper:
        if self.load_error:
            raise self.load_error
        self.loaded.append(
            (
                model_size_or_path,
                {
                    "device": device,
                    "compute_type": compute_type,
                    "local_files_only": local_files_only,
                },
            )
        )
        return self

    def transcribe(
        self, audio: Samples, **options: Any
    ) -> tuple[Iterator[CannedSegment], CannedInfo]:
        assert audio.dtype == np.float32
        self.asked.append(options)
        return self._lazy(), CannedInfo()

    def _lazy(self) -> Iterator[CannedSegment]:
        if self.compute_error:
            raise self.compute_error
        for segment in self.segments:
            self.made += 1
            yield segment

    def download_model(self, size_or_id: str, *, local_files_only: bool = False) -> str:
        assert local_files_only, "nothing may be downloaded"
        if size_or_id not in self.on_disk:
            raise FileNotFoundError(f"cannot find {size_or_id} in the local cache")
        return str(self.on_disk[size_or_id])


def never() -> bool:
    return False


def folder_with_model(path: Path) -> Path:
    path.mkdir(parents=True)
    (path / "model.bin").write_bytes(b"weights")
    return path


def test_segments_become_one_sentence_with_words_and_confidence() -> None:
    package = CannedFasterWhisper(
        [
            CannedSegment(0.0, 1.0, " Put a lamp", -0.1, words=[CannedWord(0, 0.2, " Put", 0.9)]),
            CannedSegment(1.0, 3.0, " next to it.", -0.4),
        ]
    )
    heard = WhisperRecognizer("small", package=package).transcribe(SECOND, cancelled=never)
    assert heard.text == "Put a lamp next to it."
    assert heard.confidence == pytest.approx((np.exp(-0.1) + 2 * np.exp(-0.4)) / 3)
    assert (heard.language, heard.engine, heard.duration_s) == ("en", "faster-whisper:small", 1.0)
    assert [(w.text, w.end_s) for w in heard.words] == [("Put", 0.2)]


def test_the_model_is_asked_as_commands_need_it_and_loaded_once_from_disk() -> None:
    package = CannedFasterWhisper([CannedSegment(0, 1, "yes")])
    recognizer = WhisperRecognizer("small", "cpu", "int8", package=package)
    recognizer.transcribe(SECOND, hints=["oak desk", "vase", "oak desk"], cancelled=never)
    recognizer.transcribe(SECOND, cancelled=never)
    options = {"device": "cpu", "compute_type": "int8", "local_files_only": True}
    assert package.loaded == [("small", options)]
    first, second = package.asked
    assert first["vad_filter"] is True
    assert first["condition_on_previous_text"] is False
    assert first["hotwords"] == "oak desk, vase"
    assert second["hotwords"] is None


def test_what_whisper_makes_up_in_silence_is_dropped() -> None:
    invented = CannedSegment(1, 2, " Thank you.", avg_logprob=-1.2, no_speech_prob=0.8)
    package = CannedFasterWhisper([CannedSegment(0, 1, " undo"), invented])
    recognizer = WhisperRecognizer("small", package=package)
    assert recognizer.transcribe(SECOND, cancelled=never).text == "undo"
    package.segments = [invented]
    with pytest.raises(NoSpeech):
        recognizer.transcribe(SECOND, cancelled=never)


def test_it_stops_at_the_segment_after_which_it_was_cancelled() -> None:
    package = CannedFasterWhisper([CannedSegment(i, i + 1, " and") for i in range(5)])
    recognizer = WhisperRecognizer("small", package=package)
    with pytest.raises(TranscriptionCancelled):
        recognizer.transcribe(SECOND, cancelled=lambda: package.made >= 2)
    assert package.made == 2


def test_missing_weights_name_the_command_that_fetches_them() -> None:
    package = CannedFasterWhisper(load_error=FileNotFoundError("not in the local cache"))
    with pytest.raises(EngineUnavailable) as caught:
        WhisperRecognizer("small", package=package).transcribe(SECOND, cancelled=never)
    assert str(caught.value) == (
        "speech engine faster-whisper:small can not start, "
        "its model does not load (not in the local cache): "
        "python -c \"import faster_whisper; faster_whisper.download_model('small')\""
    )


def test_missing_cuda_libraries_name_what_to_install() -> None:
    missing = RuntimeError("Library libcublas.so.12 is not found or cannot be loaded")
    package = CannedFasterWhisper(compute_error=missing)
    with pytest.raises(EngineUnavailable, match="pip install nvidia-cublas-cu12"):
        WhisperRecognizer("small", package=package).transcribe(SECOND, cancelled=never)


def test_a_gpu_that_is_too_small_is_said() -> None:
    package = CannedFasterWhisper(compute_error=RuntimeError("CUDA failed: out of memory"))
    with pytest.raises(OutOfDeviceMemory, match="1 s of speech does not fit"):
        WhisperRecognizer("small", package=package).transcribe(SECOND, cancelled=never)


def test_each_segment_is_told_of_as_it_is_heard() -> None:
    package = CannedFasterWhisper([CannedSegment(0, 0.5, " put"), CannedSegment(0.5, 1.2, " it")])
    told: list[float] = []
    recognizer = WhisperRecognizer("small", package=package)
    recognizer.transcribe(SECOND, cancelled=never, progress=told.append)
    assert told == [0.5, 1.0]


def test_control_characters_are_not_heard() -> None:
    package = CannedFasterWhisper([CannedSegment(0, 1, " put\x02 a\n lamp\x7f")])
    heard = WhisperRecognizer("small", package=package).transcribe(SECOND, cancelled=never)
    assert heard.text == "put a lamp"


def test_other_faults_of_the_engine_are_not_dressed_up() -> None:
    package = CannedFasterWhisper(compute_error=RuntimeError("CUDA failed: illegal address"))
    with pytest.raises(RuntimeError, match="illegal address"):
        WhisperRecognizer("small", package=package).transcribe(SECOND, cancelled=never)


def test_auto_takes_the_model_that_is_on_disk(tmp_path: Path) -> None:
    small = folder_with_model(tmp_path / "hub" / "small")
    package = CannedFasterWhisper([CannedSegment(0, 1, "undo")], on_disk={"small": small})
    recognizer = choose("auto", tmp_path, package=package)
    assert recognizer.name == "faster-whisper:small"
    recognizer.transcribe(SECOND, cancelled=never)
    assert package.loaded[0][0] == str(small)


def test_auto_finds_models_in_the_cache_folder(tmp_path: Path) -> None:
    folder_with_model(tmp_path / "whisper" / "our-own")
    folder_with_model(tmp_path / "whisper" / "faster-whisper-base")
    recognizer = choose("auto", tmp_path, package=CannedFasterWhisper())
    assert recognizer.name == "faster-whisper:faster-whisper-base"


def test_auto_falls_back_to_pocketsphinx_without_a_model(tmp_path: Path) -> None:
    recognizer = choose("auto", tmp_path, package=CannedFasterWhisper())
    assert isinstance(recognizer, PocketsphinxRecognizer)


@pytest.mark.parametrize(
    ("setting", "name"),
    [
        ("pocketsphinx", "pocketsphinx:mixed-en"),
        ("pocketsphinx:mixed-en", "pocketsphinx:mixed-en"),
        ("faster-whisper:large-v3-turbo", "faster-whisper:large-v3-turbo"),
        ("faster-whisper:/models/ours", "faster-whisper:ours"),
        ("faster-whisper", "faster-whisper:small"),
    ],
)
def test_a_named_engine_is_taken(setting: str, name: str, tmp_path: Path) -> None:
    assert choose(setting, tmp_path).name == name


def test_an_unknown_engine_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UnknownRecognizer) as caught:
        choose("kaldi", tmp_path)
    assert str(caught.value) == (
        "no speech engine is called 'kaldi': "
        "choose auto, pocketsphinx, faster-whisper:<size or folder>"
    )


def test_the_doctor_learns_what_is_missing_and_how_to_get_it(tmp_path: Path) -> None:
    whisper, embedded = available(tmp_path, package=CannedFasterWhisper())
    assert (whisper.name, whisper.usable) == ("faster-whisper", False)
    assert whisper.reason == "none of its models is on this machine"
    assert "download_model('small')" in whisper.remedy
    assert (embedded.name, embedded.usable) == ("pocketsphinx:mixed-en", True)


def test_the_doctor_sees_a_model_on_disk(tmp_path: Path) -> None:
    small = folder_with_model(tmp_path / "small")
    whisper, _ = available(tmp_path, package=CannedFasterWhisper(on_disk={"small": small}))
    assert (whisper.name, whisper.usable, whisper.remedy) == ("faster-whisper:small", True, "")


def test_a_folder_without_weights_says_what_belongs_there(tmp_path: Path) -> None:
    package = CannedFasterWhisper(load_error=RuntimeError("Unable to open file 'model.bin'"))
    with pytest.raises(EngineUnavailable) as caught:
        WhisperRecognizer(tmp_path, package=package).transcribe(SECOND, cancelled=never)
    assert caught.value.remedy.startswith("put CTranslate2 weights (model.bin) into ")
