"""The topic map: topics that share words lie near each other, each as large as its demand."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from smo.report.draw import CHARACTER, WIDTH, Canvas, Figure
from smo.report.numbers import decimal, size
from smo.report.words import word

MOST = 120  # topics drawn, the most demanded; their layout takes a tenth of a second
NAMED = 60
LONGEST = 22  # characters of a name
LARGEST, SMALLEST = 46.0, 5.0  # radius in pixels
HEIGHT = 520.0
WIDEST = 8.5  # mean width of the letters of a wide name at 12 px (DejaVu Sans, Cyrillic)
EDGE, ASCENT, LINE = 4.0, 13.0, 18.0  # pixels of the margin, above a baseline, between lines
LEGEND_LONGEST = 38  # characters of a pillar's name: half the width of the figure
ROUNDS = 200  # of pushing circles apart; 120 circles rest after about 150
PILLARS = 6  # pillars with a color of their own

Floats = npt.NDArray[np.float64]


def topic_map(topics: pd.DataFrame, scores: pd.DataFrame, language: str) -> Figure | None:
    """Return the map of the most demanded topics; None where there are fewer than three.

    Parameters
    ----------
    topics, scores : DataFrame
        Tables of one plan.
    language : {"en", "ru"}
        Language of the figure.

    Returns
    -------
    Figure or None
        Places by classical scaling (Torgerson 1952) of one minus the cosine of the topics' words;
        circles that overlap are pushed apart.
    """
    circles = topic_circles(topics, scores)
    if circles.empty:
        return None
    records = circles.to_dict("records")
    canvas, names = Canvas(), dict[int, str]()
    for row in records:
        color = min(row["pillar"], PILLARS)
        names[color] = row["pillar_label"]
        told = f"{row['label']}: {size(row['demand'], language)}"
        canvas.dot(row["x"], row["y"], row["radius"], f"c{color}", told)
    places = list(zip(circles["x"].tolist(), circles["y"].tolist(), strict=True))
    _name(canvas, circles["label"].tolist()[:NAMED], places)
    bottom = _explain(canvas, {color: names[color] for color in sorted(names)}, language)
    told = word("fig.topics_told", language).format(n=decimal(len(circles), language))
    return canvas.figure("topics", word("fig.topics", language), told, bottom)


def topic_circles(topics: pd.DataFrame, scores: pd.DataFrame) -> pd.DataFrame:
    """Return the circles of the map, one for each of the most demanded topics.

    Parameters
    ----------
    topics, scores : DataFrame
        Tables of one plan.

    Returns
    -------
    DataFrame
        `topic`, `label`, `pillar`, `demand`; `x`, `y` and `radius` in pixels, y from the top.
        Empty where there are fewer than three.
    """
    sizes = scores.groupby("topic")["demand"].max().astype(float)
    known = sizes[sizes.index.isin(topics["topic"]) & (sizes > 0)].reset_index()
    known = known.sort_values(["demand", "topic"], ascending=[False, True]).head(MOST)
    if len(known) < 3:
        return known[:0]
    ids = known["topic"].astype(int).tolist()
    demand = known["demand"].to_numpy(dtype=float)
    radii = np.clip(LARGEST * np.sqrt(demand / demand.max()), SMALLEST, LARGEST)
    # areas stay true to demand, yet all circles together fill at most a third of the picture
    filled = float(np.pi * (radii**2).sum()) / (WIDTH * HEIGHT / 3)
    radii = np.maximum(radii / math.sqrt(max(filled, 1.0)), 3.0)
    places = np.array(_apart(_layout(_likeness(topics, ids)), radii))
    first = topics.drop_duplicates("topic").set_index("topic").loc[ids]
    return pd.DataFrame({
        "topic": ids, "label": first["label"].tolist(),
        "pillar": first["pillar"].astype(int).tolist(),
        "pillar_label": first["pillar_label"].tolist(), "demand": demand,
        "x": places[:, 0], "y": places[:, 1], "radius": radii,
    })  # fmt: skip


def _name(canvas: Canvas, labels: list[str], places: list[tuple[float, float]]) -> None:
    """Write the names of the most demanded topics, each where no other name stands.

    At an edge a name starts or ends there: no letter is cut, however wide the reader's font.
    """
    taken: list[tuple[float, float, float]] = []
    for label, (x, y) in zip(labels, places, strict=False):
        half, widest = (one * min(len(label), LONGEST) / 2 for one in (CHARACTER, WIDEST))
        kind, at, middle = "mid halo", x, x
        if x < widest + EDGE:
            kind, at, middle = "halo", EDGE, EDGE + half
        elif x > WIDTH - widest - EDGE:
            kind, at, middle = "end halo", WIDTH - EDGE, WIDTH - EDGE - half
        base = min(max(y + 4, ASCENT), HEIGHT - EDGE)
        if all(abs(y - up) > 13 or abs(middle - be) > half + wide + 4 for be, wide, up in taken):
            taken.append((middle, half, y))
            canvas.text(at, base, label, kind, LONGEST)


def _explain(canvas: Canvas, names: Mapping[int, str], language: str) -> float:
    """Write which color is which pillar below the map, where there are several; return its end."""
    if len(names) < 2:
        return HEIGHT
    for place, (color, name) in enumerate(names.items()):
        x, y = EDGE + WIDTH / 2 * (place % 2), HEIGHT + LINE * (place // 2 + 1)
        canvas.rect(x, y - 9, 10, 10, f"c{color}")
        told = word("fig.other_pillars", language) if color == PILLARS else name
        canvas.text(x + 16, y, told, "soft", LEGEND_LONGEST)
    return HEIGHT + LINE * ((len(names) + 1) // 2) + 8


def _likeness(topics: pd.DataFrame, ids: list[int]) -> Floats:
    """Return the cosines of the topics' words, rare words weighing more."""
    own = topics[topics["topic"].isin(ids)]
    texts: dict[int, list[str]] = {topic: [] for topic in ids}
    for topic, normal in zip(own["topic"].tolist(), own["normal"].tolist(), strict=True):
        texts[topic].append(str(normal))
    counts = {topic: Counter(" ".join(said).split()) for topic, said in texts.items()}
    words = sorted({name for counter in counts.values() for name in counter})
    column = {name: place for place, name in enumerate(words)}
    matrix = np.zeros((len(ids), max(len(words), 1)))
    for row, topic in enumerate(ids):
        for name, n in counts[topic].items():
            matrix[row, column[name]] = math.sqrt(n)
    matrix *= np.log1p(len(ids) / np.maximum((matrix > 0).sum(axis=0), 1))
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    unit = matrix / np.where(lengths > 0, lengths, 1.0)
    return np.asarray(unit @ unit.T, dtype=float)


