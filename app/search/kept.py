"""An index as named arrays of numbers and back, so that it can be kept in a file and opened without being read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from app.languages import Language
from app.search.index import Index
from app.search.letters import Letters
from app.search.lists import Lists

if TYPE_CHECKING:
    from numpy.typing import NDArray

Arrays = Mapping[str, "NDArray[Any]"]


def apart(index: Index) -> Arrays:
    """All of an index but its language. What is in arrays already is not copied."""
    import numpy as np

    known = index.letters
    return {
        "stems": spelt(index.stems),
        "counts": np.fromiter(index.counts.values(), np.int64, len(index.counts)),
        "weights": index.weights,
        **of_lists("titles", index.titles),
        **of_lists("tags", index.tags),
        **of_lists("bodies", index.bodies),
        "title_weights": index.title_weights,
        "with_body": index.with_body,
        "runs": spelt(known.runs),
        "run_weights": known.weights,
        **of_lists("words", known.words),
        "pulls": known.pulls,
        **of_lists("documents", known.documents),
        **of_lists("texts", known.texts),
        "lengths": known.lengths,
        **of_lists("spelt", known.spelt),
    }


def together(arrays: Arrays, language: Language) -> Index:
    """The index that was taken apart. What does not fit together: ValueError or KeyError."""
    stems, runs = read(arrays["stems"]), read(arrays["runs"])
    documents, words = len(arrays["title_weights"]), len(arrays["documents.bounds"]) - 1
    texts = documents + len(arrays["with_body"])
    known = Letters(
        runs=_numbered(runs),
        weights=sized(arrays["run_weights"], len(runs)),
        words=to_lists(arrays, "words", len(runs), words),
        pulls=sized(arrays["pulls"], len(arrays["words.members"])),
        documents=to_lists(arrays, "documents", words, texts),
        texts=to_lists(arrays, "texts", texts, words),
        lengths=sized(arrays["lengths"], texts),
        spelt=to_lists(arrays, "spelt", words, 256),
    )
    return Index(
        language=language,
        stems=_numbered(stems),
        counts=dict(zip(stems, arrays["counts"].tolist(), strict=True)),
        weights=sized(arrays["weights"], len(stems)),
        titles=to_lists(arrays, "titles", len(stems), documents),
        tags=to_lists(arrays, "tags", len(stems), documents),
        bodies=to_lists(arrays, "bodies", len(stems), documents),
        title_weights=arrays["title_weights"],
        with_body=numbers(arrays["with_body"], documents),
        letters=known,
    )


def _numbered(words: Iterable[str]) -> dict[str, int]:
    return {word: number for number, word in enumerate(words)}


def spelt(words: Iterable[str]) -> NDArray[Any]:
    """Words as the bytes of a JSON list."""
    import numpy as np
    import orjson

    return np.frombuffer(orjson.dumps(list(words)), np.uint8)


def read(bytes_: NDArray[Any]) -> list[str]:
    """The words that were spelt. Anything else: ValueError."""
    import orjson

    found = orjson.loads(bytes_.tobytes())
    if not isinstance(found, list) or not set(map(type, found)) <= {str}:
        raise ValueError("no list of words")
    return found


def of_lists(name: str, of: Lists) -> Arrays:
    return {f"{name}.bounds": of.bounds, f"{name}.members": of.members}


def to_lists(arrays: Arrays, name: str, size: int, below: int) -> Lists:
    """So many lists, whose members are numbers below a limit. Anything else: ValueError."""
    found = Lists(sized(arrays[f"{name}.bounds"], size + 1), arrays[f"{name}.members"])
    bounds, members = found.bounds, found.members
    if bounds[0] != 0 or bounds[-1] != len(members) or (bounds[1:] < bounds[:-1]).any():
        raise ValueError("no lists")
    numbers(members, below)
    return found


def numbers(array: NDArray[Any], below: int) -> NDArray[Any]:
    """Numbers from 0 that are below a limit. Anything else: ValueError."""
    if len(array) and not 0 <= array.min() <= array.max() < below:
        raise ValueError("no such members")
    return array


def sized(array: NDArray[Any], size: int) -> NDArray[Any]:
    """An array that must have a size; ValueError where it has not."""
    if len(array) != size:
        raise ValueError("another length")
    return array
