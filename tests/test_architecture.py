"""The plan of the house, read from the imports: floors, sizes, signatures."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GROUND = {
    "errors", "breaks", "spec", "accounts", "tables", "casts", "checks", "ledger", "levels",
    "settings", "rare", "slots", "extras", "kept", "pictures", "text", "stats",
}  # fmt: skip
STAGES = {
    "read", "engine", "audience", "topics", "join", "evidence", "propose", "report", "datasets",
}  # fmt: skip
FLOORS = {
    **dict.fromkeys(GROUND, 0),
    **dict.fromkeys(STAGES, 1),
    "plan": 2,
    "pipeline": 3,
    "evaluate": 4,
    "cli": 5,
    "__main__": 6,
}
MAX_FILE_LINES = 300
MAX_BODY_LINES = 40
MAX_PARAMETERS = 7
# The plan writes its reports inside its methods: a plan can be loaded without a report library.
# A command that only replays and compares loads what it needs when it runs.
LAZY_IMPORTS = {
    "cli/backtest.py": {"smo.evaluate"},
    "cli/beside.py": {"smo.audience.tactics", "smo.evaluate"},
    "cli/compare.py": {"smo.evaluate"},
    "plan.py": {
        "smo.report.brief",
        "smo.report.draw",
        "smo.report.excel",
        "smo.report.figures",
        "smo.report.html",
        "smo.report.markdown",
        "smo.report.named",
    },
    "report/charts.py": {"altair"},
    "report/draw.py": {"resvg_py"},
    "text/stem.py": {"nltk.stem.snowball"},
    "text/lemma.py": {"pymorphy3"},
    "topics/terms.py": {"nltk.metrics.association"},
    "read/arrow.py": {"pyarrow"},
    "engine/dialect.py": {"sqlglot"},
    "read/html_page.py": {"selectolax.lexbor"},
    "read/html_elements.py": {"selectolax.lexbor"},
}
MODULES = sorted((ROOT / "smo").rglob("*.py"))


def _name(path: Path) -> str:
    return path.relative_to(ROOT / "smo").as_posix()


def _room(name: str) -> str:
    return name.split("/", maxsplit=1)[0].removesuffix(".py")


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imports(tree: ast.AST) -> list[tuple[str, ast.AST]]:
    found: list[tuple[str, ast.AST]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, node) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            if base == "smo":
                found += [(f"smo.{alias.name}", node) for alias in node.names]
            else:
                found.append((base, node))
    return found


def _functions(tree: ast.AST) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def check_import(importer: str, imported: str) -> str | None:
    """Return what is wrong with room `importer` importing room `imported`, or None."""
    if importer in ("__init__", imported):
        return None
    if imported not in FLOORS or importer not in FLOORS:
        return f"room {importer} or {imported} has no floor"
    if importer in GROUND and imported in GROUND:
        return "stats imports nothing of smo" if importer == "stats" else None
    if FLOORS[imported] >= FLOORS[importer]:
        return f"{importer} (floor {FLOORS[importer]}) imports {imported}"
    return None


@pytest.mark.parametrize(
    ("importer", "imported", "fine"),
    [
        ("join", "text", True),
        ("join", "topics", False),
        ("text", "join", False),
        ("stats", "errors", False),
        ("pipeline", "join", True),
        ("plan", "pipeline", False),
        ("cli", "pipeline", True),
        ("pipeline", "cli", False),
        ("topics", "unheard", False),
    ],
)
def test_import_rule(importer: str, imported: str, fine: bool) -> None:
    assert (check_import(importer, imported) is None) is fine


def test_every_module_is_read() -> None:
    assert len(MODULES) > 30


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_floors(path: Path) -> None:
    name = _name(path)
    lazy = LAZY_IMPORTS.get(name, set())
    wrong = []
    for module, _ in _imports(_tree(path)):
        if module.startswith("."):
            wrong.append(f"relative import {module}")
        if module.startswith("smo.") and module not in lazy:
            problem = check_import(_room(name), module.split(".")[1])
            wrong += [f"{module}: {problem}"] if problem else []
    assert wrong == []


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_stand_at_the_top(path: Path) -> None:
    tree = _tree(path)
    top = {id(node) for node in tree.body}
    allowed = LAZY_IMPORTS.get(_name(path), set())
    wrong = [m for m, node in _imports(tree) if id(node) not in top and m not in allowed]
    assert wrong == []


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_sizes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    wrong = []
    if text.count("\n") > MAX_FILE_LINES:
        wrong.append(f"{text.count(chr(10))} lines")
    for node in _functions(_tree(path)):
        body = node.body[1:] if ast.get_docstring(node) else node.body
        size = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
        if size > MAX_BODY_LINES:
            wrong.append(f"{node.name}: body of {size} lines")
    assert wrong == []


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_signatures(path: Path) -> None:
    wrong = []
    for node in _functions(_tree(path)):
        named = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        count = sum(arg.arg not in {"self", "cls"} for arg in named)
        public = not node.name.startswith("_")
        if public and node.args.kwarg:
            wrong.append(f"{node.name} takes **{node.args.kwarg.arg}")
        if public and count > MAX_PARAMETERS:
            wrong.append(f"{node.name} takes {count} parameters")
    assert wrong == []


def _module(path: Path) -> str:
    return f"smo.{_name(path).removesuffix('.py').removesuffix('/__init__').replace('/', '.')}"


@cache
def _graph() -> dict[str, list[str]]:
    """Return what each module imports of the library."""
    return {
        _module(path): sorted({m for m, _ in _imports(_tree(path)) if m.startswith("smo.")})
        for path in MODULES
        if _name(path) != "__init__.py"
    }


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_circle_inside_a_room(path: Path) -> None:
    graph, start = _graph(), _module(path)
    seen: set[str] = set()
    todo = list(graph.get(start, ()))
    while todo:
        module = todo.pop()
        if module not in seen:
            seen.add(module)
            todo += graph.get(module, ())
    assert start not in seen
