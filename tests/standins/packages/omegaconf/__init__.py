"""A stand-in for omegaconf (2.3): loads the flat part of a YAML file; members are attributes."""

from __future__ import annotations

from typing import Any


class DictConfig(dict[str, Any]):
    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError as missing:
            raise AttributeError(f"Missing key {name}") from missing

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value


class OmegaConf:
    @staticmethod
    def load(file_: str) -> DictConfig:
        config = DictConfig()
        with open(file_) as file:
            for line in file:
                name, is_member, value = line.partition(":")
                if is_member and not line.startswith((" ", "#")):
                    config[name] = None if value.strip() in ("", "null") else value.strip()
        return config
