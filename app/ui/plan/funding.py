"""Funding routes for the measure in hand: those that come into question, why, who decides, and how fresh that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.catalogues.model import Directory, FundingRoute
from app.i18n import Translator
from app.mapping.apprenticeship import asked_of, missing
from app.mapping.funding import begins_too_early, chosen, facts_of, is_to_check, routes_for, services_for
from app.mapping.model import Measure, OptionType
from app.mapping.plan import Results
from app.ui.section import Section
from app.ui.theme import Theme
from app.ui.tokens import LEAD, XS, L, M
from app.ui.widgets import Button, Hair, column, line, para
from app.wording import funding as words


@dataclass(frozen=True, slots=True)
class Route:
    """A route in words: why it is here, and what is to be known of it line by line."""

    code: str
    name: str
    why: str
    lines: tuple[str, ...]
    warning: str = ""
    stale: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Funding:
    """What is shown for a measure: remarks on it, and the routes, first the one chosen if no rule finds it."""

    measure_key: str = ""
    measure: str = ""
    remark: str = ""
    routes: tuple[Route, ...] = ()


def funding(t: Translator, results: Results, measure: Measure, directory: Directory) -> Funding:
    """The routes that come into question for a measure, in the order of the rules."""
    mine, facts = chosen(measure, directory.funding), facts_of(results, measure)
    found = routes_for(facts, directory.funding, results.today)
    proposed = [(p.route, words.why(t, p)) for p in found]
    if mine and mine not in [route for route, _why in proposed]:
        proposed.insert(0, (mine, t("Chosen earlier; the rules do not propose it here.")))
    routes = [_in_words(t, route, why, directory, results, measure) for route, why in proposed]
    services = filter(None, map(directory.services.service, services_for(facts, directory.funding)))
    remarks = (
        t("In own words: {words}", words=measure.funding_route) if measure.funding_route and not mine else "",
        _apprenticeship(t, results, measure),
        words.refer(t, services, directory, results.today),
    )
    return Funding(measure.key, measure.what, " ".join(filter(None, remarks)), tuple(routes))


def _in_words(
    t: Translator, route: FundingRoute, why: str, directory: Directory, results: Results, measure: Measure
) -> Route:
    is_mine = chosen(measure, directory.funding) == route
    early = is_mine and begins_too_early(route, measure, results.today)
    return Route(
        route.code,
        words.name(t, route),
        why,
        tuple(words.route_lines(t, route, directory, results.today)),
        words.too_early(t) if early else "",
        is_to_check(route, directory.funding, results.today),
        is_mine,
    )


def _apprenticeship(t: Translator, results: Results, measure: Measure) -> str:
    """Of an apprenticeship whether it can be spoken of with a provider, or what is missing."""
    if measure.option is not OptionType.APPRENTICESHIP:
        return ""
    need = next((need for need in results.mapping.needs if need.key == measure.for_key), None)
    return words.apprenticeship(t, missing(asked_of(results.told, need, measure)))


class Choose(Button):
    """Chooses a route for the measure in hand; pressed again, leaves it without one."""

    def __init__(self, theme: Theme, t: Translator, route: Route) -> None:
        super().__init__(theme, "")
        self._t, self.route = t, route
        self.setCheckable(True)
        self.setAccessibleDescription(" ".join((route.why, *route.lines)))
        self.show_chosen(chosen=route.chosen)

    def show_chosen(self, *, chosen: bool) -> None:
        said = self._t("Chosen") if chosen else self._t("Choose")
        self.kind, self._icon = ("chosen", "check") if chosen else ("quiet", "plus")
        self.setChecked(chosen)
        self.setText(said)
        self.setAccessibleName(self._t("{deed}: {way}", deed=said, way=self.route.name))
        self.updateGeometry()
        self.update()


class FundingPanel(QWidget):
    """The routes under each other with a button each; `choose` is called with the code of the one pressed."""

    def __init__(self, theme: Theme, t: Translator, choose: Callable[[str], None]) -> None:
        super().__init__()
        self._theme, self._t, self._choose = theme, t, choose
        self._shown = Funding()
        self.measure = para(theme, "", tone="ink", weight="semibold")
        self.remark = para(theme, "")
        self.buttons: list[Choose] = []
        self._list: QWidget | None = None
        self._rows: QVBoxLayout = column(self, gap=M)
        self._rows.addWidget(Section(theme, t("Funding")))
        self._rows.addWidget(self.measure)
        self._rows.addWidget(para(theme, t(words.NO_PROMISE)))
        self._rows.addWidget(self.remark)
        self.hide()

    def show_funding(self, found: Funding | None) -> None:
        """Show these; while they are the same, the cursor stays on its button. Nothing hides the whole."""
        self.setVisible(found is not None)
        if found is None or found == self._shown:
            for button in self.buttons:  # one that was pressed in vain
                button.show_chosen(chosen=button.route.chosen)
            return
        self._shown = found
        self.measure.setText(found.measure)
        self.remark.setText(found.remark)
        self.remark.setVisible(bool(found.remark))
        self._fill(found.routes)

    def _fill(self, routes: Sequence[Route]) -> None:
        was_on = next((button.route.code for button in self.buttons if button.hasFocus()), "")
        if self._list:
            self._rows.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
        self._list = QWidget()
        self.buttons = [self._button(route) for route in routes]
        rows = column(self._list, gap=M)
        for button in self.buttons:
            rows.addLayout(self._row(button))
            rows.addWidget(Hair(self._theme))
        self._rows.addWidget(self._list)
        if was_on and self.buttons:
            same = [button for button in self.buttons if button.route.code == was_on]
            (same or self.buttons)[0].setFocus()

    def _button(self, route: Route) -> Choose:
        made = Choose(self._theme, self._t, route)
        made.clicked.connect(lambda: self._choose(route.code))
        return made

    def _row(self, button: Choose) -> QHBoxLayout:
        route, theme = button.route, self._theme
        said = column(gap=XS)
        said.addWidget(para(theme, route.name, LEAD, "ink3" if route.stale else "ink", "semibold"))
        if route.warning:
            said.addWidget(para(theme, route.warning, tone="urgent", weight="semibold"))
        said.addWidget(para(theme, route.why, tone="ink2"))
        said.addWidget(para(theme, "\n".join(route.lines[:-1]), tone="ink3" if route.stale else "ink"))
        said.addWidget(para(theme, route.lines[-1], tone="important" if route.stale else "ink2"))
        row = line(gap=L)
        row.addLayout(said, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row
