"""Documents found by words: how much of the words and of the letters two texts share, as a sum that can be told.

Of a hundred, 30 are how much of the query is found in a document (a word written much like it counts in part), 15 how
much of the title belongs to the query, and 55 how alike they are by their letters: by those of title and tags, or of
the body if they are more alike, so that a text counts about the same in whichever field it stands. Words count by how
rare they are. The sum is 0…1 whatever else is found, so that it can be banded. An index is of one language and knows
nothing of what its documents stand for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from app.search.building import build
from app.search.compounds import divided, parts
from app.search.letters import cosines, holding, rarity
from app.search.model import LEAST, Band, Document, Hit, Index, band
from app.search.sure import corrected, is_known, kin, texts_with
from app.search.text import stem, telling, weighed, words, written_words

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["LEAST", "Band", "Document", "Hit", "Index", "alike", "band", "best", "build", "lookup", "shared", "typed"]

_OF_QUERY, _OF_TITLE, _LETTERS = 0.3, 0.15, 0.55
_IN_BODY: Final = 0.95
"""What is found in the body counts beside the same in title or tags; much less would hide who says all in the body."""
_TYPED: Final = 1 / 3
"""How much of what somebody types must be found, …"""
_NEARLY: Final = 2 / 3
"""… or where nothing has so much, how much of what the best has."""
_FAINT: Final = 0.1
"""A sum that is so little of the best comes by chance."""
_ALIKE: Final = 0.2
"""The least sum where only likes are found; …"""
_OF_BEST: Final = 1 / 3
"""… less will do that is this much of the best, …"""
_CHANCE: Final = 0.1
"""… but nothing that any letters reach."""
_LONG: Final = 6
"""Letters of a word whose likes are worth showing; what is only a little like a shorter one is another word."""
_OF_FORM: Final = 2 / 3
"""How much of a word its stem must be to tell that it is a form of another."""
_FEW: Final = 200
"""Documents that are put in order first."""
_MANY: Final = 1 / 8
"""Share of the documents that are quicker compared with all than picked out."""

Shares = dict[str, float]


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

    Letters are compared with all, or with those that are `among` them, unless they are so many that this takes longer.
    """
    import numpy as np

    texts = None
    if among is not None and among.sum() < _MANY * len(among):
        texts = np.flatnonzero(np.concatenate((among, among[index.with_body])))
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
    theirs = slice(None) if len(bodies) == len(found) else index.with_body  # most often all have a body
    found[theirs] = np.maximum(found[theirs], _IN_BODY * bodies)
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
    [sums] = typed([index], text)
    return best(sums, most)


def typed(indexes: Sequence[Index], text: str) -> list[NDArray[Any]]:
    """For each index the sum of every document for words that somebody types.

    It is 0 for what does not surely have enough of the words. Only where no document of any index has any of them, and
    one of them is long, those count that are a little like them.
    """
    import numpy as np

    slips = {word for word in words(text) if not any(_is_word(index, word) for index in indexes)}
    asked = [_put_right(index, text, slips) for index in indexes]
    sure = [_surely(index, its) for index, its in zip(indexes, asked, strict=True)]
    most = max((each.max(initial=0.0) for each in sure), default=0.0)
    if most:
        least = min(_TYPED, _NEARLY * most)
        every = zip(indexes, asked, sure, strict=True)
        return _but_faint([_among(index, its, having >= least) for index, its, having in every])
    if any(len(word) >= _LONG for word in slips):
        return [_loosely(index, text) for index in indexes]
    return [np.zeros(len(each)) for each in sure]


def _put_right(index: Index, text: str, slips: Collection[str]) -> str:
    """A text with the words of an index that its slips most likely stand for. What is known of courses is no slip."""
    wrong = {word for word, counts in weighed(slips, index.language).items() if counts == 1}
    return " ".join(corrected(index.letters, word) if word in wrong else word for word in words(text))


def _but_faint(sums: list[NDArray[Any]]) -> list[NDArray[Any]]:
    """Sums without those that are next to nothing beside the best of all."""
    import numpy as np

    least = _FAINT * max(each.max(initial=0.0) for each in sums)
    return [np.where(each >= least, each, 0.0) for each in sums]


def _is_word(index: Index, word: str) -> bool:
    """Whether a word is one of an index, or the beginning or part of one, or another form, or a stop word: no slip."""
    its = stem(word, index.language)
    known = its in index.stems and len(its) >= _OF_FORM * len(word)
    return known or not telling([word], index.language) or is_known(index.letters, word)


def _among(index: Index, text: str, among: NDArray[Any]) -> NDArray[Any]:
    """The sums of some documents, and 0 for the others."""
    import numpy as np

    shares = _shares(index, text)
    return np.where(among, _sums(index, text, shares, _held(index, text, shares), among), 0.0)


def _loosely(index: Index, text: str) -> NDArray[Any]:
    """The sums of documents that have enough of what is like a text, or are like it altogether."""
    import numpy as np

    shares = _shares(index, text)
    found = _held(index, text, shares)
    sums = _sums(index, text, shares, found)
    least = min(_ALIKE, max(_CHANCE, _OF_BEST * sums.max(initial=0.0)))
    enough = (found >= _TYPED) | (sums >= least)
    return np.where(enough & bool(shares), sums, 0.0)


def _surely(index: Index, text: str) -> NDArray[Any]:
    """How much of a text every document surely has, 0…1."""
    import numpy as np

    shares, language = _shares(index, text), index.language
    asked = dict.fromkeys(telling(words(text), language))
    counting = {word: sum(shares[each] for each in parts(word, language, index.counts)) for word in asked}
    sure, whole = np.zeros(len(index.title_weights)), sum(counting.values())
    for word, share in counting.items():
        sure += share / whole * _having(index, word)
    return sure


def _having(index: Index, word: str) -> NDArray[Any]:
    """How much of a word every document surely has: all or nothing, or of a compound that none is called by, parts."""
    import numpy as np

    language, known = index.language, index.letters
    texts = texts_with(known, kin(known, word, language))
    having = _any_text(index, texts)
    _mark(index, having, stem(word, language))
    if not texts[: len(having)].any() and (apart := divided(word, language, index.counts)):
        in_parts = np.zeros((len(apart), len(having)))
        for each, part in zip(apart, in_parts, strict=True):
            _mark(index, part, each)
        having = np.maximum(having, in_parts.mean(axis=0))
    return having


def _any_text(index: Index, of_texts: NDArray[Any]) -> NDArray[Any]:
    """1 for every document that one of its texts is marked of, and 0 for the others."""
    import numpy as np

    titles = len(index.title_weights)
    found = of_texts[:titles].copy()
    found[index.with_body[np.flatnonzero(of_texts[titles:])]] = 1
    return found


def _mark(index: Index, having: NDArray[Any], each: str) -> None:
    """Put 1 for every document that has a stem."""
    for places, _ in _found(index, each, ()):
        having[places] = 1


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
