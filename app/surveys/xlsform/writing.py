"""A survey → an XLSForm that ODK and KoboToolbox take, and that is read back here as the same survey.

What an XLSForm cannot say stands in columns of ours, which other programs pass over; themes, hints and the words of the
need index are lists of choices that no question uses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from app.languages import LANGUAGES
from app.mapping.survey import Choice, Phrase, Survey
from app.surveys.xlsform.choices import HINTS, INDEX_WORDS, THEMES
from app.surveys.xlsform.layout import Cells, language_column, list_names, said, survey_rows
from app.surveys.xlsform.rows import OWN, OWN_OF_CHOICES

if TYPE_CHECKING:
    from openpyxl import Workbook

_SPOKEN: Final = [language_column("label", each) for each in LANGUAGES]
_FIRST: Final = {
    "survey": ["type", "name", *_SPOKEN],
    "choices": ["list_name", "name", *_SPOKEN],
    "settings": ["form_title", "form_id", "version", "default_language"],
}
"""The columns that stand first; the others follow as they come up."""
_LEADS: Final = ("=", "+", "-", "@", "\t", "\r")
"""With what a text begins that a spreadsheet program could take for a formula."""


def write_form(survey: Survey) -> bytes:
    """The survey as an XLSX workbook."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    names = list_names(survey)
    _sheet(book, "survey", [*survey_rows(survey, names)])
    _sheet(book, "choices", [*_choice_rows(survey, names)])
    _sheet(book, "settings", [_settings(survey)])
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def _sheet(book: Workbook, name: str, rows: Sequence[Cells]) -> None:
    sheet = book.create_sheet(name)
    columns = list(dict.fromkeys([*_FIRST[name], *(column for row in rows for column in row)]))
    sheet.append([_cell(sheet, column) for column in columns])
    for row in rows:
        sheet.append([_cell(sheet, row.get(column, "")) for column in columns])


def _cell(sheet: Any, text: str) -> Any:
    """A text as a text, whatever it begins with; signs that no workbook can hold are left out."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    text = ILLEGAL_CHARACTERS_RE.sub("", text)
    if not text:
        return None
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(_LEADS)  # so that it stays a text when somebody edits it
    return cell


def _settings(survey: Survey) -> Cells:
    name = survey.name.text
    first = next((each for each in LANGUAGES if name.get(each)), LANGUAGES[0])
    return {
        "form_title": name.get(first) or survey.key,
        "form_id": survey.key,
        "version": survey.version,
        "default_language": language_column("", first),
        **{f"{OWN}name_{each}": name.get(each) for each in LANGUAGES if each != first},
        f"{OWN}name_plain": survey.name.plain,
        f"{OWN}name_working": " ".join(survey.name.working),
    }


def _choice_rows(survey: Survey, names: dict[tuple[str, tuple[Choice, ...]], str]) -> Iterator[Cells]:
    for (_name, choices), list_name in names.items():
        yield from (_choice(list_name, choice) for choice in choices)
    for theme in survey.themes:
        points = {"first_from": "" if theme.first_from is None else str(theme.first_from)}
        yield _named(THEMES, theme.id, theme.phrase, points)
    for theme in survey.themes:
        for place, hint in enumerate(theme.hints, 1):
            more = {"theme": theme.id, "link": hint.link, "relevant": hint.relevant}
            yield _named(HINTS, f"{theme.id}-{place}", hint.phrase, more)
    for words in survey.index_words:
        yield _named(INDEX_WORDS, f"from-{words.at_least}", words.phrase, {"at_least": str(words.at_least)})


def _choice(list_name: str, choice: Choice) -> Cells:
    points = "" if choice.points is None else str(choice.points)
    return _named(list_name, choice.value, choice.phrase, {"points": points, "alone": "yes" if choice.alone else ""})


def _named(list_name: str, name: str, phrase: Phrase, more: Iterable[tuple[str, str]] | dict[str, str]) -> Cells:
    own = {f"{OWN_OF_CHOICES}{key}": text for key, text in dict(more).items()}
    return {"list_name": list_name, "name": name, **said("label", phrase, OWN_OF_CHOICES), **own}
