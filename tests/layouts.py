"""Layouts of sentences, for tests: certified, with nothing unmet, and their things by name."""

from __future__ import annotations

from consumers.decompose.rules import decompose
from consumers.layout import Layout, Placed, lay_out


def made(text: str) -> Layout:
    """The layout of ``text``, which keeps all that is asked and is certified."""
    layout = lay_out(decompose(text))
    assert not layout.unmet, [u.reason for u in layout.unmet]
    assert layout.certificate is not None
    assert layout.certificate.valid
    return layout


def called(layout: Layout, stem: str) -> list[Placed]:
    """The things whose id begins with ``stem``; at least one."""
    found = [p for n, p in layout.placed.items() if str(n).startswith(stem)]
    assert found
    return found
