"""A real Spark cluster on loopback: one master, two workers, each a process of its own."""

# ruff: noqa: S603, PLC0415 - a cluster of our own; pyspark is an extra

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 180.0
# Java for jobs of seconds: no second compiler, one collector's thread.
SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


@dataclass
class Cluster:
    """The session, and the workers that may be killed."""

    session: Any
    workers: list[subprocess.Popen[bytes]]
    executors: Any
    folder: Path
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def kill_worker(self) -> None:
        """Kill one worker with all its executors."""
        os.killpg(self.workers[0].pid, signal.SIGKILL)
        self.workers[0].wait()


def _free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])


def _start(folder: Path, name: str, *arguments: str) -> subprocess.Popen[bytes]:
    import pyspark

    home = Path(pyspark.__file__).parent
    environment = {
        **os.environ, "SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1",
        "PYTHONPATH": str(ROOT), "PYSPARK_PYTHON": sys.executable, "SPARK_DAEMON_MEMORY": "384m",
        "SPARK_DAEMON_JAVA_OPTS": SHORT_LIVED,
        "OMP_NUM_THREADS": "1",
    }  # fmt: skip
    with (folder / f"{name}.log").open("wb") as log:
        return subprocess.Popen(
            [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{arguments[0]}",
             *arguments[1:]],
            env=environment, stdout=log, stderr=log, start_new_session=True, cwd=folder,
        )  # fmt: skip


def _wait(true: Any, what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.3)


def _answers(port: int) -> bool:
    with socket.socket() as place:
        return place.connect_ex(("127.0.0.1", port)) == 0


def why_not() -> str | None:
    """Return why no cluster can be started here, or None."""
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        return "no Java on this machine: the cluster is not tested"
    lacks = [
        name for name in ("pyspark", "sqlglot", "pyarrow") if not importlib.util.find_spec(name)
    ]
    if lacks:
        return f"no {', '.join(lacks)} installed (extra: spark): the cluster is not tested"
    return None


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Give a session on a standalone master with two workers."""
    reason = why_not()
    if reason:
        pytest.skip(reason)
    from pyspark.sql import SparkSession

    folder = tmp_path_factory.mktemp("cluster")
    port, board = _free_port(), _free_port()
    started = [_start(folder, "master", "master.Master", "--host", "127.0.0.1", "--port", str(port),
                      "--webui-port", str(board))]  # fmt: skip
    session = None
    try:
        _wait(lambda: _answers(port), "the master does not listen")
        address = f"spark://127.0.0.1:{port}"
        workers = [
            _start(folder, f"worker{n}", "worker.Worker", "--host", "127.0.0.1", "--cores", "1",
                   "--memory", "1g", "--webui-port", "0", "--work-dir", str(folder / f"work{n}"),
                   address)
            for n in range(2)
        ]  # fmt: skip
        started += workers
        os.environ["PYSPARK_PYTHON"] = sys.executable
        session = (
            SparkSession.builder.master(address)
            .appName("smo tests")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.memory", "768m")
            .config("spark.driver.extraJavaOptions", SHORT_LIVED)
            .config("spark.executor.extraJavaOptions", SHORT_LIVED)
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.executor.cores", "1")
            .config("spark.executor.memory", "768m")
            .config("spark.executorEnv.PYTHONPATH", str(ROOT))
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.default.parallelism", "2")
            .config("spark.python.worker.reuse", "true")
            .config("spark.ui.enabled", "false")
            .config("spark.local.dir", str(folder / "local"))
            .config("spark.scheduler.minRegisteredResourcesRatio", "1.0")
            .getOrCreate()
        )
        context = session.sparkContext
        tracker = context._jsc.sc().statusTracker()
        count = lambda: len(tracker.getExecutorInfos()) - 1  # noqa: E731 - the driver is one of them
        _wait(lambda: count() == 2, "two executors do not come up")
        yield Cluster(session, workers, count, folder, started)
    finally:
        if session is not None:
            session.stop()
        for process in started[::-1]:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
