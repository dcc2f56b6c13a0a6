"""Before the visit: what to agree on, and the message and the notice that go with it (B1)."""

from __future__ import annotations

from app.languages import LANGUAGE_NAMES
from app.services import texts
from app.ui.stops import COMPANY
from app.ui.visit.sheet import Bench, Page


class Agreeing(Page):
    """The texts are in the company's language of service, whatever that of the window is. Nothing is sent from here."""

    def __init__(self, bench: Bench, code: str) -> None:
        super().__init__(bench, code)
        t, company = bench.t, bench.mapping().company
        self.section(t("Agree on"))
        self.points(
            (
                t("what the visit is for, and that it takes 90 minutes"),
                t("who attends: the owner, and those who know the work"),
                t("what is brought: roles with head counts, end dates of cards, the last three things that failed"),
            )
        )
        contact = (
            t("Contact: {name}", name=company.contact) if company.contact else t("There is no contact person yet.")
        )
        self.words(contact, "ink")
        self.way(t("Company"), COMPANY)
        language = LANGUAGE_NAMES[company.service_language]
        self.section(t("Message to the company"), language)
        self.words(t("Copy it into your mail and fill in what stands in brackets."))
        self.text(t("Message to the company"), texts.shipped(texts.MESSAGE).said(company.service_language))
        notice = texts.shipped(texts.NOTICE)
        self.section(t("Privacy notice"), t("{language}, version {version}", language=language, version=notice.version))
        self.text(t("Privacy notice"), notice.said(company.service_language))
        self.end()
