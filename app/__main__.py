"""python -m app."""

from __future__ import annotations


def main() -> None:
    """Run the program."""
    raise NotImplementedError
