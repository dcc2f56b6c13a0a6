"""Kartturi: a competence survey of a small company, and the development plan that follows from it."""

__version__ = "0.1.0"
