"""Data flows one way: no room imports a room below it. And modules stay small."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "sayso"
#: from top to bottom; what stands in one line may import each other
FLOW = (
    {"printable"},
    {"errors", "nouns"},
    {"config", "lexicon"},
    {"capture"},
    {"document"},
    {"reader"},
    {"plugins", "speakers"},
    {"measures"},
    {"claims"},
    {"origins"},
    {"ledger"},
    {"export"},
    {"pipeline"},
    {"notebook"},
    {"workbench"},
    {"cli"},
)
LEVEL = {room: level for level, rooms in enumerate(FLOW) for room in rooms}
#: the commands of the ledger and the pipeline may stand above: nothing else imports upwards
MODULES = sorted(p for p in SOURCE.rglob("*.py") if p.parent != SOURCE or p.stem != "__init__")
CEILING = 20_000


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module] if node.module != "sayso" else [f"sayso.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        rooms |= {name.split(".")[1] for name in names if name.startswith("sayso.")}
    return rooms - {"__version__"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_room_imports_a_room_below_it(path: Path) -> None:
    room = room_of(path)
    assert room in LEVEL, f"{room} has no place in the flow yet"
    below = {r for r in imported_rooms(path) if LEVEL[r] > LEVEL[room]}
    assert not below


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_modules_stay_small(path: Path) -> None:
    assert path.stat().st_size <= CEILING


def test_nouns_do_no_io() -> None:
    for path in (SOURCE / "nouns").glob("*.py"):
        assert not {"open", "print"} & {n.id for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Name)}
