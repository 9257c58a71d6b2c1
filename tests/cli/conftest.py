"""Fixtures of the commands' tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.cli.main import run


@pytest.fixture
def ask(path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command over the module's own ledger (its fixture ``path``): exit code, standard output, standard error."""

    def asked(*arguments: str) -> tuple[int, str, str]:
        code = run([*arguments, "--ledger", str(path)], debug=False)
        told = capsys.readouterr()
        return code, told.out, told.err

    return asked
