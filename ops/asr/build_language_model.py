"""Builds the language model and dictionary that the embedded speech recognizer ships.

Run from the repository: ``python -m ops.asr.build_language_model``. It takes half a minute and
needs nothing but the product's own dependencies. It writes ``mixed-en.lm.bin.gz`` and
``mixed-en.dict.gz`` to ``consumers/asr/data``; the same inputs give the same bytes. Run it again
when nouns are added.

The model is half general English (the trigram model pocketsphinx bundles, cut to its likeliest
words) and half what people say to a scene (``commands.toml``). The general model alone hears "a red
sofa" as prose; the commands alone fail on every wording that nobody foresaw. What does not belong
here: how the parts are read, estimated or mixed; each has a module beside this one.
"""

from __future__ import annotations

import gzip
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click
import numpy as np
import pocketsphinx

from ops.asr import domain_model, general_model, pronounce
from ops.asr.mixture import Floats, Grams, Ints, Model, estimate, mix, normalise, thin

DATA = Path(__file__).parents[2] / "consumers" / "asr" / "data"
NAME = "mixed-en"

VOCABULARY = 20_000
SENTENCES = 150_000
SEED = 11
TRUST = 0.5
DOMAIN_SHARE = 0.5
BIGRAMS = 360_000
TRIGRAMS = 190_000
NEVER = 1e-20
"""Probability of what is never predicted, the start of a sentence."""


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default=DATA, help="Folder to write to.")
@click.option("--share", default=DOMAIN_SHARE, help="Weight of the commands in the mixture, 0..1.")
@click.option("--trust", default=TRUST, help="How far counts of drawn sentences are believed.")
def main(out: Path, share: float, trust: float) -> None:
    """Build the recognizer's language model and dictionary."""
    bundled = Path(pocketsphinx.get_model_path()) / "en-us"
    known = pronounce.read(
        Path(__file__).with_name("pronunciations.dict"), bundled / "cmudict-en-us.dict"
    )
    counts = domain_model.count(
        domain_model.sentences(domain_model.grammar(known), SENTENCES, SEED)
    )
    general = general_model.read(bundled / "en-us.lm.bin")
    words = vocabulary(counts, general, known)
    click.echo(f"{len(words)} words, {len(counts.trigrams)} domain trigrams")
    mixed = mix(domain(counts, words, trust), restricted(general, words), share)
    model = thin(mixed, BIGRAMS, TRIGRAMS)
    click.echo(f"{len(model.bigrams.keys)} bigrams, {len(model.trigrams.keys)} trigrams kept")

    out.mkdir(parents=True, exist_ok=True)
    sounds = pronounce.pronounce((w for w in words if not w.startswith("<")), known)
    _write(out / f"{NAME}.dict.gz", "".join(f"{x}\n" for x in pronounce.lines(sounds)).encode())
    _write(out / f"{NAME}.lm.bin.gz", _binary(arpa(model, words)))


def vocabulary(
    counts: domain_model.Counts, general: general_model.GeneralModel, known: pronounce.Dictionary
) -> list[str]:
    """All words of the domain, then the likeliest general ones that have a pronunciation."""
    words = {word for (word,) in counts.unigrams} | {"<s>", "</s>"}
    for i in np.argsort(-general.unigram, kind="stable"):
        if len(words) >= VOCABULARY:
            break
        if general.words[i] in known:
            words.add(general.words[i])
    return sorted(words)


def domain(counts: domain_model.Counts, words: list[str], trust: float) -> Model:
    """The model of what is said to a scene, over ``words``."""
    index = {word: i for i, word in enumerate(words)}
    unigram = np.zeros(len(words))
    for (word,), said in counts.unigrams.items():
        unigram[index[word]] = said
    bigrams = _counted(counts.bigrams, index)
    return estimate(unigram, bigrams, _counted(counts.trigrams, index), trust)


def restricted(general: general_model.GeneralModel, words: list[str]) -> Model:
    """The general model over ``words`` alone; what other words had goes to the back-off."""
    index = {word: i for i, word in enumerate(words)}
    place = np.array([index.get(word, -1) for word in general.words])
    unigram = np.full(len(words), NEVER)
    unigram[place[place >= 0]] = general.unigram[place >= 0]
    bigrams = _placed(general.bigrams, general.bigram, place, len(words))
    trigrams = _placed(general.trigrams, general.trigram, place, len(words))
    _, contexts = bigrams.find(trigrams.keys // len(words))
    kept = Grams(trigrams.keys[contexts], trigrams.probability[contexts])
    return normalise(unigram, bigrams, kept)


def arpa(model: Model, words: list[str]) -> Iterable[str]:
    """The model as the lines of an ARPA file."""
    size = model.size
    two, three = model.bigrams, model.trigrams
    yield "\\data\\"
    yield from (f"ngram {n}={c}" for n, c in ((1, size), (2, len(two.keys)), (3, len(three.keys))))
    yield "\n\\1-grams:"
    for word, p, after in zip(words, _log(model.unigram), _log(model.after_one), strict=True):
        yield f"{p:.4f} {word} {after:.4f}"
    yield "\n\\2-grams:"
    for key, p, after in zip(two.keys, _log(two.probability), _log(model.after_two), strict=True):
        yield f"{p:.4f} {words[key // size]} {words[key % size]} {after:.4f}"
    yield "\n\\3-grams:"
    for key, p in zip(three.keys, _log(three.probability), strict=True):
        first, rest = divmod(int(key), size * size)
        yield f"{p:.4f} {words[first]} {words[rest // size]} {words[rest % size]}"
    yield "\n\\end\\"


def _counted(
    counts: Counter[tuple[str, str]] | Counter[tuple[str, str, str]], index: dict[str, int]
) -> Grams:
    runs = np.array([[index[word] for word in run] for run in counts], np.int64)
    return _sorted(_keys(runs, len(index)), np.fromiter(counts.values(), float, len(counts)))


def _placed(runs: Ints, probability: Floats, place: Ints, size: int) -> Grams:
    moved = place[runs]
    inside = (moved >= 0).all(axis=1)
    return _sorted(_keys(moved[inside], size), probability[inside])


def _keys(runs: Ints, size: int) -> Ints:
    keys = np.zeros(len(runs), np.int64)
    for column in runs.T:
        keys = keys * size + column
    return keys


def _sorted(keys: Ints, values: Floats) -> Grams:
    order = np.argsort(keys)
    return Grams(keys[order], values[order])


def _log(values: Floats) -> list[float]:
    return [float(x) for x in np.log10(np.maximum(values, NEVER))]


def _binary(arpa_lines: Iterable[str]) -> bytes:
    """The model in pocketsphinx's own format, a third of the size and ten times as fast to load."""
    with tempfile.TemporaryDirectory() as folder:
        text, binary = Path(folder) / "model.arpa", Path(folder) / "model.lm.bin"
        text.write_text("\n".join(arpa_lines) + "\n", "utf-8")
        model = pocketsphinx.NGramModel(pocketsphinx.Config(), pocketsphinx.LogMath(), str(text))
        model.write(str(binary), pocketsphinx.NGramModel.str_to_type("bin"))
        return binary.read_bytes()


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))
    click.echo(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
