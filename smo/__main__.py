"""`python -m smo`: the command line where no script is installed."""

from __future__ import annotations

from smo.cli import main

if __name__ == "__main__":
    main()
