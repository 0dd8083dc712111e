"""What was done, in few words: things that the same was done to are named together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from consumers.lexicon.words.plurals import plural

MOST_NAMED = 4
"""Things that are named one by one; more are counted by what they are."""
_VERBS = re.compile(r"(?:added|made|moved|turned|tilted|coloured|put|brought) ")


def summary(told: Sequence[str], names: Collection[str]) -> str:
    """``told`` as a sentence; ``names``: of the things that it may be about."""
    done: dict[tuple[str, str], list[str]] = {}
    for text in told:
        verb = _VERBS.match(text)
        name = _name(text[verb.end() :], names) if verb else ""
        start = verb.group() if verb and name else text
        end = text[len(start) + len(name) :] if name else ""
        done.setdefault((start, end), []).append(name)
    text = "; ".join(
        f"{start}{listed([*dict.fromkeys(n for n in who if n)])}{end}"
        for (start, end), who in done.items()
    )
    return f"{text[:1].upper()}{text[1:]}." if text else "Nothing was changed."


def listed(names: Sequence[str]) -> str:
    """Names as people list them: "a chair and a lamp"; of many, how many there are of what."""
    if len(names) > MOST_NAMED:
        kinds = Counter(re.sub(r"\s+\d+$", "", name) for name in names)
        names = [kind if many == 1 else f"{many} {plural(kind)}" for kind, many in kinds.items()]
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _name(text: str, names: Collection[str]) -> str:
    """The longest of ``names`` that ``text`` begins with."""
    found = [n for n in names if n.strip() and (text == n or text.startswith(f"{n} "))]
    return max(found, key=len, default="")
