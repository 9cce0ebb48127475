"""The command line. Every command is a call of the public API and words for what it returned.

A further command is one module of this folder with one `click.command`, added to `COMMANDS`.
"""

from __future__ import annotations

import io
import sys

import click

import smo
from smo.cli.analyze import analyze
from smo.cli.backtest import backtest
from smo.cli.compare import compare
from smo.cli.demo import demo
from smo.cli.formats import formats
from smo.cli.group import Commands, debug_option
from smo.cli.read import read

COMMANDS = (analyze, backtest, compare, demo, formats, read)
HELP = """What people search and what they click, as evidenced content topics.

\b
  smo demo                                  exports of an invented shop and their plan
  smo analyze --keywords q.zip              a plan of your own
  smo analyze --keywords q.zip --clicks map.csv --out plan
  smo compare march/plan april/plan         what became of each topic
  smo backtest --keywords by-day.csv        did earlier plans foretell what came
  smo read search-console.zip               what is in this export, and what is not
  smo read buyers=a.zip readers=b.zip       the same for two audience segments
  smo formats                               which exports are recognized
  smo formats --family "Search Console"     the same of one vendor, in full

`smo COMMAND --help` shows more of each. In Python: import smo.

\b
Completion of commands and options by the tab key:
  bash   eval "$(_SMO_COMPLETE=bash_source smo)"     in ~/.bashrc
  zsh    eval "$(_SMO_COMPLETE=zsh_source smo)"      in ~/.zshrc
  fish   _SMO_COMPLETE=fish_source smo | source      in ~/.config/fish/config.fish
"""

cli = Commands(
    "smo",
    help=HELP,
    commands=COMMANDS,
    params=[],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
cli = debug_option(click.version_option(smo.__version__, prog_name="smo")(cli))


def main() -> None:
    """Run the command line: exit code 0, or 2 with one line on stderr for wrong input."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    cli(prog_name="smo")
