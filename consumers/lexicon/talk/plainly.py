"""What people say to a scene as they would write it: without "um", "like", "omg" and words twice.

What belongs here: taking out what carries no meaning anywhere. What does not: courtesies around a
wish (``courtesy``), words that are taken back (``lexicon/edits/correcting``).
"""

from __future__ import annotations

import re

_MOST = 2000
"""Characters from the start of a text in which it is done."""
_FILLERS = re.compile(
    r"(?:(?<=\s)|^)(?:um+|uh+m*|erm+|hmm+|omg|oh my god|yo|bro|dude|mate|jeez|gosh|eh|ehm"
    r"|y'?know)\b[,.!…]*(?:\s+|$)(?=.*\w)",
    re.IGNORECASE,
)
_LIKE = re.compile(
    r"(?:(?<=you)|(?<=we)|(?<=and)|(?<=to)|(?<=so)|(?<=please)|(?<=then)|(?<=,)|^)"
    r"(?<!would you)(?<!do you)\s*\blike,?\s+"
    r"(?=(?:make|put|add|move|remove|delete|turn|change|give|take|paint|place|get|maybe|really"
    r"|rotate|swap|replace)\b)",
    re.IGNORECASE,
)
_TWICE = re.compile(
    r"\b(the|an?|to|of|in|on|it|is|and|my|this|that|make|can|put|add|move|with|for|at|i|we|two"
    r"|from|then|there)(?:,?\s+\1\b)+",
    re.IGNORECASE,
)
_KIN = (
    r"daughter|son|wife|husband|kids?|child|children|boss|client|customer|teacher|friend|mum|mom"
    r"|dad|brother|sister|family|girlfriend|boyfriend|partner|grandma|grandpa|team"
)
_WANTER = re.compile(
    rf"^\s*(?:but |and |so |now )?(?:my|our|the) (?:little |old )?(?:{_KIN}) (?:really |now |also "
    r"|just )*(?:wants?|would like|would prefer|needs?|prefers?|asks? for|asked for|insists on)"
    r"(?: to (?:have|see))?(?= \w)",
    re.IGNORECASE,
)


_ASKS = re.compile(
    r"(?:^|(?<=[.!?;] ))\s*(?:please |and |also |so |now )*(?:(?:might|may|could|can) i (?:please "
    r"|kindly )?(?:trouble"
    r"|bother|ask|beg)(?: you)?(?: to add| for)|i (?:should|shall) (?:like|love|be glad of)"
    r"|i (?:wanted|was hoping for|was thinking of))(?= \w)",
    re.IGNORECASE,
)
_AFRAID = re.compile(
    r"^\s*(?:i(?:'m|’m| am)(?: (?:a bit|rather|so))? (?:afraid|sorry|sure)(?: to say)?(?: that"
    r"| but)?"
    r"|i (?:do )?(?:think|feel|find|believe|fear|must say|dare say)(?: that)?|i'd say"
    r"|it seems(?: to me)?"
    r"(?: that)?|to be honest|honestly),?\s+(?=(?:the|my|our|it|that|this|they|those|these)\b)",
    re.IGNORECASE,
)


def plainly(text: str) -> str:
    """``text`` without fillers and doubled words, its wishes as the speaker's own; the same text
    where nothing else would be left."""
    head, rest = text[:_MOST], text[_MOST:]
    for pattern, instead in (
        (_FILLERS, ""), (_LIKE, " "), (_TWICE, r"\1"), (_WANTER, "I want"),
        (_ASKS, "I want"), (_AFRAID, ""),
    ):  # fmt: skip
        head = pattern.sub(instead, head)
    return f"{head}{rest}".strip() or text
