"""Schema steps of both stores, in order. Imported only when a store is behind, since Alembic costs start-up.

A step is a module with `step(op)`, where `op` has Alembic's operations. It is never changed once it has been
released: it must give the same schema for ever, so it refers to no table of the program's own. A new step is added at
the end of the list, and `version` of the schema raised with it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, MetaData

from app.store.columns import CONVENTION
from app.store.database import Step
from app.store.migrations.cases_1 import step as cases_1
from app.store.migrations.cases_2 import step as cases_2
from app.store.migrations.cases_3 import step as cases_3
from app.store.migrations.library_1 import step as library_1
from app.store.migrations.library_2 import step as library_2
from app.store.migrations.library_3 import step as library_3


def with_operations(step: Callable[[Operations], None]) -> Step:
    """The step as a function of the connection whose transaction it runs in."""

    def run(connection: Connection) -> None:
        named = {"target_metadata": MetaData(naming_convention=CONVENTION)}
        step(Operations(MigrationContext.configure(connection, opts=named)))

    return run


CASES: Final = tuple(map(with_operations, (cases_1, cases_2, cases_3)))
LIBRARY: Final = tuple(map(with_operations, (library_1, library_2, library_3)))
