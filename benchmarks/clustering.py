"""Topics of this library and of its peers: quality on labelled short texts, and cost by size.

    python benchmarks/clustering.py --sets tweet kdd2005 --sizes 10000 --methods smo,bisecting
    python benchmarks/clustering.py --methods smo,smo_auto     # run again, merged into the JSON
    python benchmarks/clustering.py --table                    # the stored tables, nothing run

The peers are installed, as pinned in peers.txt, into an environment of their own, where this
library is imported from the checkout. Each method runs alone in a process on one thread; one that
takes more than the limits is stopped and reported so. The labelled sets and the queries are not
part of the project (SMO_CORPUS names their folder, else ../shared/corpus beside the checkout).

AMI compares methods that choose their own number of clusters; see Vinh, Epps & Bailey (2010),
Information Theoretic Measures for Clusterings Comparison, JMLR 11.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from alone import ROOT, run_alone
from peer_tables import tables
from peers import METHODS

RESULT = Path(__file__).with_suffix(".json")
PINNED = Path(__file__).with_name("peers.txt")
SETS = (
    "stackoverflow", "tweet", "hwu64", "banking77", "gnews_t", "kdd2005", "wands480", "ru_titles",
)  # fmt: skip
SIZES = ("10000", "100000", "1000000")


def installed(folder: Path) -> Path:
    """Return the Python of the environment, made or mended when the pinned list has changed."""
    python, stamp = folder / "bin" / "python", folder / "installed.txt"
    pinned = PINNED.read_text(encoding="utf-8")
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != pinned:
        print(f"installing {PINNED.name} into {folder}", flush=True)
        venv.create(folder, with_pip=True, clear=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "-r", str(PINNED)]
        subprocess.run(pip, check=True)
        stamp.write_text(pinned, encoding="utf-8")
    return python


def environment_facts(python: Path) -> dict[str, Any]:
    """Return the versions in the environment, and of Python and the machine."""
    freeze = [str(python), "-m", "pip", "list", "--format=json", "--disable-pip-version-check"]
    listed = json.loads(subprocess.run(freeze, check=True, capture_output=True, text=True).stdout)
    return {
        "python": platform.python_version(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "versions": {row["name"].replace("_", "-").lower(): row["version"] for row in listed},
    }


def smo_version() -> str:
    """Return the commit of the checkout, with a plus where it has been changed."""
    git = ["git", "-C", str(ROOT)]
    try:
        commit = subprocess.run([*git, "rev-parse", "--short", "HEAD"], check=True,
                                capture_output=True, text=True).stdout.strip()  # fmt: skip
        changed = subprocess.run([*git, "diff", "--quiet", "HEAD", "--", "smo"], check=False)
    except (OSError, subprocess.CalledProcessError):
        return "smo, unknown commit"
    return f"smo {commit}{'+' if changed.returncode else ''}"


def queries(corpus: Path, size: str, folder: Path) -> Path:
    """Write distinct queries, real ones first, with the corpus's own maker."""
    path = folder / f"{size}.txt"
    with path.open("w", encoding="utf-8") as out:
        maker = corpus / "queries" / "make_queries.py"
        subprocess.run([sys.executable, str(maker), size], check=True, stdout=out)
    return path


def merge(facts: dict[str, Any], row: dict[str, Any]) -> None:
    """Put a row in place of an older one of the same method and data, and save all.

    The file is read again: another run may have saved rows meanwhile.
    """
    key = (row["method"], row["data"])
    kept = [r for r in stored()["results"] if (r["method"], r["data"]) != key]
    facts["results"] = sorted([*kept, row], key=_order)
    text = json.dumps(facts, indent=1, ensure_ascii=False) + "\n"
    RESULT.with_suffix(".part").write_text(text, encoding="utf-8")
    RESULT.with_suffix(".part").replace(RESULT)


def _order(row: dict[str, Any]) -> tuple[int, int]:
    return (*SETS, *SIZES).index(row["data"]), list(METHODS).index(row["method"])


def stored() -> dict[str, Any]:
    if not RESULT.exists():
        return {"versions": {}, "results": []}
    facts: dict[str, Any] = json.loads(RESULT.read_text(encoding="utf-8"))
    return facts


def measure(options: argparse.Namespace, facts: dict[str, Any], python: Path) -> None:
    """Run what was asked for, data by data, and save after each method."""
    limits = (options.limit, options.memory)
    with tempfile.TemporaryDirectory() as folder:
        for data in (*options.sets, *options.sizes):
            if data in SETS:
                path = options.corpus / "labelled" / f"{data}.csv"
            else:
                path = queries(options.corpus, data, Path(folder))
            for method in options.methods:
                figures = run_alone(python, method, path, limits)
                merge(facts, {"method": method, "data": data, **figures, **_stamp(method, facts)})
                _show(method, data, figures)


def _stamp(method: str, facts: dict[str, Any]) -> dict[str, Any]:
    """Return what tells this row's circumstances."""
    package = METHODS[method].package
    version = facts["versions"].get(package.replace("_", "-"), "?")
    return {
        "version": smo_version() if package == "smo" else f"{package} {version}",
        "date": datetime.now(UTC).date().isoformat(),
        "load": os.getloadavg()[0],
    }


def _show(method: str, data: str, row: dict[str, Any]) -> None:
    if row["stopped"]:
        print(f"{data:14} {method:16} {row['stopped']}", flush=True)
        return
    scores = " ".join(
        f"{row[name]:6.3f}" if name in row else " " * 6 for name in ("ami", "ari", "v")
    )
    print(
        f"{data:14} {method:16} {scores} {row['found']:7} {row['noise']:6.1%} "
        f"{row['cpu_s']:8.1f} {row['peak_mb']:7.0f}",
        flush=True,
    )


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sets", nargs="*", choices=SETS)
    parser.add_argument("--sizes", nargs="*", choices=SIZES)
    parser.add_argument("--methods", type=lambda text: text.split(","), default=list(METHODS))
    parser.add_argument("--limit", type=float, default=300, help="CPU seconds of one method")
    parser.add_argument("--memory", type=float, default=12, help="GB of address space of a method")
    parser.add_argument("--environment", type=Path, default=ROOT / ".venv-peers")
    parser.add_argument("--table", action="store_true", help="print the stored tables, run nothing")
    options = parser.parse_args(arguments)
    if options.sets is None and options.sizes is None:
        options.sets, options.sizes = SETS, SIZES
    options.sets, options.sizes = options.sets or (), options.sizes or ()
    unknown = sorted(set(options.methods) - set(METHODS))
    if unknown:
        parser.error(f"unknown methods {unknown}; there are {', '.join(METHODS)}")
    options.corpus = Path(os.environ.get("SMO_CORPUS", ROOT.parent / "shared" / "corpus"))
    return options


def main(arguments: Sequence[str]) -> int:
    options = _options(arguments)
    facts = stored()
    if not options.table:
        python = installed(options.environment.resolve())
        now = environment_facts(python)
        if facts["results"] and facts["versions"] != now["versions"]:
            print("versions differ from those of the stored rows", flush=True)
        facts = {**now, "results": facts["results"]}
        print(f"{'data':14} {'method':16}    AMI    ARI      V   found  noise    CPU s peak MB")
        measure(options, facts, python)
    print(tables(facts, SETS))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
