"""What the rest of the page says of a unit: lists, tables, verse, threads, mastheads, words said twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.document.plain.bylines import parse_byline
from sayso.document.plain.features import Features
from sayso.document.plain.listed import list_roles
from sayso.document.plain.masthead import masthead_scores
from sayso.document.plain.patterns import pattern
from sayso.document.plain.turns import Run, find_run

#: Share of the page's prose above a heading of comments that makes it believed.
MOST_ABOVE = 0.3
#: Share of the prose that stands above a note on the author.
BIO_ABOVE = 0.6
#: A run of turns this strong (log-odds) ends the thread.
SURE = 2.0
#: Names of authors are looked for in this many units from the top.
TOP = 40
_NUMBER_LAST = re.compile(r"(?:^|\s)[-+–$€£]?\d[\d.,]*\s?%?$")
_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Context:
    """One unit among the others.

    ``verse``: it stands among short punctuated lines; ``announced``: a heading of comments stands above it, and
    ``elsewhere``: the last such heading is that of comments left on other pages; ``rhythm``: it is one of several lines
    of the form "Name on Title"; ``in_list``: it stands among five or more short lines without stop; ``table``: among
    rows of columns that end in numbers; ``pull_quote``: the article says the same words elsewhere; ``bio``: a note on
    an author; ``question``: one of several questions between paragraphs; ``masthead``: how much it looks like the name
    of the site; ``turn``: how much the run of turns it stands in looks like a thread, and ``heads_turns``: the one it
    stands above (log-odds, 0 where there is none); ``signed_below``: these are signed
    below their text; ``after_turns``: a run of turns ended above it;
    ``role``: its place in a list of comments left elsewhere (:mod:`~sayso.document.plain.listed`).
    """

    verse: bool = False
    announced: bool = False
    elsewhere: bool = False
    rhythm: bool = False
    in_list: bool = False
    table: bool = False
    pull_quote: bool = False
    bio: bool = False
    question: bool = False
    masthead: float = -9.0
    turn: float = 0.0
    heads_turns: float = 0.0
    signed_below: bool = False
    after_turns: bool = False
    role: str = ""


def contexts(features: Sequence[Features]) -> list[Context]:
    """The context of every unit; linear in the length of the text."""
    announced, elsewhere = announced_flags(features)
    flags = {
        "verse": verse_flags(features),
        "announced": announced,
        "elsewhere": elsewhere,
        "rhythm": rhythm_flags(features),
        "in_list": listed_flags(features),
        "table": table_flags(features),
        "pull_quote": pull_quote_flags(features),
        "bio": bio_flags(features),
        "question": question_flags(features),
    }
    mastheads = masthead_scores(features)
    roles = list_roles(features, elsewhere, flags["rhythm"])
    run = find_run(features)
    turns, heads = turn_scores(features, run)
    return [
        Context(
            **{name: values[i] for name, values in flags.items()},
            masthead=mastheads[i],
            turn=turns[i],
            heads_turns=heads[i],
            role=roles[i],
            signed_below=run is not None and run.last and run.first <= i < run.end,
            after_turns=run is not None and run.strength >= SURE and i >= run.end,
        )
        for i in range(len(features))
    ]


def turn_scores(features: Sequence[Features], run: Run | None) -> tuple[list[float], list[float]]:
    """For every unit the strength of the run of turns it stands in, and of the one it stands above."""
    inside, above = [0.0] * len(features), [0.0] * len(features)
    if run:
        inside[run.first : run.end] = [run.strength] * (run.end - run.first)
        if run.head is not None:
            above[run.head] = run.strength
    return inside, above


def verse_flags(all_features: Sequence[Features]) -> list[bool]:
    """Which units stand among four or more short lines that are punctuated or run on like verse, lists or chat."""
    flags = [False] * len(all_features)
    at = 0
    while at < len(all_features):
        end = at
        while end < len(all_features) and _short_line(all_features[end]):
            end += 1
        run = all_features[at:end]
        if len(run) >= 4:
            marked = sum(f.unit.text[-1] in ',;.!?—–:…”"' or f.lower or f.inline is not None for f in run)
            if marked >= 0.3 * len(run):
                flags[at:end] = [True] * len(run)
        at = max(end, at + 1)
    return flags


def rhythm_flags(all_features: Sequence[Features]) -> list[bool]:
    """Which units look like "Name on Title" and have another such within four units: the beat of a widget."""
    at = [i for i, f in enumerate(all_features) if f.left_on and f.left_on[2] >= 2.5 and f.unit.text[-1] != "."]
    flags = [False] * len(all_features)
    for i, j in pairwise(at):
        if 1 < j - i <= 4:
            flags[i] = flags[j] = True
    return flags


def announced_flags(all_features: Sequence[Features]) -> tuple[list[bool], list[bool]]:
    """Which units stand below a heading of comments that itself stands below the greater part of the prose, and for
    which of them the last such heading is one of comments left elsewhere.

    A link "Comments" in a menu or above the article announces nothing.
    """
    total = sum(f.words for f in all_features if f.prose)
    announced_at: list[bool] = []
    elsewhere_at: list[bool] = []
    above = 0
    announced = elsewhere = False
    for f in all_features:
        announced_at.append(announced)
        elsewhere_at.append(announced and elsewhere)
        above += f.words if f.prose else 0
        if f.hits & {"comment_heading", "widget_heading"}:
            announced = announced or (above > 0 and above >= MOST_ABOVE * total)
            elsewhere = "widget_heading" in f.hits
    return announced_at, elsewhere_at


def listed_flags(all_features: Sequence[Features]) -> list[bool]:
    """Which units stand in a run of five or more short lines without stop: menus, link lists, tables."""
    flags = [False] * len(all_features)
    at = 0
    while at < len(all_features):
        end = at
        while end < len(all_features) and _list_line(all_features[end]):
            end += 1
        if end - at >= 5:
            flags[at:end] = [True] * (end - at)
        at = max(end, at + 1)
    return flags


def table_flags(all_features: Sequence[Features]) -> list[bool]:
    """Which units are rows of a table: three or more below some prose, in columns, most of which end in a number."""
    flags = [False] * len(all_features)
    at = 0
    seen_prose = False
    while at < len(all_features):
        end = at
        while end < len(all_features) and all_features[end].unit.columns and not all_features[end].stops:
            end += 1
        run = all_features[at:end]
        if seen_prose and len(run) >= 3:
            numbers = sum(bool(_NUMBER_LAST.search(f.unit.text)) for f in run)
            if numbers >= 0.6 * len(run):
                flags[at:end] = [True] * len(run)
        seen_prose = seen_prose or all_features[at].prose
        at = max(end, at + 1)
    return flags


def _letters(text: str) -> str:
    return _SIGNS.sub(" ", text.casefold()).strip()


def pull_quote_flags(all_features: Sequence[Features]) -> list[bool]:
    """Which units are set apart in quotation marks and stand in the article a second time."""
    flags = [False] * len(all_features)
    candidates = [
        i for i, f in enumerate(all_features) if 8 <= f.words <= 40 and f.unit.text[0] in '“"‘„«' and not f.inline
    ][:100]
    if not candidates:
        return flags
    whole = " | ".join(_letters(f.unit.text) for f in all_features if f.prose)
    for i in candidates:
        own = _letters(all_features[i].unit.text)
        flags[i] = whole.count(own) > (1 if all_features[i].prose else 0)
    return flags


def bio_flags(all_features: Sequence[Features]) -> list[bool]:
    """Which units below most of the prose begin with the name of an author and say who that is."""
    flags = [False] * len(all_features)
    names = {n for f in all_features[:TOP] if f.byline or f.names_only for n in parse_byline(f.bare)}
    names = {n for n in names if " " in n}
    total = sum(f.words for f in all_features if f.prose)
    above = 0
    for i, f in enumerate(all_features):
        if f.prose and names and above >= BIO_ABOVE * total:
            name = next((n for n in names if f.bare.startswith(f"{n} ")), None)
            flags[i] = name is not None and pattern("bio").match(f.bare[len(name) + 1 :][:200]) is not None
        above += f.words if f.prose else 0
    return flags


def question_flags(all_features: Sequence[Features]) -> list[bool]:
    """Which units are questions that stand between paragraphs three times or more: those of an interview."""
    at = [
        i
        for i in range(1, len(all_features) - 1)
        if all_features[i].unit.text[-1] == "?"
        and all_features[i].words <= 40
        and not all_features[i].inline
        and all_features[i - 1].prose
        and all_features[i + 1].prose
    ]
    flags = [False] * len(all_features)
    if len(at) >= 3:
        for i in at:
            flags[i] = True
    return flags


def _list_line(f: Features) -> bool:
    return (
        f.words <= 8
        and not f.stops
        and not f.says
        and not f.signed
        and not f.date
        and not f.left_on
        and "comment_control" not in f.hits
    )


def _short_line(f: Features) -> bool:
    return f.words <= 14 and not f.menu and not f.hits and not f.date and f.says is None and f.signed is None
