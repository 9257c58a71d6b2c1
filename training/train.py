"""Train the reader: ``python -m training.train --data .data/train --encoder PATH --out .work/train/reader``.

One run on two CPU cores takes about an hour and a half; a GPU is used where there is one. Every epoch leaves
``OUT.pt``; ``OUT.log.jsonl`` keeps the losses.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch

from sayso.reader.model.pieces import load_tokenizer
from training import batches, encoder
from training.compose import Composer, joined
from training.corpus import Doc, load
from training.losses import losses, total
from training.net import Net
from training.quantised import round_encoder

#: how often each data set is gone through in one epoch of PolNeAR
SHARES = {"polnear": 1.0, "own": 2.0, "ewt": 0.5, "gum": 1.0, "litbank": 0.2, "btc": 0.4, "wnut17": 0.4}
#: composed sentences an epoch
COMPOSED = 900


#: windows of one data set, with its name
Group = tuple[str, list[batches.Piece]]


class Sets:
    """The data sets of a folder, read when they are first there (more may be written while a run goes on)."""

    def __init__(self, folder: Path, tokenizer_path: Path) -> None:
        self.folder, self.tokenizer = folder, load_tokenizer(str(tokenizer_path))
        self.held: dict[str, tuple[float, list[Doc]]] = {}
        self.composer: Composer | None = None

    def docs(self, name: str) -> list[Doc]:
        path = self.folder / f"{name}.train.jsonl"
        if not path.exists():
            return []
        when = path.stat().st_mtime
        if self.held.get(name, (0.0,))[0] != when:
            try:
                self.held[name] = (when, list(load(path, self.tokenizer)))
            except (ValueError, KeyError) as fault:
                print(f"{path}: {fault}; left as it was", flush=True)
                return self.held.get(name, (0.0, []))[1]
        return self.held[name][1]

    def composed(self, count: int, rng: random.Random) -> list[Doc]:
        if self.composer is None:
            self.composer = Composer(self.docs("polnear"))
        return [joined([self.composer.make(rng) for _ in range(rng.randint(1, 4))]) for _ in range(count // 2)]


def epoch(sets: Sets, size: int, budget: int, rng: random.Random) -> list[list[Group]]:
    """The steps of one epoch: two batches each, as far as they go one of PolNeAR and one of another set.

    Gradients of both are added: steps on one data set alone pull what all share to and fro.
    """
    made: list[Group] = []
    for name, share in SHARES.items():
        docs = sets.docs(name)
        while share > 0 and docs:
            part = docs if share >= 1 else rng.sample(docs, max(1, int(len(docs) * share)))
            if name != "polnear":  # short documents side by side, as many paragraphs of one page
                part = list(part)
                rng.shuffle(part)
            cut = batches.windows(part, size, rng)
            made += [(name, group) for group in batches.batches(cut, budget // 2, rng)]
            share -= 1
    cut = batches.windows(sets.composed(COMPOSED, rng), size, rng)
    made += [("composed", group) for group in batches.batches(cut, budget // 2, rng)]
    rng.shuffle(made)
    made.sort(key=lambda group: group[0] == "polnear")  # stable: each kind stays shuffled
    half = (len(made) + 1) // 2
    steps = [[made[k], *made[half + k : half + k + 1]] for k in range(half)]
    rng.shuffle(steps)
    return steps


def _parameters(net: Net, rate: float, head_rate: float) -> list[dict[str, object]]:
    slow = [p for n, p in net.named_parameters() if n.startswith("encoder.bert") and p.requires_grad]
    fast = [p for n, p in net.named_parameters() if not n.startswith("encoder.bert")]
    return [{"params": slow, "lr": rate, "base": rate}, {"params": fast, "lr": head_rate, "base": head_rate}]


def _rate(progress: float, warm: float = 0.06) -> float:
    return min(progress / warm, (1 - progress) / (1 - warm))


def run(args: argparse.Namespace) -> None:
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    np.random.seed(args.seed)
    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)
    sets = Sets(args.data, args.encoder / "tokenizer.json")
    net = Net(args.encoder)
    if args.start:
        net.load_state_dict(torch.load(args.start, map_location="cpu", weights_only=True)["net"])
    optimiser = torch.optim.AdamW(_parameters(net, args.rate, args.head_rate), weight_decay=0.01, fused=True)
    log = args.out.with_suffix(".log.jsonl").open("a", encoding="utf-8")
    began, done, pieces, rounded = time.time(), 0, 0, False
    counts: dict[str, int] = {}

    def keep(epoch: int) -> None:
        options = {k: str(v) for k, v in vars(args).items()}
        torch.save({"net": net.state_dict(), "args": options, "epoch": epoch, "pieces": pieces,
                    "minutes": (time.time() - began) / 60, "documents": counts}, args.out)  # fmt: skip

    for number in range(args.epochs):
        net.train()
        work = epoch(sets, args.size, args.budget, rng)
        counts = {name: len(docs) for name, (_, docs) in sets.held.items()}
        print(f"epoch {number + 1}: {len(work)} steps, documents {counts}", flush=True)
        sums: dict[str, list[float]] = defaultdict(list)
        for at, step in enumerate(work):
            by_steps = (number + at / len(work)) / args.epochs
            progress = max(by_steps, (time.time() - began) / 60 / args.minutes)
            if progress >= 1:
                break
            for part in optimiser.param_groups:
                part["lr"] = part["base"] * max(0.0, _rate(progress + 1e-4))
            if not rounded and progress >= args.rounded:
                round_encoder(net.encoder.bert.encoder)
                rounded = True
            optimiser.zero_grad(set_to_none=True)
            for source, group in step:
                batch = batches.build(group, source)
                made = losses(net, batch)
                (total(made, source) / len(step)).backward()
                pieces += int(batch.mask.sum())
                for name, value in made.items():
                    sums[f"{source} {name}"].append(value.item())
            torch.nn.utils.clip_grad_norm_([p for p in net.parameters() if p.requires_grad], 1.0)
            optimiser.step()
            done += 1
            if done % 50 == 0:
                spent = time.time() - began
                row = {k: round(float(np.mean(v[-40:])), 4) for k, v in sorted(sums.items())}
                line = {"step": done, "progress": round(progress, 3), "minutes": round(spent / 60, 1),
                        "pieces_s": round(pieces / spent), **row}  # fmt: skip
                print(json.dumps(line), file=log, flush=True)
                shown = ("polnear outer", "polnear roles", "polnear names", "ewt arcs", "composed roles")
                told = " ".join(f"{name.removeprefix('polnear ')} {row.get(name)}" for name in shown)
                print(f"{number + 1} {at}/{len(work)} {line['minutes']} min {line['pieces_s']}/s {told}", flush=True)
            if done % 100 == 0:
                keep(number + 1)
            if args.steps and done >= args.steps:
                break
        keep(number + 1)
        if progress >= 1 or (args.steps and done >= args.steps):
            break


def main(argv: list[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, help="folder of all-MiniLM-L6-v2, by default the installed package's")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--minutes", type=float, default=150.0, help="the schedule ends here at the latest")
    parser.add_argument("--rate", type=float, default=1.3e-4)
    parser.add_argument("--head-rate", type=float, default=7e-4)
    parser.add_argument("--size", type=int, default=254, help="pieces of a window")
    parser.add_argument("--budget", type=int, default=2600, help="pieces of a step")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--start", type=Path, help="go on from this checkpoint")
    parser.add_argument(
        "--rounded", type=float, default=0.8, help="from this part of the schedule on, round as the exported graph does"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=0, help="stop after so many (to try things)")
    args = parser.parse_args(argv)
    args.encoder = encoder.checked(args.encoder or encoder.folder())
    run(args)


if __name__ == "__main__":
    main()
