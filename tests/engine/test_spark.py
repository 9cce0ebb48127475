"""The same tables on a real cluster of two workers, row for row, also when one of them dies."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from smo import KeywordClusterer
from smo.engine import aggregate_clicks, aggregate_keywords, assign_topics
from smo.errors import SmoError
from smo.read import reads_of
from tests.engine.conftest import ROOT, Cluster, why_not
from tests.engine.logs import FRAMES, LAYOUTS, QUERIES, draws, write_log

pytestmark = [pytest.mark.spark, pytest.mark.filterwarnings("ignore")]
REDUCE: dict[str, Any] = {"clicks": aggregate_clicks, "keywords": aggregate_keywords}
ROWS = int(os.environ.get("SMO_SPARK_ROWS", "200000"))  # fewer to try it on a busy machine


@pytest.fixture(scope="module")
def logs(tmp_path_factory: pytest.TempPathFactory, cluster: Cluster) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("logs")
    rows = draws(ROWS)
    for name in LAYOUTS:
        (folder / name).mkdir()
        for part in range(4):
            piece = rows.iloc[part * ROWS // 4 : (part + 1) * ROWS // 4]
            write_log(name, piece.reset_index(drop=True), folder / name / f"{part}.parquet")
    return {name: folder / name for name in LAYOUTS}


def rows_of(table: pd.DataFrame) -> pd.DataFrame:
    return table.drop(columns="source").assign(file=table["source"].str.rpartition("#")[0])


def test_two_executors_work(cluster: Cluster) -> None:
    assert cluster.executors() == 2


@pytest.mark.parametrize("name", sorted(LAYOUTS))
def test_the_cluster_gives_the_same_table(
    name: str, cluster: Cluster, logs: dict[str, Path]
) -> None:
    table, columns = LAYOUTS[name]
    wanted = REDUCE[table](logs[name], columns=columns)
    told = reads_of(wanted)
    found = REDUCE[table](logs[name], columns=columns, engine=cluster.session)
    pd.testing.assert_frame_equal(found, wanted)
    drop = ["notes"]
    pd.testing.assert_frame_equal(
        reads_of(found).drop(columns=drop), told.drop(columns=drop), check_dtype=False
    )
    assert reads_of(found)["notes"].str.contains("by Spark").all()
    assert not [t for t in cluster.session.catalog.listTables() if t.name.startswith("smo_")]


@pytest.mark.parametrize("name", ["query_rows"])
def test_other_sources_give_the_same_table(name: str, cluster: Cluster, tmp_path: Path) -> None:
    make, table, columns = FRAMES[name]
    frame = make(draws(2000))
    frame.to_csv(tmp_path / "log.csv", index=False)
    wanted = REDUCE[table](frame, columns=columns)
    spark = cluster.session.read.option("header", "true").csv(str(tmp_path / "log.csv"))
    spark = spark.withColumns(
        {n: spark[n].cast("double") for n in ("Clicks", "Impressions", "Position")}
    )
    for source in (tmp_path / "log.csv", frame, spark):
        found = REDUCE[table](source, columns=columns, engine=cluster.session)
        pd.testing.assert_frame_equal(rows_of(found).drop(columns="file"),
                                      rows_of(wanted).drop(columns="file"))  # fmt: skip


def test_topics_on_the_cluster_are_those_of_predict(cluster: Cluster) -> None:
    words = [word for word in QUERIES if word]
    fitted = KeywordClusterer(n_topics=2).fit(words)
    texts = [f"{w} {n}" for n in range(200) for w in words] + [None, ""]
    frame = cluster.session.createDataFrame(pd.DataFrame({"text": pd.Series(texts, dtype=object)}))
    rows = assign_topics(frame, fitted).collect()
    found = sorted((row["text"] or "", row["topic"]) for row in rows)
    (here,) = assign_topics(pd.DataFrame({"text": texts}), fitted)
    told = here["text"].fillna("")
    assert found == sorted(zip(told, here["topic"].tolist(), strict=True))


def test_faults_name_the_file_or_the_argument(cluster: Cluster, tmp_path: Path) -> None:
    write_log("plain", draws(50), tmp_path / "a.parquet")
    (tmp_path / "b.parquet").write_bytes(b"PAR1 no PAR1")
    with pytest.raises(SmoError, match=r"b\.parquet"):
        aggregate_clicks(tmp_path, columns=LAYOUTS["plain"][1], engine=cluster.session)
    with pytest.raises(SmoError, match="'engine' must be a SparkSession; got str"):
        aggregate_clicks(tmp_path, engine="spark")


DYING = """
import os, signal, sys, threading, time
from pyspark.sql import SparkSession
from smo.engine import aggregate_clicks
from smo.errors import SmoError
session = (SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
           .config("spark.sql.shuffle.partitions", "1")
           .config("spark.driver.bindAddress", "127.0.0.1").getOrCreate())
driver, tracker = session.sparkContext._gateway.proc, session.sparkContext.statusTracker()
def kill():
    while not tracker.getActiveStageIds():
        time.sleep(0.01)
    os.kill(driver.pid, signal.SIGKILL)  # its script has become Java itself
threading.Thread(target=kill, daemon=True).start()
for _ in range(2):  # in the middle of a job, and when it is long dead
    try:
        aggregate_clicks(sys.argv[1], engine=session)
    except SmoError as error:
        print(error)
"""


def test_a_dead_driver_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    reason = why_not()
    if reason:
        pytest.skip(reason)
    path = write_log("posthog", draws(5000), tmp_path / "events.parquet")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", DYING, str(path)], capture_output=True, text=True, check=False,
        cwd=ROOT, timeout=300, env={**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": str(ROOT),
                                    "PYSPARK_PYTHON": sys.executable},
    )  # fmt: skip
    told = [line for line in done.stdout.splitlines() if line.startswith("aggregate_clicks")]
    assert len(told) == 2, done.stdout + done.stderr
    assert all("driver does not answer" in line and "new session" in line for line in told)
    assert not list(temporary.glob("smo-*"))
    assert sorted(one.name for one in tmp_path.iterdir()) == ["events.parquet", "temporary"]


def test_a_worker_killed_in_the_middle_changes_nothing(
    cluster: Cluster, logs: dict[str, Path]
) -> None:
    table, columns = LAYOUTS["posthog"]
    wanted = REDUCE[table](logs["posthog"], columns=columns)
    tracker = cluster.session.sparkContext.statusTracker()

    def kill_when_busy() -> None:
        while not tracker.getActiveStageIds():
            time.sleep(0.01)
        cluster.kill_worker()

    killer = threading.Thread(target=kill_when_busy, daemon=True)
    killer.start()
    found = REDUCE[table](logs["posthog"], columns=columns, engine=cluster.session)
    killer.join(timeout=60)
    assert cluster.workers[0].poll() is not None
    pd.testing.assert_frame_equal(found, wanted)
