"""Run in an environment that holds only the built wheel: is everything it needs inside?"""

from __future__ import annotations

import sys
import tempfile
from importlib.metadata import entry_points
from pathlib import Path

import smo

HEAVY = {"sklearn", "nltk", "duckdb"}


def main() -> None:
    """Check that import is light, commands and templates travel and the demo makes a plan."""
    loaded = HEAVY & set(sys.modules)
    if loaded:
        sys.exit(f"import smo loads {sorted(loaded)}")
    if Path(smo.__file__).parent.parent == Path(__file__).resolve().parent.parent:
        sys.exit("the checkout was imported, not the wheel")
    (script,) = entry_points(group="console_scripts", name="smo")
    if not callable(script.load()):
        sys.exit("the command smo is not installed")
    world = smo.datasets.load_demo()
    plan = smo.analyze(world.keywords, world.clicks, pages=world.pages)
    with tempfile.TemporaryDirectory() as folder:
        plan.save(Path(folder) / "plan")
        again = smo.load_plan(Path(folder) / "plan")
        page = plan.to_html(Path(folder) / "plan.html").read_text(encoding="utf-8")
    if again.to_markdown() != plan.to_markdown() or "<html" not in page:
        sys.exit("the plan does not survive saving, or the page is empty")
    sys.stdout.write(f"wheel of smo {smo.__version__}: {len(plan.proposals)} proposals\n")


if __name__ == "__main__":
    main()
