"""Limits, proxies and certificates, as the environment and the file set them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gateway.limits.settings import PUBLIC, LimitSettings
from gateway.limits.tls import BadCertificate, TlsSettings
from ops.auth_settings import door_settings
from ops.limit_settings import read_limits
from ops.settings import read
from ops.settings_errors import BadSetting


def test_the_usual_limits_are_those_of_who_may_come() -> None:
    assert read_limits({}, "file", {}, is_public=False) == LimitSettings()
    assert read_limits({}, "file", {}, is_public=True) == PUBLIC
    assert door_settings({}).limits == LimitSettings()
    assert door_settings({}, host="0.0.0.0").limits == PUBLIC
    assert door_settings({"SCENESTREAM_JWT_SECRET": "x" * 32}).limits == PUBLIC
    assert not PUBLIC.meters


def test_the_file_changes_them_and_the_environment_goes_before_it(tmp_path: Path) -> None:
    file = tmp_path / "scenestream.toml"
    file.write_text("[limits]\nrequests = 20\ncommands = 60\nping_s = 2.5\n")
    env = {"SCENESTREAM_LIMITS": "commands=0 engine_s=600", "SCENESTREAM_PROXIES": "10.0.0.0/8"}
    door = read(env, data=str(tmp_path)).door
    limits = door.limits
    assert (limits.requests, limits.commands, limits.engine_s, limits.ping_s) == (20, 0, 600, 2.5)
    assert limits.meters
    assert [str(p) for p in door.proxies] == ["10.0.0.0/8"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("comands=1", "SCENESTREAM_LIMITS has no comands; there are address_connections, "),
        ("commands=-1", "SCENESTREAM_LIMITS commands is '-1'; expected 0 or more; 0 is any"),
        ("commands=many", "SCENESTREAM_LIMITS commands is 'many'; expected 0"),
        ("ping_s=0", "SCENESTREAM_LIMITS ping_s is '0'; expected 0.1 or more"),
        ("ping_s=nan", "SCENESTREAM_LIMITS ping_s is 'nan'; expected 0.1"),
        ("commands", "SCENESTREAM_LIMITS has 'commands'; expected NAME=VALUE"),
    ],
)
def test_a_limit_that_is_none_is_named(text: str, message: str) -> None:
    with pytest.raises(BadSetting, match=re.escape(message)):
        read_limits({}, "file", {"SCENESTREAM_LIMITS": text}, is_public=True)


@pytest.mark.parametrize("table", [3, {"commands": True}, {"requests": "x"}])
def test_a_table_that_is_none_is_named(table: object) -> None:
    with pytest.raises(BadSetting, match=r"scenestream\.toml"):
        read_limits(table, "scenestream.toml", {}, is_public=True)


def test_a_certificate_comes_with_its_key_and_a_broken_one_is_said(tmp_path: Path) -> None:
    assert door_settings({}).tls is None
    env = {"SCENESTREAM_TLS_CERT": "c.pem", "SCENESTREAM_TLS_KEY": "k.pem"}
    assert door_settings(env).tls == TlsSettings("c.pem", "k.pem")
    with pytest.raises(BadSetting, match="SCENESTREAM_TLS_CERT is not; set it"):
        door_settings({"SCENESTREAM_TLS_KEY": "k.pem"})
    broken = tmp_path / "broken.pem"
    broken.write_text("no certificate")
    for path in (str(broken), str(tmp_path / "none.pem")):
        with pytest.raises(BadCertificate, match=re.escape(path)):
            TlsSettings(path).context()
