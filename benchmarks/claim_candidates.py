"""Finding the claim that a post repeats among 10,000 checked ones: recall at 20 and mean reciprocal rank at 5.

    python benchmarks/claim_candidates.py [--data .data] [--limit N] [--model FOLDER] [--no-record]

CheckThat! 2020, task 2 (English): posts of the training and development parts, on which the weight of the two scores
was looked at, and of the test part. Peers in the same run: TF-IDF of pieces of words, three to five characters long,
over claim and title, and TF-IDF of stems. Nothing is trained on this corpus.
"""

from __future__ import annotations

import csv
import math
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

import data
import results
from sayso.origins.matching.encoder import embed
from sayso.origins.matching.encoder.candidates import score_join
from sayso.origins.matching.encoder.weights import FOLDER, load_model
from sayso.origins.words import stems

COMMAND = "python benchmarks/claim_candidates.py"
SECTION = "Claim candidates (CheckThat 2020)"
PARTS = ("train", "dev", "test")
Scores = npt.NDArray[np.float32]


class Post(NamedTuple):
    """A post of a part, and the rows of the claims that it repeats."""

    part: str
    text: str
    claims: tuple[int, ...]


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))


def read(folder: Path, limit: int | None) -> tuple[list[tuple[str, str]], list[Post]]:
    """Claims with their titles, and posts."""
    table = rows(folder / "verified_claims.docs.tsv")[1:]
    place = {row[0]: at for at, row in enumerate(table)}
    posts = []
    for part in PARTS:
        gold: defaultdict[str, list[int]] = defaultdict(list)
        for row in rows(folder / part / "tweet-vclaim-pairs.qrels"):
            gold[row[0]].append(place[row[2]])
        told = [Post(part, row[1], tuple(gold[row[0]])) for row in rows(folder / part / "tweets.queries.tsv")[1:]]
        posts += [post for post in told if post.claims][:limit]
    return [(row[1], row[2]) for row in table], posts


class TfIdf:
    """Cosines of bags of terms over postings; frequencies in a text are dampened (1 + ln)."""

    def __init__(self, texts: Iterable[Counter[str]]) -> None:
        postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        bags = list(texts)
        for row, bag in enumerate(bags):
            for term, count in bag.items():
                postings[term].append((row, 1 + math.log(count)))
        self._count = len(bags)
        self._idf = {term: 1 + math.log((1 + len(bags)) / (1 + len(found))) for term, found in postings.items()}
        norms = np.zeros(len(bags))
        self._rows: dict[str, npt.NDArray[np.int32]] = {}
        self._weights: dict[str, Scores] = {}
        for term, found in postings.items():
            at = np.array([row for row, _ in found], dtype=np.int32)
            weights = np.array([weight for _, weight in found], dtype=np.float32) * self._idf[term]
            self._rows[term], self._weights[term] = at, weights
            norms[at] += weights**2
        self._norms = np.sqrt(np.maximum(norms, 1e-9))

    def scores(self, bag: Counter[str]) -> Scores:
        made = np.zeros(self._count)
        length = 0.0
        for term, count in bag.items():
            if term in self._idf:
                weight = (1 + math.log(count)) * self._idf[term]
                length += weight**2
                made[self._rows[term]] += weight * self._weights[term]
        return (made / (self._norms * math.sqrt(length or 1.0))).astype(np.float32)


def pieces(text: str) -> Counter[str]:
    """Three to five characters within words, blanks at both ends of a word."""

    def cut() -> Iterator[str]:
        for word in text.lower().split():
            padded = f" {word} "
            for size in (3, 4, 5):
                if len(padded) <= size:
                    yield padded
                    break
                yield from (padded[at : at + size] for at in range(len(padded) - size + 1))

    return Counter(cut())


def words(text: str) -> Counter[str]:
    return Counter([*stems(text), *re.findall(r"\d[\d.,]*\d|\d", text)])


def vectors(texts: Sequence[str], folder: Path) -> Scores:
    """[n, d] of length 1."""
    model = load_model(folder)
    made = np.array([np.frombuffer(one, dtype=np.int8) for one in embed(texts, model=model)], dtype=np.float32)
    unit: Scores = made / np.maximum(np.linalg.norm(made, axis=1, keepdims=True), 1e-9)
    return unit


def ranks(posts: Sequence[Post], scores: Sequence[Scores]) -> list[int]:
    """The rank of the best of each post's claims; of equal scores the claim asked for comes last."""
    made = []
    for post, row in zip(posts, scores, strict=True):
        best = max(row[at] for at in post.claims)
        made.append(int((row >= best).sum()))
    return made


def figures(posts: Sequence[Post], found: Sequence[int], parts: Sequence[str]) -> tuple[float, float]:
    """Recall at 20, mean reciprocal rank at 5."""
    own = [rank for post, rank in zip(posts, found, strict=True) if post.part in parts]
    total = max(1, len(own))
    return sum(rank <= 20 for rank in own) / total, sum(1 / rank for rank in own if rank <= 5) / total


def main() -> None:
    """The command."""
    parser = data.parser(__doc__)
    parser.add_argument("--model", type=Path, default=FOLDER, help="folder of the model")
    parser.add_argument("--no-record", action="store_true", help="print only")
    args = parser.parse_args()
    folder = data.corpus("claims", args.data) / "claims" / "claim_matching" / "checkthat2020"
    claims, posts = read(folder, args.limit)
    whole = [f"{claim} {title}" for claim, title in claims]
    by_piece, by_word = TfIdf(map(pieces, whole)), TfIdf(map(words, whole))
    piece_scores = [by_piece.scores(pieces(post.text)) for post in posts]
    word_scores = [by_word.scores(words(post.text)) for post in posts]
    began = time.process_time()
    known = vectors([claim for claim, _ in claims], args.model)
    spent = (time.process_time() - began) / len(claims) * 1000
    near = list(vectors([post.text for post in posts], args.model) @ known.T)
    systems = {
        "stems, TF-IDF": word_scores,
        "pieces of words, TF-IDF": piece_scores,
        "vectors": near,
        "**stems and vectors (sayso)**": [score_join_rows(w, n) for w, n in zip(word_scores, near, strict=True)],
        "pieces of words and vectors": [score_join_rows(w, n) for w, n in zip(piece_scores, near, strict=True)],
    }
    table = []
    for name, scores in systems.items():
        found = ranks(posts, scores)
        table.append([name, *figures(posts, found, ("train", "dev")), *figures(posts, found, ("test",))])
    counts = Counter(post.part for post in posts)
    lines = [
        f"{len(claims)} claims; {counts['train'] + counts['dev']} posts of the training and development parts, "
        f"{counts['test']} of the test part. A vector of a claim takes {spent:.1f} ms of one CPU thread.",
        "",
        *results.table(["", "R@20, train and dev", "MRR@5", "R@20, test", "MRR@5"], table),
    ]
    if args.no_record or args.limit:
        print("\n".join(lines))
    else:
        results.record(SECTION, COMMAND, lines)


def score_join_rows(lexical: Scores, cosine: Scores) -> Scores:
    """:func:`score_join` of whole rows: it only adds and multiplies."""
    joined: Scores = np.asarray(score_join(lexical, cosine))  # type: ignore[arg-type]
    return joined


if __name__ == "__main__":
    main()