def _layout(likeness: Floats) -> Floats:
    """Return places in the unit square by classical scaling, signs fixed."""
    squares = (1.0 - likeness) ** 2
    centered = squares - squares.mean(0) - squares.mean(1)[:, None] + squares.mean()
    values, vectors = np.linalg.eigh(-0.5 * centered.round(9))
    best = np.argsort(values)[::-1][:2]
    flat = vectors[:, best] * np.sqrt(np.maximum(values[best], 1e-12))
    for axis in range(2):
        largest = np.argmax(np.abs(flat[:, axis]).round(6))
        flat[:, axis] *= 1.0 if flat[largest, axis] >= 0 else -1.0
    # ranks spread what scaling crowds in the middle; nearness of neighbors is kept
    order = np.argsort(np.argsort(flat.round(6), axis=0, kind="stable"), axis=0, kind="stable")
    return np.asarray(0.5 * (order + 0.5) / len(flat) + 0.5 * _unit(flat), dtype=float)


def _unit(flat: Floats) -> Floats:
    low, high = flat.min(axis=0), flat.max(axis=0)
    return np.asarray((flat - low) / np.where(high > low, high - low, 1.0), dtype=float)


def _apart(places: Floats, radii: Floats) -> list[tuple[float, float]]:
    """Return the centers of circles that no longer overlap, inside the picture."""
    room = np.array([WIDTH, HEIGHT])
    at: Any = places * (room - 2 * LARGEST) + LARGEST
    reach = radii[:, None] + radii[None, :] + 3.0
    for _ in range(ROUNDS):
        gap = at[:, None, :] - at[None, :, :]
        distance = np.sqrt((gap**2).sum(-1))
        np.fill_diagonal(distance, np.inf)
        over = np.maximum(reach - distance, 0.0)
        if not over.any():
            break
        push = gap / np.maximum(distance, 1e-6)[:, :, None] * (0.25 * over)[:, :, None]
        at = np.clip(at + push.sum(1), radii[:, None] + 2, room - radii[:, None] - 2)
    return [(float(x), float(y)) for x, y in at.round(2)]
