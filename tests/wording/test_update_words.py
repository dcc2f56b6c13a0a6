"""What an update would change is told part by part."""

from __future__ import annotations

from app.frameworks.changes import compare
from app.frameworks.model import Framework, FrameworkSummary, Requirement, Unit
from app.i18n import Translator
from app.offers.changes import ChangedOffer, OfferChanges
from app.offers.model import Offer
from app.texts import Text
from app.wording.updates import framework_change_lines, gone_framework_line, offer_change_lines

EN = Translator("en")
KEEPS = Unit("a/1", "1", Text("Hitsaus"), None, requirements=(Requirement("a/1/x", Text("mittaa")),))
GOES = Unit("a/2", "2", Text("Sorvaus"), None)
OLD = Framework("eperusteet:1", "qualification", Text("Koneala"), order_number="OPH-1-2020", units=(KEEPS, GOES))


def test_that_every_part_of_a_change_has_its_line() -> None:
    renamed = Unit("b/1", "1", Text("Hitsaaminen"), None, requirements=(Requirement("b/1/y", Text("hitsaa")),))
    comes = Unit("b/3", "", Text("Mittaus"), None)
    new = Framework("eperusteet:2", "qualification", Text("Koneala"), order_number="OPH-2-2026", units=(renamed, comes))

    assert framework_change_lines(EN, compare(OLD, new)) == [
        "Koneala (OPH-2-2026) is a newer order, and is kept beside the earlier one",
        "  order number OPH-1-2020 → OPH-2-2026",
        "  new unit: Mittaus",
        "  unit that is gone: Sorvaus (2)",
        "  renamed unit: Hitsaus → Hitsaaminen (1)",
        "  Hitsaaminen (1), requirements: 1 new, 1 gone, 0 reworded",
    ]
    assert framework_change_lines(EN, compare(OLD, OLD)) == ["Koneala (OPH-1-2020) is as it was"]


def test_that_what_is_gone_at_the_service_is_told_to_stay() -> None:
    gone = FrameworkSummary("eperusteet:1", "qualification", Text("Koneala"), "", "", "", 0, 0, 0, "ePerusteet", None)

    assert gone_framework_line(EN, gone) == "Koneala is no longer at the service; it stays in the library"


def test_that_offers_are_counted_and_named() -> None:
    a, b, c = (Offer(key, Text(key), provider=Text("Opisto")) for key in "abc")

    lines = offer_change_lines(EN, OfferChanges((a,), (ChangedOffer(b, b, ("name",)),), (a, b), (c,)))

    assert lines == [
        "1 new, 1 changed, 2 unchanged, 1 given no more",
        "  new: a (Opisto)",
        "  changed: b (Opisto)",
        "  given no more: c (Opisto)",
    ]
