"""Any number of parts gives the bytes of one process."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Callable

import pytest

import wardline_spark
from wardline_spark import WardlineError

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import OneProcess
    from pyspark.sql import SparkSession


def same(left: Path, right: Path) -> bool:
    with left.open("rb") as a, right.open("rb") as b:
        while True:
            block, other = a.read(1 << 20), b.read(1 << 20)
            if block != other:
                return False
            if not block:
                return True


def test_an_audit_in_16_parts_is_that_of_one_process(
    spark: SparkSession, requests: Path, city: Path, wardline: str, one_process: OneProcess, tmp_path: Path
) -> None:
    whole, rejects = tmp_path / "whole.csv", tmp_path / "whole-rejects.csv"
    one_process("audit", requests, "--all", "-o", str(whole), "--rejects", str(rejects))
    result = wardline_spark.audit(
        spark, requests, city, tmp_path / "out", options=["--all"], parts=16, wardline=wardline
    )
    assert len(result.parts) == 16
    result.join(tmp_path / "joined.csv")
    assert same(tmp_path / "joined.csv", whole)
    result.join(tmp_path / "rejects.csv", "rejects.csv")
    assert same(tmp_path / "rejects.csv", rejects)
    assert sum(part["counts"]["judged"] for part in result.summaries()) == result.rows


@pytest.mark.parametrize("command", ["locate", "geocode"])
def test_rows_in_16_parts_are_those_of_one_process(
    command: str,
    spark: SparkSession,
    requests: Path,
    city: Path,
    wardline: str,
    one_process: OneProcess,
    tmp_path: Path,
) -> None:
    one_process(command, requests, "-o", str(tmp_path / "whole.csv"))
    run: Callable[..., wardline_spark.Result] = getattr(wardline_spark, command)
    result = run(spark, requests, city, tmp_path / "out", parts=16, wardline=wardline)
    result.join(tmp_path / "joined.csv")
    assert same(tmp_path / "joined.csv", tmp_path / "whole.csv")


REPORTS = [
    ["--layer", "district", "--by", "month"],
    ["--layer", "zone", "--edition", "internal", "--check-targets"],
]


@pytest.mark.parametrize("options", REPORTS)
def test_a_report_of_16_parts_is_that_of_one_process(
    options: list[str],
    spark: SparkSession,
    requests: Path,
    city: Path,
    wardline: str,
    one_process: OneProcess,
    tmp_path: Path,
) -> None:
    result = wardline_spark.report(
        spark, requests, city, tmp_path / "out", options=options, parts=16, wardline=wardline
    )
    whole, rejects = tmp_path / "whole.csv", tmp_path / "whole-rejects.csv"
    facts = str(tmp_path / "out/facts.json")
    text = one_process(
        "report", requests, *options, "--facts", facts, "-o", str(whole), "--rejects", str(rejects),
        "--summary", str(tmp_path / "whole.json"),
    )  # fmt: skip
    assert len(result.parts) == 16
    assert same(tmp_path / "out/rows.csv", whole)
    result.join(tmp_path / "joined.csv")
    assert same(tmp_path / "joined.csv", whole)
    result.join(tmp_path / "rejects.csv", "rejects.csv")
    assert same(tmp_path / "rejects.csv", rejects)
    assert result.text is not None
    assert result.text.replace("standard input", "requests.csv") == text


HOTSPOTS: list[list[str]] = [[], ["--rank", "days-open", "--top", "5", "--method", "hdbscan"]]


@pytest.mark.parametrize("options", HOTSPOTS)
def test_hotspots_of_16_parts_by_category_are_those_of_one_process(
    options: list[str],
    spark: SparkSession,
    sample: Path,
    city: Path,
    wardline: str,
    one_process: OneProcess,
    tmp_path: Path,
) -> None:
    # Rows that stand twice, at other categories, or are none.
    header, *rows = sample.read_bytes().splitlines(keepends=True)
    doubled = tmp_path / "requests.csv"
    doubled.write_bytes(header + b"".join(rows + rows[:300]) + b"cut,off\n")
    result = wardline_spark.hotspots(
        spark, doubled, city, tmp_path / "out", options=options, parts=16, wardline=wardline
    )
    names = ("rows.csv", "assignments.csv")
    text = one_process(
        "hotspots", doubled, *options, "--facts", str(tmp_path / "out/facts.json"),
        "-o", str(tmp_path / names[0]), "--assignments", str(tmp_path / names[1]),
    )  # fmt: skip
    assert len(result.parts) == 16
    for name in names:
        assert same(tmp_path / "out" / name, tmp_path / name)
    assert result.rows == 12_301
    assert result.text is not None
    assert result.text.replace("standard input", "requests.csv") == text
    assert not (tmp_path / "out/sorted").exists()


def test_hotspots_of_long_requests_are_those_of_one_process(
    spark: SparkSession, requests: Path, city: Path, wardline: str, one_process: OneProcess, tmp_path: Path
) -> None:
    wardline_spark.hotspots(spark, requests, city, tmp_path / "out", parts=16, wardline=wardline)
    names = ("rows.csv", "assignments.csv")
    one_process(
        "hotspots", requests, "--facts", str(tmp_path / "out/facts.json"),
        "-o", str(tmp_path / names[0]), "--assignments", str(tmp_path / names[1]),
    )  # fmt: skip
    for name in names:
        assert same(tmp_path / "out" / name, tmp_path / name)


def test_hotspots_across_categories_are_those_of_one_process(
    spark: SparkSession, sample: Path, city: Path, wardline: str, one_process: OneProcess, tmp_path: Path
) -> None:
    options = ["--across-categories"]
    one_process(
        "hotspots", sample, *options, "-o", str(tmp_path / "rows.csv"), "--assignments",
        str(tmp_path / "assignments.csv"),
    )  # fmt: skip
    frame = spark.read.csv(str(sample), header=True, quote='"', escape='"', multiLine=True)
    result = wardline_spark.hotspots(spark, frame, city, tmp_path / "out", options=options, wardline=wardline)
    for name in ("rows.csv", "assignments.csv"):
        result.join(tmp_path / f"joined-{name}", name)
        assert same(tmp_path / f"joined-{name}", tmp_path / name)
    assert result.rows == 12_000
    assert result.text


def test_rows_of_one_id_in_several_parts_count_once(
    spark: SparkSession, city: Path, wardline: str, sample: Path, one_process: OneProcess, tmp_path: Path
) -> None:
    doubled = tmp_path / "doubled.csv"
    header, *rows = sample.read_bytes().splitlines(keepends=True)
    doubled.write_bytes(header + b"".join(rows + rows[:300]) + b"cut,off\n")
    one_process("audit", doubled, "-o", str(tmp_path / "whole.csv"))
    result = wardline_spark.audit(spark, doubled, city, tmp_path / "out", parts=5, wardline=wardline)
    result.join(tmp_path / "joined.csv")
    assert same(tmp_path / "joined.csv", tmp_path / "whole.csv")
    assert result.rows == 12_301
    located = wardline_spark.locate(spark, doubled, city, tmp_path / "located", parts=5, wardline=wardline)
    assert located.rows > 12_000


def test_a_part_that_is_killed_is_run_again_and_is_there_once(
    spark: SparkSession, requests: Path, city: Path, wardline: str, one_process: OneProcess, tmp_path: Path
) -> None:
    # The first command that comes to write rows leaves half of a part behind and takes the node's worker with it.
    killing = tmp_path / "wardline"
    once = shlex.quote(str(tmp_path / "once"))
    killing.write_text(
        "#!/bin/sh\n"
        f'if [ "$1" = locate ] && mkdir {once} 2>/dev/null; then\n'
        "  head -c 100000 >/dev/null\n"
        '  for word; do case $word in */rows.csv) echo half >"$word" ;; esac; done\n'
        "  kill -KILL $PPID\n"
        "  exit 1\n"
        "fi\n"
        f'exec {shlex.quote(wardline)} "$@"\n'
    )
    killing.chmod(0o755)
    one_process("locate", requests, "-o", str(tmp_path / "whole.csv"))
    result = wardline_spark.locate(spark, requests, city, tmp_path / "out", parts=8, wardline=str(killing))
    assert (tmp_path / "once").exists()
    result.join(tmp_path / "joined.csv")
    assert same(tmp_path / "joined.csv", tmp_path / "whole.csv")
    assert sorted(path.name for path in (tmp_path / "out").glob("*part*")) == [f"part-{n:05d}" for n in range(8)]
    assert not list((tmp_path / "out").glob(".*"))


def test_a_data_frame_and_parquet_give_the_findings_of_the_file(
    spark: SparkSession, city: Path, wardline: str, one_process: OneProcess, sample: Path, tmp_path: Path
) -> None:
    one_process("audit", sample, "-o", str(tmp_path / "whole.csv"))
    frame = spark.read.csv(str(sample), header=True, quote='"', escape='"', multiLine=True)
    result = wardline_spark.audit(spark, frame, city, tmp_path / "frame", wardline=wardline)
    result.join(tmp_path / "frame.csv")
    assert same(tmp_path / "frame.csv", tmp_path / "whole.csv")
    assert not (tmp_path / "frame/requests").exists()
    frame.coalesce(1).write.parquet(str(tmp_path / "requests.parquet"))
    read = wardline_spark.audit(spark, tmp_path / "requests.parquet", city, tmp_path / "parquet", wardline=wardline)
    read.join(tmp_path / "parquet.csv")
    assert same(tmp_path / "parquet.csv", tmp_path / "whole.csv")
    assert read.frame(spark).count() == result.frame(spark).count() > 0
    assert read.frame(spark).where("verdict = 'misrouted' AND layer = 'zone'").count() == 390


def test_a_file_without_rows_is_a_quiet_night(
    spark: SparkSession, city: Path, wardline: str, sample: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_bytes(sample.read_bytes().splitlines(keepends=True)[0])
    located = wardline_spark.locate(spark, empty, city, tmp_path / "located", wardline=wardline)
    assert located.rows == 0
    audited = wardline_spark.audit(spark, empty, city, tmp_path / "audited", wardline=wardline)
    assert audited.rows == 0
    assert audited.frame(spark).count() == 0
    grouped = wardline_spark.hotspots(spark, empty, city, tmp_path / "grouped", wardline=wardline)
    assert grouped.rows == 0


def test_what_the_command_says_of_a_part_is_the_error(
    spark: SparkSession, city: Path, wardline: str, sample: Path, tmp_path: Path
) -> None:
    with pytest.raises(Exception, match="no-such-layer"):
        wardline_spark.audit(
            spark, sample, city, tmp_path / "out", options=["--layer", "no-such-layer"], wardline=wardline
        )
    assert not list((tmp_path / "out").glob("*part*"))


def test_options_that_do_not_add_up_are_refused_before_the_work(
    spark: SparkSession, city: Path, wardline: str, sample: Path, tmp_path: Path
) -> None:
    for option in ("--baseline=last.csv", "--jobs", "-o"):
        with pytest.raises(WardlineError, match=option.split("=")[0]):
            wardline_spark.audit(spark, sample, city, tmp_path / "out", options=[option], wardline=wardline)


def test_a_folder_that_holds_something_is_not_written_into(
    spark: SparkSession, city: Path, wardline: str, sample: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine.txt").write_text("mine")
    with pytest.raises(WardlineError, match="not empty"):
        wardline_spark.audit(spark, sample, city, tmp_path / "out", wardline=wardline)
