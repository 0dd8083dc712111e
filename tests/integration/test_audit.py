"""`scenestream audit` on real logs: new ones and old ones, forks, the library's assets, uploads."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from consumers.cards import card
from consumers.greybox.build import build
from consumers.greybox.glb import to_glb
from consumers.handler import Context
from consumers.image.greybox_engine import GreyboxPainter
from consumers.image.handler import Draw
from consumers.library.handler import Find, Register
from consumers.library.index import Library
from consumers.mesh.greybox_engine import GreyboxSculptor
from consumers.mesh.handler import Make, Reconstruct
from ops.audit import command
from ops.audit.command import Asked
from ops.settings import Settings, read
from schemas import events as e
from schemas.artifacts import GLB, PNG, ArtifactRef
from schemas.events import Event
from schemas.ids import AssetId, EventId, NodeId, RequestId, SessionId
from schemas.provenance import ModelCard
from schemas.recipe import Recipe
from schemas.scene import Dynamic, Node
from schemas.shipping import Use
from schemas.territories import UnknownTerritory
from streams.commit import Commit
from streams.log import envelopes
from streams.past import sealing
from streams.past.archive import Archive
from streams.past.history import History
from tests.integration.pasts import opened
from tests.pictures import drawn, encoded

A, B = SessionId("a-session"), SessionId("b-session")
R = RequestId("r-1")
CHAIR = Recipe(noun="chair", label="red chair", size=(0.5, 0.9, 0.5), color="#c02020")
SD35 = card("stabilityai/stable-diffusion-3.5-medium", "rev-9")
HUNYUAN = card("tencent/Hunyuan3D-2")
EU = Use(commercial=True, territories=("EU",))
LLM = "ollama:llama3.1"


class Painter(GreyboxPainter):
    """The embedded painter, under another model's terms."""

    name = "diffusers:sd"
    card = SD35


class Sculptor(GreyboxSculptor):
    """The embedded sculptor, under another model's terms."""

    name = "hunyuan3d:x"

    def __init__(self, terms: ModelCard = HUNYUAN) -> None:
        self.card = terms


@dataclass
class Deployment:
    """The stages' own handlers, run one after the other on sessions of a real log."""

    history: History
    library: Library
    painter: GreyboxPainter
    sculptor: GreyboxSculptor

    async def commit(
        self, session: SessionId, cause: EventId | None, *payloads: e.Data
    ) -> list[Event]:
        """What the log has of ``payloads`` then."""
        log = self.history.shards.of(session)
        count = len(await log.read(session))
        events = tuple(envelopes(payloads, session, R, cause, "test"))
        await log.commit(Commit(session, R, f"{session}-{count}", events))
        return (await log.read(session))[count:]

    async def run(self, handler: Any, event: Event) -> list[Event]:
        """The events of the step."""
        context = Context(self.history.artifacts, None, lambda *_: None, lambda: False)
        assert event.id is not None
        return await self.commit(event.session, event.id, *handler(event, context).payloads)

    async def begin(self, session: SessionId, text: str = "a red chair") -> Event:
        opened = e.SessionOpened(protocol="scener.v1")
        accepted = e.RequestAccepted(kind="text", text=text)
        return (await self.commit(session, None, opened, accepted))[-1]

    async def chair(self, session: SessionId, slot: str = "0/object") -> Event:
        """A chair from the words to the library, or out of it; the event that settled it."""
        accepted = await self.begin(session)
        acted = e.AgentActed(action="generate_3d_object", input="a red chair")
        (asked,) = await self.commit(session, accepted.id, acted)
        words = e.PromptImproved(
            slot=slot, label="red chair", prompt="a red chair", recipe=CHAIR, engine=LLM
        )
        (improved,) = await self.commit(session, asked.id, words)
        (found,) = await self.run(Find(self.library, self.sculptor.name), improved)
        if isinstance(found.data, e.AssetMatched):
            return found
        image, _ = await self.run(Draw(self.painter, "US"), found)
        mesh, _ = await self.run(Make(self.sculptor, "US"), image)
        (registered,) = await self.run(Register(self.library, self.sculptor.name), mesh)
        return registered

    async def shown(self, session: SessionId, *assets: str) -> None:
        """A scene that shows them."""
        nodes = [
            Node(id=NodeId(f"n{n}"), name=f"thing {n}", components=(Dynamic(id=AssetId(asset)),))
            for n, asset in enumerate(assets)
        ]
        await self.commit(session, None, e.SceneComposed(name="room", nodes=tuple(nodes)))

    async def scene(self, session: SessionId) -> Event:
        """A scene with a chair."""
        settled = await self.chair(session)
        assert isinstance(settled.data, e.AssetMatched | e.AssetRegistered)
        await self.shown(session, settled.data.asset)
        return settled


