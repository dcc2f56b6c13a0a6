"""Pictures to matplotlib Figures, whose units are points."""

from __future__ import annotations

from matplotlib.figure import Figure

from app.report.charts.climb import climb
from app.report.charts.expiry import expiry
from app.report.charts.importance import importance
from app.report.charts.scales import bars, scale
from app.report.charts.strips import fortnight, year
from app.report.pictures import Bars, Climb, Expiry, Fortnight, Importance, Picture, Scale, Year


def figure(picture: Picture, width: float) -> Figure:
    """The chart of a picture, `width` points wide and as high as the picture says."""
    match picture:
        case Fortnight():
            made = fortnight(picture, width)
        case Climb():
            made = climb(picture, width)
        case Expiry():
            made = expiry(picture, width)
        case Year():
            made = year(picture, width)
        case Scale():
            made = scale(picture, width)
        case Bars():
            made = bars(picture, width)
        case Importance():
            made = importance(picture, width)
    return made
