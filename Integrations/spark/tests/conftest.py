"""One Spark of two executors for all tests, the sample city, and the sample repeated."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyspark.sql import SparkSession

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def wardline() -> str:
    """The command under test."""
    return str((PROJECT / os.environ.get("WARDLINE_COMMAND", ".build/release/wardline")).resolve())


@pytest.fixture(scope="session")
def sample() -> Path:
    """The sample's requests as they are."""
    return PROJECT / "SampleData/requests.csv"


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample city in one folder, as it is sent to nodes."""
    folder = tmp_path_factory.mktemp("city")
    for name in ("city.yaml", "streets.geojson", "addresses.csv"):
        shutil.copy(PROJECT / "SampleData" / name, folder)
    shutil.copytree(PROJECT / "Boundaries", folder / "Boundaries")
    text = (folder / "city.yaml").read_text("utf-8")
    (folder / "city.yaml").write_text(text.replace("../Boundaries", "Boundaries"), "utf-8")
    return folder / "city.yaml"


@pytest.fixture(scope="session")
def requests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's requests repeated with new ids: 5,000,000 in the long tests."""
    usual = "5000000" if os.environ.get("WARDLINE_LONG_TESTS") else "200000"
    wanted = int(os.environ.get("WARDLINE_ENGINE_ROWS", usual))
    path = tmp_path_factory.mktemp("requests") / "requests.csv"
    header, *rows = (PROJECT / "SampleData/requests.csv").read_bytes().splitlines(keepends=True)
    with path.open("wb") as file:
        file.write(header)
        whole, rest = divmod(wanted, len(rows))
        for copy in range(whole + 1):
            prefix = b"%d-" % copy
            file.write(b"".join(prefix + row for row in (rows if copy < whole else rows[:rest])))
    return path


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    """Spark with two executors, each a process of its own."""
    # The driver and both executors speak to each other by the loopback address alone.
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("wardline")
    session = builder.config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="session")
def one_process(wardline: str, city: Path) -> OneProcess:
    """What the command does by itself."""
    return OneProcess(wardline, city)


class OneProcess:
    """Runs the command on a whole file."""

    def __init__(self, wardline: str, city: Path) -> None:
        self.wardline = wardline
        self.city = city

    def __call__(self, command: str, requests: Path, *options: str) -> str:
        arguments = [self.wardline, command, str(requests), "--city", str(self.city), "--quiet", *options]
        return subprocess.run(arguments, check=True, capture_output=True, text=True).stdout
