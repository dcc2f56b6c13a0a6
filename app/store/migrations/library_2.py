"""Surveys of one's own, and those who give training."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, DateTime, String, Text


def step(op: Operations) -> None:
    op.create_table(
        "providers",
        Column("key", String, primary_key=True),
        Column("content", Text, nullable=False),
    )
    op.create_table(
        "surveys",
        Column("key", String, primary_key=True),
        Column("version", String, primary_key=True),
        Column("name", Text, nullable=False),
        Column("source", String, nullable=False),
        Column("imported", DateTime, nullable=False),
        Column("content", Text, nullable=False),
    )
