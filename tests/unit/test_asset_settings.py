"""What an asset may be at most, as ``scenestream.toml`` says it."""

from __future__ import annotations

import pytest

from consumers.assets.limits import AssetLimits
from ops.asset_settings import read_assets
from ops.settings_errors import BadSetting


def test_what_is_not_said_is_as_usual() -> None:
    assert read_assets({}, "f") == AssetLimits()
    table = {"triangles": 20_000, "colliders": "parts", "texture_px": 512}
    assert read_assets(table, "f") == AssetLimits(20_000, 512, "parts")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ([], r"expected a table"),
        ({"triangles": 5}, r"f: \[assets\] triangles is 5; expected 100 to 1,000,000"),
        ({"triangles": True}, r"triangles is True"),
        ({"triangles": "many"}, r"triangles is 'many'"),
        ({"colliders": "mesh"}, r"colliders is 'mesh'; expected none, hull, parts"),
        ({"lods": 3}, r"has no lods; its members are colliders, triangles"),
    ],
)
def test_a_wrong_member_is_named_with_what_was_expected(table: object, said: str) -> None:
    with pytest.raises(BadSetting, match=said):
        read_assets(table, "f")
