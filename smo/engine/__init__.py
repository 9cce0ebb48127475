"""Big tables: logs and bulk exports reduced to the tables of an analysis, on DuckDB or Spark."""

from smo.engine.aggregate import aggregate_clicks, aggregate_keywords
from smo.engine.assign import assign_topics

__all__ = ["aggregate_clicks", "aggregate_keywords", "assign_topics"]
