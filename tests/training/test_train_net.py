"""Batches, losses and graphs of the nets, with a tiny encoder of random weights."""

from __future__ import annotations

import itertools
import json
import random
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is not installed: make train-setup")

from hypothesis import given, settings
from hypothesis import strategies as st
from made_docs import before, behind, letters, nested, parsed, save

from plain_documents import document
from sayso.reader.model import ModelReader
from sayso.reader.model.graphs import OnnxGraphs
from sayso.reader.model.labels import begin_end, spans
from sayso.reader.model.syntax import ParserWeights, parse
from sayso.reader.model.weights import load_model
from training import batches, encoder, export, labels, train
from training.average import average
from training.corpus import IGNORED, Doc, load
from training.crf import Chain
from training.evaluate import TorchGraphs
from training.losses import losses, total
from training.net import ARC, REL, STATE, Net
from training.quantised import round_encoder

pytestmark = pytest.mark.filterwarnings("ignore")  # the exporter warns of its own age
ROLES = labels.ROLES


@pytest.fixture(scope="module", autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(3)


def docs(folder: Path, *rows: dict[str, object]) -> list[Doc]:
    return list(load(save(folder / "x.train.jsonl", rows), letters()))


# ---- the chain


def chain(seed: int) -> Chain:
    made = Chain(ROLES)
    generator = torch.Generator().manual_seed(seed)
    made.transitions.data = torch.randn(len(ROLES), len(ROLES), generator=generator)
    return made


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 10_000), length=st.integers(1, 3))
def test_the_loss_is_that_of_all_paths(seed: int, length: int) -> None:
    made = chain(seed)
    scores = torch.randn(2, 3, len(ROLES), generator=torch.Generator().manual_seed(seed + 1))
    content = [[8], [5, 7], [5, 6, 7]][length - 1]
    gold = torch.tensor([[1, 3, 0], content + [0] * (3 - length)])
    with torch.no_grad():
        found = made.loss(scores, gold, torch.tensor([3, length]))
        moves, begin, end = (x.double().numpy() for x in (made.moves(), made.begin, made.end))
    for row, count, own in ((0, 3, (1, 3, 0)), (1, length, tuple(content))):
        emissions = scores[row].double().numpy()

        def score(way: tuple[int, ...], emissions: np.ndarray = emissions) -> float:  # type: ignore[type-arg]
            steps = sum(emissions[t, label] for t, label in enumerate(way))
            return float(begin[way[0]] + steps + sum(moves[a, b] for a, b in itertools.pairwise(way)) + end[way[-1]])

        every = np.logaddexp.reduce([score(way) for way in itertools.product(range(len(ROLES)), repeat=count)])
        assert found[row].item() == pytest.approx(every - score(own), abs=2e-3)


def test_the_chain_forbids_what_the_reader_forbids() -> None:
    made = Chain(ROLES)
    moves, begin, end = begin_end(ROLES)
    assert np.array_equal(made.follow.numpy(), moves)
    assert np.array_equal(made.begin.numpy(), begin)
    assert np.array_equal(made.end.numpy(), end)


def test_a_forbidden_path_is_as_good_as_impossible() -> None:
    made = chain(1)
    inside = ROLES.index("I-source")
    loss = made.loss(torch.zeros(1, 2, len(ROLES)), torch.tensor([[0, inside]]), torch.tensor([2]))
    assert loss.item() > 5_000


# ---- batches


@pytest.mark.parametrize("seed", range(5))
def test_windows_hold_every_word_once_in_whole_sentences(tmp_path: Path, seed: int) -> None:
    rows = [before(), parsed() | {"id": "long"}]
    long = docs(tmp_path, *rows)
    long.append(_repeated(long[1], 12))
    made = batches.windows(long, 60, random.Random(seed))
    for doc in long:
        own = [(a, b) for d, a, b in made if d is doc]
        assert [n for a, b in own for n in range(a, b)] == list(range(len(doc.words)))
        assert all(sum(len(p) for p in doc.pieces[a:b]) <= 60 for a, b in own)
        assert {a for a, _ in own} <= {a for a, _ in doc.sentences}


