"""Write examples/02_notebook.ipynb anew, its script executed cell by cell, and docs/notebook.md.

python docs/make_notebook.py
"""

from __future__ import annotations

import itertools
import json
import os
import re
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SCRIPT = EXAMPLES / "02_notebook.py"
NOTEBOOK = SCRIPT.with_suffix(".ipynb")
PAGE = Path(__file__).resolve().parent / "notebook.md"
MADE = "<!-- Made by `python docs/make_notebook.py`: change its script, not this. -->"
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
CELL = re.compile(r"^# %%(.*)$", re.MULTILINE)


def script_cells(text: str) -> list[dict[str, Any]]:
    """Return the cells of a script in percent format, not executed.

    Parameters
    ----------
    text : str
        The script: a docstring, then cells that begin with `# %%` and their title; comments
        right below the title are the words of the cell.

    Returns
    -------
    list of dict
        Cells of nbformat 4.5: the docstring as text, code under the title and words of its cell.
    """
    head, *rest = CELL.split(text)
    _, docstring, imports = head.split('"""', maxsplit=2)
    title, _, told = docstring.partition("\n")
    cells = [_cell("markdown", f"# {title}\n{told}"), _cell("code", imports)]
    for name, body in zip(rest[::2], rest[1::2], strict=True):
        lines = body.strip("\n").split("\n")
        words = list(itertools.takewhile(lambda line: line.startswith("#"), lines))
        told = "\n".join(line.removeprefix("#").strip() for line in words)
        cells.append(_cell("markdown", f"## {name.strip()}\n\n{told}"))
        cells.append(_cell("code", "\n".join(lines[len(words) :])))
    return [{"id": f"cell-{place}", **cell} for place, cell in enumerate(cells)]


def _cell(kind: str, source: str) -> dict[str, Any]:
    cell: dict[str, Any] = {"cell_type": kind, "metadata": {}, "source": source.strip("\n")}
    return cell | ({"execution_count": None, "outputs": []} if kind == "code" else {})


def executed(cells: list[dict[str, Any]], folder: Path) -> dict[str, Any]:
    """Return the notebook of the cells after a kernel of its own ran them in a folder."""
    import nbformat  # noqa: PLC0415 - of the extra `docs`
    from nbclient import NotebookClient  # noqa: PLC0415

    plain = {"cells": cells, "metadata": {"kernelspec": KERNEL}, "nbformat": 4, "nbformat_minor": 5}
    book = nbformat.from_dict(plain)
    NotebookClient(book, timeout=300, resources={"metadata": {"path": str(folder)}}).execute(
        env={**os.environ, "PYTHONPATH": str(EXAMPLES.parent)}  # this checkout's library
    )
    for cell in book.cells:
        cell.metadata.pop("execution", None)  # the hour it was run
        for data in (output["data"] for output in cell.get("outputs", ()) if "data" in output):
            if "text/html" in data:
                data.pop("text/plain", None)  # the same again
    book.metadata = {"kernelspec": KERNEL}  # not the version it was run with
    return dict(book)


def notebook_text(book: dict[str, Any]) -> str:
    """Return a notebook as the text of its file."""
    return json.dumps(book, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def notebook_markdown(book: dict[str, Any]) -> str:
    """Return a notebook as a page: its words, code, printed lines, tables and figures.

    Parameters
    ----------
    book : dict
        An executed notebook as its file holds it.

    Returns
    -------
    str
        Markdown. Tables and figures are HTML and SVG of the outputs, which fetch nothing.
    """
    parts = [MADE]
    for cell in book["cells"]:
        if cell["cell_type"] == "markdown":
            parts.append(cell["source"])
            continue
        parts.append(f"```python\n{cell['source']}\n```")
        parts.extend(_shown(output) for output in cell["outputs"])
    return "\n\n".join(parts) + "\n"


def _shown(output: dict[str, Any]) -> str:
    """Return an output as Markdown; a wide table or figure moves by itself on a small screen."""
    if "text/html" in output.get("data", {}):
        return f'<div class="shown">\n{output["data"]["text/html"]}\n</div>'
    text = output["text"] if "text" in output else output["data"]["text/plain"]
    lines = text.rstrip("\n")
    return f"```text\n{lines}\n```"


def main() -> None:
    """Run the script as a notebook, write it, and write the page of it."""
    book = executed(script_cells(SCRIPT.read_text(encoding="utf-8")), EXAMPLES)
    NOTEBOOK.write_text(notebook_text(book), encoding="utf-8", newline="\n")
    PAGE.write_text(notebook_markdown(json.loads(notebook_text(book))), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
