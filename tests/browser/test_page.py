"""The page in a real Chromium, before a real stack: what a person sees and does."""

from __future__ import annotations

import asyncio
from pathlib import Path

import jwt
import numpy as np
import pytest
from PIL import Image

from tests.acceptance.stack import Up, up
from tests.bare_v2 import v2
from tests.browser.chromium import Browser, browser
from tests.gltf.validator import validate

pytestmark = pytest.mark.timeout(300)

ROOM = "a small office with a red sofa, a wooden desk and a chair at the desk"


@pytest.fixture(scope="module")
def session(stack: Up) -> str:
    """A finished scene, made by another client."""

    async def make() -> str:
        async with v2(stack.ws) as client:
            await client.ask(ROOM)
            return client.session

    return asyncio.run(make())


def log_hash(stack: Up, session: str) -> str:
    """The scene's hash by another client's account."""

    async def look() -> int:
        async with v2(stack.ws, session=session) as client:
            return client.shown.hash

    return f"{asyncio.run(look()):016x}"


def red(picture: Path) -> int:
    """How many pixels are clearly red."""
    with Image.open(picture) as image:
        r, g, b = np.moveaxis(np.asarray(image.convert("RGB"), int), 2, 0)
    return int(((r > 120) & (r > 2 * g) & (r > 2 * b)).sum())


def test_a_sentence_becomes_a_scene_of_meshes(stack: Up, page: Browser, tmp_path: Path) -> None:
    page.open(stack.ready["page"])
    page.until("return scenestream.account().role === 'edit'")
    assert page.text("#hint") == "Say what is to be there."
    page.say(ROOM)
    shown = page.settled()
    meshes = {n["name"] for n in shown["nodes"] if n["mesh"]}
    assert {"red sofa", "wooden desk", "chair"} <= meshes
    assert "Here is your scene" in page.text("#feed")
    assert "generate 3d scene" in page.text("#feed")
    assert shown["hash"] == log_hash(stack, shown["session"])
    assert shown["session"] in page.evaluate("location.search")
    assert red(page.picture(tmp_path / "scene.png")) > 200


def test_a_thing_is_chosen_moved_by_hand_and_put_back(
    stack: Up, page: Browser, session: str
) -> None:
    page.open(f"{stack.ready['page']}?session={session}")
    before = page.settled()
    sofa = page.node("red sofa")
    page.point(sofa["at"])
    page.until(f"return scenestream.account().chosen === '{sofa['id']}'")
    assert page.text("#card-name") == "red sofa"
    page.drag(sofa["at"], {"x": sofa["at"]["x"] + 60, "y": sofa["at"]["y"] + 10})
    moved = page.settled(before["revision"] + 1)
    now = page.node("red sofa")["position"]
    assert abs(now["x"] - sofa["position"]["x"]) + abs(now["z"] - sofa["position"]["z"]) > 0.1
    assert now["y"] == pytest.approx(sofa["position"]["y"])
    assert moved["hash"] == log_hash(stack, session)
    page.click("#undo")
    page.settled(before["revision"] + 2)
    assert page.node("red sofa")["position"] == sofa["position"]


def test_a_thing_is_moved_turned_and_removed_by_the_keys_alone(
    stack: Up, page: Browser, session: str
) -> None:
    page.open(f"{stack.ready['page']}?session={session}")
    first = page.settled()["revision"]
    page.evaluate("document.querySelector('#things-box').open = true")
    page.evaluate(
        "[...document.querySelectorAll('#things button')]"
        ".find((b) => b.textContent === 'chair').focus()"
    )
    page.press("Enter")
    chair = page.node("chair")
    page.until(f"return scenestream.account().chosen === '{chair['id']}'")
    page.press("ArrowLeft")
    page.settled(first + 1)
    moved = page.node("chair")["position"]
    away = (moved["x"] - chair["position"]["x"]) ** 2 + (moved["z"] - chair["position"]["z"]) ** 2
    assert away**0.5 == pytest.approx(0.1, abs=1e-4)
    page.press("e")
    page.settled(first + 2)
    page.press("Delete")
    gone = page.settled(first + 3)
    assert "chair" not in {n["name"] for n in gone["nodes"]}
    page.say("undo the last 3 changes")
    page.settled(first + 4)
    assert page.node("chair")["position"] == chair["position"]


def test_a_session_is_watched_again_and_scrubbed(stack: Up, page: Browser, session: str) -> None:
    page.open(f"{stack.ready['page']}?session={session}")
    now = page.settled()
    page.click("#watch")
    page.until("return scenestream.account().replay")
    assert page.evaluate("document.querySelector('#undo').disabled")
    scrub = (
        "const s = document.querySelector('#replay-at'); s.value = {to}; "
        "s.dispatchEvent(new Event('input')); s.dispatchEvent(new Event('change'));"
    )
    page.until("return Number(document.querySelector('#replay-at').max) > 0.02")
    page.evaluate(f"(() => {{ {scrub.format(to=0)} }})()")
    page.until("return scenestream.account().nodes.length === 0")
    page.click("#replay-step")
    page.evaluate(f"(() => {{ {scrub.format(to='s.max')} }})()")
    page.until(f"return scenestream.account().hash === '{now['hash']}'")
    page.click("#replay-end")
    page.until("return !scenestream.account().replay")
    assert page.settled()["hash"] == now["hash"]


