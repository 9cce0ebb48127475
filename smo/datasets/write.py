"""The demo as files: a planted world in the shapes of the tools that would have measured it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from smo.datasets.search_console import search_console_zip
from smo.datasets.site import EXPORT_DAY, SITES
from smo.datasets.site_tools import element_list, page_report
from smo.datasets.world import make_world
from smo.errors import SmoError

PAGE_REPORT = "Pages_and_screens_Page_path_and_screen_class.csv"


@dataclass(frozen=True, slots=True)
class DemoFiles:
    """Files of a demo.

    Parameters
    ----------
    search : mapping of str to Path
        Segment to its Search Console zip.
    clicks : mapping of str to Path
        Segment to the Crazy Egg element list of its main page.
    pages : Path
        GA4 report of the whole site's pages.

    Examples
    --------
    >>> files = DemoFiles({"buyers": Path("q.zip")}, {"buyers": Path("map.csv")}, Path("p.csv"))
    >>> [path.name for path in files.paths]
    ['map.csv', 'p.csv', 'q.zip']
    """

    search: Mapping[str, Path]
    clicks: Mapping[str, Path]
    pages: Path

    @property
    def paths(self) -> tuple[Path, ...]:
        """All files, in the order of their names."""
        return tuple(sorted([*self.search.values(), *self.clicks.values(), self.pages]))


def write_demo(folder: str | Path, *, seed: int = 0) -> DemoFiles:
    """Write a planted world as its site's tools would export it.

    Parameters
    ----------
    folder : str or Path
        Where to write; made if it is not there. Files of the same names are replaced.
    seed : int
        Seed of the world; `examples/data` holds seed 0.

    Returns
    -------
    DemoFiles
        The files: a Search Console zip and a Crazy Egg element list of each segment, a GA4 page
        report of the site. Same seed, same bytes.

    Raises
    ------
    SmoError
        When the folder is a file.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     files = write_demo(folder)
    >>> sorted(files.search), len(files.paths)
    (['buyers', 'readers', 'russian'], 7)
    """
    place = Path(folder)
    if place.exists() and not place.is_dir():
        raise SmoError(
            f"{str(folder)!r} is a file", where="write_demo", remedy="give the name of a folder"
        )
    world = make_world(seed=seed)
    files = DemoFiles(
        search={segment: place / _search_name(segment) for segment in world.shape.segments},
        clicks={segment: place / f"{segment}_map.csv" for segment in world.shape.segments},
        pages=place / PAGE_REPORT,
    )
    place.mkdir(parents=True, exist_ok=True)
    for segment, path in files.search.items():
        path.write_bytes(search_console_zip(world, segment))
    for segment, path in files.clicks.items():
        path.write_bytes(element_list(world, segment))
    files.pages.write_bytes(page_report(world))
    return files


def _search_name(segment: str) -> str:
    """Return the vendor's name of the export of a URL-prefix property, behind the segment's."""
    prefix = SITES[segment].root.replace("://", "___").replace("/", "_")
    return f"{segment}_{prefix}-Performance-on-Search-{EXPORT_DAY}.zip"
