"""The commands, run on the parts of files and DataFrames: facts first, the parts side by side, the merge last."""

from __future__ import annotations

import functools
import hashlib
import shutil
import subprocess
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Union

from pyspark.sql import DataFrame, SparkSession

from wardline_spark.categories import Sorting, grouped, sort_range
from wardline_spark.cutting import Part, cut, header_of
from wardline_spark.errors import WardlineError
from wardline_spark.results import Result, read_facts, read_summary
from wardline_spark.running import Job, part_folder, run_part

if TYPE_CHECKING:
    from collections.abc import Sequence

Requests = Union[str, Path, "Sequence[str | Path]", DataFrame]
"""CSV files of one header, a Parquet file or folder (`….parquet`), or a DataFrame."""

_OWN = {
    "-o", "--output", "--format", "--spreadsheet", "--city", "--jobs", "--quiet", "--summary", "--sums", "--rejects",
    "--assignments", "--facts", "--no-header", "--header-from", "--first-line", "--explain", "--baseline", "--changes",
    "--fail-over", "--repairs", "--all-repairs", "--undo", "--check-repairs", "--keep", "--review", "--candidates",
}  # fmt: skip
_WRITTEN = "requests"
_ROWS = ("-o", "rows.csv")
_REJECTS = ("--rejects", "rejects.csv")
_ASSIGNMENTS = ("--assignments", "assignments.csv")
_TOGETHER = {"--across-categories", "--significance"}
_SORTED = "sorted"


def audit(
    spark: SparkSession,
    requests: Requests,
    city: str | Path,
    output: str | Path,
    *,
    options: Sequence[str] = (),
    parts: int | None = None,
    wardline: str = "wardline",
) -> Result:
    """Find misrouted requests: `rows.csv` are the findings, `rejects.csv` what could not be read or judged.

    `city` is the city file; all that it names has to be in its folder or below, since that folder is sent to the
    nodes. `output` is a new folder that every node sees. `options` are further options of the command, such as
    `--all`. `parts` is how many ranges there are, by default the parallelism of the session. `wardline` is the command
    on this machine, which is sent along: the one that `make dist` builds needs nothing of Swift on the nodes.
    """
    run = _Run(spark, city, output, wardline, "audit", options)
    return run.joined(run.split(requests, parts, (_ROWS, _REJECTS)))


def locate(
    spark: SparkSession,
    requests: Requests,
    city: str | Path,
    output: str | Path,
    *,
    options: Sequence[str] = (),
    parts: int | None = None,
    wardline: str = "wardline",
) -> Result:
    """Append the areas of each layer to the rows: `rows.csv`. The arguments are those of `audit`."""
    run = _Run(spark, city, output, wardline, "locate", options)
    return run.joined(run.split(requests, parts, (_ROWS,)))


def geocode(
    spark: SparkSession,
    requests: Requests,
    city: str | Path,
    output: str | Path,
    *,
    options: Sequence[str] = (),
    parts: int | None = None,
    wardline: str = "wardline",
) -> Result:
    """Place the rows' addresses: `rows.csv`, and `rejects.csv` without a place. The arguments are those of `audit`."""
    run = _Run(spark, city, output, wardline, "geocode", options)
    return run.joined(run.split(requests, parts, (_ROWS, _REJECTS)))


def report(
    spark: SparkSession,
    requests: Requests,
    city: str | Path,
    output: str | Path,
    *,
    options: Sequence[str] = (),
    parts: int | None = None,
    wardline: str = "wardline",
) -> Result:
    """Measure times to close by area: `rows.csv` of the whole in the output folder, `rejects.csv` in its parts.

    The parts write sums and `wardline merge report` puts them together. The arguments are those of `audit`; `options`
    also take what needs all rows, such as `--by month`, and a file that one names has to be in the city's folder.
    """
    run = _Run(spark, city, output, wardline, "report", options)
    return run.merged(requests, parts, (_REJECTS,), _ROWS)


def hotspots(
    spark: SparkSession,
    requests: Requests,
    city: str | Path,
    output: str | Path,
    *,
    options: Sequence[str] = (),
    parts: int | None = None,
    wardline: str = "wardline",
) -> Result:
    """Find the places that keep coming back: `rows.csv`, and each row's cluster: `assignments.csv`.

    The rows are split by category, and `wardline merge hotspots` ranks the clusters of all. What goes by all categories
    together is run by one task: `--across-categories`, `--edition public` and tests of significance. The arguments are
    those of `audit`.
    """
    run = _Run(spark, city, output, wardline, "hotspots", options)
    outputs = (_ROWS, _ASSIGNMENTS)
    if any(option.split("=")[0] in _TOGETHER or option in ("public", "--edition=public") for option in options):
        return run.whole(requests, outputs)
    return run.by_category(requests, parts, outputs)


