"""Models that share a device's memory: here a make-believe budget, and engines that only count."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consumers.handler import Watch
from consumers.mesh import engines
from consumers.mesh.port import Made, Wish
from consumers.residency import DoesNotFit, Lodger, Residency
from consumers.settings import EngineSettings
from schemas.errors import MissingEngine
from schemas.flow import Stage


@dataclass
class FakeModel:
    """What a loader makes: ``needs_mib`` of a make-believe device."""

    needs_mib: int


@dataclass
class FakeDevice:
    """A budget in MiB, and what happened on it."""

    has_mib: int
    sharers: int = 1
    loads: list[str] = field(default_factory=list)
    tidied: int = 0

    def __post_init__(self) -> None:
        self.residency = Residency(self.has_mib, self.sharers, self._tidy)

    def _tidy(self) -> None:
        self.tidied += 1

    def admit(self, name: str, needs_mib: int, told: bool = True) -> Lodger[FakeModel]:
        def load() -> FakeModel:
            self.loads.append(name)
            return FakeModel(needs_mib)

        return self.residency.admit(name, load, needs_mib if told else None)


def test_models_that_fit_together_stay_together() -> None:
    device = FakeDevice(48)
    a, b = device.admit("a", 20), device.admit("b", 20)
    for lodger in (a, b, a, b):
        with lodger.use():
            pass
    assert device.loads == ["a", "b"]
    assert device.residency.loaded == ("a", "b")


def test_what_was_used_longest_ago_makes_room_and_comes_back() -> None:
    device = FakeDevice(48)
    a, b = device.admit("a", 20), device.admit("b", 20)
    with a.use():
        pass
    c = device.admit("c", 20)
    assert device.residency.loaded == ("a", "c")
    assert device.tidied == 1
    with b.use() as model:
        assert model.needs_mib == 20
    assert device.residency.loaded == ("c", "b")
    with c.use():
        pass
    assert device.loads == ["a", "b", "c", "b"]


def test_a_model_at_work_is_not_unloaded() -> None:
    device = FakeDevice(48)
    a, b = device.admit("a", 20), device.admit("b", 20)
    with a.use(), b.use():
        device.admit("c", 20)
        assert device.residency.loaded == ("a", "b", "c")


def test_one_of_unknown_size_has_the_device_to_itself_the_first_time() -> None:
    device = FakeDevice(48)
    a = device.admit("a", 20)
    b = device.admit("b", 20, told=False)
    assert list(device.residency.loaded) == ["b"]
    with a.use(), b.use():
        assert device.residency.loaded == ("a", "b")


def test_engines_of_one_name_share_their_model() -> None:
    device = FakeDevice(48)
    assert device.admit("a", 20) is device.admit("a", 20)
    assert device.loads == ["a"]


def test_one_that_never_fits_is_refused_with_what_would_do() -> None:
    device = FakeDevice(8192)
    with pytest.raises(DoesNotFit) as refused:
        device.admit("trellis", 16384)
    assert str(refused.value) == (
        "trellis needs 16384 MiB of GPU memory and this process has 8192 MiB; run it on a GPU "
        "with 16384 MiB or more, or take an engine that needs less"
    )
    assert device.loads == []
    assert isinstance(refused.value, MissingEngine)


def test_one_that_fits_the_device_but_not_its_part_is_told_how_many_may_share() -> None:
    with pytest.raises(DoesNotFit, match="start it with --workers 2"):
        FakeDevice(49152, sharers=4).admit("trellis", 24576)


def test_one_whose_size_shows_when_it_is_loaded_is_given_up_again() -> None:
    device = FakeDevice(8192)
    with pytest.raises(DoesNotFit):
        device.admit("a", 9000, told=False)
    assert device.residency.loaded == ()
    assert device.tidied == 1


def test_where_nobody_knows_the_memory_nothing_is_unloaded() -> None:
    device = FakeDevice(0)
    for name in "abc":
        device.admit(name, 10**6)
    assert device.residency.loaded == ("a", "b", "c")


def test_a_loader_that_fails_leaves_the_others_as_they_were() -> None:
    device = FakeDevice(48)
    a = device.admit("a", 20)

    def load() -> FakeModel:
        raise MissingEngine("its weights are not there")

    with pytest.raises(MissingEngine, match="weights"):
        device.residency.admit("b", load, 20)
    with a.use():
        pass
    assert device.loads == ["a"]


@given(
    st.lists(st.integers(0, 5), max_size=40), st.lists(st.integers(1, 48), min_size=6, max_size=6)
)
def test_what_is_loaded_always_fits(uses: list[int], sizes: list[int]) -> None:
    device = FakeDevice(48)
    lodgers = [device.admit(str(n), size) for n, size in enumerate(sizes)]
    for n in uses:
        with lodgers[n].use():
            loaded = device.residency.loaded
            assert loaded[-1] == str(n)
            assert sum(sizes[int(name)] for name in loaded) <= 48


class FakeSculptor:
    """A mesh engine as large as it says, which makes nothing."""

    card = None

    def __init__(self, name: str, needs_mib: int) -> None:
        self.name, self.needs_mib = name, needs_mib

    def sculpt(self, wish: Wish, watch: Watch) -> Made:
        return Made(self.name.encode(), (1, 1, 1), 1)


def test_mesh_engines_of_a_process_share_its_device(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    loads = []

    def module(name: str) -> SimpleNamespace:
        def load(model: str, settings: EngineSettings) -> FakeSculptor:
            loads.append(name)
            return FakeSculptor(name, 30)

        return SimpleNamespace(load=load)

    modules = {engines.MODULES[name]: module(name) for name in ("trellis", "hunyuan3d")}
    monkeypatch.setattr(engines, "import_module", modules.__getitem__)
    settings = EngineSettings(
        tmp_path.as_uri(),
        tmp_path,
        tmp_path,
        {Stage.MESH: "trellis,hunyuan3d"},
        residency=Residency(48),
    )
    trellis, hunyuan = engines.chosen(settings)
    watch = Watch(None)  # type: ignore[arg-type]
    for engine in (trellis, hunyuan, trellis):
        assert engine.sculpt(Wish(b""), watch).glb == engine.name.encode()
    assert loads == ["trellis", "hunyuan3d", "trellis", "hunyuan3d", "trellis"]
    assert engines.for_backend((trellis, hunyuan), "hunyuan3d") is hunyuan
