"""However often ``sayso add`` is killed, no page is half-stored, and the next run completes the ledger."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

KILLS_WITHIN, KILLS_WHOLE = 45, 5


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="needs fork")
def test_killing_leaves_whole_pages_and_the_next_run_completes(tmp_path: Path, examples: Path) -> None:
    pages = tmp_path / "pages"
    for story in sorted(examples.iterdir())[:2]:  # a dozen pages are enough to be killed among
        if story.is_dir():
            shutil.copytree(story, pages / story.name)
    script = Path(__file__).with_name("killed_adding.py")
    arguments = [str(pages), str(tmp_path), str(KILLS_WITHIN), str(KILLS_WHOLE)]
    done = subprocess.run([sys.executable, str(script), *arguments], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["faults"] == []
    assert seen["killed"] == KILLS_WITHIN + KILLS_WHOLE
    assert seen["unequal"] == 0
    # else the kills came too early or too late to show anything
    assert seen["partial"] >= 10
    assert seen["completed"] >= 1
