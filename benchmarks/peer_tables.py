"""Markdown of what `clustering.py` has measured, from its JSON alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from peers import METHODS

Row = dict[str, Any]

BUSY = 2.0  # load average over one minute: the child and more than one other process
SHOWN = (
    "numpy", "scipy", "pandas", "scikit-learn", "bertopic", "umap-learn", "hdbscan",
    "string-grouper", "polyfuzz", "numba",
)  # fmt: skip


def tables(facts: dict[str, Any], sets: Iterable[str]) -> str:
    """Return all tables: quality on the labelled sets, then cost by size."""
    rows: list[Row] = facts["results"]
    names = [name for name in sets if any(row["data"] == name for row in rows)]
    sizes = sorted({row["data"] for row in rows if "v" not in row} - set(names), key=int)
    parts = [_versions(facts), _truth(rows, names), *_smo(rows, names)]
    for title, show, mean in (
        ("AMI", lambda r: f"{r['ami']:.3f}", "ami"),
        ("ARI", lambda r: f"{r['ari']:.3f}", "ari"),
        ("V-measure (rises with the number of clusters)", lambda r: f"{r['v']:.3f}", "v"),
        ("Clusters found (share of noise)", _found, ""),
        ("CPU s / peak MB (* on a busy machine)", _cost, ""),
    ):
        parts.append(_matrix(title, rows, names, show, mean))
    parts.append(_matrix("Sizes: CPU s / peak MB / clusters found", rows, sizes, _sized, ""))
    return "\n\n".join(part for part in parts if part)


def _versions(facts: dict[str, Any]) -> str:
    found = ", ".join(f"{name} {facts['versions'].get(name, '?')}" for name in SHOWN)
    days = sorted({row["date"] for row in facts["results"]})
    smo = sorted({row["version"] for row in facts["results"] if row["method"].startswith("smo")})
    span = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
    return f"{span}, Python {facts['python']}, {facts['machine']}; {found}; {', '.join(smo)}."


def _truth(rows: list[Row], names: list[str]) -> str:
    known = {row["data"]: row for row in rows if "v" in row}
    told = (f"{name} {known[name]['texts']:,} / {known[name]['k']}" for name in names)
    return f"Texts / labels: {', '.join(told)}." if names else ""


def _smo(rows: list[Row], names: list[str]) -> list[str]:
    """Return the table of this library alone: automatic and true number side by side."""
    by_key = {(row["method"], row["data"]): row for row in rows if "ami" in row}
    pairs = [(by_key.get(("smo_auto", n)), by_key.get(("smo", n))) for n in names]
    both = [(auto, true) for auto, true in pairs if auto and true]
    if not both:
        return []
    lines = ["| set | texts | labels | topics found | AMI | ARI | CPU s | AMI, true k | CPU s |"]
    lines.append("|" + "---|" * 9)
    for auto, true in both:
        lines.append(
            f"| {auto['data']} | {auto['texts']:,} | {auto['k']} | {auto['found']} | "
            f"{auto['ami']:.3f} | {auto['ari']:.3f} | {_seconds(auto)} | {true['ami']:.3f} | "
            f"{_seconds(true)} |"
        )
    means = [sum(row["ami"] for row in side) / len(both) for side in zip(*both, strict=True)]
    lines.append(f"| **mean** | | | | **{means[0]:.3f}** | | | {means[1]:.3f} | |")
    return ["\n".join(lines)]


def _matrix(
    title: str, rows: list[Row], names: list[str], show: Callable[[Row], str], mean: str
) -> str:
    """Return one table, methods down and data across; the mean only of full lines."""
    if not names:
        return ""
    by_key = {(row["method"], row["data"]): row for row in rows}
    head = [title, *names, *(["mean"] if mean else [])]
    lines = [f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    for given in (True, False):
        lines.append(f"| *{'told k' if given else 'chooses k'}* |" + " |" * (len(head) - 1))
        for name, method in METHODS.items():
            found = [by_key.get((name, data)) for data in names]
            if method.given != given or not any(found):
                continue
            cells = [_cell(row, show) for row in found]
            if mean:
                values = [row[mean] for row in found if row and mean in row]
                full = len(values) == len(names)
                cells.append(f"{sum(values) / len(values):.3f}" if full else "")
            lines.append(f"| {method.title} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(row: Row | None, show: Callable[[Row], str]) -> str:
    if row is None:
        return ""
    return row["stopped"].split(":")[0] if row["stopped"] else show(row)


def _found(row: Row) -> str:
    return f"{row['found']:,}" + (f" ({row['noise']:.0%})" if row["noise"] else "")


def _seconds(row: Row) -> str:
    return f"{row['cpu_s']:.1f}" + ("*" if row["load"] > BUSY else "")


def _cost(row: Row) -> str:
    return f"{_seconds(row)} / {row['peak_mb']:,.0f}"


def _sized(row: Row) -> str:
    return f"{_cost(row)} / {_found(row)}"
