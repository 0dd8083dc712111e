"""Prints the AsyncAPI document of ``scenestream.v2``: ``python -m ops.asyncapi``."""

from __future__ import annotations

import json

from gateway.v2.asyncapi import document


def main() -> None:
    print(json.dumps(document(), ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
