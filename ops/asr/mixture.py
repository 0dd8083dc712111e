"""Back-off trigram models as sorted arrays: estimating one from counts, mixing two, thinning one.

A model's words are indices into one vocabulary of ``size`` words. A run of words is one integer
key, ``(a * size + b) * size + w``, so that looking up a million of them is one binary search. What
does not belong here: where words, counts and files come from.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Grams:
    """The runs of one length that a model lists: sorted keys, and the last word's probability."""

    keys: Ints
    probability: Floats

    def find(self, keys: Ints) -> tuple[Ints, NDArray[np.bool_]]:
        """Where each key stands, and whether it is there at all."""
        at = np.minimum(np.searchsorted(self.keys, keys), max(len(self.keys) - 1, 0))
        return at, self.keys[at] == keys


@dataclass(frozen=True, slots=True)
class Model:
    """A normalised back-off trigram model.

    ``after_one`` is the back-off weight of each word as a context, ``after_two`` that of each
    listed bigram.
    """

    unigram: Floats
    bigrams: Grams
    trigrams: Grams
    after_one: Floats
    after_two: Floats

    @property
    def size(self) -> int:
        return len(self.unigram)

    def of_two(self, keys: Ints) -> Floats:
        """p(w | b) of bigram keys."""
        at, listed = self.bigrams.find(keys)
        backed = self.after_one[keys // self.size] * self.unigram[keys % self.size]
        return np.where(listed, self.bigrams.probability[at], backed)

    def of_three(self, keys: Ints) -> Floats:
        """p(w | a b) of trigram keys."""
        at, listed = self.trigrams.find(keys)
        context, known = self.bigrams.find(keys // self.size)
        weight = np.where(known, self.after_two[context], 1.0)
        backed = weight * self.of_two(keys % (self.size * self.size))
        return np.where(listed, self.trigrams.probability[at], backed)


def normalise(unigram: Floats, bigrams: Grams, trigrams: Grams) -> Model:
    """The model that lists these runs, with the back-off weights that make each context sum to 1.

    Bigrams that a trigram needs as its context must be listed.
    """
    size = len(unigram)
    unigram = unigram / unigram.sum()
    context = bigrams.keys // size
    listed = _sums(context, bigrams.probability, size)
    covered = _sums(context, unigram[bigrams.keys % size], size)
    bigrams = Grams(bigrams.keys, bigrams.probability / np.maximum(listed / (1 - TINY), 1)[context])
    after_one = _left(np.minimum(listed, 1), covered)

    two = Model(unigram, bigrams, trigrams, after_one, np.ones(len(bigrams.keys)))
    owner, known = bigrams.find(trigrams.keys // size)
    if not known.all():
        raise ValueError("a trigram's context is not listed: list its first two words as a bigram")
    listed = _sums(owner, trigrams.probability, len(bigrams.keys))
    covered = _sums(owner, two.of_two(trigrams.keys % (size * size)), len(bigrams.keys))
    trigrams = Grams(
        trigrams.keys, trigrams.probability / np.maximum(listed / (1 - TINY), 1)[owner]
    )
    return Model(unigram, bigrams, trigrams, after_one, _left(np.minimum(listed, 1), covered))


def estimate(unigram: Floats, bigrams: Grams, trigrams: Grams, trust: float) -> Model:
    """Witten-Bell smoothing of counts (the ``probability`` of the grams holds counts here).

    ``trust`` scales the counts: sentences drawn from templates repeat more than people do.
    """
    size = len(unigram)
    kinds = np.count_nonzero(unigram)
    said = unigram * trust
    one = (said + kinds / size) / (said.sum() + kinds)
    two = _smooth(bigrams, bigrams.keys // size, size, one[bigrams.keys % size], trust)
    at, _ = two.find(trigrams.keys % (size * size))
    context, _ = two.find(trigrams.keys // size)
    three = _smooth(trigrams, context, len(two.keys), two.probability[at], trust)
    return normalise(one, two, three)


def mix(first: Model, second: Model, share: float) -> Model:
    """``share`` of the first and the rest of the second, over the runs that either lists."""
    two = np.union1d(first.bigrams.keys, second.bigrams.keys)
    three = np.union1d(first.trigrams.keys, second.trigrams.keys)
    rest = 1 - share
    return normalise(
        share * first.unigram + rest * second.unigram,
        Grams(two, share * first.of_two(two) + rest * second.of_two(two)),
        Grams(three, share * first.of_three(three) + rest * second.of_three(three)),
    )


def thin(model: Model, bigrams: int, trigrams: int) -> Model:
    """The model with only the runs whose loss would change what is said most.

    A run weighs how often it is said times how far its probability is from the backed-off one.
    """
    size = model.size
    keys, context = model.trigrams.keys, model.trigrams.keys // size
    often = model.unigram[context // size] * model.of_two(context)
    gain = often * _loss(model.trigrams.probability, model.of_two(keys % (size * size)))
    kept = np.sort(np.argsort(-gain, kind="stable")[:trigrams])
    three = Grams(keys[kept], model.trigrams.probability[kept])

    keys = model.bigrams.keys
    gain = model.unigram[keys // size] * _loss(
        model.bigrams.probability, model.unigram[keys % size]
    )
    gain[np.isin(keys, three.keys // size)] = np.inf
    kept = np.sort(np.argsort(-gain, kind="stable")[:bigrams])
    two = Grams(keys[kept], model.bigrams.probability[kept])
    _, known = two.find(three.keys // size)
    return normalise(model.unigram, two, Grams(three.keys[known], three.probability[known]))


def _loss(probability: Floats, instead: Floats) -> Floats:
    safe = np.maximum(probability, 1e-30)
    return safe * np.abs(np.log(safe / np.maximum(instead, 1e-30)))


def _sums(groups: Ints, values: Floats, amount: int) -> Floats:
    """The sum of ``values`` in each of ``amount`` groups."""
    return np.bincount(groups, values, amount).astype(np.float64)


def _left(listed: Floats, covered: Floats) -> Floats:
    """The back-off weight: the mass that is not listed over the mass it is shared among."""
    return np.maximum(1 - listed, TINY) / np.maximum(1 - covered, TINY)


def _smooth(grams: Grams, context: Ints, contexts: int, lower: Floats, trust: float) -> Grams:
    said = grams.probability * trust
    total = _sums(context, said, contexts)[context]
    kinds = np.bincount(context, minlength=contexts)[context]
    return Grams(grams.keys, (said + kinds * lower) / (total + kinds))
