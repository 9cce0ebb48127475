"""What several test folders share: the folder of real exports, where it is present."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Folder of real exports: SMO_CORPUS, else ../shared/corpus beside the checkout."""
    folder = Path(os.environ.get("SMO_CORPUS", ROOT.parent / "shared" / "corpus"))
    if not folder.is_dir():
        pytest.skip(f"no real exports at {folder.name}: set SMO_CORPUS to their folder")
    return folder