@pytest.fixture
async def here(redis_url: str, tmp_path: Path) -> AsyncIterator[Deployment]:
    async with opened(redis_url, tmp_path) as (_, history):
        yield Deployment(history, Library(tmp_path / "library"), Painter(), Sculptor())


@pytest.fixture
def settings(redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("REDIS_URL", redis_url)
    monkeypatch.setenv("SCENESTREAM_ARTIFACTS", str(tmp_path / "artifacts"))
    return read(data=str(tmp_path))


class Auditor:
    """Runs the command and reads what it prints."""

    def __init__(self, settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
        self._settings, self._capsys = settings, capsys

    async def text(self, use: Use = EU, **asked: Any) -> tuple[int, str]:
        ask = Asked(**{"session": A, "at": None, **asked})
        status = await command.audit(self._settings, ask, use, False)
        return status, self._capsys.readouterr().out

    async def json(self, use: Use = EU, **asked: Any) -> tuple[int, list[dict[str, Any]]]:
        ask = Asked(**{"session": A, "at": None, **asked})
        status = await command.audit(self._settings, ask, use, True)
        return status, json.loads(self._capsys.readouterr().out)["assets"]


@pytest.fixture
def audit(settings: Settings, capsys: pytest.CaptureFixture[str]) -> Auditor:
    return Auditor(settings, capsys)


async def test_a_mesh_inherits_the_terms_of_its_picture(here: Deployment, audit: Auditor) -> None:
    await here.scene(A)
    status, (chair,) = await audit.json()
    assert (status, chair["verdict"], chair["known_from"]) == (1, "may not ship", "the log")
    assert {(r["model"], r["verdict"]) for r in chair["reasons"]} == {
        (HUNYUAN.name, "may not ship"),
        (HUNYUAN.name, "conditions"),
        (SD35.name, "conditions"),
    }
    assert {r["revision"] for r in chair["reasons"] if r["model"] == SD35.name} == {"rev-9"}
    assert chair["objects"] == ["thing 0"]
    assert chair["influenced_by"] == [LLM]
    status, said = await audit.text()
    assert status == 1
    for told in ("its licence does not hold in EU", HUNYUAN.licence_url, f"influenced by {LLM}"):
        assert told in said
    assert "1 in all: 1 may not ship" in said


async def test_a_fork_is_judged_by_its_past_too(here: Deployment, audit: Auditor) -> None:
    await here.scene(A)
    last = (await here.history.read(A))[-1].id
    assert last is not None
    forked = e.SessionForked(parent=A, at=last)
    await here.history.shards.of(B).append(B, None, "forked", [forked])
    status, (chair,) = await audit.json(session=B)
    assert (status, chair["known_from"], chair["influenced_by"]) == (1, "the log", [LLM])


async def test_an_archived_session_is_judged_as_it_was(
    here: Deployment, audit: Auditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "KEEP_CLOSED_S", 0)
    await here.scene(A)
    before = await audit.json()
    log = here.history.shards.of(A)
    done = e.RequestCompleted(kind="generate_3d_object", text="Here it is.")
    await log.append(A, R, "done", [done])
    sealed = await sealing.seal(log, Archive(here.history.artifacts), A, "test", idle_s=0)
    assert sealed.outcome == "sealed"
    assert await audit.json() == before


async def test_elsewhere_it_is_a_matter_of_conditions(here: Deployment, audit: Auditor) -> None:
    await here.scene(A)
    status, (chair,) = await audit.json(Use(True, ("US",)), strict=True)
    assert (status, chair["verdict"]) == (0, "conditions")
    assert chair["provenance"]["territory"] == "US"


async def test_the_same_by_the_embedded_engines_is_free(here: Deployment, audit: Auditor) -> None:
    here.painter, here.sculptor = GreyboxPainter(), GreyboxSculptor()
    await here.scene(A)
    status, (chair,) = await audit.json(strict=True)
    assert (status, chair["verdict"], chair["reasons"]) == (0, "ok", [])


async def test_an_asset_of_the_library_keeps_its_terms_in_other_sessions(
    here: Deployment, audit: Auditor
) -> None:
    await here.scene(A)
    assert isinstance((await here.scene(B)).data, e.AssetMatched)
    await here.history.shards.of(A).redis.delete(here.history.shards.of(A).keys.log(A))
    status, (chair,) = await audit.json(session=B)
    assert (status, chair["known_from"]) == (1, "the stamp in its bytes")
    assert chair["influenced_by"] == [LLM]


def unstamped(here: Deployment, recipe: Recipe = CHAIR) -> ArtifactRef:
    """A mesh as earlier versions stored it."""
    return here.history.artifacts.put(to_glb(build(recipe)), GLB)


async def before_there_were_stamps(here: Deployment, engine: str) -> Event:
    """Session A made a chair with ``engine`` when nothing was recorded; the library has it."""
    accepted = await here.begin(A)
    said = {"slot": "0/object", "label": "chair", "prompt": "a chair", "recipe": CHAIR}
    image = here.history.artifacts.put(encoded(drawn(32)), PNG)
    (painted,) = await here.commit(
        A, accepted.id, e.ImageGenerated.model_validate({**said, "image": image, "engine": engine})
    )
    measures = {"size": CHAIR.size, "triangles": 9, "engine": engine}
    made = e.MeshGenerated.model_validate({**said, "mesh": unstamped(here), **measures})
    (mesh,) = await here.commit(A, painted.id, made)
    (registered,) = await here.run(Register(here.library, here.sculptor.name), mesh)
    assert isinstance(registered.data, e.AssetRegistered)
    await here.shown(A, registered.data.asset)
    return registered


@pytest.mark.parametrize("session", [A, B])
@pytest.mark.parametrize(
    ("engine", "status", "verdict"),
    [
        ("greybox", 0, "ok"),
        ("hunyuan3d:tencent/Hunyuan3D-2", 1, "may not ship"),
        ("teleport", 0, "unknown"),
    ],
)
async def test_of_older_sessions_the_engines_name_tells(
    here: Deployment,
    audit: Auditor,
    session: SessionId,
    engine: str,
    status: int,
    verdict: str,
) -> None:
    await before_there_were_stamps(here, engine)
    await here.scene(B)  # the library has it
    left, (chair,) = await audit.json(session=session)
    assert (left, chair["verdict"]) == (status, verdict)
    assert chair["known_from"] == "its engine's name in the log"
    assert chair["provenance"]["parents"][0]["kind"] == "picture"
    assert (await audit.json(session=session, strict=True))[0] == int(verdict != "ok")


async def test_where_nothing_tells_it_is_unknown_and_no_more(
    here: Deployment, audit: Auditor
) -> None:
    registered = await before_there_were_stamps(here, "greybox")
    await here.scene(B)
    log = here.history.shards.of(A)
    await log.redis.delete(log.keys.log(A))
    assert isinstance(registered.data, e.AssetRegistered)
    for gone in (False, True):
        if gone:
            here.history.artifacts.delete(registered.data.mesh)
        status, (chair,) = await audit.json(session=B)
        assert (status, chair["verdict"], chair["provenance"]) == (0, "unknown", None)
        assert (await audit.text(session=B, strict=True))[0] == 1


async def test_bytes_that_the_storage_changed_are_not_believed(
    here: Deployment, audit: Auditor
) -> None:
    await here.scene(A)
    matched = (await here.scene(B)).data
    assert isinstance(matched, e.AssetMatched)
    log = here.history.shards.of(A)
    await log.redis.delete(log.keys.log(A))
    file = here.history.artifacts.path(matched.mesh)
    assert file is not None
    file.write_bytes(file.read_bytes().replace(b'"EU","GB","KR"', b'"XX","XX","XX"'))
    _, (chair,) = await audit.json(session=B)
    assert (chair["verdict"], chair["provenance"]) == ("unknown", None)


async def test_the_clients_own_asset_is_unknown(here: Deployment, audit: Auditor) -> None:
    await here.begin(A)
    await here.shown(A, "4711", "4711")
    status, (own,) = await audit.json()
    assert (status, own["verdict"], own["objects"]) == (0, "unknown", ["thing 0", "thing 1"])
    assert (await audit.text(strict=True))[0] == 1
    assert len((await audit.json(whole=True))[1]) == 1


async def test_what_the_scene_no_longer_shows_is_not_shipped_unless_all_is(
    here: Deployment, audit: Auditor
) -> None:
    await here.scene(A)
    await here.shown(A)
    assert await audit.json() == (0, [])
    status, said = await audit.text()
    assert (status, "there is nothing to ship" in said, "--all" in said) == (0, True, True)
    assert (await audit.json(at="r1"))[0] == 1
    status, (chair,) = await audit.json(whole=True)
    assert (status, chair["objects"]) == (1, [])


async def test_a_picture_that_was_asked_for_is_part_of_it_all(
    here: Deployment, audit: Auditor
) -> None:
    accepted = await here.begin(A, "draw a cat")
    cat = Recipe(noun="cat", label="cat", size=(0.3, 0.3, 0.5))
    words = e.PromptImproved(label="cat", prompt="a cat", recipe=cat, engine="rules")
    (improved,) = await here.commit(A, accepted.id, words)
    await here.run(Draw(here.painter), improved)
    status, (picture,) = await audit.json(whole=True)
    assert (status, picture["kind"], picture["verdict"]) == (0, "picture", "conditions")
    assert {reason["model"] for reason in picture["reasons"]} == {SD35.name}


async def test_what_is_made_of_an_uploaded_picture_is_as_unknown_as_that_is(
    here: Deployment, audit: Auditor
) -> None:
    await here.begin(A, "a vase")
    image = here.history.artifacts.put(encoded(drawn(96)), PNG)
    asked = {"index": 0, "image": image, "source": "/x.png", "prompt": "a vase"}
    wanted = e.GeometryRequested.model_validate(
        {**asked, "backend": "sam3d", "output_dir": "/data"}
    )
    (requested,) = await here.commit(A, None, wanted)
    await here.run(Reconstruct(GreyboxSculptor()), requested)
    status, (vase,) = await audit.json(whole=True)
    assert (status, vase["verdict"], vase["name"]) == (0, "unknown", "a vase")
    assert [reason["sha256"] for reason in vase["reasons"]] == [image.sha256]
    assert (await audit.text(whole=True, strict=True))[0] == 1


async def test_an_uploaded_pictures_own_stamp_is_not_believed(
    here: Deployment, audit: Auditor
) -> None:
    await here.chair(B)
    drawn_there = [ev.data for ev in await here.history.read(B)]
    picture = next(data.image for data in drawn_there if isinstance(data, e.ImageGenerated))
    await here.begin(A, "a chair")
    asked = {"index": 0, "image": picture, "source": "/x.png", "prompt": "a chair"}
    wanted = e.GeometryRequested.model_validate(
        {**asked, "backend": "sam3d", "output_dir": "/data"}
    )
    (requested,) = await here.commit(A, None, wanted)
    await here.run(Reconstruct(GreyboxSculptor()), requested)
    _, (chair,) = await audit.json(whole=True)
    assert chair["provenance"]["parents"][0]["model"] is None


def test_territories_are_read_from_lists_and_checked() -> None:
    assert command.use_of(False, ("eu,gb", "US", "GB")) == Use(False, ("EU", "GB", "US"))
    with pytest.raises(UnknownTerritory):
        command.use_of(True, ("EU,",))
