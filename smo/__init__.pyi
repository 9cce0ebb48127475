from . import datasets as datasets
from .errors import SmoError as SmoError
from .settings import Settings as Settings

__version__: str
