"""Kartturi: a competence survey of a small company, and the development plan that follows from it."""

import os

__version__ = "0.1.0"

# lxml is there for PDFs alone. Workbooks come from outside: openpyxl is to read them with Python's own parser, which
# defusedxml guards, and which the tests of hostile files are about.
os.environ["OPENPYXL_LXML"] = "False"
