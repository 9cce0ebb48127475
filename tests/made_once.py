"""What takes long to make and several tests look at: made once for all workers of a run."""

from __future__ import annotations

import os
import pickle
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

WAITED = 0.1  # seconds between two looks at whether another worker is ready


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Any]) -> Any:
    """Return what `make` gives for a folder of its own, made by the first worker that asks.

    Others wait and read it pickled. Where making fails, whoever waits makes it again, and so
    fails with the error itself.
    """
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # the workers of a run have folders side by side
    done, failed, folder = (base / f"{name}{ending}" for ending in (".pickle", ".failed", ""))
    try:
        folder.mkdir()
    except FileExistsError:
        while not done.exists() and not failed.exists():
            time.sleep(WAITED)
        if failed.exists():
            return make(factory.mktemp(name))
        return pickle.loads(done.read_bytes())  # noqa: S301 - written by this run
    try:
        made = make(folder)
        written = folder.with_suffix(".part")
        written.write_bytes(pickle.dumps(made))
        written.rename(done)
    except BaseException:
        failed.touch()
        raise
    return made
