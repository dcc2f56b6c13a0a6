"""Build the program as a folder that needs no Python, and prove that it does its main job outside the source tree."""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
DIST: Final = ROOT / "dist"
PROGRAM: Final = DIST / "kartturi"
KEPT_VARIABLES: Final = ("PATH", "HOME", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP")
"""Of the builder's environment; anything else might lend the program what it should bring itself."""
REWRITTEN: Final = {"numpy", "numpy.libs", "PIL", "pillow.libs", "PySide6"}
"""Folders whose libraries stay as they are: their makers changed them after linking, and `strip` would break them."""
AIM_MB: Final = 260


def build() -> None:
    """Build `dist/kartturi` anew."""
    work = ROOT / "build" / "bundle"
    options = ["--noconfirm", "--clean", "--log-level", "WARN", "--distpath", str(DIST), "--workpath", str(work)]
    command = [sys.executable, "-m", "PyInstaller", *options, str(ROOT / "installer" / "kartturi.spec")]
    subprocess.run(command, check=True, cwd=ROOT)


def compile_support() -> None:
    """Lay PySide's part in Python beside it, compiled, as its SBK_EMBED=0 would: else each start compiles it anew."""
    import PySide6.QtCore  # noqa: F401 - it brings that part with it, in an archive

    archive = sys.modules["shibokensupport"].__loader__.zfile  # type: ignore[union-attr] # a loader of PySide's own
    folder = next(PROGRAM.rglob("Shiboken.*")).parent / "files.dir"
    archive.extractall(folder, [name for name in archive.namelist() if name.startswith("shibokensupport/")])
    compileall.compile_dir(folder, legacy=True, quiet=1, optimize=1)
    for source in [*folder.rglob("*.py")]:
        source.unlink()


def strip() -> None:
    """Take the debugging symbols out of libraries that have them."""
    for path in PROGRAM.rglob("*.so*"):
        if not path.is_symlink() and not REWRITTEN & {*path.relative_to(PROGRAM).parts}:
            subprocess.run(["strip", "--strip-unneeded", str(path)], check=True)


def self_test() -> None:
    """Run the program's own self-test in an empty folder, with nothing of the source tree in reach."""
    environment = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    name = "kartturi.exe" if os.name == "nt" else "kartturi"
    with tempfile.TemporaryDirectory() as folder:
        command = [str(PROGRAM / name), "--data", str(Path(folder) / "data"), "self-test"]
        subprocess.run(command, check=True, cwd=folder, env=environment)


def measure() -> tuple[int, int]:
    """Size in bytes and number of files; links are not followed."""
    files = [path for path in PROGRAM.rglob("*") if path.is_file() and not path.is_symlink()]
    return sum(path.stat().st_size for path in files), len(files)


def main() -> None:
    build()
    compile_support()
    if sys.platform == "linux":
        strip()
    self_test()
    size, count = measure()
    print(f"{PROGRAM.relative_to(ROOT)}: {size / 1e6:.0f} MB in {count} files (aim: {AIM_MB} MB at most)")


if __name__ == "__main__":
    main()
