"""Figures as SVG: marks on a canvas, scales, ticks, and the file a figure is."""

from __future__ import annotations

import hashlib
import html
import math
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from smo.errors import SmoError
from smo.report.backdrop import Backdrop
from smo.report.files import write_bytes
from smo.report.inert import inert

WIDTH = 720.0
CHARACTER = 6.2  # mean width of a letter at 12 px in the sans-serifs of browsers
MAX_LABEL = 40
FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"
STYLE = (
    f".fig{{font:12px {FONT};--fink:#1d2126;--fsoft:#555c66;--fline:#dcd9d0;--fpaper:#fff}}"
    ".fig text{fill:var(--fink)}.fig .soft{fill:var(--fsoft)}.fig .grid{stroke:var(--fline)}"
    ".fig .axis{stroke:var(--fsoft)}.fig .paper{fill:var(--fpaper)}.fig .end{text-anchor:end}"
    ".fig .mid{text-anchor:middle}.fig .line{fill:none;stroke:#1f7a8c;stroke-width:2}"
    ".fig .whisker{stroke:#1f7a8c;stroke-width:3}.fig .halo{paint-order:stroke;"
    "stroke:var(--fpaper);stroke-width:3px}"
    ".fig .c0{fill:#1f7a8c}.fig .c1{fill:#c8553d}.fig .c2{fill:#5b8c5a}.fig .c3{fill:#7b5ea7}"
    ".fig .c4{fill:#b8860b}.fig .c5{fill:#4a6fa5}.fig .c6{fill:#8d8f93}.fig .dot{fill-opacity:.8}"
    ".fig .band{fill-opacity:.35}.fig .h1{fill-opacity:.25}.fig .h2{fill-opacity:.35}"
    ".fig .h3{fill-opacity:.45}.fig .h4{fill-opacity:.55}.fig .h5{fill-opacity:.65}"
    ".fig .heat{fill:#c8553d}.fig .h6{fill-opacity:.75}"
    ".fig .h7{fill-opacity:.85}.fig .h8{fill-opacity:.95}"
    "@media(prefers-color-scheme:dark){.fig{--fink:#e8e6e1;--fsoft:#a9afb7;--fline:#343a40;"
    "--fpaper:#1d2125}.fig .line,.fig .whisker{stroke:#7cc7d1}.fig .c0{fill:#7cc7d1}"
    ".fig .c1{fill:#f0937d}.fig .c2{fill:#9bd09a}.fig .c3{fill:#cfb6f5}.fig .c4{fill:#f3c982}"
    ".fig .c5{fill:#a9c6ff}}"
)
PNG_REMEDY = "pip install 'smo-analyzer[viz]', or save it as .svg"


