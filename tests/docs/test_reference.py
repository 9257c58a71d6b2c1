"""The documentation says what the code does: the reference pages are generated, and every page is in the menu."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from sayso import lexicon

ROOT = Path(__file__).resolve().parents[2]


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", sorted(generator().PAGES))
def test_reference_pages_match_the_code(page: str) -> None:
    wanted = generator().PAGES[page]()
    assert (ROOT / "docs" / "reference" / page).read_text(encoding="utf-8") == wanted, "run docs/generate.py"


@pytest.mark.parametrize("name", lexicon.names())
def test_every_lexicon_file_says_what_it_is_and_where_it_comes_from(name: str) -> None:
    header = "".join(line for line in lexicon.source_text(name).splitlines()[:40] if line.startswith("#")).lower()
    assert "source" in header
    assert "meaning" in header
    assert lexicon.load(name)


def test_every_page_is_in_the_menu() -> None:
    menu = yaml.safe_dump(yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"])
    pages = {p.relative_to(ROOT / "docs").as_posix() for p in (ROOT / "docs").rglob("*.md")}
    linked = (ROOT / "docs" / "decisions" / "index.md").read_text(encoding="utf-8")
    missing = {p for p in pages if p not in menu and Path(p).name not in linked}
    assert not missing
