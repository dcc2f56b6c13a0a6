"""Words as they are compared: in small letters, without stop words, reduced to stems and to pieces of their letters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from app.languages import Language

if TYPE_CHECKING:
    from snowballstemmer.basestemmer import BaseStemmer

_WORD: Final = re.compile(r"[^\W_]+(?:\+\+|#)?")
_ACCENTED: Final = re.compile("[^\x00-\x7fåäö]")
_STOP_WORDS: Final[dict[Language, str]] = {
    "fi": "ei eli että ja kuin kun ne on osaa se sekä tai",
    "sv": "att av de den det ett en eller för från i inom kan med och om på som till under vid är",
    "en": "a an and as at by for from in of on or the to with",
}
_COURSE_WORDS: Final[dict[Language, str]] = {
    "fi": "kurssi kurssin kurssit peruskurssi jatkokurssi koulutus koulutukset koulutuspäivä peruskoulutus "
    "jatkokoulutus täydennyskoulutus perusteet perusteita alkeet johdatus aloittelijoille",
    "sv": "kurs kursen kurser grundkurs fortsättningskurs utbildning utbildningar utbildningsdag grundutbildning "
    "fortbildning grunder grunderna introduktion nybörjare",
    "en": "course courses training basics basic introduction introductory fundamentals beginner beginners",
}
"""They say that something is taught, and not what."""
_OF_COURSES: Final = 0.1
"""What such a word of a query counts beside others: enough to tell a first course from a second."""
_FINNISH_ENDINGS: Final = (
    (re.compile(r"(?<=[uy])(?:ks|s|d|t)$"), ""),  # turvallisuuks, turvallisuut: turvallisuu
    (re.compile(r"(?<=...)[aeiouyäöj]+$"), ""),
    (re.compile(r"(?<=...)mi[ns]$"), ""),  # rakentamin, rakentamis: rakenta
    (re.compile(r"([kpt])\1$"), r"\1"),  # kaupp, kaup
    (re.compile(r"([lnr])[lnrt]$"), r"\1"),  # suunn, suunt
    (re.compile(r"(?<=[^t])d$"), "t"),  # pid, pit
)
"""What Snowball keeps apart: consonant gradation, final vowels and the commonest derivations."""
_SIZES: Final = (3, 4, 5)


def normalised(text: str) -> str:
    """Small letters, composed. Å, ä and ö stay letters of their own; other accents and what cannot be seen go."""
    small = unicodedata.normalize("NFKC", text).casefold()
    return _ACCENTED.sub(lambda found: _bare(found[0]), unicodedata.normalize("NFC", small))


@lru_cache(maxsize=1024)
def _bare(letter: str) -> str:
    letters = unicodedata.normalize("NFD", letter)
    return "".join(each for each in letters if unicodedata.category(each) not in ("Mn", "Cf"))


def words(text: str) -> list[str]:
    """Words and figures in their order, normalised. A hyphen parts words; "C++" and "C#" are words."""
    return _WORD.findall(normalised(text))


def written_words(text: str) -> list[str]:
    """Words and figures in their order, as they are written."""
    return _WORD.findall(unicodedata.normalize("NFC", text))


def telling(found: Iterable[str], language: Language) -> list[str]:
    """Words that tell what a text is about: no stop words."""
    stop_words = frozenset(_STOP_WORDS[language].split())
    return [word for word in found if word not in stop_words]


def weighed(found: Iterable[str], language: Language) -> dict[str, float]:
    """How much each word of a query counts, each time that it comes."""
    course_words = frozenset(_COURSE_WORDS[language].split())
    return {word: times * (_OF_COURSES if word in course_words else 1.0) for word, times in Counter(found).items()}


@lru_cache(maxsize=1 << 15)
def stem(word: str, language: Language) -> str:
    """What the inflected forms of a word share, as far as rules can tell; it need not be a word itself."""
    found = str(_stemmer(language).stemWord(word))
    return _without_endings(found) if language == "fi" else found


@lru_cache(maxsize=1 << 15)
def basic_stem(word: str, language: Language) -> str:
    """The stem of a word that is known to be in its basic form, found many times quicker."""
    if language == "fi":
        return _without_endings(word)
    return word[:-1] if language == "sv" and len(word) > 3 and word.endswith(("a", "e", "o", "u")) else word


def _without_endings(word: str) -> str:
    if len(word) > 3:
        for ending, instead in _FINNISH_ENDINGS:
            word = ending.sub(instead, word)
    return word


def _stemmer(language: Language) -> BaseStemmer:
    """A new one each time, since a stemmer holds the word it works on and threads may ask at once."""
    import snowballstemmer

    return snowballstemmer.stemmer({"fi": "finnish", "sv": "swedish", "en": "english"}[language])


def pieces(word: str) -> tuple[str, ...]:
    """Runs of 3, 4 and 5 characters of a word, its bounds told by spaces; a run that comes twice is there twice."""
    bound = f" {word} "
    return tuple(bound[i : i + size] for size in _SIZES for i in range(len(bound) - size + 1))