def _repeated(doc: Doc, times: int) -> Doc:
    from training.compose import joined

    return joined([doc] * times)


def test_batches_hold_all_windows_within_their_budget(tmp_path: Path) -> None:
    (doc,) = docs(tmp_path, parsed())
    pieces = batches.windows([_repeated(doc, n) for n in range(1, 12)], 60, random.Random(1))
    groups = list(batches.batches(pieces, 200, random.Random(2)))
    assert sorted((id(d), a) for group in groups for d, a, _ in group) == sorted((id(d), a) for d, a, _ in pieces)
    for group in groups:
        longest = max(sum(map(len, d.pieces[a:b])) for d, a, b in group) + 2
        assert len(group) == 1 or len(group) * longest <= 200


def test_a_batch_lines_up_words_cues_and_roles(tmp_path: Path) -> None:
    group = [(doc, 0, len(doc.words)) for doc in docs(tmp_path, nested("one"), nested("two"))]
    batch = batches.build(group, "own")
    words = [w for doc, _, _ in group for w in doc.words]
    pieces = [p[0] for doc, _, _ in group for p in doc.pieces]
    assert batch.ids[batch.rows, batch.columns].tolist() == pieces
    assert batch.mask.sum(1).tolist() == [2 + sum(map(len, doc.pieces)) for doc, _, _ in group]
    assert set(batch.word_labels) == {"cue", "names"}
    assert batch.cues is not None
    assert [words[a] for a, _ in batch.cues.tolist()] == ["said", "claimed"] * 2
    assert batch.cue_words is not None
    assert batch.roles is not None
    assert batch.lengths is not None
    half = len(words) // 2
    for row, (near, roles, length) in enumerate(
        zip(batch.cue_words.numpy(), batch.roles.numpy(), batch.lengths.tolist(), strict=True)
    ):
        assert near[:length].tolist() == list(range(half * (row // 2), half * (row // 2) + length))
        found = {kind: " ".join(words[n] for n in near[a:b]) for a, b, kind in spans(roles[:length], ROLES)}
        assert found == (
            {"source": "officials", "content": "the dam burst"}
            if row % 2
            else {"source": "Ida Roux", "content": "that officials claimed the dam burst"}
        )
    assert batch.factuality is not None
    assert torch.nansum(batch.factuality).item() == 3.0


def test_only_texts_of_the_one_layer_teach_what_is_outer(tmp_path: Path) -> None:
    (doc,) = docs(tmp_path, before())
    batch = batches.build([(doc, 0, len(doc.words))], "polnear")
    assert set(batch.word_labels) == {"outer", "cue"}
    assert batch.circumstances is None
    (doc,) = docs(tmp_path, nested())
    assert batches.build([(doc, 0, len(doc.words))], "own").circumstances is not None


def test_heads_are_counted_over_the_batch_and_stay_in_their_sentence(tmp_path: Path) -> None:
    (doc,) = docs(tmp_path, parsed())
    batch = batches.build([(doc, 0, 7), (doc, 4, 7)], "ewt")
    assert batch.heads is not None
    assert batch.heads.tolist() == [1, -1, 1, 1, 5, IGNORED, IGNORED, 8, IGNORED, IGNORED]
    assert batch.sentences == [(0, 4), (4, 7), (7, 10)]


# ---- losses


@pytest.mark.parametrize(
    ("source", "rows", "tasks"),
    [
        ("polnear", [before(), behind()], {"outer", "cue", "roles"}),
        ("own", [nested()], {"cue", "roles", "circumstances", "names", "factuality"}),
        ("ewt", [parsed()], {"upos", "arcs", "rels"}),
    ],
)
def test_losses_are_finite_and_fall(
    tmp_path: Path, small_encoder: Path, source: str, rows: list[dict[str, object]], tasks: set[str]
) -> None:
    torch.manual_seed(3)
    net = Net(small_encoder).train()
    batch = batches.build([(doc, 0, len(doc.words)) for doc in docs(tmp_path, *rows)], source)
    optimiser = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=5e-3)
    values = []
    for _ in range(12):
        made = losses(net, batch)
        assert set(made) == tasks
        loss = total(made, source)
        assert torch.isfinite(loss)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        values.append(loss.item())
    assert values[-1] < 0.7 * values[0]


def test_the_parser_of_the_reader_scores_like_that_of_the_net(small_encoder: Path) -> None:
    torch.manual_seed(4)
    parser = Net(small_encoder).parser
    for weight in parser.parameters():
        torch.nn.init.normal_(weight, std=0.5)
    arcs = torch.randn(6, 2 * ARC + 2 * REL)
    weights = ParserWeights(**{name: getattr(parser, name).detach().numpy() for name in ParserWeights._fields})
    heads, rels = parse(arcs.numpy(), [(0, 6)], weights)
    with torch.no_grad():
        scores = parser.arcs(arcs)
        scores[torch.arange(6), torch.arange(6) + 1] = -1e9
        best = scores[torch.arange(6), torch.from_numpy(heads) + 1].sum()
        assert best <= scores.amax(1).sum() + 1e-3
        assert parser.rels(arcs, torch.from_numpy(heads) + 1).argmax(1).tolist() == rels.tolist()


def test_rounding_keeps_parameters_and_changes_little(small_encoder: Path) -> None:
    net = Net(small_encoder).eval()
    names = list(net.state_dict())
    inputs = (torch.tensor([[101, 1000, 2003, 102]]), torch.zeros(1, 4, dtype=torch.long), torch.ones(1, 4).long())
    plain = net.encoder(*inputs)[1]
    round_encoder(net.encoder.bert.encoder)
    rounded = net.encoder(*inputs)[1]
    assert list(net.state_dict()) == names
    assert 0 < (plain - rounded).abs().max() < 0.1 * plain.abs().max()
    rounded.sum().backward()
    weight = net.encoder.bert.encoder.layer[0].intermediate.dense.weight
    assert weight.grad is not None
    assert weight.grad.abs().sum() > 0


# ---- from a run to the reader


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory, small_encoder: Path) -> Path:
    """What two steps of training leave."""
    folder = tmp_path_factory.mktemp("run")
    for name, rows in (("polnear", [before(), behind()]), ("own", [nested()]), ("ewt", [parsed()])):
        save(folder / f"{name}.train.jsonl", rows)
    out = folder / "reader.pt"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encoder, "SHA256", encoder.sha256(small_encoder / encoder.WEIGHTS))
        patch.setattr(train, "COMPOSED", 4)
        train.main(
            ["--data", str(folder), "--encoder", str(small_encoder), "--out", str(out), "--steps", "2",
             "--threads", "1", "--epochs", "1"]
        )  # fmt: skip
    return out


