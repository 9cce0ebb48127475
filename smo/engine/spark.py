"""The engine outgrown: the same queries on a Spark cluster that the user already has."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pandas as pd

from smo.engine.base import Batch, quote_name
from smo.engine.dialect import written_for
from smo.engine.files import Files, find_files, is_path
from smo.engine.topics import (
    Clusterer,
    assign_batch,
    load_saved,
    saved_bytes,
    text_column,
)
from smo.errors import SmoError

_NUMBERS = ("tinyint", "smallint", "int", "bigint", "float", "double", "decimal")
# Filters inferred from long CASE expressions cost the planner minutes, and these queries nothing.
_SETTINGS = {"spark.sql.constraintPropagation.enabled": "false"}


class SparkEngine:
    """A session in which the source and all intermediate tables have names of their own."""

    def __init__(self, session: Any) -> None:
        # a session of our own on the same cluster: names and settings do not meet the user's
        self.session = session.newSession()
        for name, value in _SETTINGS.items():
            self.session.conf.set(name, value)
        self.typed = True
        self.name = f"Spark {session.version}"
        self._token = f"smo_{secrets.token_hex(6)}"
        self._names: dict[str, str] = {}
        self._kept: list[Any] = []
        self._shared = False

    def open(self, source: object, *, caller: str) -> Files | None:
        """Make `given` of a source, and return its files where it has some."""
        files = None
        if is_path(source):
            files = find_files(source)
            self.typed = files.kind == "parquet"
            frame = self._files(files)
        elif is_spark_frame(source):
            source.createOrReplaceGlobalTempView(self._token)  # type: ignore[attr-defined]
            self._shared = True
            frame = self.session.table(f"global_temp.{self._token}")
        elif isinstance(source, pd.DataFrame):
            frame = self.session.createDataFrame(source.astype(object).where(source.notna(), None))
        else:
            raise SmoError(
                f"Spark takes files, Spark and pandas frames; got {type(source).__name__}",
                where=caller,
                remedy="write it to Parquet first, or leave engine= out",
            )
        self._name("given", frame)
        return files

    def kinds(self) -> Mapping[str, str]:
        """Return the columns of `given` with their types."""
        return dict(self._sql("SELECT * FROM given").dtypes)

    def fits(self, sql: str) -> bool:
        """Tell whether a query names only what is there."""
        try:
            self._sql(sql)
        except Exception as error:
            if type(error).__name__ == "AnalysisException":
                return False
            raise
        return True

    def view(self, name: str, sql: str) -> None:
        """Give a query a name."""
        self._name(name, self._sql(sql))

    def table(self, name: str, sql: str) -> None:
        """Work a query out once and keep its rows."""
        self._keep(name, self._sql(sql))

    def store(self, name: str, sql: str) -> None:
        """Work a query out once and keep its rows."""
        self.table(name, sql)

    def batches(self, name: str, sql: str, work: Batch, columns: tuple[str, ...]) -> None:
        """Keep what a function makes of the rows of a query, batch by batch on the workers."""
        schema = ", ".join(f"{column} string" for column in columns)
        self._keep(name, self._sql(sql).mapInPandas(_mapper(work), schema))

    def forget(self, *names: str) -> None:
        """Keep them: rows that a dead worker held are made again from those before."""

    def frame(self, sql: str) -> pd.DataFrame:
        """Return the rows of a query."""
        found = self._sql(sql)
        rows = [tuple(row) for row in found.collect()]
        return pd.DataFrame(rows, columns=list(found.columns), dtype=object)

    def close(self) -> None:
        """Forget the names and the rows kept."""
        for frame in self._kept:
            frame.unpersist()
        for name in self._names.values():
            self.session.catalog.dropTempView(name)
        if self._shared:
            self.session.catalog.dropGlobalTempView(self._token)

    def _files(self, files: Files) -> Any:
        if files.kind == "parquet":
            return self.session.read.option("mergeSchema", "true").parquet(*files.paths)
        delimiter = "\t" if ".tsv" in files.paths[0].casefold() else ","
        options = {"header": "true", "multiLine": "true", "escape": '"', "sep": delimiter}
        return self.session.read.options(**options).csv(list(files.paths))

    def _sql(self, sql: str) -> Any:
        return self.session.sql(written_for(sql, "spark", self._names))

    def _keep(self, name: str, frame: Any) -> None:
        self._kept.append(_cut(self.session, frame).persist())
        self._name(name, self._kept[-1])

    def _name(self, name: str, frame: Any) -> None:
        self._names[name] = f"{self._token}_{name}"
        frame.createOrReplaceTempView(self._names[name])


@contextmanager
def open_spark(session: Any, *, caller: str) -> Iterator[SparkEngine]:
    """Give an engine whose names are gone however the work ends.

    Parameters
    ----------
    session : SparkSession
        Where to; it stays open.
    caller : str
        Name of the public function, for the message.

    Raises
    ------
    SmoError
        When it is no session, or Spark gives up.
    """
    if not is_session(session):
        problem = f"'engine' must be a SparkSession; got {type(session).__name__}"
        raise SmoError(problem, where=caller, remedy="leave it out to work in this process")
    engine: SparkEngine | None = None
    try:
        engine = SparkEngine(session)
        yield engine
    except SmoError:
        raise
    except Exception as error:
        dead = _is_dead(session)
        raise _explained(error, caller, dead=dead) from error
    finally:
        if engine is not None:
            _close(engine)


def assign_on_spark(session: Any, source: object, clusterer: Clusterer) -> Any:
    """Return a Spark frame of texts and topics; the clusterer travels as its own file.

    Raises
    ------
    SmoError
        When the source has no texts, or the clusterer cannot travel.
    """
    kind, data = type(clusterer), saved_bytes(clusterer)
    with open_spark(session, caller="assign_topics") as engine:
        engine.open(source, caller="assign_topics")
        column = text_column(list(engine.kinds()))
        texts = engine._sql(f"SELECT CAST({quote_name(column)} AS VARCHAR) AS text FROM given")  # noqa: S608 - quoted; the room's own
        return texts.mapInPandas(_assigner(kind, data), "text string, topic bigint")


def is_number(kind: str) -> bool:
    """Tell whether a type of Spark is a number.

    Examples
    --------
    >>> is_number("bigint"), is_number("decimal(18,3)"), is_number("string")
    (True, True, False)
    """
    return kind.partition("(")[0] in _NUMBERS


def is_spark_frame(source: object) -> bool:
    """Tell whether a source is a Spark frame, without loading Spark.

    Examples
    --------
    >>> is_spark_frame(pd.DataFrame())
    False
    """
    return _of_spark(source) and hasattr(source, "sparkSession")


def is_session(thing: object) -> bool:
    """Tell whether a thing is a Spark session, without loading Spark.

    Examples
    --------
    >>> is_session("spark")
    False
    """
    # of the class: a driver that died is not asked
    return _of_spark(thing) and hasattr(type(thing), "sql") and hasattr(type(thing), "version")


def _cut(session: Any, frame: Any) -> Any:
    """Return the frame with its plan forgotten and its lineage kept.

    Else the plan of each table repeats those it is made from, forty times over in the last one,
    and the planner works for a minute. A checkpoint would forget the lineage too, and with it
    how to make a dead worker's rows again. Spark Connect shows no plan: there all is repeated.
    """
    if not hasattr(frame, "_jdf"):
        return frame
    rows, schema = frame._jdf.queryExecution().toRdd(), frame._jdf.schema()
    return type(frame)(session._jsparkSession.internalCreateDataFrame(rows, schema, False), session)  # noqa: FBT003 - as Java has it


def _of_spark(thing: object) -> bool:
    return type(thing).__module__.partition(".")[0] == "pyspark"


def _mapper(work: Batch) -> Callable[[Iterator[pd.DataFrame]], Iterator[pd.DataFrame]]:
    def mapped(batches: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        for batch in batches:
            yield work(batch)

    return mapped


def _assigner(kind: Any, data: bytes) -> Callable[[Iterator[pd.DataFrame]], Iterator[pd.DataFrame]]:
    def assigned(batches: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        clusterer = load_saved(kind, data)
        for batch in batches:
            texts = [None if pd.isna(text) else str(text) for text in batch["text"]]
            yield assign_batch(texts, clusterer)

    return assigned


def _close(engine: SparkEngine) -> None:
    try:
        engine.close()
    except Exception:  # noqa: BLE001 - a session that died has no names left
        return


def _is_dead(session: Any) -> bool:
    """Tell whether the session's driver is gone, or was stopped; Spark Connect has none here."""
    if not hasattr(session, "_jsparkSession"):
        return False
    try:
        return bool(session._jsparkSession.sparkContext().isStopped())
    except Exception:  # noqa: BLE001 - whatever is raised, nobody answers
        return True


def _explained(error: Exception, caller: str, *, dead: bool) -> Exception:
    """Return what an error of Spark means to whoever called."""
    home = type(error).__module__.partition(".")[0]
    if dead and (home in ("pyspark", "py4j") or isinstance(error, OSError)):
        return SmoError(
            "Spark's driver does not answer: its process ended or its session was stopped",
            where=caller,
            remedy="start a new session and give it as engine=; nothing was written",
        )
    if home not in ("pyspark", "py4j"):
        return error
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    # what a Python worker raised stands at the end of its own trace
    named = [line for line in lines if "file:/" in line]
    told = named or [x for x in lines[1:] if x.partition(":")[0].endswith("Error")] or lines
    return SmoError(
        f"Spark cannot work it out: {told[0][:500] if told else type(error).__name__}",
        where=caller,
        remedy="mend what it names; Spark's own log says more",
    )
