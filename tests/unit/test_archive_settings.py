"""When sessions are archived by themselves, as the environment says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ops import settings
from ops.settings_errors import BadSetting
from ops.stack import Components, UnknownComponent, parse_only
from schemas.flow import Stage


def after(folder: Path, text: str | None) -> float | None:
    env = {} if text is None else {"SCENESTREAM_ARCHIVE_AFTER": text}
    return settings.read(env, data=str(folder)).archive_after_s


def test_a_session_is_archived_after_a_day_unless_told_otherwise(tmp_path: Path) -> None:
    told = [after(tmp_path, text) for text in (None, "", "7d", "90", "off")]
    assert told == [86_400, 86_400, 604_800, 90, None]


def test_without_pyarrow_nothing_is_archived_unless_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "find_spec", lambda _: None)
    assert after(tmp_path, None) is None
    assert after(tmp_path, "24h") == 86_400


@pytest.mark.parametrize("text", ["soon", "59s", "-1h", "0"])
def test_what_makes_no_sense_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadSetting, match=rf"SCENESTREAM_ARCHIVE_AFTER is '{text}'.*off.*60s"):
        after(tmp_path, text)


def test_the_archive_is_a_component() -> None:
    assert parse_only(None) == Components(gateway=True, archive=False)
    assert parse_only("archive") == Components((), gateway=False, archive=True, geometry=False)
    assert parse_only("mesh, gateway") == Components((Stage.MESH,), gateway=True, geometry=False)
    with pytest.raises(UnknownComponent, match="gateway, geometry, archive, "):
        parse_only("archives")
