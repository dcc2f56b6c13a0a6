"""What a person is asked about their own work, on paper, in a workbook and on the screen, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from app.i18n import Translator
from app.languages import Language
from app.mapping.levels import LEVELS
from app.mapping.model import Assessment
from app.wording.words import level_name, not_part_of_job, plain_level_name, plain_not_part_of_job

Sign = Literal["0", "1", "2", "3", "4", "?", "-"]
"""What can be answered, as it is typed: a level, "not assessed" and "not part of the job"."""
SIGNS: Final[tuple[Sign, ...]] = get_args(Sign)


@dataclass(frozen=True, slots=True)
class Voice:
    """How a person is spoken to: in a language, and in a plain manner where that helps."""

    language: Language
    plain: bool = False


VOICES: Final[dict[str, Voice]] = {
    "fi": Voice("fi"),
    "plain": Voice("fi", plain=True),
    "sv": Voice("sv"),
    "en": Voice("en"),
}
VOICE_NAMES: Final = {"fi": "Suomi", "plain": "Selkosuomi", "sv": "Svenska", "en": "English"}
"""By key of a voice, its own name for itself."""


def voice_key(voice: Voice) -> str:
    """The key of a voice; a plain manner is known in Finnish alone."""
    return next((key for key, known in VOICES.items() if known == voice), voice.language)


def sign_of(answer: Assessment) -> Sign:
    """What an answer says, as it is typed."""
    if answer.not_part_of_job:
        return "-"
    return SIGNS[answer.level] if answer.level is not None else "?"


def level_of(sign: Sign) -> int | None:
    """The level of a sign, None where it is none."""
    return SIGNS.index(sign) if SIGNS.index(sign) in LEVELS else None


def choice(t: Translator, sign: Sign, *, plain: bool) -> str:
    """An answer in words."""
    if sign == "-":
        return plain_not_part_of_job(t) if plain else not_part_of_job(t)
    return (plain_level_name if plain else level_name)(t, level_of(sign))


def label(t: Translator, sign: Sign, *, plain: bool) -> str:
    """An answer as it stands in a list: with its number, where it has one."""
    words = choice(t, sign, plain=plain)
    return f"{sign} – {words}" if level_of(sign) is not None else words


def signs_by_label() -> dict[str, Sign]:
    """Every answer by each way in which a form of any language may give it, in small letters."""
    labels = {
        label(Translator(voice.language), sign, plain=voice.plain): sign for voice in VOICES.values() for sign in SIGNS
    }
    return {text.casefold(): sign for text, sign in (labels | {sign: sign for sign in SIGNS}).items()}


def question(t: Translator, *, plain: bool) -> str:
    return t("How well can you do this work?") if plain else t("How well do you master this?")


def privacy(t: Translator, *, plain: bool) -> str:
    """Who sees the answers and what they are for."""
    if plain:
        return t("Your supervisor sees your answers. This is not a test. You can always say that you do not know.")
    return t(
        "Your supervisor sees your answers; they help to plan what is learnt next. This is no test. If you cannot "
        "tell, say so."
    )


def how_on_paper(t: Translator, *, plain: bool) -> str:
    if plain:
        return t(
            "Read each task. Tick one box: the sentence that fits you best. Then give the paper to your supervisor."
        )
    return t(
        "Tick one box for each competence, the one that fits you best today. Then give the form to your supervisor."
    )


def how_in_workbook(t: Translator, *, plain: bool) -> str:
    if plain:
        return t(
            "Read each task. Choose your answer from the list in the last column. Save the file and give it to your "
            "supervisor."
        )
    return t(
        "Choose the answer that fits you best today from the list in the last column. Leave empty what you do not want "
        "to answer. Save the file and return it to your supervisor."
    )
