"""The one text of the queries written for other databases."""

from __future__ import annotations

from collections.abc import Mapping

from smo.engine.base import sql_text
from smo.engine.layouts import LAYOUTS, MAPPED
from smo.errors import SmoError

REMEDY = "pip install 'smo-analyzer[spark]'"
_ADDRESSES = ("addresses_cut", "addresses_parts", "addresses")
STEPS = {
    "clicks": ("clicks_places", "clicks_chains", "clicks_aimed", "clicks_written", *_ADDRESSES,
               "clicks_accounted", "clicks_found", "clicks_spots", "clicks_spotted",
               "clicks_manners", "clicks_touched", "clicks_paired", "clicks_keyed",
               "clicks_several", "clicks", "days", "accounts"),
    "keywords": ("keywords_written", *_ADDRESSES, "keywords_leads", "keywords_sums", "keywords",
                 "days", "accounts"),
}  # fmt: skip
QUERIES = tuple(
    dict.fromkeys(
        [layout.sql for layout in (*LAYOUTS, *MAPPED.values())]
        + [step for steps in STEPS.values() for step in steps]
    )
)


def written_for(sql: str, dialect: str, names: Mapping[str, str] | None = None) -> str:
    """Return a query of DuckDB's dialect in another one.

    Parameters
    ----------
    sql : str
        One query.
    dialect : str
        Name that sqlglot knows, as "spark".
    names : mapping of str to str, optional
        Other names for tables.

    Raises
    ------
    SmoError
        When sqlglot is not installed.
    """
    try:
        import sqlglot  # noqa: PLC0415 - an extra
    except ImportError as error:
        problem = "writing queries for other databases needs sqlglot"
        raise SmoError(problem, where="engine", remedy=REMEDY) from error
    tree = sqlglot.parse_one(sql, read="duckdb")
    own = {cte.alias for cte in tree.find_all(sqlglot.exp.CTE)}
    for table in tree.find_all(sqlglot.exp.Table):
        if names and table.name in names and table.name not in own:
            alias = table.alias or table.name
            table.set("this", sqlglot.exp.to_identifier(names[table.name]))
            table.set("alias", sqlglot.exp.TableAlias(this=sqlglot.exp.to_identifier(alias)))
    return str(tree.sql(dialect=dialect, pretty=True, comments=False))


def all_queries(dialect: str) -> str:
    """Return every query of the engine in a dialect, each after a line with its name.

    Raises
    ------
    SmoError
        When sqlglot is not installed.
    """
    parts = [f"-- {name}\n{written_for(sql_text(name), dialect)};\n" for name in QUERIES]
    return "\n".join(parts)
