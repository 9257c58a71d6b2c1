"""Counts in how many sentences a stem stands, and writes the bands of `lexicon/match_words.yaml`.

A stem's band is the negative binary logarithm of the share of sentences that it stands in, rounded down: one of band 3
stands in one sentence of eight to sixteen. Stems rarer than the last band are left out: they count as rarest. Only
counts leave the texts.

    python training/match_words.py [--data .data] [--write]
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
import textwrap
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from sayso.origins.words import stems

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "sayso" / "lexicon" / "match_words.yaml"
#: rarest band that is written; rarer stems are all alike
LAST = 11
HEADER = """\
# How common a word is: English stems by bands, each half as common as the one before.
# label: the band, the negative binary logarithm of the share of sentences that a stem stands in, rounded down.
# meaning: a word that two claims share tells the more the rarer it is; a stem that is not here is rarer than the last.
# source: own counts by training/match_words.py over sentences of ECB+ (CC BY 3.0), VitaminC (CC BY-SA 3.0) and FM2
# (Apache 2.0).
# example: people is in band 4, embankment in none.
"""


def sentences(data: Path) -> Iterator[str]:
    """Sentences of news and of encyclopaedia, each once."""
    seen: set[str] = set()
    for text in (*_ecb(data / "claims" / "ecbplus"), *_lines(data / "claims")):
        if text not in seen:
            seen.add(text)
            yield text


def _ecb(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.xml")):
        found: dict[str, list[str]] = defaultdict(list)
        for token in ET.parse(path).getroot().iter("token"):
            found[token.get("sentence", "0")].append(token.text or "")
        yield from (" ".join(words) for words in found.values())


def _lines(folder: Path) -> Iterator[str]:
    for path in sorted((*folder.glob("vitaminc/*.jsonl"), *folder.glob("fm2/*.jsonl"))):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for name in ("claim", "evidence", "premise", "hypothesis"):
                if isinstance(row.get(name), str):
                    yield row[name]


def bands(texts: Iterator[str]) -> dict[int, list[str]]:
    """Stems by band."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        counts.update(s for s in stems(text) if re.fullmatch(r"[a-z]+", s))
    found: dict[int, list[str]] = defaultdict(list)
    for stem, count in counts.items():
        band = int(-math.log2(count / total))
        if band <= LAST and count >= 4:
            found[band].append(stem)
    print(total, "sentences,", sum(map(len, found.values())), "stems", file=sys.stderr)
    return found


def line_of(band: int, words: list[str]) -> str:
    """A band as it is written, in lines that can be read and compared."""
    listed = ", ".join(json.dumps(word) for word in sorted(words))
    return (
        textwrap.fill(f"{band}: [{listed}]", 120, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
        + "\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=ROOT / ".data")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    lines = [HEADER, "bands:\n"]
    for band, words in sorted(bands(sentences(options.data)).items()):
        lines.append(line_of(band, words))
    if options.write:
        TARGET.write_text("".join(lines), encoding="utf-8")
    else:
        print("".join(lines)[:2000])


if __name__ == "__main__":
    main()
