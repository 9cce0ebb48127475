"""A group of commands whose errors are one line, and whose output may be cut by a closed pipe."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any, TypeVar

import click

from smo.cli.remedies import as_options
from smo.errors import SmoError
from smo.report.inert import inert

MAX_ERROR = 4000  # characters of an error: it may quote the columns of a wide file
_DEBUG = "smo.debug"

C = TypeVar("C", bound="Callable[..., Any] | click.Command")


class WrongInput(click.ClickException):
    """What the person who typed the command can mend, each thing told in one line."""

    exit_code = 2

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the lines to stderr."""
        for line in self.lines:
            click.echo(f"smo: {inert(line, limit=MAX_ERROR)}", file=file, err=True)


def wrong_input(errors: Sequence[SmoError], ctx: click.Context) -> WrongInput:
    """Return what to raise for the errors; their tracebacks are shown where the caller asks so."""
    if ctx.meta.get(_DEBUG):
        for error in errors:
            click.echo(_harmless("".join(traceback.format_exception(error))), err=True)
    return WrongInput(*dict.fromkeys(as_options(str(error)) for error in errors))


class Commands(click.Group):
    """A group whose commands end with code 0, or with 2 and one line on stderr."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options before the command; none at all asks for help."""
        with _told_in_one_line(ctx):
            return super().parse_args(ctx, args or ["--help"])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _told_in_one_line(ctx):
            return super().invoke(ctx)


def debug_option(command: C) -> C:
    """Give a command the option that shows the traceback of an error."""
    return click.option(
        "--debug",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_remember,
        help="Show the traceback of an error too.",
    )(command)


def _remember(ctx: click.Context, _: click.Parameter, value: object) -> None:
    if value:
        ctx.meta[_DEBUG] = True


@contextmanager
def _told_in_one_line(ctx: click.Context) -> Iterator[None]:
    try:
        yield
    except SmoError as error:
        raise wrong_input([error], ctx) from None
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "smo"
        told = error.format_message()
        end = "" if told.endswith((".", "?")) else "."
        raise WrongInput(f"{told}{end} Try '{path} --help'.") from None
    except BrokenPipeError:
        # Who read the output has enough; what is left to flush must not fail at the very end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(0) from None


def _harmless(text: str) -> str:
    """Return a traceback whose lines hold no characters that act unseen."""
    lines = text.rstrip().split("\n")
    return "\n".join(" " * (len(x) - len(x.lstrip())) + inert(x, limit=MAX_ERROR) for x in lines)
