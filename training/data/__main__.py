"""``python -m training.data [--data .data] [--out .data/train] [NAME ...] | --check``"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from training.data import conllpp, ewt, gum, litbank, manifest, marked, polnear, re3d, tweets
from training.data.record import Record, Tally, write

TEXTS = Path(__file__).resolve().parent.parent / "texts"
Make = Callable[[Path, Tally], Iterator[Record]]


def makers() -> dict[str, Make]:
    """Every file by its name without the ending, in the order of writing."""
    return {
        "polnear.train": lambda data, tally: polnear.documents(data / "polnear" / "data", "train", tally),
        "polnear.dev": lambda data, tally: polnear.documents(data / "polnear" / "data", "dev", tally),
        "ewt.train": lambda data, tally: ewt.documents(data, "train", tally),
        "ewt.dev": lambda data, tally: ewt.documents(data, "dev", tally),
        "gum.train": lambda data, tally: gum.documents(data / "nlp", "train", tally),
        "gum.dev": lambda data, tally: gum.documents(data / "nlp", "dev", tally),
        "litbank.train": lambda data, tally: litbank.documents(data / "nlp", "train", tally),
        "litbank.dev": lambda data, tally: litbank.documents(data / "nlp", "dev", tally),
        "btc.train": lambda data, tally: tweets.btc(data / "nlp", "train", tally),
        "btc.dev": lambda data, tally: tweets.btc(data / "nlp", "dev", tally),
        "wnut17.train": lambda data, tally: tweets.wnut17(data / "nlp", "train", tally),
        "wnut17.dev": lambda data, tally: tweets.wnut17(data / "nlp", "dev", tally),
        "own.train": lambda data, tally: marked.documents(TEXTS, "train", tally),
        "own.dev": lambda data, tally: marked.documents(TEXTS, "dev", tally),
        "conllpp.dev": lambda data, tally: conllpp.documents(data / "nlp", tally),
        "re3d.dev": lambda data, tally: re3d.documents(data / "nlp", tally),
    }


def check(data: Path) -> int:
    """Print how each corpus compares with the manifest; gives 1 where one changed (a missing one is no failure)."""
    findings = list(manifest.check(data))
    for finding in findings:
        print(f"{finding.state:8}{finding.name:16}{finding.sha256 if finding.state == 'changed' else ''}".rstrip())
    return int(any(finding.state == "changed" for finding in findings))


def main(arguments: list[str] | None = None) -> int:
    """Write the files asked for, all by default; gives 0, or 1 where a check failed."""
    parser = argparse.ArgumentParser(prog="python -m training.data", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(".data"))
    parser.add_argument("--out", type=Path, default=Path(".data/train"))
    parser.add_argument("--check", action="store_true", help="compare the corpora with training/MANIFEST.toml")
    parser.add_argument("names", nargs="*", metavar="NAME", help="such as ewt or ewt.train; all where none is given")
    given = parser.parse_args(arguments)
    if given.check:
        return check(given.data)
    given.out.mkdir(parents=True, exist_ok=True)
    for name, make in makers().items():
        if given.names and name not in given.names and name.partition(".")[0] not in given.names:
            continue
        tally = Tally()
        number = write(given.out / f"{name}.jsonl", make(given.data, tally))
        print(name, number, "records", " ".join(f"{key}={value}" for key, value in tally.counts.items()), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
