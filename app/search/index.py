"""Documents found by words: how much of the words and of the letters two texts share, as a sum that can be told.

Of a hundred, 30 are how much of the query is found in a document (a word written much like it counts in part), 15 how
much of the title belongs to the query, and 55 how alike they are by their letters: by those of title and tags, or of
the body if they are more alike, so that a text counts about the same in whichever field it stands. Words count by how
rare they are. The sum is 0…1 whatever else is found, so that it can be banded. An index is of one language and knows
nothing of what its documents stand for.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from app.languages import Language
from app.search.compounds import parts
from app.search.letters import Letters, cosines, holding, letters, rarity
from app.search.lists import Lists, lists
from app.search.text import stem, telling, weighed, words, written_words

if TYPE_CHECKING:
    from numpy.typing import NDArray

_OF_QUERY, _OF_TITLE, _LETTERS = 0.3, 0.15, 0.55
_IN_BODY: Final = 0.95
"""What is found in the body counts beside the same in title or tags; much less would hide who says all in the body."""
_TYPED: Final = 1 / 3
"""How much of what somebody types must be found, …"""
_ALIKE: Final = 0.2
"""… or else the least sum; …"""
_OF_BEST: Final = 1 / 3
"""… less will do that is this much of the best, …"""
_CHANCE: Final = 0.1
"""… but nothing that any letters reach."""
_FEW: Final = 200
"""Documents that are put in order first."""

Shares = dict[str, float]
Fields = tuple[list[str], list[str], list[str]]
"""The words of a document's title, tags and body."""


class Band(StrEnum):
    """What a sum means. The best course title is right three times in four when strong, every other when possible."""

    STRONG = "strong"
    POSSIBLE = "possible"
    WEAK = "weak"
    NOISE = "noise"


LEAST: Final = {Band.STRONG: 0.60, Band.POSSIBLE: 0.45, Band.WEAK: 0.30, Band.NOISE: 0.0}
"""The least sum of each band, highest first."""


def band(score: float) -> Band:
    return next(each for each, least in LEAST.items() if score >= least)


