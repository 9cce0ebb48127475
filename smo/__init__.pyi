from . import datasets as datasets
from .audience import assign_segments as assign_segments
from .errors import SmoError as SmoError
from .pipeline import analyze as analyze
from .plan import TopicPlan as TopicPlan
from .plan import load_plan as load_plan
from .read import formats as formats
from .read import read_clicks as read_clicks
from .read import read_export as read_export
from .read import read_keywords as read_keywords
from .read import read_pages as read_pages
from .settings import Settings as Settings
from .topics import KeywordClusterer as KeywordClusterer
from .topics import cluster_keywords as cluster_keywords

__version__: str