def test_a_checkpoint_says_how_it_was_made(checkpoint: Path) -> None:
    kept = torch.load(checkpoint, weights_only=True)
    assert kept["epoch"] == 1
    assert kept["documents"] == {"polnear": 2, "own": 1, "ewt": 1}
    assert kept["args"]["steps"] == "2"


@pytest.fixture(scope="module")
def net(checkpoint: Path, small_encoder: Path) -> Net:
    """The net of the checkpoint as it is exported."""
    return export.load_net(checkpoint, small_encoder, eager=True)


@pytest.fixture(scope="module")
def graphs(net: Net, tmp_path_factory: pytest.TempPathFactory) -> OnnxGraphs:
    """Both graphs in 32 bits."""
    folder = tmp_path_factory.mktemp("graphs")
    export.export_graphs(net, folder)
    return OnnxGraphs(folder / "encoder.onnx", folder / "roles.onnx")


def test_the_graph_of_the_encoder_gives_what_the_net_gives(net: Net, graphs: OnnxGraphs) -> None:
    rng = np.random.default_rng(5)
    mask = np.ones((3, 31), dtype=np.int64)
    mask[1, 20:] = mask[2, 5:] = 0
    ids = rng.integers(1, 20_000, mask.shape) * mask
    shown = rng.integers(0, 36, mask.shape) * mask
    for mine, theirs in zip(graphs.encode(ids, shown, mask), TorchGraphs(net).encode(ids, shown, mask), strict=True):
        assert mine.shape == theirs.shape
        assert np.abs(mine - theirs)[mask == 1].max() < 1e-4
    # what stands behind the end of a window changes nothing
    alone = graphs.encode(ids[2:, :5], shown[2:, :5], mask[2:, :5])
    assert np.abs(alone[0] - graphs.encode(ids, shown, mask)[0][2:, :5]).max() < 1e-4


