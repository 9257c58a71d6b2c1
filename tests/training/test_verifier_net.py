"""The net of the verifier, its packed words and its export, with a tiny encoder of random weights."""

# ruff: noqa: E402 - it is skipped before torch is imported

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is not installed: make train-setup")

from made_docs import letters
from transformers import BertConfig, BertModel

from sayso.origins.matching.encoder import cosine, embed, verify
from sayso.origins.matching.encoder.weights import load_model
from training.verifier import export, train
from training.verifier.net import SHARED, Verifier
from training.verifier.pairs import Pair
from training.verifier.words import BLOCK, PackedWords, WholeWords

pytestmark = pytest.mark.filterwarnings("ignore")  # the exporter warns of its own age


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("base")
    torch.set_num_threads(1)
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=20_000, hidden_size=32, num_hidden_layers=4, num_attention_heads=2, intermediate_size=64,
        max_position_embeddings=300,
    )  # fmt: skip
    BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    letters().save(str(folder / "tokenizer.json"))
    return folder


PAIRS = [
    Pair("ab cd 12", "ab cd 11", 1, "g", "s"),
    Pair("ab", "ab", 0, "g", "s"),
    Pair("ab cd ef gh", "ij", 2, "g", "s"),
]


def encoded(encoder: Path) -> list[train.Encoded]:
    tokenizer = train.load_tokenizer(encoder)
    return [train.encode(pair, tokenizer) for pair in PAIRS]


def test_padding_changes_nothing(encoder: Path) -> None:
    net = Verifier(encoder).eval()
    rows = encoded(encoder)
    with torch.no_grad():
        together = net(*train.tensors(rows)[:4])
        apart = torch.cat([net(*train.tensors([row])[:4]) for row in rows])
    assert torch.allclose(together, apart, atol=1e-5)


def test_shared_layers_are_never_trained(encoder: Path) -> None:
    net = Verifier(encoder).train()
    *inputs, labels = train.tensors(encoded(encoder))
    torch.nn.functional.cross_entropy(net(*inputs), labels).backward()
    assert len(net.shared) == SHARED
    assert not any(p.requires_grad for part in (net.embeddings, net.shared) for p in part.parameters())
    assert all(p.grad is not None for p in net.layers.parameters())
    assert not net.shared.training


def test_batches_hold_every_pair_once(encoder: Path) -> None:
    rows = encoded(encoder) * 9
    groups = list(train.batches(rows, 64, random.Random(0)))
    assert sum(map(len, groups)) == len(rows)
    assert all(len(g) == 1 or len(g) * max(len(e.ids) for e in g) <= 64 for g in groups)


def test_packed_words_are_near_the_table() -> None:
    torch.manual_seed(2)
    table = torch.randn(50, 2 * BLOCK) * torch.rand(50, 1)
    ids = torch.arange(50)[None]
    for make, error in ((PackedWords, 0.12), (WholeWords, 0.01)):
        made = make(table)(ids)[0]
        assert float((made - table).norm() / table.norm()) < error


def test_the_export_says_what_the_net_says(encoder: Path, tmp_path: Path) -> None:
    net = Verifier(encoder, "eager").eval()
    export.write(net, encoder, tmp_path, "t", temperature=1.0, bits=8)
    model = load_model(tmp_path)
    rows = encoded(encoder)
    with torch.no_grad():
        expected = torch.softmax(net(*train.tensors(rows)[:4]), dim=1).numpy()
    told = verify([(pair.premise, pair.hypothesis) for pair in PAIRS], model=model)
    assert np.allclose([(v.entails, v.contradicts, v.neutral) for v in told], expected, atol=0.05)
    a, b = embed(["ab cd", "ab cd"], model=model)
    assert a == b
    assert len(a) == model.card.dimension == 32
    bert = BertModel.from_pretrained(encoder, add_pooling_layer=False).eval()
    ids = torch.from_numpy(np.array(model.texts.encode("ab cd").ids))[None]
    with torch.no_grad():
        whole = bert(ids).last_hidden_state.mean(1)[0]
    packed = np.frombuffer(a, dtype=np.int8).astype(np.float32)
    assert float(packed @ whole.numpy() / np.linalg.norm(packed) / whole.norm()) > 0.97
    assert cosine(a, b) == pytest.approx(1)
