"""The encoder that training begins with is the one that is named."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from training import encoder


def test_a_folder_with_the_named_weights_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / encoder.WEIGHTS).write_bytes(b"weights")
    monkeypatch.setattr(encoder, "SHA256", hashlib.sha256(b"weights").hexdigest())
    assert encoder.checked(tmp_path) == tmp_path


def test_other_weights_are_refused(tmp_path: Path) -> None:
    (tmp_path / encoder.WEIGHTS).write_bytes(b"weights")
    with pytest.raises(SystemExit, match=encoder.SHA256[:12]):
        encoder.checked(tmp_path)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"model\.safetensors"):
        encoder.checked(tmp_path)


def test_the_package_is_found_or_its_absence_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(encoder, "PACKAGE", "no_such_package_of_weights")
    with pytest.raises(SystemExit, match="make train-setup"):
        encoder.folder()
    (tmp_path / "made_weights" / "model").mkdir(parents=True)
    (tmp_path / "made_weights" / "__init__.py").touch()
    monkeypatch.setattr(encoder, "PACKAGE", "made_weights")
    monkeypatch.syspath_prepend(tmp_path)
    assert encoder.folder() == tmp_path / "made_weights" / "model"
