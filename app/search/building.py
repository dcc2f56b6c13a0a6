"""An index made of documents: where each stem stands, how rare it is, and the letters of what is said."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping

from app.languages import Language
from app.search.compounds import parts
from app.search.letters import letters, rarity
from app.search.lists import lists
from app.search.model import Document, Index
from app.search.text import stem, telling, words

Fields = tuple[list[str], list[str], list[str], list[str]]
"""The words of a document's title, tags and body, and those said further."""


def build(documents: Iterable[Document], language: Language) -> Index:
    """An index of documents in one language."""
    import numpy as np

    fields = [(words(d.title), words(d.tags), words(d.body), words(d.further)) for d in documents]
    counts, of_words = _stems(fields, language)
    titles, tags, bodies = (lists(each.get(stem, ()) for stem in counts) for each in _postings(fields, of_words))
    with_it = np.diff(titles.bounds) + np.diff(tags.bounds) + np.diff(bodies.bounds)
    weights = np.array([rarity(len(fields), count) for count in with_it.tolist()])
    weigh = dict(zip(counts, weights.tolist(), strict=True))
    bodies_of = {place: body for place, (_, _, body, _) in enumerate(fields) if body}
    return Index(
        language=language,
        stems={each: number for number, each in enumerate(counts)},
        counts=counts,
        weights=weights,
        titles=titles,
        tags=tags,
        bodies=bodies,
        title_weights=np.array([sum(weigh[s] for s in _distinct(title, of_words)) for title, *_ in fields]),
        letters=letters([[*title, *tagged] for title, tagged, *_ in fields] + [*bodies_of.values()], len(fields)),
        with_body=np.array([*bodies_of], np.intp),
    )


def _stems(fields: Iterable[Fields], language: Language) -> tuple[dict[str, int], dict[str, tuple[str, ...]]]:
    """How often each stem occurs, and the stems of every telling word; words of bodies alone are not taken apart."""
    every = Counter(word for texts in fields for text in texts for word in text)
    named = {word for title, tagged, *_ in fields for word in (*title, *tagged)}
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
    for place, (title, tagged, body, further) in enumerate(fields):
        seen: set[str] = set()
        for posting, text in zip(postings, (title, tagged, [*body, *further]), strict=True):
            for each in _distinct(text, stems).keys() - seen:
                posting.setdefault(each, array("I")).append(place)
                seen.add(each)
    return postings
