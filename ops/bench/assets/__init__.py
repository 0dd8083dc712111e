"""Assets of the embedded engines: from words and from pictures to meshes, and who waits for whom.

All of it through the product: real Redis, a worker, one engine process on one core. The machine's
noise is in all figures but those of processor time (``cpu``); ``overhead`` is what a mesh takes
from its request to its end, less the calls of its engine and of the asset gate, each of the same
mesh. ``idle``: of the time that a batch takes, what the engine's process had nothing to do.
"""

from __future__ import annotations

import asyncio

from ops.bench.assets.making import Made, make
from ops.bench.assets.timed import idle_share
from ops.bench.assets.validating import errors_of
from ops.bench.figure import Figure, percentile

TEXT_MS, PICTURE_MS, OVERHEAD_MS, IDLE_PERCENT = 100.0, 1000.0, 10.0, 5.0


def measure() -> list[Figure]:
    """The figures of this file."""
    return _figures(asyncio.run(make()))


def _figures(made: Made) -> list[Figure]:
    text, pictures = made.texts_ms, made.pictures_ms
    meshes = made.engine_of_pictures
    overhead = [
        total - (engine.took_s + gate.took_s) * 1000
        for total, engine, gate in zip(pictures, meshes, made.gate_of_pictures, strict=True)
    ]
    gates = [span.cpu_s * 1000 for span in made.gate_of_texts]
    stages = [sum(cpu) * 1000 for cpu in made.cpu_of_texts]
    return [
        Figure("assets.text_to_glb.p50", percentile(text, 0.5), "ms", None, TEXT_MS),
        Figure("assets.text_to_glb.p95", percentile(text, 0.95), "ms"),
        Figure("assets.text_to_glb.cpu", percentile(stages, 0.5), "ms"),
        Figure("assets.picture_512_to_mesh.p50", percentile(pictures, 0.5), "ms", None, PICTURE_MS),
        Figure("assets.picture_512_to_mesh.most", max(pictures), "ms", None, PICTURE_MS),
        Figure(
            "assets.picture_512_to_mesh.cpu",
            percentile([span.cpu_s * 1000 for span in meshes], 0.5), "ms",
        ),
        Figure("assets.gate.cpu.p50", percentile(gates, 0.5), "ms"),
        Figure("assets.gate.cpu.p95", percentile(gates, 0.95), "ms"),
        Figure("assets.mesh_overhead.p50", percentile(overhead, 0.5), "ms", None, OVERHEAD_MS),
        Figure("assets.batch_of_32.idle", idle_share(made.batch) * 100, "%", None, IDLE_PERCENT),
        Figure("assets.batch_of_32.seconds", made.batch_s, "s"),
        Figure("assets.memory.peak", made.peak_mb, "MB"),
        Figure("assets.validator.errors", errors_of(made.glbs), "errors", None, 0),
    ]  # fmt: skip
