"""Nothing in a file that came from elsewhere is believed before it was checked."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.errors import Category
from streams.bundles import unbundling
from streams.bundles.bundle import BadBundle, BundleTooLarge, BundleTooNew
from streams.bundles.unbundling import opened
from tests.bundles import Members, bundled, forged, members, silent, zipped

MIB = 1 << 20


def refused(file: Path) -> str:
    """Why ``file`` is no bundle, in words."""
    with pytest.raises(BadBundle) as why, opened(file, silent):
        pass
    assert str(why.value).startswith(f"{file} can not be imported: ")
    return why.value.what


def test_a_bundle_says_what_it_was_made_of(tmp_path: Path) -> None:
    with opened(bundled(tmp_path), silent) as bundle:
        events = list(bundle.events())
        assert len(events) == bundle.manifest.events == 17
        assert (events[0].id, events[-1].id) == (bundle.manifest.first, bundle.manifest.last)
        assert bundle.open_requests == ["r-3"]
        assert bundle.state.revision == bundle.manifest.revision == 2
        assert {bundle.artifact(m)[:4] for m in bundle.manifest.artifacts} == {b"glTF", b"\x89PNG"}
        assert bundle.comparable


def test_the_same_session_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert bundled(tmp_path / "a").read_bytes() == bundled(tmp_path / "b").read_bytes()


def test_the_manifest_comes_first_and_can_be_read_by_people(tmp_path: Path) -> None:
    content = members(bundled(tmp_path))
    assert next(iter(content)) == "manifest.json"
    assert json.loads(content["manifest.json"])["format"] == "scenestream.bundle"
    assert json.loads(content["events.ndjson"].splitlines()[0])["type"] == "session.opened"


def test_what_is_no_zip_is_said_to_be_none(tmp_path: Path) -> None:
    for text in (b"", b"PK", b"a scene, please" * 100):
        file = tmp_path / "x.scn"
        file.write_bytes(text)
        assert refused(file) == "it is no zip, or its end is missing"
    assert "some other zip" in refused(zipped(tmp_path / "z.scn", {"readme.txt": b"hello"}))
    assert "some other zip" in refused(zipped(tmp_path / "z.scn", {}))


def test_a_file_that_was_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    whole = bundled(tmp_path).read_bytes()
    file = tmp_path / "cut.scn"
    for length in range(0, len(whole), len(whole) // 60):
        file.write_bytes(whole[:length])
        assert "its end is missing" in refused(file), length


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_a_byte_that_changed_on_the_way_is_noticed_or_means_nothing(
    tmp_path: Path, data: st.DataObject
) -> None:
    whole = bundled(tmp_path).read_bytes()
    with opened(bundled(tmp_path), silent) as bundle:
        meant = list(bundle.events()), [bundle.artifact(m) for m in bundle.manifest.artifacts]
    place = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.integers(1, 255))
    file = tmp_path / "other.scn"
    file.write_bytes(whole[:place] + bytes([whole[place] ^ other]) + whole[place + 1 :])
    try:
        with opened(file, silent) as bundle:
            assert list(bundle.events()) == meant[0]
            assert [bundle.artifact(m) for m in bundle.manifest.artifacts] == meant[1]
    except (BadBundle, BundleTooLarge, BundleTooNew):
        pass  # noticed


def _artifact(content: Members) -> str:
    return next(name for name in content if name.startswith("artifacts/"))


def _drop_artifact(content: Members, _: dict[str, Any]) -> None:
    del content[_artifact(content)]


def _stray_artifact(content: Members, _: dict[str, Any]) -> None:
    sha = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    content[f"artifacts/{sha}"] = b"hello"


def _other_artifact(content: Members, _: dict[str, Any]) -> None:
    content[_artifact(content)] += b"!"


def _edit_line(number: int, edit: Callable[[dict[str, Any]], object]) -> Any:
    def change(content: Members, _: dict[str, Any]) -> None:
        lines = content["events.ndjson"].splitlines(keepends=True)
        told = json.loads(lines[number])
        edit(told)
        lines[number] = json.dumps(told).encode() + b"\n"
        content["events.ndjson"] = b"".join(lines)

    return change


def _told(**members: Any) -> Any:
    return lambda content, manifest: manifest.update(members)


def _lines(edit: Callable[[bytes], bytes]) -> Any:
    def change(content: Members, _: dict[str, Any]) -> None:
        content["events.ndjson"] = edit(content["events.ndjson"])

    return change


FORKED = {
    "type": "session.forked",
    "v": 1,
    "data": {"parent": "5d1d0b3e-6d5c-4a57-8f0e-2b8a0c9a7e10", "at": "1972368299999-0"},
}
"""A fork of itself: whoever looks for its past would look for ever."""


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (_drop_artifact, "it has not the artifact"),
        (_stray_artifact, "which no event names"),
        (_other_artifact, "is said to hash to"),
        (lambda c, m: c.pop("events.ndjson"), "events.ndjson is missing"),
        (lambda c, m: c.update({"../evil": b"x"}), "its manifest says String should match"),
        (lambda c, m: c.update({"/etc/passwd": b"x"}), "its manifest says String should match"),
        (_told(scene="0" * 64), "do not lead to the scene"),
        (_told(revision=7), "do not lead to the scene"),
        (_told(events=16), "does not hold the events"),
        (_told(last="1772368299999-0"), "does not hold the events"),
        (_told(session="a/b"), "can not be a session's id"),
        (_told(session="s-2"), "is of the session"),
        (_told(format="cookbook"), "its manifest says"),
        (_told(surprise=1), "its manifest says"),
        (lambda c, m: m.clear(), "its manifest says"),
        (_edit_line(1, lambda t: t.update(id="1772368215250-0")), "follows"),
        (_edit_line(1, lambda t: t.update(id="1-x")), "can not be an event's id"),
        (_edit_line(1, lambda t: t.update(id=f"{2**64}-0")), "follows"),
        (_edit_line(1, lambda t: t.update(id="٣-0")), "can not be an event's id"),
        (_edit_line(1, lambda t: t.pop("id")), "an event"),
        (_edit_line(1, lambda t: t.update(request="a\nb")), "a request that can not be one"),
        (_edit_line(1, lambda t: t["data"].update(kind="smell")), "is not an event"),
        (_edit_line(12, lambda t: t["data"].update(patch=[{"op": "leap"}])), "does not fit"),
        (_edit_line(0, lambda t: t.update(FORKED)), "begins with session.forked"),
        (_lines(lambda text: text[:-1]), "is cut off"),
        (_lines(lambda text: text + b"[" * 400_000 + b"\n"), "longer than an event can be"),
        (_lines(lambda text: text + b"\xff\xfe\n"), "can not be imported"),
    ],
)
def test_a_forgery_is_refused_and_the_reason_said(
    tmp_path: Path, change: Callable[[Members, dict[str, Any]], None], why: str
) -> None:
    file = forged(bundled(tmp_path), change)
    with pytest.raises(BadBundle) as noticed, opened(file, silent):
        pass
    assert why in str(noticed.value)
    assert noticed.value.category is Category.BAD_INPUT


def test_members_are_compared_with_the_hashes_of_the_manifest(tmp_path: Path) -> None:
    file = bundled(tmp_path)
    for name in list(members(file))[1:]:
        content = members(bundled(tmp_path))
        content[name] = bytes([content[name][0] ^ 1]) + content[name][1:]
        why = refused(zipped(tmp_path / "other.scn", content))
        assert "not what it was" in why or "not an event" in why, name


def test_what_the_manifest_does_not_name_is_not_looked_at(tmp_path: Path) -> None:
    content = members(bundled(tmp_path))
    for name in ("../../evil", "/etc/passwd", "C:\\evil", "more.txt"):
        why = refused(zipped(tmp_path / "evil.scn", {**content, name: b"x"}))
        assert why == f"it holds {name!r}, which its manifest does not name"


def test_a_name_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    file = bundled(tmp_path)
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("events.ndjson", b"{}\n")
    assert "twice" in refused(file)


def test_an_unknown_way_of_packing_is_refused(tmp_path: Path) -> None:
    file = zipped(tmp_path / "b.scn", members(bundled(tmp_path)), zipfile.ZIP_BZIP2)
    assert "packed in an unknown way" in refused(file)


def test_a_newer_format_asks_for_a_newer_program(tmp_path: Path) -> None:
    file = forged(bundled(tmp_path), _told(version=2, secrets="of the future"))
    with pytest.raises(BundleTooNew, match="upgrade it"), opened(file, silent):
        pass


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    def zeros(content: Members, _: dict[str, Any]) -> None:
        content[_artifact(content)] = bytes(64 * MIB)

    file = forged(bundled(tmp_path), zeros)
    assert file.stat().st_size < MIB
    with pytest.raises(BundleTooLarge, match="times its size"), opened(file, silent):
        pass


def test_an_artifact_that_is_larger_than_any_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = bundled(tmp_path)
    monkeypatch.setattr(unbundling, "MOST_ARTIFACT", 10)
    with pytest.raises(BundleTooLarge, match="the limit is 10") as refused, opened(file, silent):
        pass
    assert refused.value.category is Category.TOO_LARGE


def test_events_of_a_newer_version_are_kept_and_the_scene_is_not_compared(tmp_path: Path) -> None:
    def from_the_future(content: Members, manifest: dict[str, Any]) -> None:
        _edit_line(12, lambda t: t.update(v=9, data={"scene": "as nobody knows it"}))(content, {})

    with opened(forged(bundled(tmp_path), from_the_future), silent) as bundle:
        assert not bundle.comparable
        (kept,) = [ev for ev in bundle.events() if ev.data.type == "unknown"]
        assert kept.type == "scene.patched"