def test_a_replay_tells_each_thing_once_and_only_what_was_by_then(
    stack: Up, page: Browser, session: str
) -> None:
    page.open(f"{stack.ready['page']}?session={session}")
    page.settled()
    page.until(f"return document.querySelector('#feed').textContent.includes('{ROOM}')")
    page.click("#watch")
    page.until("return document.querySelector('#feed').textContent.includes('Here is your scene')")
    assert page.text("#feed").count(ROOM) == 1
    assert page.text("#feed").count("laid out in blocks") == 1
    page.evaluate(
        "(() => { const s = document.querySelector('#replay-at'); s.value = 0;"
        "s.dispatchEvent(new Event('input')); s.dispatchEvent(new Event('change')); })()"
    )
    page.until("return document.querySelector('#feed').textContent === ''")
    page.click("#replay-end")
    page.until(f"return document.querySelector('#feed').textContent.includes('{ROOM}')")


def test_an_example_is_a_scene_at_a_click_and_another_sees_who_is_there(
    stack: Up, page: Browser
) -> None:
    page.open(stack.ready["page"])
    page.until("return !document.querySelector('#examples').hidden")
    page.click("#examples button")
    first = page.settled()
    assert first["nodes"]
    assert page.evaluate("document.querySelector('#empty').hidden")
    with browser() as other:
        other.open(f"{stack.ready['page']}?session={first['session']}")
        assert other.settled()["hash"] == first["hash"]
        page.until("return document.querySelector('#here').textContent === '2 here'")
        other.say("make it night")
        night = page.settled(first["revision"] + 1)
        assert other.settled(night["revision"])["hash"] == night["hash"]
    page.until("return document.querySelector('#here').textContent === ''")
    page.evaluate("document.querySelector('#stage').focus()")
    page.press("Control+z")
    assert page.settled(night["revision"] + 1)["hash"] == first["hash"]


def test_the_scene_is_saved_as_a_file_that_other_programs_read(
    stack: Up, page: Browser, session: str, tmp_path: Path
) -> None:
    page.open(f"{stack.ready['page']}?session={session}")
    page.settled()
    saved = page.download("#save", tmp_path / "scene.glb")
    assert validate(saved.read_bytes()).errors == 0


def test_a_session_that_is_not_there_says_so(stack: Up, page: Browser) -> None:
    page.open(f"{stack.ready['page']}?session=none-such")
    page.until("return !document.querySelector('#link').hidden")
    assert "no session" in page.text("#link")
    page.click("#new")
    page.until("return scenestream.account().role === 'edit'")


def test_markup_in_what_is_said_stays_text(stack: Up, page: Browser) -> None:
    page.open(stack.ready["page"])
    page.until("return scenestream.account().role === 'edit'")
    page.say("a room with <img src=x onerror=alert(1)> a chair")
    page.until("return document.querySelector('#feed').textContent.includes('<img')")
    assert page.evaluate("document.querySelector('#feed img')") is None
    page.until("return !scenestream.account().open")


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_it_is_dark_or_light_and_fits_a_phone(
    stack: Up, page: Browser, session: str, scheme: str
) -> None:
    page.prefer(scheme)
    page.open(f"{stack.ready['page']}?session={session}", width=390, height=780)
    page.settled()
    assert page.evaluate("document.documentElement.dataset.theme") == scheme
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    boxes = "['#stage', '#text', '#send', '#undo'].map((w) => document.querySelector(w)"
    for box in page.evaluate(f"{boxes}.getBoundingClientRect().toJSON())"):
        assert box["right"] <= 391
        assert box["bottom"] <= 781
        assert box["width"] > 30


def test_a_gateway_that_is_killed_is_found_again(tmp_path: Path) -> None:
    with browser() as page:
        with up(tmp_path) as first:
            port = first.ws.rstrip("/").rpartition(":")[2]
            page.open(first.ready["page"])
            page.until("return scenestream.account().role === 'edit'")
            page.say(ROOM)
            shown = page.settled()
            first.kill()
            page.until("return document.querySelector('#link-text').textContent.includes('lost')")
            page.say("make it night")  # while nobody hears it
        with up(tmp_path, "--port", port) as second:
            night = page.settled(shown["revision"] + 1)
            assert night["session"] == shown["session"]
            assert night["hash"] == log_hash(second, shown["session"])
            assert page.text("#feed").count("make it night") == 1


def test_a_server_that_wants_to_know_who_asks_for_a_token(tmp_path: Path) -> None:
    secret = "a secret of at least thirty-two bytes"
    token = jwt.encode({"sub": "ada", "exp": 4_000_000_000}, secret, algorithm="HS256")
    with browser() as page, up(tmp_path, SCENESTREAM_JWT_SECRET=secret) as stack:
        page.open(stack.ready["page"])
        page.until("return document.querySelector('#ask').open")
        page.evaluate(f"document.querySelector('#token').value = '{token}'")
        page.press("Enter") if page.evaluate(
            "document.activeElement.id"
        ) == "token" else page.click("#ask button")
        page.until("return scenestream.account().role === 'edit'")
        assert token not in page.evaluate("location.href")
        page.open(f"{stack.ready['page']}?token={token}")
        page.until("return scenestream.account().role === 'edit'")
        assert token not in page.evaluate("location.href")
