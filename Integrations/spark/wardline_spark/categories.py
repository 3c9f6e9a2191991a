"""Sorts the records of CSV files by category, as bytes: a place is found among all rows of one category."""

from __future__ import annotations

import csv
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wardline_spark.cutting import Part
from wardline_spark.errors import WardlineError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

BLANK = ""
"""Stands for rows without a category, and for rows that are none."""


@dataclass(frozen=True)
class Sorting:
    """Where the category stands in a record, as facts tell it."""

    column: int
    names: frozenset[str]
    delimiter: bytes
    quote: bytes

    @classmethod
    def of(cls, facts: dict[str, Any]) -> Sorting:
        """Return what the facts of all rows tell."""
        name = facts["columns"]["fields"].get("category")
        if name is None:
            raise WardlineError("the requests have no column of categories, so that there is nothing to split them by")
        writing = facts["dialect"]
        if writing is None or writing["line_end"] != "line_feed":
            raise WardlineError("only CSV whose lines end in line feeds is split by category; read it as a DataFrame")
        return cls(
            facts["columns"]["header"].index(name),
            frozenset(facts["places"]["categories"]),
            writing["delimiter"].encode(),
            writing["quote"].encode(),
        )

    def category(self, record: bytes) -> str:
        """Return a record's category, blank where it is none of those that the facts know."""
        if self.quote in record:
            text = _text(record)
            fields = next(csv.reader([text], delimiter=self.delimiter.decode(), quotechar=self.quote.decode()), [])
            value = fields[self.column] if len(fields) > self.column else BLANK
        else:
            cells = record.split(self.delimiter, self.column + 1)
            value = _text(cells[self.column]) if len(cells) > self.column else BLANK
        value = value.strip()
        return value if value in self.names else BLANK

    def records(self, part: Part) -> Iterator[bytes]:
        """Return the records of a range with their line ends: line ends within quotes end none."""
        rest = b""
        for block in part.blocks():
            lines = _lines(rest + block)
            last = lines.pop()
            record = b""
            for line in lines:
                record += line
                if record.count(self.quote) % 2 == 0:
                    yield record
                    record = b""
            rest = record + last
        if rest:
            yield rest if rest.endswith(b"\n") else rest + b"\n"


def _lines(data: bytes) -> list[bytes]:
    """Split at line feeds, not at returns within fields; what stands behind the last one comes last."""
    *lines, last = data.split(b"\n")
    return [*(line + b"\n" for line in lines), last]


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def sort_range(part: Part, sorting: Sorting, folder: str) -> dict[str, Part]:
    """Write a range's records category by category into one file of the folder, and return where each category stands.

    The file takes its name when it is whole, so that a task that is run again leaves it once.
    """
    found: dict[str, list[bytes]] = {}
    for record in sorting.records(part):
        found.setdefault(sorting.category(record), []).append(record)
    target = Path(folder) / f"range-{part.number:05d}.csv"
    handle, scratch = tempfile.mkstemp(prefix=f".{target.name}-", dir=folder)
    places: dict[str, Part] = {}
    with os.fdopen(handle, "wb") as file:
        for category, records in sorted(found.items()):
            start = file.tell()
            file.writelines(records)
            places[category] = Part(part.number, str(target), start, file.tell(), 2)
    os.replace(scratch, target)
    return places


def grouped(ranges: Sequence[dict[str, Part]], parts: int) -> list[tuple[Part, ...]]:
    """Return at most `parts` groups of whole categories, alike in size; each has its records in the files' order."""
    sizes: dict[str, int] = {}
    for places in ranges:
        for category, part in places.items():
            sizes[category] = sizes.get(category, 0) + part.stop - part.start
    groups: list[tuple[int, list[str]]] = [(0, []) for _ in range(min(parts, len(sizes)))]
    for category in sorted(sizes, key=lambda name: (-sizes[name], name)):
        smallest = min(range(len(groups)), key=lambda index: groups[index][0])
        size, names = groups[smallest]
        groups[smallest] = (size + sizes[category], [*names, category])
    return [
        tuple(
            Part(number, place.path, place.start, place.stop, place.first_line)
            for places in ranges
            for category, place in places.items()
            if category in names
        )
        for number, (_, names) in enumerate(groups)
    ]
