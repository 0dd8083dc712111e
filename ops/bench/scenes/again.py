"""All scenes once more, in a process of its own: a digest a line, in the list's order.

``python -m ops.bench.scenes.again``
"""

from __future__ import annotations

from ops.bench.scenes.cases import prompts
from ops.bench.scenes.digest import digest
from ops.bench.scenes.session import Session, engines


def main() -> None:
    stages = engines()
    for case in prompts():
        session = Session(stages)
        session.say(case.said)
        print(digest(session))


if __name__ == "__main__":
    main()
