"""Write docs/formats.md anew from the formats that the library reads.

python docs/make_formats.py
"""

from __future__ import annotations

from pathlib import Path

from smo.read import formats_markdown

PAGE = Path(__file__).resolve().parent / "formats.md"


def main() -> None:
    """Write the page; equal formats write equal bytes."""
    PAGE.write_bytes(formats_markdown().encode("utf-8"))


if __name__ == "__main__":
    main()
