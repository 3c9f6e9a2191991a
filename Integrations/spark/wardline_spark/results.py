"""What a run leaves, and how its parts become one."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wardline_spark.cutting import header_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyspark.sql import DataFrame, SparkSession


@dataclass(frozen=True)
class Result:
    """The files of a run, in its output folder.

    `text` is the summary that people read, `summary` the same as data; both are None where parts have no sums that add
    up: `summaries` has those of the parts.
    """

    folder: Path
    parts: tuple[Path, ...]
    rows: int
    text: str | None
    summary: dict[str, Any] | None
    whole: frozenset[str] = frozenset()
    """The names of files that are there once, in `folder`."""

    def paths(self, name: str = "rows.csv") -> list[Path]:
        """Return the files of a name, such as `rejects.csv`, in the order of the requests; each has a header."""
        if name in self.whole:
            return [self.folder / name]
        return [part / name for part in self.parts]

    def summaries(self) -> list[dict[str, Any]]:
        """Return the parts' summaries as data."""
        return [read_summary(path) for path in (part / "summary.json" for part in self.parts)]

    def join(self, target: str | Path, name: str = "rows.csv") -> None:
        """Write the parts as one file, byte for byte what one process writes; it takes its name when it is whole."""
        join(self.paths(name), Path(target))

    def frame(self, spark: SparkSession, name: str = "rows.csv") -> DataFrame:
        """Return the parts as a DataFrame of texts."""
        paths = [str(path) for path in self.paths(name)]
        return spark.read.csv(paths, header=True, quote='"', escape='"', multiLine=True, emptyValue="")


def join(parts: Sequence[Path], target: Path) -> None:
    """Write files with the same header as one."""
    handle, scratch = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as whole:
            for number, part in enumerate(parts):
                with part.open("rb") as rows:
                    if number > 0:
                        rows.seek(len(header_of(str(part))))
                    shutil.copyfileobj(rows, whole, 1 << 20)
        os.replace(scratch, target)
    except BaseException:
        os.unlink(scratch)
        raise


def read_summary(path: Path) -> dict[str, Any]:
    """Return a summary as data."""
    summary: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return summary


def read_facts(path: Path) -> dict[str, Any]:
    """Return the facts of a file that are no long lists: long facts are a SQLite file."""
    with path.open("rb") as file:
        is_database = file.read(6) == b"SQLite"
    if not is_database:
        facts: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return facts
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        return {key: json.loads(value) for key, value in database.execute("SELECT key, value FROM facts")}
