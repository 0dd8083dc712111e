"""Plain consent: whether words are a yes, or a no, to a question about deleting, and nothing else.

What belongs here: the words. What does not: whose words count and for how long (``schemas.talk``).
A yes is believed only if it says no more than yes to what was asked: not in a quotation, a program,
a form, a question, another person's mouth, or together with another wish.
"""

from __future__ import annotations

import re

from consumers.lexicon.talk.destruction import PendingAction
from consumers.lexicon.words.tokens import read

_YES = re.compile(
    r"(?:yes|yeah|yep|yup|sure|ok|okay|of course|do it|do that|go ahead|confirm|confirmed"
    r"|i confirm|please do|absolutely|definitely|certainly|correct|affirmative|proceed"
    r"|i am sure|i do|delete it|delete them|delete that)\b"
)
_NO = re.compile(
    r"(?:no|nope|nah|cancel|stop|do not|never|never mind|nevermind|forget it|abort|keep|wait"
    r"|leave it|not now|rather not|please do not|hell no|no way)\b"
)
_WITH_YES = frozenset({
    "yes", "yeah", "yep", "yup", "sure", "ok", "okay", "of", "course", "please", "do", "it", "that",
    "i", "am", "we", "are", "very", "quite", "totally", "absolutely", "definitely", "certainly",
    "confirm", "confirmed", "correct", "now", "go", "ahead", "proceed", "want", "to", "thanks",
    "thank", "you", "for", "good", "delete", "remove", "erase", "the", "this", "really",
    "affirmative",
})  # fmt: skip
_OF_ONE = frozenset({"asset", "model", "mesh", "them"})
_OF_ALL = frozenset({
    "clear", "empty", "wipe", "all", "everything", "whole", "entire", "library", "database",
    "assets", "models", "them", "of", "my", "our",
})  # fmt: skip
_WITH_NO = frozenset({
    "no", "nope", "nah", "not", "do", "it", "that", "please", "cancel", "stop", "never", "mind",
    "nevermind", "keep", "leave", "wait", "abort", "thanks", "thank", "you", "now", "forget", "the",
    "them", "way", "rather", "hell", "delete", "remove", "erase", "anything", "nothing", "asset",
    "assets", "library", "database", "i", "did", "mean", "want", "to", "all", "everything", "clear",
    "undo", "back", "take",
})  # fmt: skip
_NOT_PLAIN = re.compile(r"[?{}\[\]<>=|\\`/*#_@$\"“”«»:;\n\r]|\w[^\w\s'’.,!-]\w")
_MOST_WORDS = 9


def plain_answer(text: str, action: PendingAction, name: str = "") -> bool | None:
    """Whether ``text`` is a plain yes or a plain no to ``action`` on ``name``; None: it is neither,
    so it is to be read as anything else that a person may say."""
    said = text.strip()
    words = [w for w in read(said).words if w[0].isalnum()]
    if not words or len(words) > _MOST_WORDS + len(name.split()):
        return None
    joined = " ".join(words)
    if _NO.match(joined):
        return False if all(w in _WITH_NO or w in name.split() for w in words) else None
    if not _YES.match(joined) or _NOT_PLAIN.search(said):
        return None
    about = _OF_ALL if action == "clear_database" else {*_OF_ONE, *read(name).words}
    return True if all(w in _WITH_YES or w in about for w in words) else None


def begins_with_no(text: str) -> bool:
    """Whether the words decline, whatever else they say."""
    words = [w for w in read(text).words if w[0].isalnum()]
    return _NO.match(" ".join(words[:4])) is not None
