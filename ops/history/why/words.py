"""A chain's links in words: what happened, and what is to be said of it. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ops.history.why.chain import Link
from ops.history.why.record import Change
from ops.looking import SHOWN
from schemas import events as e
from schemas.artifacts import ArtifactRef
from schemas.edits import Replace
from schemas.provenance import Provenance
from schemas.recipe import Recipe
from schemas.scene import Node, Scene

CHARS_SHOWN = 200


def told(link: Link) -> tuple[str, str]:
    """What happened in one word, and what is to be said of it."""
    match link.event.data:
        case e.RequestAccepted(kind="text", text=text):
            return "words", f'"{text}"'
        case e.SpeechCaptured(audio=audio):
            return "speech", bytes_of(audio)
        case e.SpeechTranscribed() as heard:
            sure = f"confidence {heard.confidence:.2f}, {heard.language}, {heard.duration_s:.1f} s"
            return "words", f'"{heard.text}" ({sure})'
        case e.AgentThought(text=text):
            return "thought", text
        case e.AgentActed(action=action, input=given):
            return "acted", f'{action} "{given}"'
        case e.SceneDecomposed(name=name):
            return "wished", _wished(link, name)
        case e.EditPlanned() as plan:
            return "planned", _wished(link, _edits(plan, link.node))
        case _:
            return _told_of_asset(link)


def _told_of_asset(link: Link) -> tuple[str, str]:
    match link.event.data:
        case e.AssetWanted(label=label, prompt=prompt):
            return "wanted", f'{label}: "{prompt}"'
        case e.PromptImproved(prompt=prompt):
            return "prompt", f'"{prompt}"'
        case e.AssetMissed():
            return "missed", "the library has none"
        case e.AssetMatched() as found:
            return "matched", f"{found.label}, asset {found.asset}, score {found.score:g}"
        case e.ImageGenerated(image=image, seed=seed):
            return "image", f"{bytes_of(image)}, seed {seed}"
        case e.MeshGenerated() as made:
            size = " x ".join(f"{v:.2f}" for v in made.size)
            mended = f"; mended: {'; '.join(made.mended)}" if made.mended else ""
            told = f"{bytes_of(made.mesh)}, {made.triangles:,} triangles, {size} m{mended}"
            return "mesh", told
        case e.ProvenanceRecorded(provenance=made):
            return "made by", _maker(made)
        case e.AssetRegistered() as made:
            return "registered", f"{made.label}, asset {made.asset}"
        case e.AssetFailed() as why:
            return "failed", f"{why.stage}: {why.code}: {why.message}"
        case e.SceneBlockedOut():
            return "blocked out", "shown as a block of its size"
        case e.SceneComposed() | e.ScenePatched() | e.SceneSynced():
            return _told_of_change(link)
        case data:
            members = data.model_dump(mode="json")
            text = "  ".join(str(members[m]) for m in SHOWN if members.get(m))
            return link.event.type, text


def _maker(made: Provenance) -> str:
    """The model, on what terms, and where."""
    model = made.model
    if model is None:
        return "a person"
    revision = f" at {model.revision[:12]}" if model.revision else ""
    where = f", in {made.territory}" if made.territory else ""
    return f"{model.name}{revision}, {model.licence}{where}"


def _told_of_change(link: Link) -> tuple[str, str]:
    change = link.change
    summary = getattr(link.event.data, "summary", "") or getattr(link.event.data, "name", "")
    if change is None:
        return link.event.type.partition(".")[2], str(summary)
    if change.after is None:
        return "removed", str(summary)
    what = "placed" if change.before is None else "changed"
    by = {"scene.synced": " by the client"}.get(link.event.type, "")
    return what, f"{_differs(change)}{by}" + (f" ({summary})" if summary else "")


def _differs(change: Change) -> str:
    """What is new of a node that was there, or all of one that was not."""
    before, after = change.before, change.after
    if after is None:
        return ""
    if before is None:
        return place(after, None)
    parts = []
    if (before.position, before.rotation, before.parent_id) != (
        after.position,
        after.rotation,
        after.parent_id,
    ):
        parts.append(f"{place(before, None)} -> {place(after, None)}")
    if before.scale != after.scale:
        parts.append(f"scale {after.scale.x:g} {after.scale.y:g} {after.scale.z:g}")
    if before.asset() != after.asset():
        parts.append(f"shows asset {after.asset() or 'none'}")
    elif before.components != after.components:
        parts.append("another look")
    if before.name != after.name:
        parts.append(f"is called {after.name}")
    return ", ".join(parts)


def place(node: Node, scene: Scene | None) -> str:
    p, turn = node.position, f", turned {node.rotation.y:g}" if node.rotation.y else ""
    parent = node.parent_id
    if parent is None:
        on = ""
    else:
        on = f" in {scene.nodes[parent].name if scene and parent in scene.nodes else parent}"
    return f"at {p.x:.2f} {p.y:.2f} {p.z:.2f}{on}{turn}"


def _wished(link: Link, otherwise: str) -> str:
    if link.wish is None:
        return otherwise
    return f'{link.wish.name}: "{link.wish.prompt}"'


def _edits(plan: e.EditPlanned, node: str | None) -> str:
    """What a plan does to ``node``, or all it does."""
    meant = [x for x in plan.edits if node is None or getattr(x, "node", None) == node]
    return "; ".join(
        f'{x.op}: "{x.prompt}"' if isinstance(x, Replace) else x.op for x in meant or plan.edits
    )


def more(link: Link) -> Iterator[str]:
    """What is to be said of it beside, a row each."""
    data = link.event.data
    if link.relations:
        yield f"relations: {'; '.join(link.relations)}"
    if isinstance(data, e.PromptImproved):
        yield f"recipe: {_recipe(data.recipe)}"
    if isinstance(data, e.SceneComposed | e.ScenePatched) and data.certificate:
        yield f"certificate: {certificate(data.certificate)}"
    for unmet in getattr(data, "unmet", ()):
        yield f"unmet: {unmet}"


FREE = (
    ("doors", "doors_free", "doors free"),
    ("walkways", "walkways_free", "ways in free"),
    ("fronts", "fronts_reachable", "fronts reachable"),
    ("seats", "seats_facing", "seats facing their table"),
)
"""What a certificate counts, how much of it is well, and the words for that."""


def certificate(checks: dict[str, Any]) -> str:
    """What was checked of the layout, in words."""
    clearance = checks.get("clearance")
    gap = f", {clearance:.2f} m between things" if isinstance(clearance, int | float) else ""
    faults = [
        f"{checks[name]} {name.replace('_', ' ')}"
        for name in ("collisions", "out_of_bounds", "unsupported")
        if checks.get(name)
    ]
    free = [
        f"{checks.get(done, 0)} of {checks[of]} {words}"
        for of, done, words in FREE
        if checks.get(of)
    ]
    if "relations_total" in checks:
        kept = f"{checks.get('relations_kept', 0)} of {checks['relations_total']} relations kept"
        free.insert(0, kept)
    return f"{', '.join([*free, ', '.join(faults) or 'sound'])}{gap}"


def _recipe(recipe: Recipe) -> str:
    size = " x ".join(f"{v:g}" for v in recipe.size)
    look = " ".join(part for part in (recipe.color, recipe.material) if part)
    noun = recipe.noun or "no known noun"
    return f"{noun}, {size} m{', ' + look if look else ''}, seed {recipe.seed}"


def bytes_of(ref: ArtifactRef) -> str:
    return f"{ref.sha256[:12]} ({ref.media_type}, {ref.size:,} B)"


def cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= CHARS_SHOWN else f"{flat[:CHARS_SHOWN]} ..."
