"""One method alone in a process: its labels' quality, CPU seconds and peak memory.

    python benchmarks/alone.py METHOD FILE CPU_SECONDS GIGABYTES

FILE is a CSV with the columns text and label, or a list of distinct texts, one a line. The method
is told the number of labels, or the rounded root of the number of texts. Seconds are of the call
alone, with features and without imports; memory is the peak of the whole process until its end.
"""

from __future__ import annotations

import csv
import importlib
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

LIBRARIES = ("OMP", "OPENBLAS", "MKL", "NUMBA")
ONE_THREAD = {**{f"{name}_NUM_THREADS": "1" for name in LIBRARIES}, "LOKY_MAX_CPU_COUNT": "1"}
ROOT = Path(__file__).resolve().parent.parent
MEMORY_ERRORS = ("MemoryError", "bad_alloc", "Unable to allocate")


def run_alone(python: Path, method: str, data: Path, limits: tuple[float, float]) -> dict[str, Any]:
    """Run a method in a process of its own; `stopped` says why there are no labels."""
    command = [str(python), str(Path(__file__)), method, str(data), *map(str, limits)]
    environment = {**os.environ, **ONE_THREAD, "PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        process = subprocess.Popen(command, stdout=out, stderr=err, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        printed, errors = out.read().splitlines(), err.read()
    whole = {
        "process_cpu_s": used.ru_utime + used.ru_stime,
        "wall_s": time.perf_counter() - start,
        "peak_mb": used.ru_maxrss / 1024,
    }
    if process.returncode == 0:
        return {**whole, **json.loads(printed[-1]), "stopped": ""}
    return {**whole, "stopped": _reason(process.returncode, errors, limits)}


def _reason(code: int, errors: str, limits: tuple[float, float]) -> str:
    if code == -signal.SIGXCPU:
        return f"> {limits[0]:g} s"
    if any(word in errors for word in MEMORY_ERRORS):
        return f"> {limits[1]:g} GB"
    return f"failed ({code}): {(errors.splitlines() or ['no message'])[-1][:200]}"


def child(method: str, data: str, seconds: str, gigabytes: str) -> None:
    """Run the method here and print what came of it as JSON."""
    from peers import METHODS, checked  # noqa: PLC0415 - only the child needs it

    for module in METHODS[method].modules:
        importlib.import_module(module)
    texts, truth = read(Path(data))
    k = len(set(truth)) if truth else round(len(texts) ** 0.5)
    _limit(float(seconds), float(gigabytes))
    start = _used()
    labels = METHODS[method].label(texts, k)
    cpu_s, peak = _used() - start, _peak_mb()
    resource.setrlimit(resource.RLIMIT_CPU, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    found = checked(labels, texts)
    figures = {
        "cpu_s": cpu_s, "peak_mb": peak, "texts": len(texts), "k": k,
        "found": len(set(found.tolist())), "noise": float((found == -1).mean()),
        **(_scores(truth, found) if truth else {}),
    }  # fmt: skip
    print(json.dumps(figures))


def read(path: Path) -> tuple[list[str], list[str]]:
    """Return the texts and their labels; a list has none."""
    if path.suffix != ".csv":
        return path.read_text(encoding="utf-8").splitlines(), []
    with path.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    return [row["text"] for row in rows], [row["label"] for row in rows]


def _scores(truth: list[str], labels: Any) -> dict[str, float]:
    """Compare with the people's labels; noise is one cluster."""
    from sklearn import metrics  # noqa: PLC0415 - only the child needs it

    return {
        "ami": float(metrics.adjusted_mutual_info_score(truth, labels)),
        "ari": float(metrics.adjusted_rand_score(truth, labels)),
        "v": float(metrics.v_measure_score(truth, labels)),
    }


def _limit(seconds: float, gigabytes: float) -> None:
    """End this process when the call takes more: SIGXCPU, or MemoryError."""
    endless = resource.RLIM_INFINITY
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (int(_used() + seconds) + 1, endless))
    resource.setrlimit(resource.RLIMIT_AS, (int(gigabytes * 2**30), endless))


def _peak_mb() -> float:
    """Return the peak of this program: Linux's ru_maxrss also holds its parent's at the start."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _used() -> float:
    """Return the CPU seconds of this process and of those it has started and waited for."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in both)


def main(arguments: Sequence[str]) -> int:
    child(*arguments)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
