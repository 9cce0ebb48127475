"""Speed and memory of reading: a million rows of CSV, three hundred thousand of XLSX.

    python benchmarks/reading.py --runs 5

Each reader runs alone in a process of its own, in turn with the others, on files that seeded code
makes. Of its figures the median is printed:

- CPU and wall seconds of the whole process, and of the call alone (no interpreter, no imports);
- peak memory of the process, and what the call added to that of the imports;
- the ratio of the call's seconds to the peer's.

The peers do less: `pandas.read_csv(engine="pyarrow")` gives columns as they are spelled, and
python-calamine gives cells. `read_keywords` also finds the format, checks every value, accounts for
the rows and sorts them by their key.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter
from python_calamine import CalamineWorkbook

from smo.read import arrow, read_keywords

RESULT = Path(__file__).with_suffix(".json")
CSV_ROWS, XLSX_ROWS = 1_000_000, 300_000
WORDS = ("red", "blue", "shoe", "tent", "rope", "купить", "buy", "best", "camp", "light", "обувь")


def make_csv(path: Path) -> None:
    """Write query x page rows as Search Console's interface gives them."""
    draw = random.Random(0)
    with path.open("w", encoding="utf-8") as out:
        out.write("Page,Query,Clicks,Impressions,CTR,Position\n")
        for number in range(CSV_ROWS):
            word = draw.randrange(300_000)
            shown = draw.randrange(1, 5_000)
            clicks = int(shown * draw.random() * 0.1)
            query = f"{WORDS[word % 11]} {WORDS[word // 11 % 11]} {WORDS[word // 121 % 11]} {word}"
            out.write(
                f"https://shop.example/{WORDS[word % 5]}/{number % 20_000}/,{query},{clicks},"
                f"{shown},"
                f"{100 * clicks / shown:.2f}%,{draw.uniform(1, 80):.2f}\n"
            )


def make_xlsx(path: Path) -> None:
    """Write the queries sheet of a Search Console workbook."""
    draw = random.Random(0)
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Queries")
        sheet.write_row(0, 0, ["Top queries", "Clicks", "Impressions", "CTR", "Position"])
        for number in range(1, XLSX_ROWS + 1):
            shown = draw.randrange(1, 5_000)
            clicks = int(shown * draw.random() * 0.1)
            row = [f"{draw.choice(WORDS)} {number}", clicks, shown, clicks / shown]
            sheet.write_row(number, 0, [*row, round(draw.uniform(1, 80), 2)])


def _pandas(path: str) -> int:
    return len(pd.read_csv(path, engine="pyarrow"))


def _smo(path: str) -> int:
    return len(read_keywords(path))


def _smo_core(path: str) -> int:
    """Read as where pyarrow is not installed."""
    setattr(arrow, "find_spec", lambda _: None)  # noqa: B010 - a name the module only imports
    pd.options.mode.string_storage = "python"
    return len(read_keywords(path))


def _calamine(path: str) -> int:
    return len(CalamineWorkbook.from_path(path).get_sheet_by_name("Queries").to_python())


READERS: dict[str, tuple[str, Callable[[str], int]]] = {
    "pandas, engine pyarrow": ("csv", _pandas),
    "smo, pyarrow installed": ("csv", _smo),
    "smo, core packages": ("csv", _smo_core),
    "python-calamine": ("xlsx", _calamine),
    "smo": ("xlsx", _smo),
}
PEER = {"csv": "pandas, engine pyarrow", "xlsx": "python-calamine"}


def child(reader: str, path: str) -> None:
    """Run one reader and print its figures as JSON."""
    before = _memory()
    wall, cpu = time.perf_counter(), time.process_time()
    READERS[reader][1](path)
    call_cpu, call_wall = time.process_time() - cpu, time.perf_counter() - wall
    figures = {
        "cpu": time.process_time(), "call_cpu": call_cpu, "call_wall": call_wall,
        "memory": _memory(), "added": _memory() - before,
    }  # fmt: skip
    print(json.dumps(figures))


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(files: dict[str, Path], runs: int) -> dict[str, dict[str, float]]:
    """Return the medians of each reader; the readers take turns."""
    found: dict[str, list[dict[str, float]]] = {name: [] for name in READERS}
    for run in range(runs + 1):
        for name, (kind, _) in READERS.items():
            command = [sys.executable, __file__, "--child", name, str(files[kind])]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            if run:  # the first round warms the disk
                found[name].append(json.loads(done.stdout))
    return {
        name: {key: statistics.median(row[key] for row in rows) for key in rows[0]}
        for name, rows in found.items()
    }


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Reading, against pandas and calamine.")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--child", nargs=2)
    chosen = parser.parse_args(arguments)
    if chosen.child:
        child(*chosen.child)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        files = {"csv": Path(folder) / "rows.csv", "xlsx": Path(folder) / "rows.xlsx"}
        make_csv(files["csv"])
        make_xlsx(files["xlsx"])
        sizes = {kind: path.stat().st_size / 2**20 for kind, path in files.items()}
        rows = measure(files, chosen.runs)
    result: dict[str, Any] = {"versions": _versions(), "megabytes": sizes, "readers": rows}
    RESULT.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    _show(result)
    return 0


def _versions() -> dict[str, str]:
    names = ("pandas", "pyarrow", "python-calamine", "numpy")
    return {"python": platform.python_version(), **{name: version(name) for name in names}}


def _show(result: dict[str, Any]) -> None:
    print(result["versions"], {k: f"{v:.0f} MB" for k, v in result["megabytes"].items()})
    print("| reader | CPU s | of it the call | call wall s | ratio of calls | peak MB | added MB |")
    print("|---|---|---|---|---|---|---|")
    for name, row in result["readers"].items():
        peer = result["readers"][PEER[READERS[name][0]]]
        print(
            f"| {READERS[name][0]}: {name} | {row['cpu']:.2f} | {row['call_cpu']:.2f} | "
            f"{row['call_wall']:.2f} | {row['call_cpu'] / peer['call_cpu']:.2f} | "
            f"{row['memory']:.0f} | {row['added']:.0f} |"
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
