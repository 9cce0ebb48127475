"""Where visitors click, drawn over a screenshot of the page you give.

Page, picture and clicks are made by code here; yours come from an export with coordinates:

    smo analyze --keywords q.zip --clicks heatmap.json --page ADDRESS --screenshot home.png
"""

from __future__ import annotations

import json
import struct
import zlib
from pathlib import Path

import numpy as np

import smo
from smo.evaluate import Extras

PAGE = "https://shop.example/"
WIDTH, HEIGHT = 960, 1200
BOXES = {"menu": (0, 0, 960, 60), "rope": (80, 140, 360, 240), "tent": (520, 140, 360, 240),
         "boots": (80, 520, 360, 240), "signup": (330, 1000, 300, 70)}  # fmt: skip

# %% A screenshot: boxes on paper, as a PNG
shot = np.full((HEIGHT, WIDTH, 3), 247, dtype=np.uint8)
for left, top, width, height in BOXES.values():
    shot[top : top + height, left : left + width] = (205, 214, 222)
rows = np.hstack([np.zeros((HEIGHT, 1), dtype=np.uint8), shot.reshape(HEIGHT, -1)])
parts = {
    b"IHDR": struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0),
    b"IDAT": zlib.compress(rows.tobytes(), 9),
    b"IEND": b"",
}
png = b"\x89PNG\r\n\x1a\n" + b"".join(
    struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    for name, body in parts.items()
)

# %% Clicks with coordinates, as PostHog answers them: most on the rope, some on the sign-up
draw = np.random.default_rng(7)
near = {"rope": 260, "tent": 90, "signup": 40, "menu": 60}
points = []
for name, clicks in near.items():
    left, top, width, height = BOXES[name]
    for x, y in zip(draw.normal(0.5, 0.15, clicks), draw.normal(0.5, 0.15, clicks), strict=True):
        points.append({
            "count": 1, "pointer_relative_x": round((left + width * x) / WIDTH, 3),
            "pointer_y": round(top + height * y), "pointer_target_fixed": False,
        })  # fmt: skip
Path("out").mkdir(exist_ok=True)
Path("out/heatmap.json").write_text(json.dumps({"results": points}), encoding="utf-8")
taps = smo.read_clicks("out/heatmap.json", page=PAGE)

# %% The plan, its page and the figure alone
world = smo.datasets.load_demo()
words = world.keywords[world.keywords["segment"] == "buyers"].head(200).assign(segment="all")
plan = smo.analyze(words, taps, settings=smo.Settings(null_worlds=0, n_proposals=3))
extras = Extras(screenshots={PAGE: png})
print(plan.to_html("out/screenshot.html", extras=extras))
figure = plan.figures(extras=extras)[f"heat/all/{PAGE}"]
print(figure.save("out/heat.svg"))
print(figure.description)