def test_the_graph_of_roles_gives_what_the_net_gives(net: Net, graphs: OnnxGraphs) -> None:
    rng = np.random.default_rng(6)
    mask = np.ones((4, 23), dtype=np.int64)
    mask[3, 9:] = 0
    words = rng.normal(size=(*mask.shape, STATE)).astype(np.float32)
    cue = rng.normal(size=(4, STATE)).astype(np.float32)
    place, sentence = rng.integers(0, 21, mask.shape), rng.integers(0, 7, mask.shape)
    mine, theirs = (each.roles(words, cue, place, sentence, mask) for each in (graphs, TorchGraphs(net)))
    for one, other in zip(mine, theirs, strict=True):
        assert one.shape == other.shape
        assert np.abs(one - other)[mask == 1].max() < 1e-4


def test_the_command_leaves_weights_with_their_card(checkpoint: Path, small_encoder: Path, tmp_path: Path) -> None:
    checkpoint.with_suffix(".out").write_text("epoch 1: 4 batches, documents {'polnear': 2}\n", encoding="utf-8")
    again = tmp_path / "again.pt"
    kept = torch.load(checkpoint, weights_only=True)
    torch.save(kept | {"args": kept["args"] | {"start": str(checkpoint)}}, again)
    out = tmp_path / "model"
    export.main(["--checkpoint", str(again), "--encoder", str(small_encoder), "--out", str(out), "--full"])
    assert load_model(out).card.version == "1"
    first, second = json.loads((out / "training.json").read_text(encoding="utf-8"))
    assert first["documents"] == [{"polnear": 2}]
    assert second["documents"] == [{"polnear": 2, "own": 1, "ewt": 1}]
    assert (out / "MODEL_CARD.md").is_file()


@pytest.mark.parametrize("small", [False, True])
def test_an_exported_model_can_be_read_with(net: Net, small_encoder: Path, tmp_path: Path, small: bool) -> None:
    biases = {"outer": 0.0, "cue": 0.0, "alone": 0.5, "nested": 0.4}
    export.write(net, small_encoder, tmp_path / "model", biases, "9", small=small)
    model = load_model(tmp_path / "model")
    assert model.card.labels.roles == ROLES
    assert np.array_equal(model.transitions, net.roles.chain.transitions.detach().numpy())
    reader = ModelReader(model=model)
    assert reader.version == "9"
    layers = reader.read(document("Ida Roux said that it rained. Fog lay there."))
    assert [t.head for t in layers.tokens].count(-1) == 2
    assert all(t.upos in labels.UPOS for t in layers.tokens)


def test_an_average_is_the_weighted_mean_of_the_weights() -> None:
    a, b = ({"net": {"w": torch.full((2,), value), "n": torch.tensor(7)}, "epoch": 3} for value in (1.0, 3.0))
    made = average([(a, 0.75), (b, 0.25)])
    assert made["net"]["w"].tolist() == [1.5, 1.5]
    assert made["net"]["n"].item() == 7
    assert made["epoch"] == 3
    assert a["net"]["w"].tolist() == [1.0, 1.0]
