"""Rows of an interface (Search Console API and its flattened copies) to a grid."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from smo.errors import SmoError
from smo.read.grid import Grid, digest_of

_DEVICES = {"DESKTOP", "MOBILE", "TABLET"}
# ISO 3166-1 alpha-3 as Search Console writes it, and its word for "unknown", zzz.
_COUNTRIES = frozenset(
    """
    abw afg ago aia ala alb and are arg arm asm ata atf atg aus aut aze bdi bel ben bes bfa bgd bgr
    bhr bhs bih blm blr blz bmu bol bra brb brn btn bvt bwa caf can cck che chl chn civ cmr cod cog
    cok col com cpv cri cub cuw cxr cym cyp cze deu dji dma dnk dom dza ecu egy eri esh esp est eth
    fin fji flk fra fro fsm gab gbr geo ggy gha gib gin glp gmb gnb gnq grc grd grl gtm guf gum guy
    hkg hmd hnd hrv hti hun idn imn ind iot irl irn irq isl isr ita jam jey jor jpn kaz ken kgz khm
    kir kna kor kwt lao lbn lbr lby lca lie lka lso ltu lux lva mac maf mar mco mda mdg mdv mex mhl
    mkd mli mlt mmr mne mng mnp moz mrt msr mtq mus mwi mys myt nam ncl ner nfk nga nic niu nld nor
    npl nru nzl omn pak pan pcn per phl plw png pol pri prk prt pry pse pyf qat reu rou rus rwa sau
    sdn sen sgp sgs shn sjm slb sle slv smr som spm srb ssd stp sur svk svn swe swz sxm syc syr tca
    tcd tgo tha tjk tkl tkm tls ton tto tun tur tuv twn tza uga ukr umi ury usa uzb vat vct ven vgb
    vir vnm vut wlf wsm xkk yem zaf zmb zwe zzz
    """.split()  # noqa: SIM905 - a quoted list of 250 codes would be ten times as long
)
# The order matters: a later test is looser than an earlier one.
_DIMENSIONS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("page", lambda text: bool(re.match(r"[a-z][a-z0-9+.-]*://", text))),
    ("date", lambda text: bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text))),
    ("hour", lambda text: bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}T[\d:.+Z-]+", text))),
    ("device", lambda text: text in _DEVICES),
    ("search appearance", lambda text: bool(re.fullmatch(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)+", text))),
    ("country", lambda text: text in _COUNTRIES),
)


def is_rows(source: object) -> bool:
    """Return whether this is {"rows": [...]} or a list of objects.

    Examples
    --------
    >>> is_rows([{"query": "shoes"}]), is_rows(["q.csv"])
    (True, False)
    """
    if isinstance(source, Mapping):
        return "responseAggregationType" in source or (
            "rows" in source and isinstance(source["rows"], list) and _all_objects(source["rows"])
        )
    return isinstance(source, list) and bool(source) and _all_objects(source)


def rows_grid(source: Any, name: str, bundle: str) -> Grid:
    """Return the rows as a grid whose first row names the columns.

    Raises
    ------
    SmoError
        When rows have differently many keys.
    """
    rows = list(source.get("rows", []) if isinstance(source, Mapping) else source)
    if any("keys" in row for row in rows):
        header, body = _keyed(rows, name)
    else:
        header = list(dict.fromkeys(str(key) for row in rows for key in row))
        body = [[_cell(row.get(key)) for key in header] for row in rows]
    digest = digest_of(repr([header, *body]))
    return Grid(name, [header, *body], "api", digest, bundle, explicit=True, kind="rows")


def _keyed(rows: Sequence[Mapping[str, Any]], name: str) -> tuple[list[str], list[list[Any]]]:
    widths = {len(row.get("keys") or ()) for row in rows}
    if len(widths) != 1:
        raise SmoError(
            f"rows have {' or '.join(map(str, sorted(widths)))} keys",
            where=name,
            remedy="give the answers of requests with the same dimensions",
        )
    columns = [[str(row["keys"][i]) for row in rows] for i in range(widths.pop())]
    measures = list(dict.fromkeys(key for row in rows for key in row if key != "keys"))
    header = _name_dimensions(columns) + measures
    body = [
        [*(column[i] for column in columns), *(_cell(row.get(key)) for key in measures)]
        for i, row in enumerate(rows)
    ]
    return header, body


def _name_dimensions(columns: list[list[str]]) -> list[str]:
    """Name each key by what all its values look like; free text is the query."""
    names: list[str] = []
    for column in columns:
        fits = (
            name
            for name, test in _DIMENSIONS
            if name not in names and all(map(test, filter(None, set(column))))
        )
        names.append(next(fits, "query"))
    return names


def _all_objects(values: Sequence[object]) -> bool:
    return all(isinstance(value, Mapping) for value in values)


def _cell(value: object) -> object:
    if isinstance(value, Mapping | list):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return "" if value is None else value
