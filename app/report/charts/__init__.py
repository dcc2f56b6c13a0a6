"""Pictures to matplotlib Figures, whose units are points."""

from __future__ import annotations

from matplotlib.figure import Figure

from app.report.charts.climb import climb
from app.report.charts.expiry import expiry
from app.report.charts.scales import bars, scale
from app.report.charts.strips import fortnight, year
from app.report.pictures import Bars, Climb, Expiry, Fortnight, Picture, Scale, Year


def figure(picture: Picture, width: float) -> Figure:
    """The chart of a picture, `width` points wide and as high as the picture says."""
    match picture:
        case Fortnight():
            return fortnight(picture, width)
        case Climb():
            return climb(picture, width)
        case Expiry():
            return expiry(picture, width)
        case Year():
            return year(picture, width)
        case Scale():
            return scale(picture, width)
        case Bars():
            return bars(picture, width)
