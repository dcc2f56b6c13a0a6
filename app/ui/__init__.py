"""The window: Qt Widgets only.

PySide6 puts an import of its own in the place of Python's, which reads the source of every module that is imported
after it, to see whether it asks for other names of Qt's functions. Nothing here does. It costs a fifth of start-up and
20 MB, and it has broken an import that another thread was in the middle of; so the import that was there before is put
back.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - it changes the import

_NAMES = vars(builtins)
_NAMES["__import__"] = _NAMES.get("__orig_import__", _NAMES["__import__"])