@dataclass(frozen=True, slots=True, repr=False)
class Figure:
    """One figure: a picture that scales, with its title and what it shows in words.

    Attributes
    ----------
    name : str
        Key of the figure in `TopicPlan.figures`.
    title, description : str
        What it is; what it shows, for readers who do not see it.
    width, height : float
        Size in pixels.
    marks : str
        The SVG elements inside, every text escaped.
    backdrop : Backdrop or None
        The picture below them.

    Examples
    --------
    >>> figure = Figure("demo", "A title", "Nothing is drawn.", 10.0, 10.0, "")
    >>> figure.svg.startswith("<svg "), "<title" in figure.svg
    (True, True)
    """

    name: str
    title: str
    description: str
    width: float
    height: float
    marks: str
    backdrop: Backdrop | None = None

    @property
    def svg(self) -> str:
        """The whole figure as an SVG document, light or dark as its reader prefers."""
        return self._document(f"<style>{STYLE}</style>{self._picture}")

    @property
    def inline(self) -> str:
        """The figure for a page that has the style of figures and their pictures itself."""
        return self._document(
            "" if self.backdrop is None else f'<use href="#{self.backdrop.key}"/>'
        )

    @property
    def _picture(self) -> str:
        return "" if self.backdrop is None else self.backdrop.drawn()

    def _document(self, below: str) -> str:
        # not the name itself: a segment's name may hold what no report shows
        key = "f-" + hashlib.sha256(self.name.encode("utf-8", "replace")).hexdigest()[:12]
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="fig" role="img" '
            f'viewBox="0 0 {num(self.width)} {num(self.height)}" width="{num(self.width)}" '
            f'height="{num(self.height)}" aria-labelledby="{key}-t {key}-d">'
            f'<title id="{key}-t">{escaped(self.title)}</title>'
            f'<desc id="{key}-d">{escaped(self.description, 1000)}</desc>'
            f'<rect class="paper" x="0" y="0" width="{num(self.width)}" '
            f'height="{num(self.height)}"/>{below}{self.marks}</svg>'
        )

    def _repr_html_(self) -> str:
        return f"<div>{self.svg}</div>"

    def __repr__(self) -> str:
        return f"<Figure {self.name}: {self.title}>"

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the figure as `.svg` or `.png` and return the path.

        Parameters
        ----------
        path : path
            File to write; a PNG needs the extra `viz`.

        Returns
        -------
        Path
            The file written.

        Raises
        ------
        SmoError
            When the ending is another, the extra is missing, or the file cannot be written.
        """
        ending = Path(path).suffix.lower()
        if ending == ".svg":
            return write_bytes(self.svg.encode("utf-8"), path)
        if ending == ".png":
            return write_bytes(png_bytes(self), path)
        raise SmoError(f"a figure has no ending {ending!r}", where=str(path), remedy="name it .svg")


def png_bytes(figure: Figure) -> bytes:
    """Return the figure as PNG, twice its size in pixels, in light colors.

    Raises
    ------
    SmoError
        When the converter of the extra `viz` is not installed.
    """
    try:
        import resvg_py  # noqa: PLC0415 - an extra, needed for PNG alone
    except ImportError:
        problem = "a PNG needs the package resvg-py"
        raise SmoError(problem, where="figure", remedy=PNG_REMEDY) from None
    plain = figure._document(f"<style>{plain_style()}</style>{figure._picture}")
    return bytes(resvg_py.svg_to_bytes(svg_string=plain, width=round(2 * figure.width)))


def plain_style() -> str:
    """Return the style without what a converter may not know: variables, dark colors."""
    light = STYLE.partition("@media")[0]
    for pair in ("fink:#1d2126", "fsoft:#555c66", "fline:#dcd9d0", "fpaper:#fff"):
        name, _, color = pair.partition(":")
        light = light.replace(f"var(--{name})", color).replace(f"--{pair};", "")
    return light.replace("--fpaper:#fff", "")


@dataclass(slots=True)
class Canvas:
    """Marks in the order drawn."""

    marks: list[str] = field(default_factory=list)

    def line(self, x1: float, y1: float, x2: float, y2: float, kind: str) -> None:
        """Draw a line."""
        ends = f'x1="{num(x1)}" y1="{num(y1)}" x2="{num(x2)}" y2="{num(y2)}"'
        self.marks.append(f'<line class="{kind}" {ends}/>')

    def rect(self, x: float, y: float, width: float, height: float, kind: str) -> None:
        """Draw a filled rectangle."""
        box = f'x="{num(x)}" y="{num(y)}" width="{num(width)}" height="{num(height)}"'
        self.marks.append(f'<rect class="{kind}" {box}/>')

    def dot(self, x: float, y: float, radius: float, kind: str, told: str) -> None:
        """Draw a circle that tells its text where a mouse rests on it."""
        title = f"<title>{escaped(told, 200)}</title>"
        place = f'cx="{num(x)}" cy="{num(y)}" r="{num(radius)}"'
        self.marks.append(f'<circle class="dot {kind}" {place}>{title}</circle>')

    def text(self, x: float, y: float, text: str, kind: str = "", limit: int = MAX_LABEL) -> None:
        """Write a text; it starts at x unless its class says otherwise."""
        words = escaped(text, limit)
        self.marks.append(f'<text class="{kind}" x="{num(x)}" y="{num(y)}">{words}</text>')

    def path(self, points: Sequence[tuple[float, float]], kind: str) -> None:
        """Draw a line through points."""
        drawn = " ".join(f"{num(x)},{num(y)}" for x, y in points)
        self.marks.append(f'<polyline class="{kind}" points="{drawn}"/>')

    def band(
        self, start: tuple[float, float], end: tuple[float, float], wide: float, kind: str
    ) -> None:
        """Draw a band that bends from one place to another further right; places are its tops."""
        (x1, y1), (x2, y2), middle = start, end, num((start[0] + end[0]) / 2)
        drawn = (
            f"M{num(x1)},{num(y1)}C{middle},{num(y1)} {middle},{num(y2)} {num(x2)},{num(y2)}"
            f"V{num(y2 + wide)}C{middle},{num(y2 + wide)} {middle},{num(y1 + wide)} "
            f"{num(x1)},{num(y1 + wide)}Z"
        )
        self.marks.append(f'<path class="band {kind}" d="{drawn}"/>')

    def squares(self, runs: Sequence[tuple[int, int, int]], side: float, kind: str) -> None:
        """Draw squares of a grid as one mark: runs of row, first column and how many."""
        drawn = "".join(f"M{left} {down}h{n}v1h-{n}z" for down, left, n in runs)
        self.marks.append(f'<path class="{kind}" transform="scale({num(side)})" d="{drawn}"/>')

    def figure(
        self,
        name: str,
        title: str,
        description: str,
        height: float,
        backdrop: Backdrop | None = None,
    ) -> Figure:
        """Return what was drawn."""
        return Figure(name, title, description, WIDTH, height, "".join(self.marks), backdrop)


def name_beside(
    canvas: Canvas, taken: list[tuple[float, float, float]], x: float, y: float, label: str
) -> None:
    """Write a name beside its dot where no other name stands."""
    width = CHARACTER * min(len(label), 28)
    for start in (x + 8, x - 8 - width):
        free = all(abs(y - up) > 13 or start > end or start + width < begin
                   for begin, end, up in taken if (begin + 5, up) != (x, y))  # fmt: skip
        if free and 8 < start < WIDTH - 8 - width:
            taken.append((start, start + width, y))
            canvas.text(start, y + 4, label, "halo", 28)
            return


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to places on the canvas, evenly or by logarithm."""

    low: float
    high: float
    start: float
    end: float
    log: bool = False

    def __call__(self, value: float) -> float:
        """Return the place of a value, inside the scale."""
        held = min(max(value, self.low), self.high)
        low, high = self._of(self.low), self._of(self.high)
        share = (self._of(held) - low) / (high - low) if high > low else 0.5
        return self.start + share * (self.end - self.start)

    def _of(self, value: float) -> float:
        return math.log10(value) if self.log else value

    def ticks(self) -> list[float]:
        """Return round values inside the scale: of powers of ten, or about five steps.

        Examples
        --------
        >>> Scale(0.0, 1000.0, 0.0, 1.0).ticks()
        [0.0, 200.0, 400.0, 600.0, 800.0, 1000.0]
        """
        if self.log:
            first, last = math.floor(math.log10(self.low)), math.ceil(math.log10(self.high))
            steps = (1, 2, 5) if last - first < 4 else (1,)
            values = [k * 10.0**power for power in range(first, last + 1) for k in steps]
            return [v for v in values if self.low * 0.9999 <= v <= self.high * 1.0001]
        step = _round_step((self.high - self.low) / 5) if self.high > self.low else 1.0
        first = math.ceil(self.low / step - 1e-9)
        count = math.floor((self.high - first * step) / step + 1e-9)
        return [round((first + n) * step, 10) for n in range(count + 1)]


def _round_step(step: float) -> float:
    power = 10.0 ** math.floor(math.log10(step))
    return next(power * k for k in (1, 2, 5, 10) if step <= power * k * 1.0001)


def num(value: float, places: int = 1) -> str:
    """Return a coordinate, short and equal on every machine.

    Examples
    --------
    >>> num(3.0), num(3.14159), num(-0.01)
    ('3', '3.1', '0')
    """
    text = f"{value:.{places}f}".rstrip("0").rstrip(".") if places else f"{value:.0f}"
    return "0" if text in ("-0", "") else text


def escaped(text: str, limit: int = MAX_LABEL) -> str:
    """Return a text on one line, cut, without marks and without what acts unseen."""
    return html.escape(inert(text, limit=limit))
