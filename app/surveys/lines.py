"""Lines of a YAML file, looked up once something in it has been found wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml
from yaml import MappingNode, Mark, Node, ScalarNode, SequenceNode

from app.files import decoded, read_bytes
from app.mapping.survey_faults import Fault


def line_of_place(path: Path, steps: Sequence[str | int]) -> int:
    """The line of the value at a path of keys and numbers, or of the innermost one on the way that is there."""
    node = _root(path)
    for place, step in enumerate(steps, 1):
        child = _child(node, step)
        if child and (place == len(steps) or not isinstance(child, ScalarNode)):
            node = child  # otherwise the step is not one of the file, but names the form that was tried
    return _line(node)


def line_of_fault(path: Path, fault: Fault) -> int:
    """The line of the field of a section, question or theme, or of the whole of it when the field is not there."""
    root = _root(path)
    item = next((node for node in _mappings(root) if fault.where in (_text(node, "id"), _text(node, "use"))), root)
    return _line(_child(item, fault.field) or item)


def _root(path: Path) -> Node:
    """All of the file; of one with nothing but remarks, nothing on its first line."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    root: Node | None = yaml.compose(decoded(read_bytes(path), path.name), Loader=loader)
    return root or ScalarNode("", "", Mark(path.name, 0, 0, 0, None, 0))


def _line(node: Node) -> int:
    return int(node.start_mark.line) + 1


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node, SequenceNode) and isinstance(step, int):
        items: list[Node] = node.value
        return items[step] if step < len(items) else None
    if isinstance(node, MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    return None


def _text(node: Node, key: str) -> str:
    child = _child(node, key)
    return str(child.value) if isinstance(child, ScalarNode) else ""


def _mappings(node: Node) -> Iterator[Node]:
    """All mappings in a node, itself included."""
    if isinstance(node, MappingNode):
        yield node
        for _key, value in node.value:
            yield from _mappings(value)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _mappings(item)
