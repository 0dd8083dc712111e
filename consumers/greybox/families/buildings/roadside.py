"""What stands by the road: petrol stations, walls of tyres."""

from __future__ import annotations

from consumers.greybox.families.buildings.fittings import PANE
from consumers.greybox.families.furniture.joinery import DARK_METAL, WHITE
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import box, ring


def gas_station(b: Draft) -> None:
    """A shop with a glass front at the back, a canopy on posts before it, a sign with prices."""
    w, d = b.w * 0.86, b.d * 0.45
    shop, back = 0.66 * b.h, -b.d / 2 + d / 2
    b.add("walls", box(w, shop, d, 0, 0, back))
    front = back + d / 2
    b.add("windows", box(0.58 * w, 0.6 * shop, 0.02 * b.d, -0.16 * w, 0.16 * shop, front), PANE)
    for i in range(5):
        x = (-0.45 + 0.145 * i) * w
        b.add("frames", box(0.012 * w, 0.62 * shop, 0.03 * b.d, x, 0.15 * shop, front), WHITE)
    b.add("door", box(0.2 * w, 0.74 * shop, 0.025 * b.d, 0.3 * w, 0, front), PANE)
    b.add("frames", box(0.23 * w, 0.78 * shop, 0.015 * b.d, 0.3 * w, 0, front), WHITE)
    b.add("eaves", box(1.03 * w, 0.1 * shop, 1.05 * d, 0, shop, back), DARK_METAL)
    red = stuff("paint", "#c8322f")
    deep = 0.62 * b.d
    ahead = b.d / 2 - deep / 2
    b.add("canopy", box(b.w * 0.94, 0.08 * b.h, deep, -0.03 * b.w, 0.84 * b.h, ahead), WHITE)
    b.add("stripe", box(b.w * 0.95, 0.07 * b.h, deep * 1.01, -0.03 * b.w, 0.87 * b.h, ahead), red)
    for s in (-1, 1):
        post = box(0.03 * b.w, 0.85 * b.h, 0.03 * b.w, (s * 0.36 - 0.03) * b.w, 0, 0.3 * b.d)
        b.add("posts", post, WHITE)
    x = b.w / 2 - 0.03 * b.w
    b.add("sign", box(0.06 * b.w, 0.5 * b.h, 0.16 * b.d, x, 0.5 * b.h, 0.4 * b.d), red)
    b.add("sign post", box(0.04 * b.w, 0.52 * b.h, 0.06 * b.d, x, 0, 0.4 * b.d), DARK_METAL)
    for i in range(3):
        price = box(0.062 * b.w, 0.07 * b.h, 0.12 * b.d, x, (0.55 + 0.13 * i) * b.h, 0.4 * b.d)
        b.add("prices", price, WHITE)


def tyre_wall(b: Draft) -> None:
    """Stacks of tyres side by side, painted red and white in turn."""
    r, rows = b.d / 2, max(2, round(b.h / 0.22))
    count = max(1, round(b.w / b.d))
    tall = b.h / rows
    for i in range(count):
        x = (i + 0.5 - count / 2) * b.w / count
        for k in range(rows):
            tyre = ring(0.7 * r, 0.5 * tall, n=16).move(x, (k + 0.5) * tall, 0)
            b.add(f"tyres {i % 2}", tyre, b.main if i % 2 else b.tone(1.6))


MODELS: dict[str, Family] = {
    "gas station": gas_station,
    "tyre wall": tyre_wall,
}
