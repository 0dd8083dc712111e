"""Cars, pickups and vans."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import BLACK, DARK_METAL, STEEL
from consumers.greybox.families.vehicles.car_body import SEDAN, TIRE, VAN, WHITE, Body, shell
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import box, disc

SPORTS = Body(
    hull=(
        (0.5, 0.2),
        (0.5, 0.38),
        (0.4, 0.5),
        (0.12, 0.62),
        (-0.28, 0.68),
        (-0.46, 0.7),
        (-0.5, 0.6),
        (-0.5, 0.2),
    ),
    cabin=((0.2, 0.58), (0.0, 0.94), (-0.14, 0.95), (-0.38, 0.68)),
    roof=(0.0, -0.14),
    radius=0.27,
    clear=0.12,
    narrow=0.72,
    pillars=(-0.12,),
)


JEEP = Body(
    hull=(
        (0.5, 0.26),
        (0.5, 0.56),
        (0.47, 0.6),
        (0.16, 0.62),
        (-0.46, 0.62),
        (-0.48, 0.58),
        (-0.48, 0.26),
    ),
    cabin=((0.19, 0.61), (0.12, 0.97), (-0.45, 0.97), (-0.46, 0.61)),
    roof=(0.12, -0.45),
    radius=0.23,
    clear=0.24,
    narrow=0.93,
    pillars=(-0.06, -0.26),
)


def car(b: Draft) -> None:
    shell(b, SEDAN)


def sports_car(b: Draft) -> None:
    shell(b, SPORTS)
    b.add("spoiler", box(0.86 * b.w, 0.03 * b.h, 0.06 * b.d, 0, 0.84 * b.h, -0.45 * b.d))
    b.add(
        "spoiler",
        box(0.03 * b.w, 0.17 * b.h, 0.04 * b.d, 0.3 * b.w, 0.68 * b.h, -0.45 * b.d).pair(),
    )
    for x in (-0.09, 0.09):
        b.add(
            "stripes",
            box(0.1 * b.w, 0.02 * b.h, 0.3 * b.d, 0, 0, 0)
            .pitch(20.0 * b.h / b.d * 1.5)
            .move(x * b.w, 0.555 * b.h, 0.27 * b.d),
            WHITE,
        )


def jeep(b: Draft) -> None:
    shell(b, JEEP)
    b.add("spare", disc(0.2 * b.h, 0.06 * b.d, 0, 0.52 * b.h, -0.49 * b.d, 20), TIRE)
    b.add("spare rim", disc(0.1 * b.h, 0.07 * b.d, 0, 0.52 * b.h, -0.49 * b.d, 14), STEEL)
    for x in (-0.3, -0.1, 0.1, 0.3):
        b.add(
            "rack",
            box(0.02 * b.w, 0.02 * b.h, 0.5 * b.d, x * b.w, 0.99 * b.h, -0.16 * b.d),
            DARK_METAL,
        )
    for z in (0.06, -0.16, -0.38):
        b.add("rack", box(0.7 * b.w, 0.02 * b.h, 0.02 * b.d, 0, 0.985 * b.h, z * b.d), DARK_METAL)


def pickup_truck(b: Draft) -> None:
    body = Body(
        hull=(
            (0.5, 0.24),
            (0.5, 0.52),
            (0.46, 0.58),
            (0.2, 0.6),
            (-0.12, 0.6),
            (-0.12, 0.34),
            (-0.49, 0.34),
            (-0.49, 0.24),
        ),
        cabin=((0.23, 0.58), (0.12, 0.95), (-0.08, 0.96), (-0.12, 0.59)),
        roof=(0.12, -0.09),
        radius=0.215,
        clear=0.22,
        narrow=0.84,
        pillars=(0.04,),
    )
    shell(b, body)
    y, tall = 0.33 * b.h, 0.27 * b.h
    b.add("bed", box(0.05 * b.w, tall, 0.38 * b.d, 0.455 * b.w, y, -0.305 * b.d).pair())
    b.add("bed", box(0.95 * b.w, tall, 0.02 * b.d, 0, y, -0.485 * b.d))
    b.add("liner", box(0.88 * b.w, 0.02 * b.h, 0.36 * b.d, 0, y + 0.01 * b.h, -0.305 * b.d), BLACK)


def van(b: Draft) -> None:
    shell(b, VAN)
    panel = box(0.02 * b.w, 0.42 * b.h, 0.34 * b.d, 0.44 * b.w, 0.52 * b.h, -0.31 * b.d)
    b.add("panels", panel.roll(3.4).pair())
    b.add(
        "stripe",
        box(0.012 * b.w, 0.06 * b.h, 0.84 * b.d, 0.486 * b.w, 0.36 * b.h, -0.04 * b.d).pair(),
        stuff("paint", "#3f6fa8"),
    )


MODELS: dict[str, Family] = {
    "car": car,
    "sports car": sports_car,
    "jeep": jeep,
    "pickup truck": pickup_truck,
    "van": van,
}
