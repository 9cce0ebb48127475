"""Which tactics are worth their effort, by your own numbers; nothing is known beforehand.

    python examples/23_tactics.py tactics.csv 20

where the file has the columns tactic, effort, effect, effect_low, effect_high, used_by.
"""

from __future__ import annotations

import sys

import pandas as pd

from smo.audience import weigh_tactics

# %% Invented numbers in place of yours: effort in days, effect in clicks per 28 days
invented = pd.DataFrame(
    [
        ("new titles", 3, 210, 120, 300, 1.0),
        ("share buttons", 1, 15, -10, 40, 0.6),
        ("how-to videos", 12, 500, 90, 910, 0.5),
        ("answers in the forum", 4, 130, 70, 190, 0.3),
        ("a newsletter", 6, 160, None, None, 0.4),
    ],
    columns=["tactic", "effort", "effect", "effect_low", "effect_high", "used_by"],
)
found = weigh_tactics(
    sys.argv[1] if len(sys.argv) > 1 else invented,
    budget=float(sys.argv[2]) if len(sys.argv) > 2 else 10.0,
)
print(found.drop(columns="rank").to_string(index=False, float_format="{:.1f}".format))
