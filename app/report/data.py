"""A document as plain data: the printed words by what they are, for whoever reads the plan by program."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any, Final

from app.report.blocks import (
    Block,
    Cell,
    Column,
    Document,
    Front,
    Illustration,
    Line,
    Paragraph,
    PenRows,
    Row,
    Section,
    Table,
)
from app.report.pictures import Picture

CODES: Final = ("act", "state")
"""What a picture holds of codes, not of words."""


def as_data(document: Document) -> dict[str, Any]:
    """Whose document it is, page 1 and the sections in their order; texts as they are printed."""
    return {
        "language": document.language,
        "kind": document.kind,
        "company": document.company,
        "day": document.day,
        "mark": document.mark,
        "front": _front(document.front),
        "sections": [_section(section) for section in document.sections],
    }


def _front(front: Front) -> dict[str, Any]:
    action, fixes, priorities, meeting = front.action, front.to_fix, front.priorities, front.meeting
    return {
        "goal": {"label": front.goal_label, "text": _text(front.goal)},
        "first_action": {
            "label": action.label,
            "day": action.day,
            "what": _text(action.what),
            "detail": _text(action.detail),
            "days": _picture(action.strip),
        },
        "to_fix": {
            "label": fixes.label,
            "note": fixes.note,
            "nothing": "" if fixes.fixes else fixes.nothing,
            "rows": [{"what": _text(f.what), "note": _text(f.note), "day": f.day, "who": f.who} for f in fixes.fixes],
        },
        "priorities": {
            "label": priorities.label,
            "note": priorities.note,
            "agreed": priorities.agreed,
            "nothing": "" if priorities.rows else priorities.nothing,
            "rows": [
                {"title": _text(p.title), "note": _text(p.note), "urgency": _cell(p.urgency)} for p in priorities.rows
            ],
        },
        "meeting": {"label": meeting.label, "day": meeting.day, "note": _text(meeting.note)},
    }


def _section(section: Section) -> dict[str, Any]:
    blocks = [_block(block) for block in section.blocks]
    return {"key": section.key, "title": section.title, "lead": section.lead, "blocks": blocks}


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"text": _text(block.line)}
        case PenRows():
            return {"heading": block.heading, "columns": _heads(block.columns), "pen_rows": block.rows}
        case Table():
            return _table(block)
        case Illustration():
            captions = (*block.above, *block.left, *block.right, *block.below)
            return {
                "heading": block.heading,
                "note": block.note,
                "captions": [_text(caption) for caption in captions],
                "picture": _picture(block.picture),
            }


def _table(table: Table) -> dict[str, Any]:
    return {
        "table": table.key,
        "columns": _heads(table.columns),
        "groups": [
            {
                "title": _text(group.title),
                "note": group.note,
                "urgency": _cell(group.mark),
                "rows": [_row(table.columns, row) for row in group.rows],
            }
            for group in table.groups
        ],
    }


def _heads(columns: tuple[Column, ...]) -> dict[str, str]:
    return {column.key: column.head for column in columns}


def _row(columns: tuple[Column, ...], row: Row) -> dict[str, Any]:
    cells = {column.key: _cell(cell) for column, cell in zip(columns, row.cells, strict=True)}
    return cells | ({"more": _text(row.foot)} if row.foot else {})


def _cell(cell: Cell) -> str:
    return "\n".join(_text(line) for line in cell.lines)


def _text(line: Line) -> str:
    return "".join(run.text for run in line)


def _picture(picture: Picture) -> list[str]:
    """The words of a picture, in the order in which it holds them."""
    return list(_words(picture))


def _words(value: Any) -> list[str]:
    if is_dataclass(value):
        return [word for f in fields(value) if f.name not in CODES for word in _words(getattr(value, f.name))]
    if isinstance(value, tuple):
        return [word for item in value for word in _words(item)]
    return [value] if isinstance(value, str) and value else []
