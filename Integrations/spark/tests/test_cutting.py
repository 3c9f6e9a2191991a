"""Ranges of records: no value is read, no record is lost."""

from __future__ import annotations

import csv
import gzip
import io
import random
from typing import TYPE_CHECKING

import pytest

from wardline_spark import WardlineError
from wardline_spark.categories import BLANK, Sorting, grouped, sort_range
from wardline_spark.cutting import cut, header_of

if TYPE_CHECKING:
    from pathlib import Path


def records(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def test_ranges_hold_each_record_once_whatever_is_quoted(tmp_path: Path) -> None:
    chance = random.Random(311)
    values = ["", "a", "two\nlines", 'a "quoted" word', "x,y", "\n\n", "é", 'ends with "', "tr\r\nue"]
    for round_ in range(60):
        ends = chance.choice(["\n", "\r\n"])
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator=ends)
        writer.writerow(["id", "two\nlined" if round_ % 3 == 0 else "name"])
        for row in range(chance.randrange(40)):
            writer.writerow([row, chance.choice(values)])
        data = text.getvalue().encode()
        data = data if chance.random() < 0.5 else data.rstrip(b"\r\n")
        path = tmp_path / f"{round_}.csv"
        path.write_bytes(data)
        for parts in (1, 2, 3, 7, 50):
            ranges = cut([str(path)], parts)
            pieces = [b"".join(part.blocks()) for part in ranges]
            assert header_of(str(path)) + b"".join(pieces) == data
            assert [row for piece in pieces for row in records(piece)] == records(data)[1:]
            assert len(ranges) <= parts
            for part in ranges:
                assert part.first_line == 1 + data.count(b"\n", 0, part.start)


def test_ranges_are_alike_in_size(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes(b"id\n" + b"123456789\n" * 100_000)
    sizes = [part.stop - part.start for part in cut([str(path)], 16)]
    assert len(sizes) == 16
    assert max(sizes) - min(sizes) < 200


def test_lines_of_several_files_are_counted_as_under_one_header(tmp_path: Path) -> None:
    paths = [str(tmp_path / name) for name in ("a.csv", "b.csv", "c.csv")]
    for path, text in zip(paths, ("id\n1\n2\n", "id\n", "id\n3\n")):
        with open(path, "w") as file:
            file.write(text)
    assert [(part.path, part.first_line) for part in cut(paths, 1)] == [(paths[0], 2), (paths[2], 4)]


def test_files_with_other_columns_are_no_parts_of_one_whole(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,name\n1,a\n")
    (tmp_path / "b.csv").write_text("name,id\na,1\n")
    with pytest.raises(WardlineError, match="other columns"):
        cut([str(tmp_path / "a.csv"), str(tmp_path / "b.csv")], 2)


def test_packed_files_are_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv.gz"
    path.write_bytes(gzip.compress(b"id\n1\n"))
    with pytest.raises(WardlineError, match="gzip"):
        cut([str(path)], 2)


def test_records_are_sorted_by_category_and_each_is_there_once(tmp_path: Path) -> None:
    chance = random.Random(17)
    categories = ["Pothole", "Graffiti", 'a "b"', "two\nlines", "é", "x,y"]
    facts = {
        "columns": {"header": ["id", "kind", "note"], "fields": {"category": "kind"}},
        "dialect": {"delimiter": ",", "quote": '"', "line_end": "line_feed"},
        "places": {"categories": categories},
    }
    for round_ in range(20):
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator=chance.choice(["\n", "\r\n"]))
        writer.writerow(["id", "kind", "note"])
        for row in range(chance.randrange(1, 200)):
            writer.writerow([row, chance.choice([*categories, " Pothole ", "NULL", ""]), chance.choice(["", "a\r\nb"])])
        data = text.getvalue().encode()
        path = tmp_path / f"{round_}.csv"
        path.write_bytes(data)
        folder = tmp_path / f"sorted-{round_}"
        folder.mkdir()
        ranges = [sort_range(part, Sorting.of(facts), str(folder)) for part in cut([str(path)], 5)]
        groups = grouped(ranges, 3)
        found = [records(b"".join(b"".join(part.blocks()) for part in group)) for group in groups]
        assert sorted(row for rows in found for row in rows) == sorted(records(data)[1:])
        kinds = [{row[1].strip() if row[1].strip() in categories else BLANK for row in rows} for rows in found]
        assert sum(len(kind) for kind in kinds) == len(set().union(*kinds))
        for rows in found:
            for kind in {row[1] for row in rows}:
                numbers = [int(row[0]) for row in rows if row[1] == kind]
                assert numbers == sorted(numbers)