class _Run:
    """One command on one input."""

    def __init__(
        self,
        spark: SparkSession,
        city: str | Path,
        output: str | Path,
        wardline: str,
        command: str,
        options: Sequence[str],
    ) -> None:
        for option in options:
            if option.split("=")[0] in _OWN:
                raise WardlineError(
                    f"{option} is not for parts: the run sets it by itself, or its answer does not add up"
                )
        found = shutil.which(wardline)
        if found is None:
            raise WardlineError(f"there is no command {wardline} on this machine")
        self.spark = spark
        self.city = Path(city).resolve()
        if not self.city.is_file():
            raise WardlineError(f"{city} is no file")
        self.wardline = str(Path(found).resolve())
        self.command = command
        self.options = tuple(options)
        self.folder = Path(output).resolve()
        if self.folder.exists() and any(self.folder.iterdir()):
            raise WardlineError(f"{output} is not empty: a run takes a folder of its own")
        self.folder.mkdir(parents=True, exist_ok=True)

    def split(
        self, requests: Requests, parts: int | None, outputs: tuple[tuple[str, str], ...], *, sums: bool = False
    ) -> tuple[list[Path], int]:
        """Run the command on all parts and return their folders and the rows that they read."""
        paths = self._files(requests)
        facts = self._facts(paths)
        ranges = _ranges(paths, parts or self.spark.sparkContext.defaultParallelism)
        folders, read = self._run(paths, [(part,) for part in ranges], outputs, facts, sums=sums)
        # Sums are held to the facts by the merge, which also knows the rows that a public part tells of by none.
        if not sums:
            self._check(folders, facts)
        return folders, read

    def merged(
        self,
        requests: Requests,
        parts: int | None,
        outputs: tuple[tuple[str, str], ...],
        whole: tuple[str, str],
    ) -> Result:
        """Run the command on all parts for their sums, and put these together on this machine."""
        return self._merge(self.split(requests, parts, outputs, sums=True), (whole,))

    def by_category(self, requests: Requests, parts: int | None, whole: tuple[tuple[str, str], ...]) -> Result:
        """Run the command on parts of whole categories for their sums, and put these together on this machine."""
        paths = self._files(requests)
        facts = self._facts(paths)
        count = parts or self.spark.sparkContext.defaultParallelism
        ranges = _ranges(paths, count)
        sorting = Sorting.of(read_facts(facts))
        folder = self.folder / _SORTED
        folder.mkdir()
        context = self.spark.sparkContext
        context.addPyFile(_package())
        try:
            places = (
                context.parallelize(ranges, len(ranges))
                .map(lambda part: sort_range(part, sorting, str(folder)))
                .collect()
            )
            tasks = grouped(places, count) or [tuple(ranges)]
            return self._merge(self._run(paths, tasks, (), facts, sums=True), whole, _taken(self.options, "--top"))
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _merge(
        self, split: tuple[list[Path], int], whole: tuple[tuple[str, str], ...], options: Sequence[str] = ()
    ) -> Result:
        folders, read = split
        outputs = [word for option, name in whole for word in (option, str(self.folder / name))]
        text = self.local(
            "merge", self.command, *(str(folder / "summary.json") for folder in folders), "--as-given",
            "--city", str(self.city), "--name", "standard input", "--jobs", "1",
            "--summary", str(self.folder / "summary.json"), *outputs, *options,
        )  # fmt: skip
        (self.folder / "summary.txt").write_text(text, "utf-8")
        summary = read_summary(self.folder / "summary.json")
        return Result(self.folder, tuple(folders), read, text, summary, frozenset(name for _, name in whole))

    def _facts(self, paths: list[str]) -> Path:
        """Make the facts of all rows on this machine."""
        facts = self.folder / "facts.json"
        self.local("facts", *paths, "--city", str(self.city), "-o", str(facts), "--quiet")
        return facts

    def whole(self, requests: Requests, outputs: tuple[tuple[str, str], ...]) -> Result:
        """Run the command on all rows in one task."""
        paths = self._files(requests)
        folders, read = self._run(paths, [tuple(_ranges(paths, 1))], outputs, None)
        text = (folders[0] / "summary.txt").read_text("utf-8")
        return Result(self.folder, tuple(folders), read, text, read_summary(folders[0] / "summary.json"))

    def _run(
        self,
        paths: list[str],
        tasks: list[tuple[Part, ...]],
        outputs: tuple[tuple[str, str], ...],
        facts: Path | None,
        *,
        sums: bool = False,
    ) -> tuple[list[Path], int]:
        job = Job(
            command=self.command,
            options=self.options,
            outputs=outputs,
            header=header_of(paths[0]),
            wardline=self._send_file(Path(self.wardline)),
            archive=self._send_city(),
            city=self.city.name,
            facts=None if facts is None else self._send_file(facts),
            folder=str(self.folder),
            sums=sums,
        )
        context = self.spark.sparkContext
        context.addPyFile(_package())
        try:
            told = context.parallelize(tasks, len(tasks)).map(lambda ranges: run_part(job, ranges)).collect()
        finally:
            for left in self.folder.glob(".part-*"):
                shutil.rmtree(left, ignore_errors=True)
            shutil.rmtree(self.folder / _WRITTEN, ignore_errors=True)
        read = 0
        for answer in told:
            if isinstance(answer, str):
                raise WardlineError(answer)
            read += answer
        return [part_folder(self.folder, ranges[0].number) for ranges in tasks], read

    def joined(self, split: tuple[list[Path], int]) -> Result:
        """Take the parts as they are."""
        folders, rows = split
        return Result(self.folder, tuple(folders), rows, None, None)

    def local(self, *arguments: str) -> str:
        """Run the command on this machine and return what it wrote to standard output."""
        done = subprocess.run([self.wardline, *arguments], capture_output=True, check=False)
        if done.returncode != 0:
            words = done.stderr.decode("utf-8", "replace").strip()
            raise WardlineError(
                words or f"wardline {arguments[0]} ended with status {done.returncode} and said nothing"
            )
        return done.stdout.decode("utf-8")

    def _check(self, folders: list[Path], facts: Path) -> None:
        """Hold the parts to the number of requests that the facts know: a range cut within a record has others."""
        whole = read_facts(facts)["rows"]
        counts = [read_summary(folder / "summary.json")["counts"] for folder in folders]
        # What reads rows of any kind counts those too that are no requests.
        read = sum(count.get("requests", count["rows"]) for count in counts)
        if read < whole or (read > whole and "requests" in counts[0]):
            raise WardlineError(
                f"the parts have {read} rows and the whole has {whole}: quotes of the file are not paired, so that "
                "ranges were cut within records; run one process, or let Spark read the file and pass the DataFrame"
            )

    def _files(self, requests: Requests) -> list[str]:
        """Return the requests as CSV files; Spark writes those that are none."""
        if isinstance(requests, (str, Path)):
            if str(requests).endswith(".parquet"):
                return self._files(self.spark.read.parquet(str(requests)))
            return [str(Path(requests).resolve())]
        if not isinstance(requests, DataFrame):
            return [str(Path(path).resolve()) for path in requests]
        folder = self.folder / _WRITTEN
        requests.write.csv(
            str(folder), header=True, quote='"', escape='"', emptyValue="", ignoreLeadingWhiteSpace=False,
            ignoreTrailingWhiteSpace=False, encoding="UTF-8",
        )  # fmt: skip
        return sorted(str(path) for path in folder.glob("part-*.csv"))

    def _send_city(self) -> str:
        """Send the city's folder to the nodes and return the archive's name there."""
        digest = hashlib.sha256()
        city = self.city.parent
        for path in sorted(path for path in city.rglob("*") if path.is_file()):
            digest.update(str(path.relative_to(city)).encode() + b"\0" + path.read_bytes())
        archive = Path(_sent().name) / f"city-{digest.hexdigest()[:32]}.tar"
        if not archive.exists():
            with tarfile.open(archive, "w") as tar:
                tar.add(city, "city")
        self.spark.sparkContext.addArchive(str(archive))
        return archive.name

    def _send_file(self, path: Path) -> str:
        """Send a file under a name that no other content has."""
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:32]
        copy = Path(_sent().name) / f"{path.stem}-{digest}{path.suffix}"
        shutil.copyfile(path, copy)
        self.spark.sparkContext.addFile(str(copy))
        return copy.name


def _taken(options: Sequence[str], name: str) -> list[str]:
    """Return one of the options with its value, where it is among them."""
    for index, option in enumerate(options):
        if option == name:
            return list(options[index : index + 2])
        if option.startswith(f"{name}="):
            return [option]
    return []


@functools.cache
def _sent() -> tempfile.TemporaryDirectory[str]:
    """Return the folder of what is sent: it stays until the program ends, since nodes that join late fetch it then."""
    return tempfile.TemporaryDirectory(prefix="wardline-spark-")


def _package() -> str:
    """Return this package as an archive that nodes import from."""
    archive = Path(_sent().name) / "wardline_spark.zip"
    if not archive.exists():
        here = Path(__file__).parent
        with zipfile.ZipFile(archive, "w") as package:
            for module in sorted(here.glob("*.py")):
                package.write(module, f"{here.name}/{module.name}")
    return str(archive)


def _ranges(paths: list[str], parts: int) -> list[Part]:
    """Return the ranges of files, or one without rows behind a header: a quiet night has an answer too."""
    header = len(header_of(paths[0]))
    return cut(paths, parts) or [Part(0, paths[0], header, header, 2)]
