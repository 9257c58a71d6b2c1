"""What ``import sayso`` gives: these names and no others, and it costs next to nothing."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import sayso
from sayso import nouns

PUBLIC = ["Reading", "SaysoError", "__version__", "read", "read_page"]


def test_the_public_names_are_these() -> None:
    assert sayso.__all__ == PUBLIC
    assert set(PUBLIC) <= set(dir(sayso))
    assert all(getattr(sayso, name) is not None for name in PUBLIC)


def test_the_arguments_are_these() -> None:
    assert list(inspect.signature(sayso.read).parameters) == [
        "text",
        "profile",
        "title",
        "outlet",
        "published",
        "url",
    ]
    assert list(inspect.signature(sayso.read_page).parameters) == [
        "page",
        "profile",
        "outlet",
        "published",
        "url",
        "as_text",
        "allow_private",
    ]


def test_a_reading_has_the_fields_of_the_contract_and_these_methods() -> None:
    assert issubclass(sayso.Reading, nouns.Reading)
    assert sayso.Reading.__struct_fields__ == nouns.Reading.__struct_fields__
    added = {name for name in vars(sayso.Reading) if not name.startswith("_")}
    assert added == {"of", "from_json", "to_dict", "to_json", "to_arrow", "why"}


def test_another_name_is_none_of_ours() -> None:
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        sayso.reed  # noqa: B018


def test_the_import_brings_nothing_with_it() -> None:
    code = "import sys; before = set(sys.modules); import sayso; print(sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {m for m in eval(done.stdout) if m.split(".")[0] not in sys.stdlib_module_names | {"sayso"}}
    assert "sayso.nouns" not in done.stdout


def test_the_functions_bring_no_model_before_they_are_called() -> None:
    code = "import sys, sayso; sayso.read, sayso.read_page, sayso.Reading, sayso.SaysoError; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "sayso.notebook" in done.stdout.split()
    assert not {"onnxruntime", "tokenizers", "numpy"} & set(done.stdout.split())
