"""A folder of Parquet files and one JSON file: how a plan is kept. Never pickle."""

from __future__ import annotations

import glob
import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import duckdb
import pandas as pd

from smo.errors import SmoError, quoted
from smo.report.files import folder_for, unique_sibling
from smo.tables import Column, Table

FACTS = "plan.json"
KIND = "smo plan"
INSIDE = "plan"  # folder of the plan among its reports
SCHEMA = 1
PARQUET_TYPES = {
    "text": "VARCHAR",
    "number": "DOUBLE",
    "whole": "BIGINT",
    "flag": "BOOLEAN",
    "date": "TIMESTAMP",
    "texts": "VARCHAR[]",
}
NONE: Mapping[str, Table] = MappingProxyType({})
LOAD_REMEDY = "save the plan again, or take the folder from a backup"


def save_tables(
    folder: str | os.PathLike[str],
    tables: Mapping[str, pd.DataFrame],
    specs: Mapping[str, Table],
    facts: Mapping[str, Any],
) -> Path:
    """Write the tables and facts as a folder that appears whole or not at all.

    Parameters
    ----------
    folder : path
        Where to; a plan already there is replaced, anything else is refused.
    tables : mapping of str to DataFrame
        Checked tables by name.
    specs : mapping of str to Table
        Spec of each table, by the same names.
    facts : mapping
        Plain values for the JSON file.

    Returns
    -------
    Path
        The folder.

    Raises
    ------
    SmoError
        When the folder holds anything but a saved plan, or cannot be written.
    """
    target = Path(folder)
    _require_replaceable(target, specs)
    target = target.resolve()
    try:
        folder_for(target)
        draft = unique_sibling(target, ".draft")
        draft.mkdir()
        try:
            with _database() as database:
                counts = {
                    name: _write(database, tables[name], specs[name], draft / f"{name}.parquet")
                    for name in specs
                }
            text = json.dumps({"kind": KIND, "schema": SCHEMA, **facts, "tables": counts}, indent=1)
            (draft / FACTS).write_bytes(text.encode("utf-8") + b"\n")
            _swap(draft, target)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    except (OSError, duckdb.Error) as error:
        raise SmoError(
            f"cannot save the plan: {error}",
            where=str(folder),
            remedy="choose a folder you may write to",
        ) from error
    return Path(folder)


def load_tables(
    folder: str | os.PathLike[str], specs: Mapping[str, Table], beside: Mapping[str, Table] = NONE
) -> tuple[dict[str, pd.DataFrame], dict[str, Any]]:
    """Return the tables and facts that `save_tables` wrote.

    Parameters
    ----------
    folder : path
        The saved folder, or one that holds it as `plan`.
    specs : mapping of str to Table
        Spec of each table, by name.
    beside : mapping of str to Table, optional
        Specs of further tables, read where the folder has them.

    Returns
    -------
    tuple of dict and dict
        Tables by name, to be checked against their specs, which gives them the types they
        were saved with; the facts of the JSON file.

    Raises
    ------
    SmoError
        When there is no plan, a file is missing or changed, or the schema is newer.
    """
    place = Path(folder)
    if not (place / FACTS).exists() and (place / INSIDE / FACTS).is_file():
        place = place / INSIDE
    facts = _read_facts(place)
    counts = facts["tables"]
    tables = {}
    with _database() as database:
        for name, spec in {**specs, **beside}.items():
            if name in beside and name not in counts:
                continue
            if not isinstance(counts.get(name), dict):
                problem = f"{FACTS} says nothing of the table {name!r}"
                raise SmoError(problem, where=str(folder), remedy=LOAD_REMEDY)
            tables[name] = _read(database, place / f"{name}.parquet", spec, counts[name])
    return tables, facts


def _require_replaceable(target: Path, specs: Mapping[str, Table]) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise SmoError("there is a file of this name", where=str(target), remedy="name a folder")
    told = _told(target)
    ours = {FACTS, *(f"{name}.parquet" for name in {*specs, *told.get("tables", {})})}
    present = {child.name for child in target.iterdir()}
    strangers = sorted(present - ours)
    if strangers or (present and told.get("kind") != KIND):
        problem = f"the folder holds {quoted(strangers or sorted(present), limit=5)}, not a plan"
        raise SmoError(problem, where=str(target), remedy="choose an empty or a new folder")


