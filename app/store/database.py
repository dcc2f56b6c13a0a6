"""The store file itself: engine, transactions, and what kind of file it is. The only place that knows the dialect.

A file says in its header what it is (`application_id`) and at which step its schema stands (`user_version`).
Both belong to the transaction that changes them, so a step and the record that it ran are one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, MetaData, Table, create_engine, create_mock_engine, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import Insert, insert

from app.errors import UserError
from app.paths import DataFolder
from app.store.faults import damaged, in_words, look_only

PATIENCE: Final = 5.0
_WRITING: Final = "IMMEDIATE"
_DIALECT: Final = sqlite.dialect()

Step = Callable[[Connection], None]
"""Changes the schema from one version to the next, within the caller's transaction."""


@dataclass(frozen=True, slots=True)
class Schema:
    """One kind of store file. `version` is the number of `steps`, which are loaded only for a file that is behind."""

    application_id: int
    version: int
    metadata: MetaData
    steps: Callable[[], Sequence[Step]]


@dataclass(frozen=True, slots=True)
class Database:
    """An open store. Usable from several threads at once, such as the window's and a worker's.

    Each transaction takes a connection of its own from the pool and gives it back at its end; readers see the last
    commit and wait for nobody, writers wait for each other. `read_only` while another window has it in hand.
    """

    path: Path
    engine: Engine
    read_only: bool = False

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction over an unchanging view of the store."""
        with in_words(self.path), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that is kept whole, or not at all when anything is raised; durable when it ends."""
        self.refuse_if_read_only()
        with in_words(self.path), self.engine.execution_options(begin=_WRITING).begin() as connection:
            yield connection

    def wipe(self) -> None:
        """Leave no byte of what was deleted: rebuild the file without its free space, and empty the log beside it.

        While somebody reads an earlier state, the log cannot be emptied: UserError.
        """
        self.refuse_if_read_only()
        with in_words(self.path), closing(self.engine.raw_connection()) as connection:
            connection.cursor().execute("VACUUM")
            in_use, *_pages = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if in_use:
            raise UserError(
                "It is removed, but {file} is in use elsewhere. Close Kartturi everywhere: the last traces go then.",
                {"file": self.path.name},
            )

    def refuse_if_read_only(self) -> None:
        """UserError while another window has the store in hand."""
        if self.read_only:
            raise look_only()

    def close(self) -> None:
        with in_words(self.path):
            self.engine.dispose()


@cache
def upsert(table: Table) -> Insert:
    """Insert rows, or give those with the same primary key the new values."""
    statement = insert(table)
    keys = set(table.primary_key.columns)
    values = {column.name: statement.excluded[column.name] for column in table.c if column not in keys}
    return statement.on_conflict_do_update(index_elements=list(keys), set_=values)