@dataclass(frozen=True, slots=True)
class Document:
    """What is searched. Letters of the body are compared by themselves, so that neither text thins out the other."""

    title: str
    tags: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document by its place among those indexed, and how well it fits, 0…1."""

    place: int
    score: float


@dataclass(frozen=True, slots=True)
class Index:
    """Made by `build`. Words stand under their stems, which have numbers; `counts` say how often each comes.

    `weights` say by number how rare stems are. `titles`, `tags` and `bodies` give the places of the documents that
    have a stem there and nowhere before. `letters` are of the title with the tags of each, and then of the bodies of
    those `with_body`.
    """

    language: Language
    stems: Mapping[str, int]
    counts: Mapping[str, int]
    weights: NDArray[Any]
    titles: Lists
    tags: Lists
    bodies: Lists
    title_weights: NDArray[Any]
    letters: Letters
    with_body: NDArray[Any]


def build(documents: Iterable[Document], language: Language) -> Index:
    """An index of documents in one language."""
    import numpy as np

    fields = [(words(d.title), words(d.tags), words(d.body)) for d in documents]
    counts, of_words = _stems(fields, language)
    titles, tags, bodies = (lists(each.get(stem, ()) for stem in counts) for each in _postings(fields, of_words))
    with_it = np.diff(titles.bounds) + np.diff(tags.bounds) + np.diff(bodies.bounds)
    weights = np.array([rarity(len(fields), count) for count in with_it.tolist()])
    weigh = dict(zip(counts, weights.tolist(), strict=True))
    bodies_of = {place: body for place, (_, _, body) in enumerate(fields) if body}
    return Index(
        language=language,
        stems={each: number for number, each in enumerate(counts)},
        counts=counts,
        weights=weights,
        titles=titles,
        tags=tags,
        bodies=bodies,
        title_weights=np.array([sum(weigh[s] for s in _distinct(title, of_words)) for title, _, _ in fields]),
        letters=letters([[*title, *tagged] for title, tagged, _ in fields] + [*bodies_of.values()], len(fields)),
        with_body=np.array([*bodies_of], np.intp),
    )


def _stems(fields: Iterable[Fields], language: Language) -> tuple[dict[str, int], dict[str, tuple[str, ...]]]:
    """How often each stem occurs, and the stems of every telling word; words of bodies alone are not taken apart."""
    every = Counter(word for texts in fields for text in texts for word in text)
    named = {word for title, tagged, _ in fields for word in (*title, *tagged)}
    whole = {word: stem(word, language) for word in every}
    counts: Counter[str] = Counter()
    for word, times in every.items():
        counts[whole[word]] += times
    return counts, {w: parts(w, language, counts) if w in named else (whole[w],) for w in telling(every, language)}


def _distinct(text: Iterable[str], stems: Mapping[str, tuple[str, ...]]) -> dict[str, None]:
    """The stems of a text, each once, in their order."""
    return dict.fromkeys(s for word in text for s in stems.get(word, ()))


def _postings(fields: Iterable[Fields], stems: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, array[int]], ...]:
    """Stem → places of the documents that have it in their title, in their tags, and in their body, but not before."""
    postings: tuple[dict[str, array[int]], ...] = ({}, {}, {})
    for place, texts in enumerate(fields):
        seen: set[str] = set()
        for posting, text in zip(postings, texts, strict=True):
            for each in _distinct(text, stems).keys() - seen:
                posting.setdefault(each, array("I")).append(place)
                seen.add(each)
    return postings


def alike(index: Index, text: str, least: float = 0.0, most: int | None = None) -> list[Hit]:
    """The `most` documents that are like a text, best first, down to the sum `least`.

    With a least sum only documents are looked at that hold at least much of a word: no other reaches one that counts.
    """
    shares = _shares(index, text)
    if not shares:
        return []
    found = _held(index, text, shares)
    sums = _sums(index, text, shares, found, found > 0 if least else None)
    return list(islice(_best(sums, least), most))


def _sums(
    index: Index, text: str, shares: Shares, found: NDArray[Any], among: NDArray[Any] | None = None
) -> NDArray[Any]:
    """The sum of every document, 0 where nothing is shared; `found` is how much of a text each has.

    Letters are compared with all, or with those that are `among` them.
    """
    import numpy as np

    texts = None if among is None else np.flatnonzero(np.concatenate((among, among[index.with_body])))
    letters = _of_documents(index, cosines(index.letters, weighed(words(text), index.language), texts))
    sums: NDArray[Any] = _OF_QUERY * found + _LETTERS * letters
    for number in (index.stems[each] for each in shares if each in index.stems):
        places = index.titles.of(number)
        sums[places] += _OF_TITLE * index.weights[number] / index.title_weights[places]
    return sums


def _of_documents(index: Index, of_texts: NDArray[Any]) -> NDArray[Any]:
    """What holds of documents by what holds of their texts: of title and tags, or of the body if that is more."""
    import numpy as np

    found, bodies = of_texts[: len(index.title_weights)], of_texts[len(index.title_weights) :]
    found[index.with_body] = np.maximum(found[index.with_body], _IN_BODY * bodies)
    return found


def _held(index: Index, text: str, shares: Shares) -> NDArray[Any]:
    """How much of a text is found in every document, 0…1.

    A word is also found when a document has one that begins like it or is written much like it, for as much of its
    letters as are there.
    """
    import numpy as np

    found = np.zeros(len(index.title_weights))
    compounds = _compounds(index, text)
    for each, share in shares.items():
        best = _of_documents(index, holding(index.letters, each))
        for places, exact in _found(index, each, compounds[each]):
            best[places] = np.maximum(best[places], exact)
        found += share * best
    return found


def _compounds(index: Index, text: str) -> dict[str, set[str]]:
    """The stems of the words of a text, and for each the stems of the whole words that it is of."""
    found: dict[str, set[str]] = {}
    for word in telling(words(text), index.language):
        for each in parts(word, index.language, index.counts):
            found.setdefault(each, set()).add(stem(word, index.language))
    return found


def lookup(index: Index, text: str, most: int | None = None) -> list[Hit]:
    """The `most` documents with the words that somebody types, or with words like them, best first."""
    return best(typed(index, text), most)


def typed(index: Index, text: str) -> NDArray[Any]:
    """The sum of every document for words that somebody types.

    It is 0 for what has too few of the words and is not much like them altogether, and where no word tells anything.
    """
    import numpy as np

    shares = _shares(index, text)
    found = _held(index, text, shares)
    sums = _sums(index, text, shares, found)
    least = min(_ALIKE, max(_CHANCE, _OF_BEST * sums.max(initial=0.0)))
    enough = (found >= _TYPED) | (sums >= least)
    return np.where(enough & bool(shares), sums, 0.0)


def best(sums: NDArray[Any], most: int | None = None) -> list[Hit]:
    """The `most` documents with the highest sums, best first; those with a sum of 0 are none."""
    return list(islice(_best(sums), most))


def shared(index: Index, text: str, place: int) -> tuple[str, ...]:
    """The words of a text, as they are written, that stand in the title or tags of a document."""
    return tuple(
        word
        for word in dict.fromkeys(written_words(text))
        if any(_is_named(index, each, place) for each in _shares(index, word))
    )


def _is_named(index: Index, each: str, place: int) -> bool:
    """Whether a stem stands in the title or tags of a document."""
    number = index.stems.get(each)
    return number is not None and (_has(index.titles.of(number), place) or _has(index.tags.of(number), place))


def _has(places: NDArray[Any], place: int) -> bool:
    at = int(places.searchsorted(place))
    return at < len(places) and bool(places[at] == place)


def _shares(index: Index, text: str) -> Shares:
    """The stems of a text, and how much each of them is of it by its rarity; the shares make 1."""
    unknown = rarity(len(index.title_weights), 0)
    weights: Shares = {}
    asked = list(dict.fromkeys(telling(words(text), index.language)))
    for word, counting in weighed(asked, index.language).items():
        for each in parts(word, index.language, index.counts):
            rare = float(index.weights[index.stems[each]]) if each in index.stems else unknown
            weights[each] = max(weights.get(each, 0.0), counting * rare)
    whole = sum(weights.values())
    return {each: weight / whole for each, weight in weights.items()}


def _found(index: Index, each: str, whole: Collection[str]) -> Iterator[tuple[NDArray[Any], float]]:
    """Documents that have a stem, in the body also those with the whole words that it is of, and what it counts."""
    bare, told = {each}, {each, *whole}
    for posting, stems, counts in ((index.titles, bare, 1.0), (index.tags, bare, 1.0), (index.bodies, told, _IN_BODY)):
        for number in (index.stems[known] for known in stems if known in index.stems):
            yield posting.of(number), counts


def _best(scores: NDArray[Any], least: float = 0.0) -> Iterator[Hit]:
    """The places with a score, best first; of equal ones the earlier. The first few are found without sorting all."""
    import numpy as np

    places = np.flatnonzero((scores > 0) & (scores >= least))
    rounded = np.round(scores[places], 6)
    edge = np.partition(rounded, -_FEW)[-_FEW] if len(places) > _FEW else 0.0
    for these in (rounded >= edge, rounded < edge):
        mine, values = places[these], rounded[these]
        for at in np.argsort(-values, kind="stable"):
            yield Hit(int(mine[at]), float(values[at]))
