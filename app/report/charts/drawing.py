"""What every place that draws a matplotlib Figure has in common: paths and text, one unit a point, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Transform

_HEAVY: Final = 600
_HEAVY_NAMES: Final = ("semibold", "demibold", "bold")


class Pen(NamedTuple):
    """How an outline takes what a path is made of, as single coordinates."""

    move: Callable[..., Any]
    line: Callable[..., Any]
    curve: Callable[..., Any]
    close: Callable[[], Any]


def traced(path: Path, transform: Transform, pen: Pen) -> None:
    """Give a path to an outline."""
    for points, code in path.iter_segments(transform, simplify=False, curves=True):
        at: list[float] = np.asarray(points).round(3).tolist()
        match code:
            case Path.MOVETO:
                pen.move(*at)
            case Path.LINETO:
                pen.line(*at)
            case Path.CURVE4:
                pen.curve(*at)
            case Path.CLOSEPOLY:
                pen.close()
            case _:
                raise NotImplementedError("quadratic curves are in none of our charts")


def dashes(gc: GraphicsContextBase) -> tuple[float, list[float]]:
    """Where the dashes of a line begin, and their lengths in points; none of them for a whole line."""
    offset, lengths = gc.get_dashes()
    return offset or 0.0, [] if lengths is None else np.asarray(lengths).tolist()


def is_strong(prop: FontProperties) -> bool:
    """Whether words are of the heavier of our two weights."""
    weight = prop.get_weight()
    return weight in _HEAVY_NAMES if isinstance(weight, str) else weight >= _HEAVY


class VectorRenderer(RendererBase):
    """What our charts ask of a renderer besides drawing. The signatures are matplotlib's own."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self.size = width, height

    def text_width(self, s: str, prop: FontProperties) -> float:
        """Width of words in points."""
        raise NotImplementedError

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self.size

    def flipy(self) -> bool:
        return False

    def points_to_pixels(self, points: Any) -> Any:
        return points

    def get_text_width_height_descent(
        self,
        s: str,
        prop: FontProperties,
        ismath: Any,  # noqa: ARG002
    ) -> tuple[float, float, float]:
        size = prop.get_size_in_points()
        return self.text_width(s, prop), 0.70 * size, 0.04 * size

    def draw_image(self, *_args: Any, **_more: Any) -> None:
        raise NotImplementedError("our charts are vectors only")
