"""What is saved is what is opened again, whatever it is and whatever was done to it."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.frameworks.model import Framework
from app.mapping.model import Mapping
from app.offers.model import Offer, Provider
from app.store.cases import Cases
from app.store.library import Library
from tests.store import kept
from tests.store.strategies import frameworks, heads, items_for, mappings, offers, providers


@given(mappings())
@settings(max_examples=25)
def test_that_a_mapping_of_any_shape_is_opened_as_it_was_saved(mapping: Mapping) -> None:
    with tempfile.TemporaryDirectory() as folder:
        cases = Cases(Path(folder) / "cases.sqlite")
        cases.add(mapping)
        cases.close()
        cases = Cases(Path(folder) / "cases.sqlite")
        found = cases.load(mapping.key)
        cases.close()
    assert repr(found) == repr(mapping)


@given(st.lists(frameworks, max_size=3, unique_by=lambda framework: framework.key))
@settings(max_examples=20)
def test_that_frameworks_of_any_shape_are_opened_as_they_were_saved(given_ones: list[Framework]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library.sqlite")
        for framework in given_ones:
            library.put_framework(framework)
        library.close()
        library = Library(Path(folder) / "library.sqlite")
        found = [library.framework(framework.key) for framework in given_ones]
        library.close()
    assert repr(found) == repr(given_ones)  # 12.50 points equal 12.5, but are written otherwise


@given(st.lists(offers, max_size=4, unique_by=lambda offer: offer.key))
@settings(max_examples=20)
def test_that_offers_of_any_shape_are_opened_as_they_were_saved(given_ones: list[Offer]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library.sqlite")
        library.put_offers(given_ones)
        library.close()
        library = Library(Path(folder) / "library.sqlite")
        found = library.offers()
        library.close()
    assert repr(found) == repr(tuple(sorted(given_ones, key=lambda offer: offer.key)))


@given(st.lists(providers, max_size=4, unique_by=lambda provider: provider.key))
@settings(max_examples=20)
def test_that_providers_of_any_shape_are_opened_as_they_were_saved(given_ones: list[Provider]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library.sqlite")
        library.put_providers(given_ones)
        library.close()
        library = Library(Path(folder) / "library.sqlite")
        found = library.providers()
        library.close()
    assert repr(found) == repr(tuple(sorted(given_ones, key=lambda provider: provider.key)))


class Editing(RuleBasedStateMachine):
    """Companies are begun, edited, removed and reopened in any order; the store holds what plain Python would."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.now = datetime(2026, 11, 23, tzinfo=UTC)
        self.kept: dict[str, Mapping] = {}
        self.cases = self._opened()

    def _opened(self) -> Cases:
        return Cases(Path(self.folder.name) / "cases.sqlite", clock=lambda: self.now)

    def _keep(self, mapping: Mapping) -> None:
        """Keep a mapping; what is now known of its company is known in its other mappings, too."""
        self.kept[mapping.key] = mapping
        for key, other in self.kept.items():
            if other.company.key == mapping.company.key:
                self.kept[key] = replace(other, company=mapping.company)

    def _one(self, data: st.DataObject) -> Mapping:
        self.now += timedelta(microseconds=1)
        return self.kept[data.draw(st.sampled_from(sorted(self.kept)))]

    @initialize(mapping=mappings(10))
    def begin(self, mapping: Mapping) -> None:
        self.add(mapping)

    @rule(mapping=mappings(5))
    def add(self, mapping: Mapping) -> None:
        if mapping.key not in self.kept:
            self.cases.add(mapping)
            self._keep(mapping)

    @precondition(lambda self: self.kept)
    @rule(data=st.data())
    def put(self, data: st.DataObject) -> None:
        mapping = self._one(data)
        first = data.draw(items_for(mapping))
        second = data.draw(items_for(kept.put(mapping, first)))
        self.cases.put(mapping.key, second, first)
        self._keep(replace(kept.put(mapping, second, first), changed=self.now))

    @precondition(lambda self: any(map(kept.all_items, self.kept.values())))
    @rule(data=st.data())
    def drop(self, data: st.DataObject) -> None:
        mapping = self._one(data)
        items = data.draw(st.lists(st.sampled_from(kept.all_items(mapping)), max_size=2)) if mapping.roles else []
        self.cases.drop(mapping.key, *items)
        self._keep(replace(kept.drop(mapping, *items), changed=self.now))

    @precondition(lambda self: self.kept)
    @rule(data=st.data(), head=heads)
    def put_head(self, data: st.DataObject, head: Mapping) -> None:
        mapping = self._one(data)
        items = {field: getattr(mapping, field) for field in kept.FIELDS.values()}
        changed = replace(head, key=mapping.key, changed=self.now)
        self.cases.put_head(changed)
        self._keep(replace(changed, **items))

    @precondition(lambda self: self.kept)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        key = self._one(data).key
        self.cases.remove(key)
        del self.kept[key]

    @rule()
    def reopen(self) -> None:
        self.cases.close()
        self.cases = self._opened()

    @invariant()
    def holds_what_was_kept(self) -> None:
        assert {s.key for s in self.cases.summaries()} == set(self.kept)
        for key, mapping in self.kept.items():
            assert self.cases.load(key) == mapping

    def teardown(self) -> None:
        self.cases.close()
        self.folder.cleanup()


TestThatEditsInAnyOrderAreOpenedAsTheyWereSaved = Editing.TestCase
TestThatEditsInAnyOrderAreOpenedAsTheyWereSaved.settings = settings(max_examples=10, stateful_step_count=15)
