"""Measures the embedded recognizer's word error rate on synthetic speech.

Run from the repository, with Debian's ``flite`` on PATH: ``python -m ops.asr.measure_wer``. It
speaks the prompts of ``heldout.txt`` (never used to build or tune anything; ``--tuning`` takes the
ones that decoder settings were chosen by) and prints each voice's rate. Synthetic voices are no
people: the figures compare builds, they promise nothing.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import click

from consumers.asr.errors import NoSpeech
from consumers.asr.pocketsphinx_engine import PocketsphinxRecognizer
from consumers.asr.port import SAMPLE_RATE, Recognizer, Samples
from consumers.asr.wav import decode_wav, to_16k

HERE = Path(__file__).parent
VOICES = ("slt", "rms")


@click.command()
@click.option("--tuning", is_flag=True, help="Measure on the tuning prompts instead.")
@click.option("--voice", "voices", multiple=True, default=VOICES, help="A flite voice.")
@click.option("--show", is_flag=True, help="Print what was misheard.")
def main(tuning: bool, voices: Sequence[str], show: bool) -> None:
    """Print the word error rate of each voice."""
    if shutil.which("flite") is None:
        raise click.ClickException("flite is not on PATH: apt install flite")
    prompts = (HERE / ("tuning.txt" if tuning else "heldout.txt")).read_text("utf-8").splitlines()
    with tempfile.TemporaryDirectory() as folder:
        recognizer = PocketsphinxRecognizer(Path(folder))
        for voice in voices:
            faults, words, audio_s, spent_s = 0, 0, 0.0, 0.0
            for prompt in prompts:
                samples = spoken(prompt, voice, Path(folder))
                started = time.perf_counter()
                heard = _heard(recognizer, samples)
                spent_s += time.perf_counter() - started
                wrong = edits(prompt.split(), heard.split())
                faults, words = faults + wrong, words + len(prompt.split())
                audio_s += len(samples) / SAMPLE_RATE
                if show and wrong:
                    click.echo(f"{voice} {wrong}: {prompt} | {heard}")
            click.echo(
                f"{voice}: word error rate {faults / words:.3f} ({faults} of {words} words, "
                f"{len(prompts)} prompts), {spent_s / audio_s:.2f} s a second of audio"
            )


def spoken(text: str, voice: str, folder: Path) -> Samples:
    """``text`` in a flite voice, at 16 kHz."""
    target = folder / "spoken.wav"
    subprocess.run(["flite", "-voice", voice, "-t", text, "-o", str(target)], check=True)
    return to_16k(*decode_wav(target.read_bytes()))


def edits(wanted: Sequence[str], heard: Sequence[str]) -> int:
    """Words to insert, delete or replace to get from one to the other."""
    row = list(range(len(heard) + 1))
    for i, word in enumerate(wanted, start=1):
        diagonal, row[0] = row[0], i
        for j, other in enumerate(heard, start=1):
            cost = min(row[j] + 1, row[j - 1] + 1, diagonal + (word != other))
            diagonal, row[j] = row[j], cost
    return row[-1]


def _heard(recognizer: Recognizer, samples: Samples) -> str:
    try:
        return recognizer.transcribe(samples, cancelled=lambda: False).text
    except NoSpeech:
        return ""


if __name__ == "__main__":
    main()
