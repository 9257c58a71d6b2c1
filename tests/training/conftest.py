"""The folder ``training`` is no part of the package; its tests import it from the root of the repository."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


@pytest.fixture(scope="session")
def small_encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like that of the encoder, with a tiny net of random weights and a tokenizer of letters."""
    torch = pytest.importorskip("torch", reason="torch is not installed: make train-setup")
    from made_docs import letters
    from transformers import BertConfig, BertModel

    folder = tmp_path_factory.mktemp("encoder")
    torch.manual_seed(1)
    # the vocabulary is as large as the ids that the export traces with
    config = BertConfig(
        vocab_size=20_000, hidden_size=16, num_hidden_layers=2, num_attention_heads=2, intermediate_size=32,
        max_position_embeddings=300,
    )  # fmt: skip
    BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    letters().save(str(folder / "tokenizer.json"))
    return folder
