"""`make demo`: the whole path once, watched live, with results one can look at."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from gateway.export.exporting import Exports
from ops.client.v1 import connected, save
from ops.looking import ndjson
from ops.settings import Settings
from ops.stack import running
from schemas import events as e
from schemas.ids import SessionId
from schemas.wire_v1 import OK, Frame
from streams.ending import end
from streams.log import Log
from streams.past.history import History

WHOLE = "scene.glb"
"""The whole scene in one file, beside its things in files of their own."""
PROMPT = (
    "A cozy living room with a red sofa against the wall, a round wooden table with two chairs "
    "around it, a vase on the table, a floor lamp next to the sofa, a bookshelf in the corner and "
    "a cat behind the table"
)


async def demo(settings: Settings, prompt: str, out: str, server: str) -> int:
    """Start a stack, ask for ``prompt`` as a v1 client, save and picture the answer.

    ``server``: the command that goes on with it.
    """
    console = Console(highlight=False)
    started = time.perf_counter()
    console.print(f"[bold]{prompt}[/bold]\n")

    def say(component: str, what: str) -> None:
        console.print(f"[dim]{component:<10} {what}[/dim]")

    async with (
        running(replace(settings, port=0), say=say) as stack,
        connected(stack.ws or "") as client,
    ):
        asked = time.perf_counter()
        session = SessionId(client.session)
        await client.prompt(prompt)
        answering = asyncio.create_task(client.answer())
        stream = stack.shards.of(session)
        await _watch(console, stream, session, answering)
        frames = await answering
        answered = time.perf_counter()
        folder = Path(out) / session
        files = save(frames[-1], folder)
        log = folder / "session.ndjson"
        events = await stream.read(session)
        log.write_text("".join(f"{ndjson(event)}\n" for event in events), "utf-8")
        files.append(log)
        if frames[-1].type == "generate_3d_scene":
            exports = Exports(History(stack.shards, stack.artifacts), stack.artifacts)
            (folder / WHOLE).write_bytes(await exports.glb(session))
            files.insert(0, folder / WHOLE)
    if frames[-1].status != OK:
        console.print(f"[red]{frames[-1].text}[/red]")
        return 1
    console.print(f"\n{frames[-1].text}\n")
    pictured = await asyncio.to_thread(picture, frames[-1], folder / "preview.png")
    files.extend([folder / "preview.png"] if pictured else [])
    for kind, paths in _by_kind(files):
        console.print(f"  {kind:<16} {paths}")
    console.print(
        f"\n[green]done[/green] in {time.perf_counter() - started:.1f} s "
        f"(answer after {answered - asked:.1f} s)  [bold]{folder}[/bold]"
    )
    page = f"http://{settings.host}:{settings.port}/app/?session={session}"
    console.print(f"go on with it: `{server}`, then {page}", soft_wrap=True)
    return 0


def picture(frame: Frame, file: Path) -> bool:
    """Render what ``frame`` brought, as its client would show it; whether there was anything."""
    from consumers.greybox.render import drawables_from_glb, render_object, render_scene
    from ops.client.build import drawables
    from ops.client.light import lighting

    meshes = {a.id: a.data for a in frame.assets if a.filename.endswith(".glb")}
    if frame.type == "generate_3d_scene":
        document = json.loads(frame.metadata)
        render_scene(drawables(document, meshes), lighting=lighting(document)).save(file)
    elif meshes:
        render_object([d for data in meshes.values() for d in drawables_from_glb(data)], 768).save(
            file
        )
    elif frame.assets:
        file.write_bytes(frame.assets[0].data)
    else:
        return False
    return True


async def _watch(
    console: Console, log: Log, session: SessionId, answering: asyncio.Task[list[Frame]]
) -> None:
    """Show the session's events as they come, until the answer is there."""
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", justify="left"),
        BarColumn(bar_width=24),
        TextColumn("{task.completed:.0f}/{task.total:.0f} assets"),
        TimeElapsedColumn(),
        console=console,
        transient=True,
    )
    watching = asyncio.create_task(_follow(bar, console, log, session))
    with bar:
        await asyncio.wait({answering, watching}, return_when=asyncio.FIRST_COMPLETED)
    await end(watching)


async def _follow(bar: Progress, console: Console, log: Log, session: SessionId) -> None:
    task = bar.add_task("listening", total=1)
    seen: set[str] = set()
    async for entry in log.feed("0-0"):
        event = entry.event
        if event.session != session or (event.id and event.id in seen):
            continue
        if event.id:
            seen.add(event.id)
        _show(bar, task, console, event)


def _show(bar: Progress, task: TaskID, console: Console, event: e.Event) -> None:
    match event.data:
        case e.AgentThought(text=text):
            console.print(f"[cyan]agent[/cyan]      {text}")
        case e.SceneDecomposed(wishes=wishes, slots=slots):
            names = ", ".join(w.name for w in wishes)
            console.print(f"[cyan]decompose[/cyan]  {names}")
            bar.update(task, total=max(1, len(slots)), description="making")
        case e.SceneBlockedOut(nodes=nodes):
            console.print(f"[cyan]block-out[/cyan]  {len(nodes)} nodes laid out")
        case e.ImageGenerated(label=label):
            bar.update(task, description=f"drawn {label}")
        case e.AssetMatched(label=label):
            bar.update(task, advance=1, description=f"in the library: {label}")
        case e.AssetRegistered(label=label):
            bar.update(task, advance=1, description=f"made {label}")
        case e.SceneComposed():
            console.print("[cyan]compose[/cyan]    the scene is complete")
        case e.StageRetried() as retried:
            console.print(f"[yellow]{retried.stage}[/yellow] {retried.message}; trying again")


def _by_kind(files: Sequence[Path]) -> list[tuple[str, str]]:
    glbs = [f for f in files if f.suffix == ".glb" and f.name != WHOLE]
    rows = [(f.name, f"{f.stat().st_size / 1024:,.0f} KiB") for f in files if f not in glbs]
    if glbs:
        size = sum(f.stat().st_size for f in glbs) / 1024
        rows.append((f"{len(glbs)} x .glb", f"{size:,.0f} KiB"))
    return rows
