"""Singular and plural forms of English nouns."""

from __future__ import annotations

from functools import lru_cache

from consumers.lexicon.words.nouns import names

_IRREGULAR = {
    "people": "person",
    "ppl": "person",
    "folks": "folk",
    "amphorae": "amphora",
    "chateaux": "chateau",
    "gateaux": "gateau",
    "cherubim": "cherub",
    "paparazzi": "paparazzo",
    "cattle": "cow",
    "oxen": "ox",
    "leaves": "leaf",
    "dice": "dice",
    "loaves": "loaf",
    "teddies": "teddy",
}
_NEVER = frozenset({
    "glass", "grass", "bus", "gas", "lens", "canvas", "cactus", "octopus", "this", "is", "was",
    "his", "its", "has", "does", "yes", "us", "less", "dress", "cross", "chess", "moss", "brass",
    "compass", "mattress", "christmas", "across", "glasses", "scissors", "stairs", "headphones",
    "tennis", "iris", "atlas", "hibiscus", "walrus", "campus", "circus", "virus", "as", "plus",
})  # fmt: skip


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """The singular of ``word``, or ``word`` itself when it is none of a plural."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _NEVER or len(word) < 3 or not word.isalpha():
        return word
    import lemminflect

    if word.endswith("men") and len(word) > 5 and not lemminflect.getAllLemmas(word):
        return word.removesuffix("men") + "man"  # "spearmen"
    if word.endswith(("us", "is")) and not lemminflect.getAllLemmas(word):
        return word  # names: "a Prius", "a Stradivarius"
    lemmas = lemminflect.getLemma(word, upos="NOUN", lemmatize_oov=True)
    if not lemmas or lemmas[0] == word:
        return word
    if word.endswith("s") and not word.endswith("ss"):
        return next((lemma for lemma in lemmas if lemma in names()), str(lemmas[0]))
    known = lemminflect.getAllLemmas(word).get("NOUN", ())
    return str(known[0]) if known and not word.endswith("ss") else word


@lru_cache(maxsize=4096)
def is_plural(word: str) -> bool:
    """Whether ``word`` names several things."""
    return singular(word) != word


@lru_cache(maxsize=4096)
def plural(word: str) -> str:
    """The plural of a singular noun (the last word of ``word`` is turned)."""
    first, space, last = word.rpartition(" ")
    import lemminflect

    if is_plural(last) or last in {"glasses", "scissors", "stairs", "headphones"}:
        return word
    forms = lemminflect.getInflection(last, tag="NNS", inflect_oov=True)
    return f"{first}{space}{forms[0]}" if forms else word + "s"


_ALSO = {"bar": frozenset({"NOUN"})}
"""Words of which the dictionary knows too little."""


@lru_cache(maxsize=8192)
def word_classes(word: str) -> frozenset[str]:
    """The word classes ("NOUN", "VERB", "ADJ", "ADV") a dictionary has for ``word``; maybe none."""
    import lemminflect

    return _ALSO.get(word) or frozenset(lemminflect.getAllLemmas(word))
