"""Labelled pairs of texts, split by page so that no page lies on both sides: ``python -m training.verifier.pairs``.

Premise and hypothesis, *E* entails, *C* contradicts, *N* neither. The part of a pair is decided by a hash of its page
(VitaminC, FM2), of its premise (SNLI) or of its claim (FEVER): the same on every machine, whatever else is there.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from training.data.manifest import check

Part = Literal["train", "dev", "held"]
LABELS = ("E", "C", "N")
#: share of pages, in hundredths: to choose and calibrate on, and to measure on once
DEV, HELD = 3, 10
#: name -> (files under .data/claims, used for training)
SETS: dict[str, tuple[tuple[str, ...], bool]] = {
    "vitaminc-real": (("vitaminc/real_test.dev-pages.jsonl",), True),
    "vitaminc-synthetic": (("vitaminc/synthetic_test.dev-pages.jsonl",), True),
    "snli": (("snli/dev.jsonl", "snli/test.jsonl"), True),
    "cad-nli": (tuple(f"cad_nli/all_combined_{part}.jsonl" for part in ("train", "dev", "test")), True),
    "conjnli": (("conjnli/adversarial_train_15k.jsonl",), True),
    "fm2": (("fm2/dev.jsonl", "fm2/test.jsonl"), True),
    "fever-symmetric": (("fever_adv/fever_symmetric_dev.jsonl", "fever_adv/fever_symmetric_test.jsonl"), True),
    "fever-adversarial": (("fever_adv/fever_adversarial_test.jsonl",), False),
    "anli": (("fever_adv/anli_test.jsonl",), False),
}
_BLANKS = re.compile(r"\s+")
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": '"', "''": '"'}
_TOKENS = re.compile("|".join(map(re.escape, _BRACKETS)))
_GLUED = re.compile(r" ([.,;:!?%)\]])(?= |$)|(?<=[(\[$£€]) | (?='s\b|n't\b)")


class Pair(NamedTuple):
    """A premise, a hypothesis and how they stand to each other (an index into :data:`LABELS`)."""

    premise: str
    hypothesis: str
    label: int
    group: str
    source: str


def plain(text: str) -> str:
    """Text as pages have it: without the spaces and brackets of a treebank's tokens."""
    text = _TOKENS.sub(lambda match: _BRACKETS[match.group()], text)
    return _BLANKS.sub(" ", _GLUED.sub(lambda match: match.group(1) or "", text)).strip()


def part_of(group: str) -> Part:
    """The part that a group lies in."""
    at = int.from_bytes(hashlib.sha256(group.encode()).digest()[:4], "big") % 100
    return "held" if at < HELD else "dev" if at < HELD + DEV else "train"


def read(data: Path, name: str) -> Iterator[Pair]:
    """All pairs of a set whose files are there."""
    for file in SETS[name][0]:
        path = data / "claims" / file
        if not path.exists():
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            if one["label"] not in LABELS:
                continue
            premise, hypothesis = plain(one["premise"]), plain(one["hypothesis"])
            if premise and hypothesis:
                yield Pair(premise, hypothesis, LABELS.index(one["label"]), _group(name, one), name)


def _group(name: str, one: dict[str, str]) -> str:
    if name in ("snli", "cad-nli", "conjnli", "anli"):
        return re.sub(r"\W+", " ", plain(one["premise"]).lower()).strip()
    if name.startswith("fever"):
        return re.sub(r"\W+", " ", plain(one["hypothesis"]).lower()).strip()
    return plain(one["group"]).lower()


def parts(data: Path) -> dict[Part, dict[str, list[Pair]]]:
    """Every set by part. What is only measured is all held; no text of the held part is left in training."""
    made: dict[Part, dict[str, list[Pair]]] = {"train": {}, "dev": {}, "held": {}}
    for name, (_, trained) in SETS.items():
        for pair in read(data, name):
            part = part_of(pair.group) if trained else "held"
            made[part].setdefault(name, []).append(pair)
    kept_out = {p.hypothesis.lower() for part in ("dev", "held") for pairs in made[part].values() for p in pairs}  # type: ignore[index]
    for name, pairs in made["train"].items():
        if not name.startswith("snli"):  # captions repeat short sentences ("A man is asleep.") that give nothing away
            made["train"][name] = [p for p in pairs if p.hypothesis.lower() not in kept_out or name == "cad-nli"]
    return made


_NUMBER = re.compile(r"(?<![\w.,-])\d{1,3}(?:,\d{3})+(?![\w.,-])|(?<![\w.,-])\d+(?:\.\d+)?(?![\w,-]|\.\d)")


def renumbered(text: str, rng: random.Random) -> str | None:
    """The text with one of its numbers changed; ``None`` where it has none that can be told apart from a name's."""
    found = [m for m in _NUMBER.finditer(text) if m.start() > 0]
    if not found:
        return None
    match = rng.choice(found)
    token = match.group()
    value = float(token.replace(",", ""))
    if "." in token:
        places = len(token.split(".")[1])
        new = f"{max(0.1, value * rng.choice((0.4, 0.6, 0.8, 1.3, 1.7, 2.5))):.{places}f}"
    elif 1500 <= value <= 2100 and "," not in token:
        new = str(int(value) + rng.choice((-11, -5, -3, -2, -1, 1, 2, 3, 6, 14)))
    else:
        scaled = int(value * rng.choice((0.3, 0.5, 0.7, 0.9, 1.1, 1.4, 2, 3)))
        new = str(scaled if scaled != int(value) else scaled + rng.choice((1, 2, 3)))
        if "," in token:
            new = f"{int(new):,}"
    return None if new == token else text[: match.start()] + new + text[match.end() :]


def made_pairs(pairs: list[Pair], rng: random.Random, count: int) -> list[Pair]:
    """Pairs put together from texts of training: a text and itself, itself with another number, one of another page."""
    made: list[Pair] = []
    while len(made) < count:
        pair, other = rng.choice(pairs), rng.choice(pairs)
        text = rng.choice((pair.premise, pair.hypothesis))
        kind = rng.random()
        if kind < 0.2:
            made.append(Pair(text, text, 0, pair.group, "made"))
        elif kind < 0.7:
            changed = renumbered(text, rng)
            if changed:
                made.append(Pair(text, changed, 1, pair.group, "made"))
        elif pair.group != other.group:
            made.append(Pair(text, other.hypothesis, 2, pair.group, "made"))
    return made


def main(argv: list[str] | None = None) -> None:
    """The command: how many pairs each part has, or whether the files are those of the manifest."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=Path(".data"))
    parser.add_argument("--check", action="store_true", help="compare the files with the manifest")
    args = parser.parse_args(argv)
    if args.check:
        for finding in check(args.data, Path(__file__).with_name("MANIFEST.toml")):
            print(f"{finding.state:8} {finding.name} {finding.sha256}")
        return
    for part, by_set in parts(args.data).items():
        for name, found in by_set.items():
            counts = Counter(LABELS[pair.label] for pair in found)
            print(part, name, len(found), dict(sorted(counts.items())))


if __name__ == "__main__":
    main()
