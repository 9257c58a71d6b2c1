"""Killed and injured in news of shootings, against the record of the incident (Gun Violence Archive).

Run:  python benchmarks/incidents.py [--data .data] [--limit N]

The pages are those of SemEval 2018 task 5. A page is asked for the killed where it states their true number beside a
word for them: in figures or in words, within four words before *killed*, *dead*, *died* or the like, or right after
*killing*, *killed*; the same for the injured. Its figure is the number that the reading counts as persons killed (or
injured) most often on the page, the first where several are as frequent. Right is a page whose figure is the true
number. Pages are split in halves by their incident.
"""

from __future__ import annotations

import collections
import json
import re
from collections.abc import Iterable, Sequence

from data import corpus, half, parser
from readings import document
from results import record, table
from sayso.measures.numbers import NUMBER_WORDS, in_words
from sayso.measures.quantities import find_quantities
from sayso.nouns import Quantity

STATES = {"killed": ("killed", "dead"), "injured": ("injured", "wounded", "shot")}
SAID = {
    "killed": (r"killed|dead|died|deaths?|fatalities|slain|murdered", r"killed|killing|kills|deaths of"),
    "injured": (r"injured|wounded|hurt|injuries", r"injured|injuring|wounded|wounding|injures|wounds"),
}
WORDS = {value: word for word in NUMBER_WORDS if (value := in_words(word)) is not None}


def states(text: str, number: int, what: str) -> bool:
    """Whether a page gives a number of persons killed or injured beside a word for it."""
    said = rf"(?:{number}|{WORDS.get(number, number)})"
    after, before = SAID[what]
    pattern = rf"\b{said}(?: [a-z-]+){{0,4}}? (?:{after})\b|\b(?:{before}) {said}\b(?! ?[:%.]\d)"
    return re.search(pattern, text, re.IGNORECASE) is not None


def figure(quantities: Iterable[Quantity], what: str) -> float | None:
    """The number of persons killed or injured that a page gives; null where it gives none."""
    found = [
        q.low if q.low is not None else q.high
        for q in quantities
        if q.unit == "people" and q.of is not None and q.of.split()[-1] in STATES[what]
    ]
    counts = collections.Counter(found)
    return max(counts, key=lambda value: (counts[value], -found.index(value))) if counts else None


def main(argv: Sequence[str] | None = None) -> None:
    given = parser(__doc__).parse_args(argv)
    folder = corpus("claims", given.data) / "claims" / "gva_incidents"
    truth = {row["incident_uri"]: row for row in map(json.loads, (folder / "incidents.jsonl").open(encoding="utf-8"))}
    articles = [json.loads(line) for line in (folder / "articles.jsonl").open(encoding="utf-8")][: given.limit]
    tally: dict[tuple[str, str], list[int]] = {
        (w, h): [0, 0, 0] for w in STATES for h in ("one half", "other half", "all")
    }
    for article in articles:
        incident = truth.get(article["incident"])
        if incident is None:
            continue
        text = f"{article['title']}\n{article['content']}"
        found = find_quantities(document(text, article["id"]), ())
        for what in STATES:
            number = incident[f"num_{what}"]
            if number == 0 or not states(text, number, what):
                continue
            answer = figure(found, what)
            for key in (half(article["incident"]), "all"):
                row = tally[what, key]
                row[0] += answer == number
                row[1] += answer is not None
                row[2] += 1
    lines = table(
        ("", "part", "right", "answered", "pages that state it", "right of those"),
        [(what, part, *row, row[0] / row[2] if row[2] else 0.0) for (what, part), row in tally.items()],
    )
    if given.limit is not None:
        print("\n".join(lines))
        return
    record("Figures of incidents", "python benchmarks/incidents.py", lines)


if __name__ == "__main__":
    main()
