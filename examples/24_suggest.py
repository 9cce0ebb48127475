"""Which columns of the data could make segments, and what each of them would want.

    python examples/24_suggest.py rows.csv

where the export has devices, countries or pages; by default an invented shop and magazine.
"""

from __future__ import annotations

import sys

import smo
from smo.audience import suggest_segments

# %% Searches with their pages
if len(sys.argv) > 1:
    keywords = smo.read_keywords(sys.argv[1])
else:
    keywords = smo.datasets.load_demo().keywords
    sections = keywords["segment"].map({"buyers": "shop", "readers": "magazine", "russian": "ru"})
    keywords["page"] = "https://velmarok.example/" + sections + "/page"
    keywords["segment"] = "all"
    keywords = keywords.drop_duplicates(["keyword", "page"])

# %% Topics, then the candidates: a column whose q is small wants different things
topics = smo.cluster_keywords(keywords)
found = suggest_segments(keywords, topics=topics)
print(found.to_string(index=False, float_format="{:.3f}".format))
