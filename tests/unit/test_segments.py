"""A segment's table: every entry exactly as it was, readable by whoever reads Parquet."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.errors import MissingEngine
from schemas.ids import EventId, SessionId, event_order
from streams.log import Row
from streams.past import segments
from streams.past.history import FIRST, LAST
from streams.past.segments import Table, Writer

S = SessionId("session-1")
BROKEN = (
    "",
    "{",
    "[1]",
    '"text"',
    "null",
    '{"type":7}',
    '{"type":"x","v":"y","took_ms":"z"}',
    f'{{"v":1{"0" * 400},"took_ms":1{"0" * 400}}}',
    "é\n",
)


def told(n: int) -> str:
    """The document of the ``n``-th event of a log."""
    cause = f'"cause":"{1000 + n}-0",' if n else ""
    return (
        f'{{"type":"agent.thought","v":2,{cause}"by":"c1","took_ms":1.5,"data":{{"text":"é {n}"}}}}'
    )


def rows(count: int) -> list[Row]:
    """Three events in each ms."""
    return [
        (f"{1_700_000_000_000 + n // 3}-{n % 3}", {"request": f"r{n // 10}", "e": told(n)})
        for n in range(count)
    ]


def table(entries: Sequence[Row], at_once: int = 700) -> Table:
    return Table(written(entries, at_once))


def written(entries: Sequence[Row], at_once: int = 700) -> bytes:
    writer = Writer(S)
    for start in range(0, len(entries), at_once):
        writer.add(entries[start : start + at_once])
    return writer.close()


def between(found: Table, after: EventId = FIRST, upto: EventId = LAST) -> list[Row]:
    return [row for page in found.between(after, upto) for row in page]


DOCUMENTS = st.lists(
    st.tuples(st.text(), st.one_of(st.text(st.characters(codec="utf-8")), st.sampled_from(BROKEN))),
    min_size=1,
    max_size=20,
)


@given(DOCUMENTS)
def test_what_goes_in_comes_out_whatever_it_is(entries: list[tuple[str, str]]) -> None:
    utf8 = [(r.encode(errors="replace").decode(), d) for r, d in entries]
    given_rows = [(f"{n}-{n}", {"request": r, "e": d}) for n, (r, d) in enumerate(utf8, 1)]
    assert between(table(given_rows)) == given_rows


def test_every_part_of_a_table_can_be_read_from_both_sides(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(segments, "GROUP", 50)
    entries = rows(333)
    found = table(entries, at_once=70)
    assert found.rows == 333
    assert [len(page) for page in found.between(FIRST, LAST)] == [50, 50, 50, 50, 50, 50, 33]
    places = [*range(0, 333, 7), 49, 50, 51, 332]
    for n in places:
        at = EventId(entries[n][0])
        assert between(found, after=at) == entries[n + 1 :]
        assert between(found, upto=at) == entries[: n + 1]
        runs = list(found.back(at, 20))
        assert [row for run in reversed(runs) for row in run] == entries[: n + 1]
        assert all(len(run) <= 20 for run in runs)
    assert between(found, EventId(entries[40][0]), EventId(entries[160][0])) == entries[41:161]
    assert between(found, LAST) == between(found, upto=FIRST) == []
    assert list(found.back(FIRST, 20)) == []
    nowhere = EventId("1700000000050-9")  # between two events
    assert between(found, upto=nowhere)[-1] == entries[152]


def test_a_page_in_the_middle_costs_one_row_group(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    whole = segments._Group

    def noted(file: object, group: int) -> segments._Group:
        read.append(group)
        return whole(file, group)

    monkeypatch.setattr(segments, "GROUP", 50)
    monkeypatch.setattr(segments, "_Group", noted)
    entries = rows(500)
    found = table(entries)
    next(found.between(EventId(entries[260][0]), LAST))
    next(found.back(EventId(entries[110][0]), 10))
    assert read == [5, 2]


def test_duckdb_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "segment"
    file.write_bytes(written(rows(120)))
    with duckdb.connect() as db:
        columns = db.execute(f"describe select * from read_parquet('{file}')").fetchall()
        assert [(c[0], c[1]) for c in columns] == [
            ("session", "VARCHAR"),
            ("id", "VARCHAR"),
            ("ms", "BIGINT"),
            ("serial", "BIGINT"),
            ("at", "TIMESTAMP WITH TIME ZONE"),
            ("type", "VARCHAR"),
            ("v", "INTEGER"),
            ("request", "VARCHAR"),
            ("cause", "VARCHAR"),
            ("by", "VARCHAR"),
            ("took_ms", "DOUBLE"),
            ("trace", "VARCHAR"),
            ("document", "VARCHAR"),
        ]
        asked = f"""
            select request, count(*), sum(took_ms), min(epoch_ms("at")), count(trace),
                   min(document->>'$.data.text')
            from read_parquet('{file}')
            where type = 'agent.thought' and ms >= 1700000000010 and session = 'session-1'
            group by request order by request limit 2
        """
        assert db.execute(asked).fetchall() == [
            ("r10", 10, 15.0, 1_700_000_000_033, 0, "é 100"),
            ("r11", 10, 15.0, 1_700_000_000_036, 0, "é 110"),
        ]
        in_order = f"select id from read_parquet('{file}') order by ms desc, serial desc limit 1"
        assert db.execute(in_order).fetchall() == [(rows(120)[-1][0],)]


def test_pandas_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "segment"
    broken = [(f"9-{n}", {"request": "", "e": text}) for n, text in enumerate(BROKEN)]
    file.write_bytes(written([*broken, *rows(30)]))
    frame = pandas.read_parquet(file)
    assert len(frame) == 30 + len(BROKEN)
    assert list(frame["document"]) == [*BROKEN, *(told(n) for n in range(30))]
    assert frame["type"].isna().sum() == len(BROKEN) - 1  # one of them says "x"
    last = frame.iloc[-1]
    assert last["at"].to_pydatetime() == datetime.fromtimestamp(1_700_000_000.009, UTC)
    assert (last["v"], last["cause"], last["by"], last["request"]) == (2, "1029-0", "c1", "r2")
    assert json.loads(last["document"])["data"] == {"text": "é 29"}
    ids = list(frame.sort_values(["ms", "serial"])["id"])
    assert ids == sorted(ids, key=event_order)


def test_an_event_that_tells_its_own_time_has_that() -> None:
    document = '{"type":"x","at":"2026-03-01T12:30:00+01:00","data":{}}'
    (row,) = [segments._columns(S, ("5-0", {"request": "", "e": document}))]
    assert row["at"] == datetime(2026, 3, 1, 11, 30, tzinfo=UTC)


@pytest.mark.parametrize("missing", ["pyarrow", "pyarrow.parquet"])
def test_without_pyarrow_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(MissingEngine, match=r"pip install 'scenestream\[archive\]'"):
        segments.parquet()
