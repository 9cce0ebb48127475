"""A bar for long work: shown on a terminal after some seconds, never elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm

DELAY = 3.0  # seconds of work that nobody need be told of


@contextmanager
def steps(name: str, total: int) -> Iterator[Callable[[str], None]]:
    """Yield a function to call before each step of some work with what the step does.

    Nothing is written where the standard error stream is no terminal.

    Examples
    --------
    >>> with steps("topics", 2) as step:
    ...     step("words")
    ...     step("clusters")
    """
    # None leaves the bar out where there is no terminal.
    with tqdm(
        total=total,
        disable=None,
        delay=DELAY,
        leave=False,
        mininterval=0,
        bar_format="{desc} {bar} {n_fmt}/{total_fmt}",
    ) as bar:

        def step(what: str) -> None:
            bar.set_description(f"{name}: {what}", refresh=False)
            bar.update()

        yield step
