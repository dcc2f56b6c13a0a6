"""What the fixtures of the window's tests are: builders of a mapping, of a desk over it, and of a window over that."""

from __future__ import annotations

from collections.abc import Callable

from app.mapping.model import Mapping
from app.services.desk import Desk
from app.ui.shell import Window

Workshop = Callable[..., Mapping]
OpenDesk = Callable[[Mapping], Desk]
ShowWindow = Callable[..., Window]
