"""A plan in a notebook: what each table and figure says where it is shown.

Cells begin with `# %%`, so editors run them one by one; `02_notebook.ipynb` beside it is this
script, executed. The searches and click maps are those of an invented shop for outdoor gear.
"""

from __future__ import annotations

import smo

# %% From searches and clicks to a plan
# A plan is made of what people search and what they click. Here both are those of a demo; yours
# come from `smo.read_export("search-console.zip")` and `smo.read_clicks("map.csv")`.
world = smo.datasets.load_demo()
plan = smo.analyze(
    world.keywords, world.clicks, pages=world.pages, settings=smo.Settings(null_worlds=0)
)
print(plan)

# %% The plan
# The plan itself shows the first proposals of each segment, with the reason for each.
plan

# %% Proposals
# Its tables are plain pandas frames that show their first rows; what is cut is named below them. A
# mouse that rests on a head reads what the column means.
plan.proposals

# %% Scores
# What people want and what they look at, topic by topic: 80 % intervals stand in brackets.
plan.scores

# %% Demand against attention
# Figures come one by one, as SVG: a mouse that rests on a mark reads its topic and its numbers.
figures = plan.figures()
print(", ".join(figures))
figures["matrix/buyers"]

# %% How large each proposal is, and how sure that is
figures["opportunity/buyers"]

# %% Topics near each other share words
figures["topics"]

# %% A brief
# A proposal becomes a page of Markdown to hand to whoever writes.
first = plan.proposals.iloc[0]
print(plan.brief(first["title"], segment=first["segment"]))
