"""Every example runs, as a reader would run it."""

from __future__ import annotations

import filecmp
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.made_once import made_once
from tests.test_cli_analyze import MAP, WRITTEN

ROOT = Path(__file__).resolve().parent.parent
# The pipeline runs in tests of its own, which look at what it leaves.
EXAMPLES = sorted(set((ROOT / "examples").glob("*.py")) - {ROOT / "examples" / "pipeline.py"})


def _run(
    script: Path, *arguments: str, folder: Path, seed: str = "random"
) -> subprocess.CompletedProcess[str]:
    """Run a script in a folder; `seed` is that of the hashes of texts."""
    return subprocess.run(  # noqa: S603 - our own interpreter and script
        [sys.executable, "-W", "error", str(script), *arguments],
        capture_output=True, text=True, check=False, cwd=folder, timeout=300,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )  # fmt: skip


def _run_pipeline(folder: Path) -> tuple[Path, str]:
    done = _run(ROOT / "examples" / "pipeline.py", folder=folder, seed="1")
    assert done.returncode == 0, done.stderr
    return folder / "out", done.stdout


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder that the pipeline leaves without arguments, and what it says."""
    made: tuple[Path, str] = made_once(tmp_path_factory, "pipeline", _run_pipeline)
    return made


@pytest.mark.parametrize("script", EXAMPLES, ids=lambda path: path.stem)
def test_example_runs(script: Path, tmp_path: Path) -> None:
    done = _run(script, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_pipeline_leaves_three_results(pipeline: tuple[Path, str]) -> None:
    out, said = pipeline
    assert (out / "plan.html").stat().st_size > 10_000
    assert (out / "plan.md").read_text(encoding="utf-8").startswith("# ")
    assert (out / "plan" / "plan.json").is_file()
    for segment in ("buyers", "readers"):
        assert segment in said


def test_the_demo_is_the_same_bytes_twice(pipeline: tuple[Path, str], tmp_path: Path) -> None:
    """Two processes with other hashes, by the pipeline and by the command line."""
    script = tmp_path / "demo.py"
    script.write_text("from smo.cli import main; main()", encoding="utf-8")
    done = _run(script, "demo", "--out", "tour", folder=tmp_path, seed="2")
    assert done.returncode == 0, done.stderr
    out, (first, _) = tmp_path / "tour", pipeline
    assert {path.name for path in out.iterdir()} == WRITTEN | {"exports"}
    assert (out / "exports" / "buyers_map.csv").read_bytes() == Path(MAP).read_bytes()
    kept = sorted(path.name for path in (first / "plan").iterdir())
    assert kept == sorted(path.name for path in (out / "plan").iterdir())
    assert len(kept) > 5
    names = ["plan.html", "plan.md", *(f"plan/{name}" for name in kept)]
    assert filecmp.cmpfiles(first, out, names, shallow=False) == (names, [], [])


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


def test_readiness_without_a_parser_says_so_in_one_line(tmp_path: Path) -> None:
    # A package of that name that cannot be imported stands for the absent extra.
    (tmp_path / "selectolax.py").write_text("raise ImportError", encoding="utf-8")
    script = ROOT / "examples" / "25_readiness.py"
    code = "import runpy, sys; sys.path.insert(0, '.'); sys.argv = sys.argv[1:];"
    code += "runpy.run_path(sys.argv[0])"
    done = subprocess.run(  # noqa: S603 - our own interpreter and script
        [sys.executable, "-c", code, str(script)],
        capture_output=True, text=True, check=False, cwd=tmp_path, timeout=300,
    )  # fmt: skip
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert 'pip install "smo-analyzer[html]"' in done.stderr
