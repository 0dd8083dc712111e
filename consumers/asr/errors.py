"""Why speech could not be read or recognized. Every message is a cause and what to do about it.

What does not belong here: faults of the log or of Redis, and retry policy.
"""

from __future__ import annotations

from schemas.errors import BadInput, Category, MissingEngine, ScenestreamError


class SpeechError(BadInput):
    """The audio is at fault: the same audio fails again, its sender has to change it."""


class EmptyAudio(SpeechError):
    """Not a byte came."""

    def __init__(self) -> None:
        super().__init__("the audio is empty: send a recorded WAV file")


class NotWav(SpeechError):
    """The bytes are something else than RIFF WAVE."""

    def __init__(self, found: str) -> None:
        self.found = found
        super().__init__(f"the audio is {found}, not WAV: send RIFF WAV, PCM or float")


class CompressedCodec(SpeechError):
    """A WAV file whose samples are compressed."""

    def __init__(self, codec: str) -> None:
        self.codec = codec
        super().__init__(
            f"the WAV file holds {codec} samples: send PCM (8-32 bit) or float samples"
        )


class UnreadableWav(SpeechError):
    """A WAV file whose header makes no sense or is beyond what is read."""

    def __init__(self, cause: str, remedy: str) -> None:
        self.cause = cause
        super().__init__(f"{cause}: {remedy}")


class NoSamples(SpeechError):
    """A WAV file without a single sample."""

    def __init__(self) -> None:
        super().__init__("the WAV file holds no samples: record for longer before sending")


class AudioTooLong(SpeechError):
    """More audio than one command may have. Durations in seconds."""

    def __init__(self, duration_s: float, limit_s: float) -> None:
        self.duration_s = duration_s
        self.limit_s = limit_s
        super().__init__(
            f"the audio lasts {duration_s:.0f} s, the limit is {limit_s:.0f} s: "
            "say it in several shorter recordings"
        )


class NoSpeech(SpeechError):
    """Silence, steady noise, or sounds that are no words."""

    def __init__(self) -> None:
        super().__init__("no speech was found: check the microphone and speak closer to it")


class EngineUnavailable(MissingEngine):
    """An engine can not start on this machine until somebody installs what it lacks."""

    def __init__(self, engine: str, reason: str, remedy: str) -> None:
        self.engine = engine
        self.reason = reason
        self.remedy = remedy
        super().__init__(f"speech engine {engine} can not start, {reason}: {remedy}")


class UnknownRecognizer(MissingEngine):
    """A setting names no engine."""

    def __init__(self, setting: str, known: tuple[str, ...]) -> None:
        self.setting = setting
        super().__init__(f"no speech engine is called {setting!r}: choose {', '.join(known)}")


class TranscriptionCancelled(ScenestreamError):
    """The caller's ``cancelled`` said so; what was heard so far is dropped."""

    category = Category.CONFLICT

    def __init__(self) -> None:
        super().__init__("transcription was cancelled: ask again if it is still wanted")
