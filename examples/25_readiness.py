"""Are the pages ready to be shared? Facts from files that you saved; nothing is fetched.

python examples/25_readiness.py page.html another.html
"""

from __future__ import annotations

import sys
from pathlib import Path

import smo
from smo.read import social_readiness

PAGE = """<html><head><title>Ropes for beginners</title>
<link rel="canonical" href="https://velmarok.example/magazine/ropes">
<meta property="og:title" content="Which rope to begin with"></head>
<body><a href="https://t.me/share/url?url=ropes">Telegram</a></body></html>"""

# %% The pages: yours, or an invented one
paths = [Path(name) for name in sys.argv[1:]]
if not paths:
    Path("out").mkdir(exist_ok=True)
    paths = [Path("out") / "ropes.html"]
    paths[0].write_text(PAGE, encoding="utf-8")

# %% What each tells networks, and what it lacks
try:
    found = social_readiness(paths)
except smo.SmoError as error:  # such as: reading pages needs pip install "smo-analyzer[html]"
    sys.exit(f"readiness: {error}")
print(found[["page", "item", "present", "value"]].to_string(index=False, na_rep="-"))
