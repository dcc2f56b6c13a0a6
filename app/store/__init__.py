"""Keeping: the only package that knows there is a database."""
