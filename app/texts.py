"""Text that exists in some of the languages of the program."""

from __future__ import annotations

from dataclasses import dataclass

from app.languages import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class Said:
    """A text and the language it is really in, which may differ from the one asked for."""

    text: str
    language: Language


@dataclass(frozen=True, slots=True)
class Text:
    """One text in up to three languages; an empty string is a gap in the source."""

    fi: str = ""
    sv: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        return bool(self.fi or self.sv or self.en)

    def get(self, language: Language) -> str:
        """The text in exactly this language, or an empty string."""
        return str(getattr(self, language))

    def said(self, language: Language) -> Said:
        """The text in this language, else in the first language that has one (fi, sv, en)."""
        for candidate in (language, *LANGUAGES):
            if self.get(candidate):
                return Said(self.get(candidate), candidate)
        return Said("", language)

    def alone(self, language: Language) -> Text:
        """What `said` gives, as a text in that one language."""
        found = self.said(language)
        return Text(**{found.language: found.text}) if found.text else Text()

    def __str__(self) -> str:
        return self.said("fi").text
