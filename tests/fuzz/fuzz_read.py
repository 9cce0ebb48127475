"""Fuzz the readers: mutate every sample for some minutes, report what is neither read nor refused.

    python -m tests.fuzz.fuzz_read --minutes 10 --seed 0

Every sample of every family is cut, spliced with others, and has bytes, cells, rows and numbers
changed. A case passes when a table comes back whose rows are accounted for, or a `SmoError`. All
else is printed with the seed that makes it again, and so is a case that takes longer than
`SLOW_SECONDS`. The exit status is the number of distinct findings.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import sys
import time
import traceback
from collections import Counter

import pandas as pd

from smo.errors import SmoError
from smo.read import read_export
from tests.read.families.every import SAMPLES

SLOW_SECONDS = 5.0
CELLS = (
    "", " ", "--", "1e309", "-1", "٣", "1,234.5", "1.234,5", "9" * 400, "nan", "inf", "=1+1",
    "#N/A", "Total", "Итого", "\ufeff", "\u202e", "<script>", '"', "'", "\x0b", "a\nb", "0x10",
    "1_000", "99999-01-01", "2026-02-30", "01/02/2026", "12:61:99", "∞", "[1,2]", "{}",
    "null", "True", "%",
)  # fmt: skip
DELIMITERS = (b",", b";", b"\t", b"|")


def mutate(data: bytes, draw: random.Random, others: list[bytes]) -> bytes:
    """Return the bytes changed in a few places."""
    for _ in range(draw.randrange(1, 4)):
        change = draw.choice((_cut, _noise, _cell, _row, _splice, _delimiter, _encoding, _repeat))
        data = change(data, draw, others)
    return data


def _cut(data: bytes, draw: random.Random, _: list[bytes]) -> bytes:
    return data[: draw.randrange(len(data) + 1)]


def _noise(data: bytes, draw: random.Random, _: list[bytes]) -> bytes:
    place = draw.randrange(len(data) + 1)
    return data[:place] + draw.randbytes(draw.randrange(1, 6)) + data[place + draw.randrange(4) :]


def _cell(data: bytes, draw: random.Random, _: list[bytes]) -> bytes:
    cells = re.split(rb"([,;\t\n])", data)
    cells[draw.randrange(len(cells))] = draw.choice(CELLS).encode()
    return b"".join(cells)


def _row(data: bytes, draw: random.Random, _: list[bytes]) -> bytes:
    rows = data.split(b"\n")
    place = draw.randrange(len(rows))
    change = draw.randrange(3)
    if change == 0:
        del rows[place]
    elif change == 1:
        rows.insert(draw.randrange(len(rows) + 1), rows[place])
    else:
        draw.shuffle(rows)
    return b"\n".join(rows)


def _splice(data: bytes, draw: random.Random, others: list[bytes]) -> bytes:
    other = draw.choice(others)
    return data[: draw.randrange(len(data) + 1)] + other[draw.randrange(len(other)) :]


def _delimiter(data: bytes, draw: random.Random, _: list[bytes]) -> bytes:
    return data.replace(draw.choice(DELIMITERS), draw.choice(DELIMITERS))


def _encoding(data: bytes, draw: random.Random, _: list[bytes]) -> bytes:
    text = data.decode("utf-8", errors="replace")
    return text.encode(draw.choice(("utf-16", "utf-32", "cp1251", "utf-8-sig")), errors="replace")


def _repeat(data: bytes, draw: random.Random, _: list[bytes]) -> bytes:
    place = draw.randrange(len(data) + 1)
    return data[:place] + data[place : place + 40] * draw.randrange(2, 60) + data[place:]


def check(data: bytes) -> str | None:
    """Return what is wrong with the way these bytes are read, or None."""
    start = time.monotonic()
    try:
        report = read_export(io.BytesIO(data)).report
    except SmoError:
        report = None
    except Exception:  # noqa: BLE001 - any other exception is what is looked for
        return traceback.format_exc()
    if time.monotonic() - start > SLOW_SECONDS:
        return f"slow: more than {SLOW_SECONDS} s"
    for row in () if report is None else report.itertuples():
        dropped = [] if pd.isna(row.dropped) else re.findall(r"(?:^|; )(\d+) ", str(row.dropped))
        if row.rows_read != row.rows_kept + sum(map(int, dropped)):
            return f"rows are lost in {row.format}: {row.rows_read} read, {row.rows_kept} kept"
    return None


def main() -> int:
    """Run until the minutes are over and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    whole = [sample.data() for sample in SAMPLES]
    found: dict[str, tuple[int, str]] = {}
    outcomes: Counter[str] = Counter()
    end = time.monotonic() + 60 * chosen.minutes
    case = chosen.seed
    while time.monotonic() < end:
        draw = random.Random(case)
        problem = check(mutate(draw.choice(whole), draw, whole))
        outcomes["wrong" if problem else "fine"] += 1
        if problem:
            lines = [line for line in problem.splitlines() if "File" in line][-1:]
            found.setdefault(" ".join([*lines, problem.splitlines()[-1]])[:300], (case, problem))
        case += 1
    for key, (number, problem) in found.items():
        sys.stdout.write(f"--- case {number}: {key}\n{problem}\n")
    sys.stdout.write(f"{case - chosen.seed} cases, {dict(outcomes)}, {len(found)} findings\n")
    return len(found)


if __name__ == "__main__":
    sys.exit(main())
