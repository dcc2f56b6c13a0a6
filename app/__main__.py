"""python -m app."""

from __future__ import annotations

import os
import sys

from app.cli import run
from app.commands.common import DONE


def main() -> None:
    """Run the program and exit with its code. Whoever reads the output may stop reading, as `head` does."""
    try:
        code = run(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left unsaid at exit goes nowhere
        code = DONE
    sys.exit(code)


if __name__ == "__main__":
    main()