def _told(folder: Path) -> dict[str, Any]:
    """Return what the JSON file of a saved plan says, nothing where there is none."""
    try:
        facts = json.loads((folder / FACTS).read_bytes())
    except (OSError, ValueError):
        return {}
    return facts if isinstance(facts, dict) and isinstance(facts.get("tables"), dict) else {}


def _database() -> duckdb.DuckDBPyConnection:
    database = duckdb.connect(":memory:", config={"threads": 1})
    database.execute("SET enable_progress_bar = false")  # it would print to stdout
    return database


def _write(
    database: duckdb.DuckDBPyConnection, frame: pd.DataFrame, spec: Table, path: Path
) -> dict[str, Any]:
    casts = ", ".join(f'"{c.name}"::{PARQUET_TYPES[c.kind]} AS "{c.name}"' for c in spec.columns)
    # the sample covers every row: lists that are empty at first have no type to guess from
    database.execute(f"SET GLOBAL pandas_analyze_sample = {max(len(frame), 1)}")
    database.register("rows", frame)
    database.execute(
        f"COPY (SELECT {casts} FROM rows) TO {_literal(path)} "  # noqa: S608 - names of our specs
        "(FORMAT parquet, COMPRESSION zstd)"
    )
    database.unregister("rows")
    return {"rows": len(frame), "digest": _digest(path)}


def _read(
    database: duckdb.DuckDBPyConnection, path: Path, spec: Table, told: Mapping[str, Any]
) -> pd.DataFrame:
    if not path.is_file():
        raise SmoError("the file is missing", where=str(path), remedy=LOAD_REMEDY)
    if _digest(path) != told.get("digest"):
        raise SmoError("the file is not the one saved", where=str(path), remedy=LOAD_REMEDY)
    # folders called "a*" or "segment=b" are names here, not patterns or partitions
    place = _literal(Path(glob.escape(str(path))))
    try:
        query = f"SELECT * FROM read_parquet({place}, hive_partitioning = false)"  # noqa: S608
        raw = database.execute(query).df()
    except duckdb.Error as error:
        raise SmoError("the file is no Parquet", where=str(path), remedy=LOAD_REMEDY) from error
    for column in spec.columns:
        if column.name in raw.columns:
            raw[column.name] = _typed(raw[column.name], column)
    if len(raw) != told.get("rows"):
        problem = f"{len(raw)} rows where {FACTS} says {told.get('rows')}"
        raise SmoError(problem, where=str(path), remedy=LOAD_REMEDY)
    return raw


def _typed(values: pd.Series[Any], column: Column) -> pd.Series[Any]:
    if column.kind == "texts":
        return values.map(list).astype("object")
    if column.kind == "text":
        return values.astype("object").where(values.notna(), None)
    return values


def _read_facts(folder: Path) -> dict[str, Any]:
    try:
        facts = json.loads((folder / FACTS).read_bytes())
    except OSError as error:
        raise SmoError(
            "there is no saved plan here",
            where=str(folder),
            remedy=f"give the folder that holds {FACTS}",
        ) from error
    except ValueError as error:
        raise SmoError(
            f"{FACTS} is no JSON: {error}", where=str(folder), remedy=LOAD_REMEDY
        ) from error
    if not isinstance(facts, dict) or facts.get("kind") != KIND:
        raise SmoError(f"{FACTS} is not of a plan", where=str(folder), remedy=LOAD_REMEDY)
    schema = facts.get("schema")
    if not isinstance(schema, int) or not isinstance(facts.get("tables"), dict):
        raise SmoError(f"{FACTS} is incomplete", where=str(folder), remedy=LOAD_REMEDY)
    if schema > SCHEMA:
        raise SmoError(
            f"smo {facts.get('version')} saved it with schema {schema}; this one knows {SCHEMA}",
            where=str(folder),
            remedy="update smo",
        )
    return facts


def _swap(draft: Path, target: Path) -> None:
    if not target.exists():
        draft.rename(target)
        return
    old = unique_sibling(target, ".old")
    target.rename(old)
    try:
        draft.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _literal(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
