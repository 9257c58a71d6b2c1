"""Train the verifier: ``python -m training.verifier.train --data .data --out .work/train/verifier``.

The schedule ends after so many minutes by the clock. ``OUT.pt`` is kept every few minutes: the running mean of the
weights (Polyak and Juditsky 1992) as ``net``, the weights themselves as ``raw``.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - everyone's name for it
from tokenizers import Tokenizer
from torch import Tensor

from sayso.origins.matching.encoder.overlap import overlap_ids
from training import encoder
from training.verifier.net import Verifier
from training.verifier.pairs import Pair, made_pairs, parts

#: how much of each set an epoch goes through; pairs put together by us are a share of all others
SHARES = {"vitaminc-real": 1.0, "vitaminc-synthetic": 0.6, "snli": 1.0, "cad-nli": 0.4, "conjnli": 0.05, "fm2": 0.5,
          "fever-symmetric": 0.5}  # fmt: skip
MADE = 0.05
#: pieces of a pair; of longer pairs the longer text is cut
LENGTH = 72


class Encoded(NamedTuple):
    """A pair as numbers."""

    ids: np.ndarray  # type: ignore[type-arg]
    types: np.ndarray  # type: ignore[type-arg]
    overlap: np.ndarray  # type: ignore[type-arg]
    label: int


def load_tokenizer(path: Path, length: int = LENGTH) -> Tokenizer:
    """The tokenizer without padding."""
    tokenizer = Tokenizer.from_file(str(path / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(length)
    return tokenizer


def encode(pair: Pair, tokenizer: Tokenizer) -> Encoded:
    """As the reader of pairs does at run time."""
    made = tokenizer.encode(pair.premise, pair.hypothesis)
    overlap = overlap_ids(pair.premise, pair.hypothesis, made)
    return Encoded(np.array(made.ids), np.array(made.type_ids), overlap, pair.label)


def batches(encoded: list[Encoded], budget: int, rng: random.Random | None) -> Iterator[list[Encoded]]:
    """Pairs of like length together, at most ``budget`` pieces with padding; in random order where ``rng`` is given."""
    jitter = rng or random.Random(0)
    order = sorted(range(len(encoded)), key=lambda k: len(encoded[k].ids) + jitter.random() * 6)
    groups: list[list[Encoded]] = [[]]
    longest = 0
    for k in order:
        longest = max(longest, len(encoded[k].ids))
        if groups[-1] and (len(groups[-1]) + 1) * longest > budget:
            groups.append([])
            longest = len(encoded[k].ids)
        groups[-1].append(encoded[k])
    if rng:
        rng.shuffle(groups)
    yield from groups


def tensors(group: list[Encoded]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """ids, types, overlap, mask [b, t] each, labels [b]."""
    shape = (len(group), max(len(e.ids) for e in group))
    ids, types, overlap, mask = (np.zeros(shape, dtype=np.int64) for _ in range(4))
    for row, one in enumerate(group):
        n = len(one.ids)
        ids[row, :n], types[row, :n], overlap[row, :n], mask[row, :n] = one.ids, one.types, one.overlap, 1
    labels = torch.tensor([one.label for one in group])
    return (*(torch.from_numpy(x) for x in (ids, types, overlap, mask)), labels)  # type: ignore[return-value]


def accuracy(net: Verifier, encoded: list[Encoded]) -> float:
    """Share of pairs that are labelled right."""
    net.eval()
    right = 0
    with torch.no_grad():
        for group in batches(encoded, 2048, None):
            *inputs, labels = tensors(group)
            right += int((net(*inputs).argmax(1) == labels).sum())
    net.train()
    return right / max(1, len(encoded))


def rate(progress: float, warm: float = 0.04) -> float:
    """Up, then down in a straight line."""
    return min(progress / warm, (1 - progress) / (1 - warm))


def run(args: argparse.Namespace) -> None:
    """Train until the time is up."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)
    rng = random.Random(args.seed)
    tokenizer = load_tokenizer(args.encoder)
    split = parts(args.data)
    dev = {
        "vitaminc": split["dev"]["vitaminc-real"] + split["dev"]["vitaminc-synthetic"],
        "snli": split["dev"]["snli"],
    }
    checks = {n: [encode(p, tokenizer) for p in rng.sample(ps, min(args.sample, len(ps)))] for n, ps in dev.items()}
    net = Verifier(args.encoder)
    if args.start:
        net.load_state_dict(torch.load(args.start, map_location="cpu", weights_only=True)["net"])
    slow = [p for p in net.layers.parameters() if p.requires_grad]
    fast = [*net.head.parameters(), *net.overlap.parameters()]
    optimiser = torch.optim.AdamW(
        [{"params": slow, "base": args.rate}, {"params": fast, "base": args.head_rate}], weight_decay=0.01, fused=True
    )
    learnt = {n: p for n, p in net.named_parameters() if p.requires_grad}
    mean = {n: p.detach().clone() for n, p in learnt.items()}
    log = args.out.with_suffix(".log.jsonl").open("a", encoding="utf-8")
    began = kept = time.time()
    steps = pieces = pairs = epoch = 0
    losses: list[float] = []

    def keep() -> None:
        state = net.state_dict()
        options = {k: str(v) for k, v in vars(args).items()}
        torch.save({"net": state | mean, "raw": {n: state[n] for n in learnt}, "args": options, "epoch": epoch,
                    "pieces": pieces, "pairs": pairs, "minutes": (time.time() - began) / 60}, args.out)  # fmt: skip

    net.train()
    while (time.time() - began) / 60 < args.minutes:
        epoch += 1
        chosen = []
        for name, share in SHARES.items():
            own = split["train"].get(name, [])
            chosen += rng.sample(own, int(len(own) * share))
        chosen += made_pairs([p for p in chosen if p.source != "conjnli"], rng, int(len(chosen) * MADE))
        encoded = [encode(p, tokenizer) for p in chosen]
        work = list(batches(encoded, args.budget, rng))
        print(f"epoch {epoch}: {len(chosen)} pairs, {sum(len(e.ids) for e in encoded)} pieces, {len(work)} steps",
              flush=True)  # fmt: skip
        for group in work:
            progress = (time.time() - began) / 60 / args.minutes
            if progress >= 1:
                break
            for part in optimiser.param_groups:
                part["lr"] = part["base"] * max(0.0, rate(progress))
            *inputs, labels = tensors(group)
            loss = F.cross_entropy(net(*inputs), labels, label_smoothing=0.03)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learnt.values(), 1.0)
            optimiser.step()
            steps, pieces, pairs = steps + 1, pieces + sum(len(e.ids) for e in group), pairs + len(group)
            decay = min(0.997, (1 + steps) / (10 + steps))
            with torch.no_grad():
                torch._foreach_lerp_([mean[n] for n in learnt], [p.detach() for p in learnt.values()], 1 - decay)
            losses.append(float(loss))
            if steps % 50 == 0:
                now = {"step": steps, "minutes": round((time.time() - began) / 60, 2), "pairs": pairs,
                       "pieces": pieces, "loss": round(float(np.mean(losses[-200:])), 4)}  # fmt: skip
                log.write(json.dumps(now) + "\n")
                log.flush()
            if time.time() - kept > args.every * 60:
                kept = time.time()
                keep()
                told = {n: round(accuracy(net, es), 4) for n, es in checks.items()}
                print(f"{(time.time() - began) / 60:.1f} min, {pairs} pairs, loss {np.mean(losses[-200:]):.4f}, {told}",
                      flush=True)  # fmt: skip
    keep()
    net.load_state_dict(net.state_dict() | mean)
    print("mean of weights:", {n: round(accuracy(net, es), 4) for n, es in checks.items()}, flush=True)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=Path(".data"))
    parser.add_argument(
        "--encoder", type=Path, help="folder of all-MiniLM-L6-v2; the installed package where not given"
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="go on from this checkpoint")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--every", type=float, default=6, help="minutes between checkpoints")
    parser.add_argument("--sample", type=int, default=400, help="pairs of each development set that are looked at")
    parser.add_argument("--rate", type=float, default=1.2e-4)
    parser.add_argument("--head-rate", type=float, default=6e-4)
    parser.add_argument("--budget", type=int, default=1024, help="pieces of a batch")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    args.encoder = encoder.checked(args.encoder or encoder.folder())
    run(args)


if __name__ == "__main__":
    main()
