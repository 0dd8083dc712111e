"""The asr stage: from a recording to the words in it."""

from __future__ import annotations

from dataclasses import dataclass

from consumers.asr.engine import choose
from consumers.asr.port import Recognizer
from consumers.asr.wav import decode_wav, to_16k
from consumers.handler import Context, Tasks, payload
from consumers.plugins import plugged
from consumers.settings import EngineSettings
from schemas.events import Event, SpeechCaptured, SpeechTranscribed
from schemas.flow import Stage
from streams.step import Outcome


@dataclass(frozen=True, slots=True)
class Transcribe:
    """Handles ``transcribe``: a captured recording. The scene's names help to hear them."""

    engine: Recognizer

    def __call__(self, event: Event, context: Context) -> Outcome:
        captured = payload(event, SpeechCaptured)
        samples, rate = decode_wav(context.artifacts.get(captured.audio))
        scene = context.session.scene
        hints = [node.name for node in scene.nodes.values()] if scene else []
        heard = self.engine.transcribe(
            to_16k(samples, rate),
            hints=hints,
            cancelled=context.cancelled,
            progress=lambda fraction: context.progress(fraction, "speech"),
        )
        context.check()
        transcribed = SpeechTranscribed(
            text=heard.text,
            confidence=heard.confidence,
            language=heard.language,
            engine=heard.engine,
            duration_s=heard.duration_s,
        )
        return Outcome((transcribed,))


def tasks(settings: EngineSettings) -> Tasks:
    """The stage's handlers with the engine that ``settings`` choose."""
    engine: Recognizer | None = plugged(Stage.ASR, settings.engine(Stage.ASR), settings)
    return {"transcribe": Transcribe(engine or choose(settings.engine(Stage.ASR), settings.cache))}
