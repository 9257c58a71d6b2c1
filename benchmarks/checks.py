"""Checks: are the statements that can be checked found, and are the verdicts right?

Two sets: own statements with the verdicts of a careful reader (checks_cases.yaml, written before the rules were tuned),
and the pages of newsroom. False alarms, "inconsistent" said of what is not, are counted apart. No peer makes checks.

    python benchmarks/checks.py [--profile rules|model] [--show]
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from pathlib import Path

import yaml

from newsroom import NEWSROOM, read_all
from readings import document, interpret, reader_of, score, with_profile
from results import record, table
from sayso.nouns import Reading
from sayso.reader.layers import Reader

CASES = Path(__file__).with_name("checks_cases.yaml")
PUBLISHED = "2024-05-15"
KINDS = ("distance", "bearing", "arithmetic", "date")
NEWSROOM_ROWS = (
    "check recall",
    "check verdict (of those found)",
    "check verdict (of all gold checks)",
    "inconsistency alarms",
)


def made_of(text: str, published: str, reader: Reader) -> Reading:
    """The reading of one statement."""
    return interpret(document(text, "case.txt", published), reader)


def measure_cases(reader: Reader, *, show: bool) -> list[list[object]]:
    """A row for each kind: wanted, found, verdict right, said too much, false alarms."""
    tally: Counter[tuple[str, str]] = Counter()
    for case in yaml.safe_load(CASES.read_text(encoding="utf-8"))["cases"]:
        reading = made_of(case["text"], case.get("published", PUBLISHED), reader)
        wanted = Counter(tuple(check.split()) for check in case["checks"])
        got = Counter((check.kind, check.verdict) for check in reading.checks)
        kinds_wanted, kinds_got = Counter(k for k, _ in wanted.elements()), Counter(k for k, _ in got.elements())
        for kind in KINDS:
            tally[kind, "wanted"] += kinds_wanted[kind]
            tally[kind, "found"] += min(kinds_wanted[kind], kinds_got[kind])
            tally[kind, "right"] += sum(min(n, got[key]) for key, n in wanted.items() if key[0] == kind)
            tally[kind, "more"] += max(0, kinds_got[kind] - kinds_wanted[kind])
            tally[kind, "alarms"] += max(0, got[kind, "inconsistent"] - wanted[kind, "inconsistent"])
        if show and wanted != got:
            told = [f"{check.kind} {check.verdict}: {check.why}" for check in reading.checks]
            print(case["text"], "| wanted", case["checks"], "| got", told)
    rows: list[list[object]] = []
    for kind in (*KINDS, "all"):
        kinds = KINDS if kind == "all" else (kind,)
        wanted, found, right, more, alarms = (
            sum(tally[k, name] for k in kinds) for name in ("wanted", "found", "right", "more", "alarms")
        )
        rows.append(
            [kind, wanted, found, right / found if found else 0.0, right / wanted if wanted else 0.0, more, alarms]
        )
    return rows


def main() -> None:
    """Score both sets and write the section."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    with_profile(parser)
    parser.add_argument(
        "--show", action="store_true", help="print the statements that are read otherwise, and record nothing"
    )
    given = parser.parse_args()
    reader = reader_of(given)
    own = measure_cases(reader, show=given.show)
    header = ["kind", "wanted", "found", "verdict right of those found", "of all", "more than wanted", "false alarms"]
    if given.show:
        print("\n".join(table(header, own)))
        return
    with tempfile.TemporaryDirectory() as scratch:
        into = Path(scratch) / "pages"
        into.mkdir()
        read_all(NEWSROOM, into, reader)
        scores = {only: score("score_newsroom.py", into, "--only", only) for only in ("html", "txt")}
    rows = []
    for name in NEWSROOM_ROWS:
        cells = []
        for only in ("html", "txt"):
            found = scores[only].get(name, {})
            cells.append(
                f"P {found['p']:.3f}, R {found['r']:.3f} ({found['tp']} of {found['pred']} alarms)"
                if "p" in found
                else f"{found.get('rate') or 0:.3f} ({found.get('ok')} of {found.get('of')})"
            )
        rows.append([name, *cells])
    lines = [
        "Own statements, written before the rules were tuned:",
        "",
        *table(header, own),
        "",
        "Pages of newsroom:",
        "",
        *table(["measure", "HTML pages", "text captures"], rows),
    ]
    record(f"Checks, profile {given.profile}", f"python benchmarks/checks.py --profile {given.profile}", lines)


if __name__ == "__main__":
    main()
