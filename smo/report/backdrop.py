"""A picture below the marks of figures; a page holds it once."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Backdrop:
    """A picture and the size it is drawn at.

    Attributes
    ----------
    data : bytes
        What `smo.pictures` checked.
    kind : str
        png, jpeg or webp.
    width, height : float
        In pixels of the figure.
    """

    data: bytes
    kind: str
    width: float
    height: float

    @property
    def key(self) -> str:
        """The name of the picture in a page: the same bytes at the same size have one."""
        told = hashlib.sha256(self.data + f"{self.width:.1f}x{self.height:.1f}".encode("ascii"))
        return f"picture-{told.hexdigest()[:12]}"

    def drawn(self, name: str = "") -> str:
        """Return the picture itself as a mark, of that name where one is given."""
        source = f"data:image/{self.kind};base64,{base64.b64encode(self.data).decode('ascii')}"
        id_ = f' id="{name}"' if name else ""
        size = f'width="{self.width:.1f}" height="{self.height:.1f}"'
        return f'<image{id_} href="{source}" {size} preserveAspectRatio="none"/>'