def as_stored(table: Table, rows: Sequence[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
    """Many rows as the driver takes them, in the table's order of columns."""
    columns = zip(*map(itemgetter(*table.c.keys()), rows), strict=True)
    converters = [column.type.dialect_impl(_DIALECT).bind_processor(_DIALECT) for column in table.c]
    converted = (map(c, values) if c else values for c, values in zip(converters, columns, strict=False))
    return list(zip(*converted, strict=True))


def insert_stored(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert many rows made by `as_stored`. An ordinary insert of thousands costs twice as much, row by row."""
    if rows:
        connection.exec_driver_sql(str(insert(table).compile(dialect=_DIALECT)), list(rows))


def open_store(path: Path, schema: Schema, *, read_only: bool = False, patience: float = PATIENCE) -> Database:
    """Open a store file, made when it is new and brought up to date when it is behind.

    `read_only`, for what another window has in hand, opens what is there and refuses every change. `patience` is how
    long to wait for another program's lock, in seconds. A file that is not ours, newer than the program, damaged,
    locked or out of reach: UserError.
    """
    database = Database(path, _engine(path, patience, foreign_keys=True, read_only=read_only), read_only)
    try:
        version = _version(database, schema)
        if version < schema.version:
            _make_ready(database, schema, version, patience, read_only=read_only)
    except BaseException:
        database.close()
        raise
    return database


def copy_store(source: Path, target: Path) -> None:
    """A consistent copy of a store, even of one in use. The target appears whole or not at all."""
    beside = target.with_name(f"{target.name}.part")
    with in_words(source), closing(_existing(source)) as old, in_words(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with closing(sqlite3.connect(beside)) as new:
                old.backup(new)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)


def open_copy(path: Path) -> Database:
    """A store file as it is, of whatever version: nothing is checked, made or brought up to date."""
    return Database(path, _engine(path, PATIENCE, foreign_keys=True))


def check_store(path: Path, schema: Schema) -> None:
    """Read a whole file; one that is missing, damaged, not of this kind or newer than the program is a UserError."""
    with in_words(path), closing(_existing(path)) as connection:
        sound = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
    database = open_copy(path)
    try:
        if not sound or _version(database, schema) == 0:
            raise damaged(path)
    finally:
        database.close()


def _existing(path: Path) -> sqlite3.Connection:
    """A connection that does not make the file when it is not there."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)


def _engine(path: Path, patience: float, *, foreign_keys: bool, read_only: bool = False) -> Engine:
    engine = create_engine(
        _url(path, read_only=read_only),
        hide_parameters=True,  # an error must not print a name
        connect_args={"isolation_level": None, "timeout": patience},
    )
    pragmas = {
        "foreign_keys": foreign_keys,
        "synchronous": "FULL",
        "secure_delete": True,
        "temp_store": "MEMORY",  # nothing about anybody in the system's folder for temporary files
    }

    @event.listens_for(engine, "connect")
    def _set_up(connection: sqlite3.Connection, _record: Any) -> None:
        for name, value in pragmas.items():
            connection.execute(f"PRAGMA {name} = {value}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # The driver's own transactions would leave DDL outside them.
        connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('begin', 'DEFERRED')}")

    return engine


def _url(path: Path, *, read_only: bool) -> URL:
    if read_only:
        return URL.create("sqlite", database=path.absolute().as_uri(), query={"mode": "ro", "uri": "true"})
    return URL.create("sqlite", database=str(path))


def _version(database: Database, schema: Schema) -> int:
    """The step at which the file's schema stands; 0 is a new, empty file."""
    with database.reading() as connection:
        application_id, version = _pragma(connection, "application_id"), int(_pragma(connection, "user_version"))
        empty = _pragma(connection, "schema_version") == 0
        sound = _pragma(connection, "quick_check(1)") == "ok"
    if not sound:
        raise damaged(database.path)
    if empty:
        return 0
    if application_id != schema.application_id or version == 0:
        raise UserError(
            "{file} is no file of Kartturi, or not the one that belongs here. It was left as it is: choose another "
            "data folder, or move the file away.",
            {"file": database.path.name},
        )
    if version > schema.version:
        raise UserError(
            "{file} was saved by a newer Kartturi. Update this program to open it.", {"file": database.path.name}
        )
    return version


def _make_ready(database: Database, schema: Schema, version: int, patience: float, *, read_only: bool) -> None:
    """Make a new file, or copy a file that is behind into the folder of backups and bring it up to date."""
    path = database.path
    if read_only:
        raise UserError("{file} is being made ready in another window. Try again in a moment.", {"file": path.name})
    if version == 0:
        _create(database, schema)
        return
    copy_store(path, DataFolder(path.parent).backups / f"{path.stem}-version-{version}.sqlite")
    climbing = Database(path, _engine(path, patience, foreign_keys=False))
    try:
        for number, step in enumerate(schema.steps()[version:], version + 1):
            _climb(climbing, schema, number, step)
    finally:
        climbing.close()


def _create(database: Database, schema: Schema) -> None:
    with in_words(database.path), closing(database.engine.raw_connection()) as connection:
        # The file remembers it, so it is set once; it cannot be set within a transaction.
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    with database.writing() as connection:
        if _pragma(connection, "user_version"):
            return  # another process was here first
        for statement in _statements(schema.metadata):
            connection.exec_driver_sql(statement)
        _record(connection, schema, schema.version)


@cache
def _statements(metadata: MetaData) -> tuple[str, ...]:
    """What makes an empty file into a store. Saying it costs more than doing it, so it is said once."""
    said: list[str] = []
    listening = create_mock_engine("sqlite://", lambda ddl, *_values: said.append(str(ddl.compile(dialect=_DIALECT))))
    metadata.create_all(listening, checkfirst=False)
    return tuple(said)


def _climb(database: Database, schema: Schema, number: int, step: Step) -> None:
    """Take one step, and record it, in one transaction.

    Foreign keys are not enforced meanwhile: rebuilding a table would take along all that hangs on its rows. Before
    the commit they are checked as a whole.
    """
    with database.writing() as connection:
        if _pragma(connection, "user_version") >= number:
            return  # another process was here first
        step(connection)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise RuntimeError(f"Step {number} leaves rows of {broken[0][0]} that refer to nothing")
        _record(connection, schema, number)


def _record(connection: Connection, schema: Schema, version: int) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id = {schema.application_id}")
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def _pragma(connection: Connection, name: str) -> Any:
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar()
