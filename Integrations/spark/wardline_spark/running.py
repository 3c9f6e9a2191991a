"""Runs the command on one part: what happens on the nodes."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pyspark import SparkFiles

from wardline_spark.errors import WardlineError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wardline_spark.cutting import Part


@dataclass(frozen=True)
class Job:
    """What is the same for all parts of one run."""

    command: str
    options: tuple[str, ...]
    outputs: tuple[tuple[str, str], ...]
    """Options that take a file, and the names of the files: `("-o", "rows.csv")`."""
    header: bytes
    wardline: str
    """The command, by its name among Spark's files; so are the archive of the city's folder, and the facts."""
    archive: str
    city: str
    facts: str | None
    """None where all rows go to one process, which finds them by itself."""
    folder: str
    """The folder of the parts, which every node sees."""
    sums: bool
    """Whether the parts' summaries hold what is put together."""


def part_folder(folder: str | Path, number: int) -> Path:
    """Return where a part's files are."""
    return Path(folder) / f"part-{number:05d}"


def run_part(job: Job, ranges: Sequence[Part]) -> int | str:
    """Run the command on ranges, one after the other, and return the number of rows read, or what it says is wrong.

    All files of a part take their name at once: a part that is killed and run again, or run twice at a time, is there
    once.
    """
    final = part_folder(job.folder, ranges[0].number)
    if not final.exists():
        scratch = Path(tempfile.mkdtemp(prefix=f".{final.name}-", dir=job.folder))
        try:
            if words := _run(job, ranges, scratch):
                return f"{ranges[0].path}, from line {ranges[0].first_line}: {words}"
            _name(scratch, final)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    rows = json.loads((final / "summary.json").read_text("utf-8"))["counts"]["rows"]
    return int(rows)


def _name(scratch: Path, final: Path) -> None:
    try:
        scratch.rename(final)
    except OSError:
        # Another attempt was first: a folder that is not empty is never replaced.
        if not final.exists():
            raise


def _run(job: Job, ranges: Sequence[Part], scratch: Path) -> str | None:
    """Run the command into a folder and return its error; it would say the same again. One that is killed is raised."""
    header = scratch / "header.csv"
    header.write_bytes(job.header)
    arguments = [
        SparkFiles.get(job.wardline), job.command, "-",
        "--city", str(Path(SparkFiles.get(job.archive)) / "city" / job.city),
        "--no-header", "--header-from", str(header), "--first-line", str(ranges[0].first_line),
        "--jobs", "1", "--quiet", "--summary", str(scratch / "summary.json"),
        *job.options,
    ]  # fmt: skip
    if job.facts is not None:
        arguments += ["--facts", SparkFiles.get(job.facts)]
    if job.sums:
        arguments.append("--sums")
    for option, name in job.outputs:
        arguments += [option, str(scratch / name)]
    with (scratch / "summary.txt").open("wb") as text, (scratch / "errors").open("w+b") as errors:
        process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=text, stderr=errors)
        _feed(process, ranges)
        status = process.wait()
        if status < 0:
            raise WardlineError(f"the command was ended by signal {-status} in part {ranges[0].number}")
        if status > 0:
            errors.seek(0)
            return errors.read().decode("utf-8", "replace").strip() or f"the command ended with status {status}"
    for name in ("header.csv", "errors"):
        os.remove(scratch / name)
    return None


def _feed(process: subprocess.Popen[bytes], ranges: Sequence[Part]) -> None:
    assert process.stdin is not None
    try:
        # A command that gave up early closes the pipe; what it says is the error.
        with contextlib.suppress(BrokenPipeError), process.stdin as rows:
            for block in (block for part in ranges for block in part.blocks()):
                rows.write(block)
    except BaseException:
        process.kill()
        process.wait()
        raise
