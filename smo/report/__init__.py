"""A plan told: an HTML page, Markdown, and the folder it is saved in.

`smo.TopicPlan` is the public face of this room: ``to_html``, ``to_markdown``, ``save``. Nothing
is imported here, so that loading a plan does not load what only its reports need.
"""
