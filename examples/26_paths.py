"""Where clicks lead: flows of each topic, dead ends, and topics people cannot reach.

From the demo's searches and click maps; give your own files as examples/pipeline.py does.
"""

from __future__ import annotations

import smo
from smo.audience import find_unreachable, trace_paths
from smo.evidence import score_topics
from smo.join import join_clicks

# %% Topics of the searches, and the clicks in them
world = smo.datasets.load_demo()
topics = smo.cluster_keywords(world.keywords)
matches = join_clicks(world.clicks, topics, keywords=world.keywords, pages=world.pages)

# %% Flows: the largest of each segment that are known to end on a page without a way on
flows = trace_paths(matches, clicks=world.clicks)
print(flows.groupby("segment")["clicks"].sum().to_string())
known = flows[flows["target"].notna()]
print(known[["segment", "topic", "page", "text", "target", "clicks"]].head(8).to_string())

# %% Topics that a page serves: how many clicks away from where people land
scores = score_topics(topics, keywords=world.keywords, matches=matches, pages=world.pages)
home = {"buyers": "shop", "readers": "magazine", "russian": "ru"}
landings = world.keywords.assign(
    page="https://velmarok.example/" + world.keywords["segment"].map(home)
)
reach = find_unreachable(scores, clicks=world.clicks, keywords=landings)
print(reach["steps"].value_counts(dropna=False).to_string())
