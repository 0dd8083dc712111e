"""What a person is told of what came of an action: one or two plain, concrete sentences."""

from __future__ import annotations

from collections import Counter

from consumers.lexicon.talk.viewing import Viewing
from consumers.lexicon.words.plurals import plural
from schemas import events as e
from schemas.flow import join_of
from schemas.ids import RequestId
from schemas.state import RequestState, SessionState

MOST_UNMET = 4
"""Unmet wishes that are told one by one."""

NUMBERS = dict(enumerate(("Two", "Three", "Four", "Five", "Six"), start=2))

STAND_INS = "No model of its own"
"""How a plan's note about unknown things begins; where they were made, that is told instead."""

TAKEN_PLACE = 'It takes the place of the scene before; to have that back, say "undo".'

FEW_REVISIONS = 2
"""Revisions of a session up to a second scene right after the first: nothing much is lost."""

MOST_NAMED = 8
"""Kinds of thing that a sentence lists before it says "and more"."""


def observed(
    event: e.Event,
    state: SessionState,
    goes_on: bool = False,
    seen: Viewing | None = None,
    note: str = "",
) -> list[e.Data]:
    """The events that end the request after ``event``; or that have the agent go on. ``seen``: what
    changes of the view at its end; ``note``: what is told after all else."""
    request = state.requests[event.request] if event.request else RequestState(RequestId(""))
    if isinstance(event.data, e.AssetFailed):
        why = event.data
        if goes_on:
            return [_failed(why, request)]
        return [
            e.AgentObserved(step=request.step, text=why.message),
            e.RequestFailed(
                category=why.category, code=why.code, message=why.message, stage=why.stage
            ),
        ]
    kind, text = _told(event.data, request, state)
    if goes_on:
        return [
            e.AgentObserved(step=request.step, text=text, goes_on=True, kind=kind, result=event.id)
        ]
    told = " ".join(part for part in (text, seen.reply if seen is not None else "", note) if part)
    return [
        e.AgentObserved(step=request.step, text=f"{event.type}: {text}"),
        *(seen.changes if seen is not None else ()),
        e.AgentReplied(text=told),
        e.RequestCompleted(kind=kind, text=told, result=event.id),
    ]


def _failed(why: e.AssetFailed, request: RequestState) -> e.AgentObserved:
    """What the agent goes on from. With a plan it says nothing of its own, so the person is told;
    else the next thought is about this."""
    return e.AgentObserved(
        step=request.step,
        text=f"That could not be made: {why.message}",
        goes_on=True,
        kind="unrelated_response" if request.plan else None,
    )


def _told(data: e.Data, request: RequestState, state: SessionState) -> tuple[e.AnswerKind, str]:
    match data:
        case e.ImageGenerated():
            return "generate_image", f"Here is a picture of {_one(data.label)}."
        case e.AssetMatched() | e.AssetRegistered():
            source = " (from the library)" if isinstance(data, e.AssetMatched) else ""
            note = _stand_ins([data.label] if data.stand_in else [])
            return "generate_3d_object", f"Here is {_one(data.label)}{source}.{note}"
        case e.SceneComposed():
            return "generate_3d_scene", _scene(data, request, state)
        case e.ScenePatched():
            return "modify_3d_scene", _with_unmet(
                _sentence(data.summary) if data.summary else "", data.unmet
            ).strip()
        case e.AssetDeleted():
            many = len(data.assets)
            if not many:
                return "unrelated_response", f"There is no asset called {data.name!r} to delete."
            noun = "asset" if many == 1 else "assets"
            return "unrelated_response", f"I deleted {many} {noun} called {data.name!r}."
        case e.LibraryCleared():
            noun = "asset" if data.count == 1 else "assets"
            return "unrelated_response", f"The library is empty now; {data.count} {noun} removed."
        case _:
            return "unrelated_response", "Done."


def _scene(data: e.SceneComposed, request: RequestState, state: SessionState) -> str:
    """What was made, what of it did not work out, then what was guessed and how to go back."""
    plan = request.decomposition
    there = state.scene.nodes if state.scene is not None else None
    wishes = [w for w in (plan.wishes if plan else ()) if there is None or w.id in there]
    labels = Counter(w.recipe.label for w in wishes)
    listed = [_counted(label, n) for label, n in labels.most_common()] or ["nothing in it yet"]
    listed = [*listed[:MOST_NAMED], "more"] if len(listed) > MOST_NAMED else listed
    text = f"Here is your scene, {data.name}: {_and(listed)}."
    own = [a for slot, a in request.slots.items() if join_of(slot) == str(request.step)]
    made = [state.assets[a] for a in own if a and a in state.assets]
    strange = _stand_ins([a.label for a in made if a.stand_in])
    notes = [n for n in (plan.notes if plan else ()) if not (strange and n.startswith(STAND_INS))]
    told = [_with_unmet(text, tuple(dict.fromkeys(data.unmet))), *map(_sentence, notes)]
    back = [TAKEN_PLACE] if state.revision > FEW_REVISIONS else []
    return " ".join([" ".join(told) + strange, *back])


def _with_unmet(text: str, unmet: tuple[str, ...]) -> str:
    """What was made, then what was not: all of a few, the first of many."""
    if len(unmet) < 2:
        return " ".join([text, *map(_sentence, unmet)])
    told = " ".join(_sentence(one) for one in unmet[:MOST_UNMET])
    many = NUMBERS.get(len(unmet), str(len(unmet)))
    if len(unmet) <= MOST_UNMET:
        return f"{text} {many} things did not work out. {told}"
    rest = len(unmet) - MOST_UNMET
    return (
        f"{text} {many} things did not work out; these first. {told} "
        f"The other {rest} are in the scene's list of what was not met."
    )


def _sentence(text: str) -> str:
    """A reason as a sentence of its own."""
    text = text.strip()
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '!', '?')) else '.'}"


def _stand_ins(labels: list[str]) -> str:
    if not labels:
        return ""
    things = _and([_one(label) for label in labels])
    return f" I know no model of {things}, so a labelled stand-in takes its place."


def _counted(label: str, many: int) -> str:
    return _one(label) if many == 1 else f"{many} {plural(label)}"


def _one(label: str) -> str:
    article = "an" if label[:1].lower() in "aeiou" else "a"
    return f"{article} {label}"


def _and(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
