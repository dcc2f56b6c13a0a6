"""Approved versions ↔ rows, within the caller's transaction. A version is written once, and again by erasing alone."""

from __future__ import annotations

from dataclasses import fields, replace

from sqlalchemy import Connection, func, insert, select

from app.errors import UserError
from app.mapping.versions import Approval, Frozen, Version
from app.store.plan_rows import versions
from app.store.taking_back import last_step

_OF_APPROVAL = [versions.c[f.name] for f in fields(Approval)]


def put_version(connection: Connection, mapping_key: str, version: Version) -> None:
    """Keep a version; what was done up to now is not taken back any more."""
    said = {f.name: getattr(version.approval, f.name) for f in fields(Approval)}
    step = last_step(connection, mapping_key)
    connection.execute(insert(versions).values(mapping_key=mapping_key, step=step, frozen=version.frozen, **said))


def last_number(connection: Connection, mapping_key: str) -> int:
    """The number of the newest version; 0 before there is one."""
    return connection.scalar(select(func.max(versions.c.number)).where(versions.c.mapping_key == mapping_key)) or 0


def load_approvals(connection: Connection, mapping_key: str) -> tuple[Approval, ...]:
    """What was approved when, first one first; the plans themselves are large and left where they are."""
    mine = select(*_OF_APPROVAL).where(versions.c.mapping_key == mapping_key).order_by(versions.c.number)
    return tuple(Approval(**row._asdict()) for row in connection.execute(mine))


def load_version(connection: Connection, mapping_key: str, number: int) -> Version:
    """One version, whole. Unknown number: UserError."""
    mine = select(*_OF_APPROVAL, versions.c.frozen).where(
        versions.c.mapping_key == mapping_key, versions.c.number == number
    )
    found = connection.execute(mine).one_or_none()
    if found is None:
        raise UserError("There is no version {number} of this plan.", {"number": str(number)})
    values = found._asdict()
    frozen: Frozen = values.pop("frozen")
    return Version(Approval(**values), in_its_method(frozen))


def in_its_method(frozen: Frozen) -> Frozen:
    """With the method it was made by, which a quote of a mapping leaves out when it was the usual one of its day."""
    return replace(frozen, mapping=replace(frozen.mapping, method_version=frozen.method_version))
