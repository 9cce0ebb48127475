"""Every example runs, as a reader would run it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# The pipeline runs in tests of its own, which look at what it leaves.
EXAMPLES = sorted(set((ROOT / "examples").glob("*.py")) - {ROOT / "examples" / "pipeline.py"})


def _run(script: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own interpreter and script
        [sys.executable, "-W", "error", str(script), *arguments],
        capture_output=True, text=True, check=False, cwd=folder, timeout=300,
    )  # fmt: skip


@pytest.mark.parametrize("script", EXAMPLES, ids=lambda path: path.stem)
def test_example_runs(script: Path, tmp_path: Path) -> None:
    done = _run(script, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_pipeline_leaves_three_results(tmp_path: Path) -> None:
    done = _run(ROOT / "examples" / "pipeline.py", folder=tmp_path)
    out = tmp_path / "out"
    assert (out / "plan.html").stat().st_size > 10_000
    assert (out / "plan.md").read_text(encoding="utf-8").startswith("# ")
    assert (out / "plan" / "plan.json").is_file()
    for segment in ("buyers", "readers"):
        assert segment in done.stdout


def test_pipeline_takes_the_users_own_files(tmp_path: Path) -> None:
    (tmp_path / "q.csv").write_text("keyword,impressions\nred rope,90\ntent,40\n", encoding="utf-8")
    done = _run(
        ROOT / "examples" / "pipeline.py", "--keywords", "mine=q.csv", "--out", "plan here",
        folder=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "mine" in done.stdout
    assert (tmp_path / "plan here" / "plan.html").is_file()


def test_pipeline_tells_a_click_map_from_keywords(tmp_path: Path) -> None:
    path = ROOT / "examples" / "data" / "buyers_map.csv"
    done = _run(ROOT / "examples" / "pipeline.py", "--keywords", str(path), folder=tmp_path)
    assert done.returncode == 2
    assert "it holds no keywords. Remedy: give maps by --clicks" in done.stderr


def test_pipeline_says_what_is_wrong_in_one_line(tmp_path: Path) -> None:
    done = _run(ROOT / "examples" / "pipeline.py", "--keywords", "no.csv", folder=tmp_path)
    assert done.returncode == 2
    assert "no.csv" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()
