"""What `smo analyze` is given to show beside a plan: the plan before, mentions, tactics."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import click
import pandas as pd

import smo
from smo.cli.sources import by_segment
from smo.errors import SmoError
from smo.read import read_mentions

C = TypeVar("C", bound="Callable[..., Any] | click.Command")

KEPT = "smo.beside."  # by the context, not handed on as arguments


@dataclass(frozen=True, slots=True)
class Beside:
    """What was read of it before the analysis, so that a wrong file is told at once."""

    wanted: bool
    previous: smo.TopicPlan | None
    mentions: pd.DataFrame | None
    tactics: pd.DataFrame | None
    budget: float | None

    def collected(self, plan: smo.TopicPlan) -> smo.evaluate.Extras:
        """Return the extras of the plan."""
        # Only this needs it, and it takes a second to load.
        from smo.evaluate import collect_extras  # noqa: PLC0415

        return collect_extras(
            plan,
            previous=self.previous,
            mentions=self.mentions,
            tactics=self.tactics,
            budget=self.budget,
        )


def beside_options(command: C) -> C:
    """Give a command the options; `read_beside` reads what the context keeps of them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def read_beside(meta: Mapping[str, Any]) -> Beside:
    """Read what the options name.

    Parameters
    ----------
    meta : mapping
        What the context of the command keeps.

    Returns
    -------
    Beside
        Wanted where any of the options is given.

    Raises
    ------
    SmoError
        When a file or folder cannot be read, or an option needs another.
    """
    previous, mentions, author, tactics, budget, asked = (
        meta.get(f"{KEPT}{name}")
        for name in ("previous", "mentions", "author", "tactics", "budget", "extras")
    )
    for own, name, needed in ((author, "author", mentions), (budget, "budget", tactics)):
        if own is not None and not needed:
            other = "mentions" if name == "author" else "tactics"
            raise SmoError(f"it needs --{other}", where=f"--{name}", remedy=f"give --{other} PATH")
    return Beside(
        wanted=bool(asked or previous or mentions or tactics),
        previous=smo.load_plan(previous) if previous else None,
        mentions=_mentions(mentions, author) if mentions else None,
        tactics=_tactics(tactics) if tactics else None,
        budget=budget,
    )


def _mentions(paths: tuple[str, ...], author: str | None) -> pd.DataFrame:
    tables = [
        read_mentions(list(own), segment=segment, author=author)
        for segment, own in by_segment(paths, None).items()
    ]
    return pd.concat(tables, ignore_index=True)


def _tactics(path: str) -> pd.DataFrame:
    from smo.audience.tactics import read_tactics  # noqa: PLC0415

    return read_tactics(path)


def _keep(ctx: click.Context, option: click.Parameter, value: object) -> None:
    ctx.meta[f"{KEPT}{option.name}"] = value


_OPTIONS = (
    click.option("--extras", is_flag=True, expose_value=False, callback=_keep,
                 help="Show also ways, senders, measurement, what segments value."),
    click.option("--previous", metavar="FOLDER", expose_value=False, callback=_keep,
                 help="Plan before: keeps ids, shows what changed."),
    click.option("--mentions", metavar="[SEGMENT=]PATH", multiple=True, expose_value=False,
                 callback=_keep, help="Who mentions whom: posts, links, visits."),
    click.option("--author", metavar="ACCOUNT", expose_value=False, callback=_keep,
                 help="Who wrote mentions that tell no author."),
    click.option("--tactics", metavar="FILE", type=click.Path(), expose_value=False,
                 callback=_keep, help="CSV: tactic, effort, effect, its interval, used_by."),
    click.option("--budget", type=click.FloatRange(min=0), expose_value=False, callback=_keep,
                 help="Effort that tactics may cost."),
)  # fmt: skip
