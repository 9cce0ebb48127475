"""Write docs/gallery.md anew from the examples.

python docs/make_gallery.py
"""

from __future__ import annotations

import ast
import json
from pathlib import Path

DOCS = Path(__file__).resolve().parent
EXAMPLES = DOCS.parent / "examples"
PAGE = DOCS / "gallery.md"
PICTURES = {"pipeline.py": ("plan.png", "The report of the example")}
MOST_LINES = 12  # of what a cell printed
HEAD = """# Gallery

Each example runs as it is, from the folder of the project, on data that come with it;
a second command takes files of yours. This page is written from `examples/` by
`python docs/make_gallery.py`.
"""


def gallery_markdown(folder: Path) -> str:
    """Return the page of a folder's examples, in the order of their names.

    Parameters
    ----------
    folder : Path
        Scripts with a docstring: a title, an empty line, paragraphs. A notebook of the same
        name shows what its first cell printed.

    Returns
    -------
    str
        Title, first paragraph, commands (plain, and with files of yours) and picture or output
        of each example.
    """
    return "\n".join([HEAD, *(_entry(script) for script in sorted(folder.glob("*.py")))])


def _entry(script: Path) -> str:
    told = ast.get_docstring(ast.parse(script.read_text(encoding="utf-8"))) or ""
    title, *paragraphs = told.split("\n\n")
    words = [part for part in paragraphs if part[0].isupper()][:1]
    own = [part.strip() for part in paragraphs if part.strip().startswith("python ")]
    commands = "\n".join([f"python examples/{script.name}", *own])
    parts = [f"## {title.rstrip('.')}", *words, f"```sh\n{commands}\n```"]
    if script.name in PICTURES:
        path, name = PICTURES[script.name]
        parts.append(f"![{name}]({path})")
    book = script.with_suffix(".ipynb")
    if book.is_file():
        shown = f"`examples/{book.name}`, [as a page](notebook.md)"
        parts.append(f"Executed, with its tables and figures: {shown}. It prints")
        parts.append(f"```text\n{_printed(book)}\n```")
    return "\n\n".join(parts) + "\n"


def _printed(book: Path) -> str:
    cells = json.loads(book.read_text(encoding="utf-8"))["cells"]
    outputs = [one for cell in cells for one in cell.get("outputs", ()) if "text" in one]
    lines = "".join(outputs[0]["text"]).rstrip("\n").split("\n") if outputs else []
    return "\n".join(lines[:MOST_LINES])


def main() -> None:
    """Write the page; equal examples write equal bytes."""
    PAGE.write_bytes(gallery_markdown(EXAMPLES).encode("utf-8"))


if __name__ == "__main__":
    main()
