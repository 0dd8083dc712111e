"""Finding weights on this machine: folders, and the hub's cache as its libraries lay it out."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from consumers.weights import fetch_command, find, hub_cache, offline, short_name

COMMIT = "25e0d31ffbebe4b5a97464dd851910efc3002d96"


def cached(hub: Path, model: str, *files: str) -> Path:
    """A model in a hub's cache, as ``hf download`` leaves it: files are links to blobs."""
    repository = hub / f"models--{model.replace('/', '--')}"
    (repository / "refs").mkdir(parents=True)
    (repository / "refs" / "main").write_text(COMMIT)
    blobs, snapshot = repository / "blobs", repository / "snapshots" / COMMIT
    blobs.mkdir()
    for number, file in enumerate(files):
        (blobs / str(number)).write_text("{}")
        (snapshot / file).parent.mkdir(parents=True, exist_ok=True)
        (snapshot / file).symlink_to(blobs / str(number))
    return snapshot


def test_a_model_of_the_hub_is_found_with_its_commit(tmp_path: Path) -> None:
    snapshot = cached(tmp_path, "owner/model", "pipeline.json", "ckpts/a.safetensors")
    found = find("owner/model", {"HF_HUB_CACHE": str(tmp_path)})
    assert found is not None
    assert (found.folder, found.revision, found.is_local) == (snapshot, COMMIT, False)
    assert found.revision_by("pipeline.json") == COMMIT
    assert found.lacking(["pipeline.json", "ckpts/a.safetensors", "b"]) == ["b"]


def test_a_link_to_a_blob_that_is_gone_is_lacking(tmp_path: Path) -> None:
    cached(tmp_path, "owner/model", "pipeline.json")
    (tmp_path / "models--owner--model" / "blobs" / "0").unlink()
    found = find("owner/model", {"HF_HUB_CACHE": str(tmp_path)})
    assert found is not None
    assert found.lacking(["pipeline.json"]) == ["pipeline.json"]


def test_a_folder_is_itself_and_its_revision_a_hash_of_its_index(tmp_path: Path) -> None:
    (tmp_path / "pipeline.json").write_text("{}")
    found = find(str(tmp_path), {})
    assert found is not None
    assert (found.folder, found.is_local) == (tmp_path, True)
    assert found.revision_by("pipeline.json") == "sha256:44136fa355b3678a"


@pytest.mark.parametrize("model", ["owner/other", "plain", "owner/model/part", "/owner", "owner/"])
def test_what_is_not_here_is_not_found(tmp_path: Path, model: str) -> None:
    cached(tmp_path, "owner/model", "pipeline.json")
    assert find(model, {"HF_HUB_CACHE": str(tmp_path)}) is None


def test_a_download_that_did_not_end_is_not_found(tmp_path: Path) -> None:
    cached(tmp_path, "owner/model")
    assert find("owner/model", {"HF_HUB_CACHE": str(tmp_path)}) is None


def test_the_cache_lies_where_its_libraries_would_look() -> None:
    assert hub_cache({"HF_HUB_CACHE": "/c", "HF_HOME": "/h"}) == Path("/c")
    assert hub_cache({"HF_HOME": "/h", "XDG_CACHE_HOME": "/x"}) == Path("/h/hub")
    assert hub_cache({"XDG_CACHE_HOME": "/x"}) == Path("/x/huggingface/hub")
    assert hub_cache({}) == Path.home() / ".cache" / "huggingface" / "hub"


def test_events_name_a_folder_by_its_last_part() -> None:
    assert short_name("/models/TRELLIS-image-large") == "TRELLIS-image-large"
    assert short_name("./large") == "large"
    assert short_name("microsoft/TRELLIS-image-large") == "microsoft/TRELLIS-image-large"


def test_the_command_that_fetches_names_the_parts_that_are_wanted() -> None:
    assert fetch_command("owner/model") == "`hf download owner/model`"
    assert fetch_command("owner/model", "a/*") == "`hf download owner/model --include 'a/*'`"


def test_nobody_is_asked_while_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    constants = ModuleType("huggingface_hub.constants")
    constants.HF_HUB_OFFLINE = False  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "huggingface_hub.constants", constants)
    monkeypatch.setenv("HF_HUB_OFFLINE", "0")
    monkeypatch.delenv("TRANSFORMERS_OFFLINE", raising=False)
    with offline():
        assert constants.HF_HUB_OFFLINE is True
        assert (os.environ["HF_HUB_OFFLINE"], os.environ["TRANSFORMERS_OFFLINE"]) == ("1", "1")
    assert constants.HF_HUB_OFFLINE is False
    assert os.environ["HF_HUB_OFFLINE"] == "0"
    assert "TRANSFORMERS_OFFLINE" not in os.environ
