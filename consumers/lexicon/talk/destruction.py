"""Words that ask to delete for good: an asset of the library, or all of it.

What does not belong here: removing things from a scene, which can be taken back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem

PendingAction = Literal["delete_asset", "clear_database"]

_DELETE = (
    r"(?:delete|remove|erase|destroy|purge|drop|forget|get rid of|throw away|wipe|clear"
    r"|empty|clean|reset|nuke|trash|format|flush)"
)
_STORE = (
    r"(?:database|data base|db|library|collection|catalog|catalogue|storage|asset store"
    r"|vector store|assets|models|saved (?:things|objects|models|assets))"
)
_CLEAR = re.compile(
    rf"\b{_DELETE}(?: out| up)? (?:(?:all|everything|every|the|my|our|your|whole|entire|of|from"
    rf"|in|out|asset|assets|model|saved|stored|this) )*{_STORE}\b(?! (?:called|named)\b)"
)
_ASSET = re.compile(
    rf"\b{_DELETE} (?:the |my |this |that |an? )?(?P<before>(?:[\w#]+ ){{0,5}}?)(?:3d )?(?:asset"
    rf"|model|mesh)\b(?: (?:of|called|named|for|with the name|labelled|labeled)\b)?(?: (?:the "
    rf"|an? )?(?P<after>[\w# ]+))?"
)
_FROM_STORE = re.compile(
    rf"\b{_DELETE} (?:the |my |this |that |an? )?(?P<name>[\w# ]+?) (?:from|in|out of) (?:the "
    rf"|my |our |your )?{_STORE}\b"
)
_FROM_SCENE = re.compile(r"\b(?:from|in|out of) (?:the|this|my|our) (?:scene|room|world)\b")
_STOP = re.compile(
    r"\b(?:please|from|in|now|without|and|for good|forever|permanently|then|immediately)\b.*$"
)


def destructive(
    line: Line, items: Sequence[SceneItem], assets: Sequence[str]
) -> tuple[PendingAction, str] | None:
    """The destructive action that the words ask for and the asset's name; None for none.

    Everywhere in the text, so that no wrapping hides it.
    """
    text = line.text
    if _FROM_SCENE.search(text) and not _CLEAR.search(text):
        return None
    named = _FROM_STORE.search(text)
    if named is not None and _name(named.group("name")) not in {"", "all", "everything"}:
        return "delete_asset", _known(_name(named.group("name")), assets)
    if _CLEAR.search(text) is not None or named is not None:
        return "clear_database", ""
    found = _ASSET.search(text)
    if found is None:
        return None
    name = _name(found.group("after") or "") or _name(found.group("before") or "")
    return "delete_asset", _known(name, assets)


def _name(words: str) -> str:
    return _STOP.sub("", words).strip()


def _known(name: str, assets: Sequence[str]) -> str:
    """The label of a known asset that the words mean, else the words."""
    lowered = {label.lower(): label for label in assets}
    if name in lowered:
        return lowered[name]
    wanted = set(name.split())
    close = [label for low, label in lowered.items() if wanted and wanted <= set(low.split())]
    return close[0] if len(close) == 1 else name
