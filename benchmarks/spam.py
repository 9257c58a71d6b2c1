"""Comment spam: area under the curve, recall at the built-in threshold and at 1 % false alarms, set by set.

The newsroom comments were seen when the signs were written, and all sets but tubespam when they were weighed
(training/fit_spam.py splits them); the spam of datacamp is loosely labelled, tubespam is comments on music videos: both
only show how far the signs carry.

    python benchmarks/spam.py [--data .data] [--newsroom ../shared/data/newsroom]
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from pathlib import Path

from data import ROOT, corpus, parser
from results import record, table
from sayso.document.spam import judge
from sayso.nouns import Comment
from spam_sets import load_sets


def auc(spam: list[float], ham: list[float]) -> float:
    """The chance that a spam comment scores above an honest one (ties count half)."""
    ham = sorted(ham)
    wins = sum((bisect_left(ham, s) + bisect_right(ham, s)) / 2 for s in spam)
    return wins / (len(spam) * len(ham))


def recall_at(spam: list[float], ham: list[float], rate: float) -> float:
    """Recall at the lowest threshold that at most ``rate`` of the honest comments pass."""
    allowed = int(rate * len(ham))
    limit = sorted(ham, reverse=True)[allowed] if allowed < len(ham) else -1.0
    return sum(s > limit for s in spam) / len(spam)


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--newsroom", type=Path, default=ROOT.parent / "shared" / "data" / "newsroom")
    arguments = options.parse_args()
    rows: list[tuple[object, ...]] = []
    for name, labelled in load_sets(corpus("pages", arguments.data), arguments.newsroom).items():
        judged = [
            (
                judge(Comment(author=r.author, text=r.text, on=None, spam=False, score=0.0, reasons=()), topic=r.topic),
                r.spam,
            )
            for r in labelled[: arguments.limit]
        ]
        spam, ham = [c.score for c, y in judged if y], [c.score for c, y in judged if not y]
        rows.append(
            (
                name,
                len(spam),
                len(ham),
                auc(spam, ham) if spam and ham else "-",
                sum(c.spam for c, y in judged if y) / len(spam) if spam else "-",
                sum(c.spam for c, y in judged if not y) / len(ham) if ham else "-",
                recall_at(spam, ham, 0.01) if spam and ham else "-",
            )
        )
    header = ["set", "spam", "honest", "AUC", "recall", "false alarms", "recall at 1 % false alarms"]
    record("Comment spam", "python benchmarks/spam.py", table(header, rows))


if __name__ == "__main__":
    main()
