"""Old figures that are used as if they were new: replaced by then, or of another year and without their date."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator

from sayso.lexicon import load
from sayso.nouns import Alert, Page, Statement
from sayso.nouns.folding import fold
from sayso.origins.alerts.figures import Shown, nearest, of_statement
from sayso.origins.alerts.ties import Ties
from sayso.origins.alerts.wording import called, in_its_words, listed, quoted
from sayso.origins.material import Material
from sayso.origins.words import stem

#: a figure that is older than so many days when it is used is old
_OLD = 330


def stale_figures(material: Material, ties: Ties, shown: list[Shown]) -> tuple[Alert, ...]:
    """At most one alert for a figure that was replaced, and one for an old figure without its date.

    ``shown`` is the figure that the members have in common, as each gives it.
    """
    return (*_replaced(material, ties), *_undated(shown, ties))


def _replaced(material: Material, ties: Ties) -> Iterator[Alert]:
    """Pages that give a figure as the latest after a page with a newer one came out."""
    members = set(material.members)
    newer = [j for j in material.judgements if j.kind == "updates" and j.b in members and j.a not in members]
    tried: set[tuple[str, tuple[float, ...]]] = set()
    informed = {material.statements[j.a].document for j in newer} | _disputing(material)
    for judgement in newer:
        new = material.statements[judgement.a]
        old = material.statements[judgement.b]
        pair = _disjoint(old, new, material)
        if pair is None or not (_grows(pair[0]) or ties.one_side(old, new)):
            continue
        then, now = pair
        if (case := (now.page.document, then.figure.named)) in tried:
            continue
        tried.add(case)
        late = [
            found[0]
            for key in material.members
            if (one := material.statements[key]).document not in informed
            and _after(material.pages[one.document], now.page)
            and (found := nearest(one, material.pages[one.document], then.figure)) is not None
            and found[1].agreement == "equal"
            and not _marked(one, now.page)
        ]
        if late:
            yield _replaced_alert(late, now)
            return


def _disjoint(old: Statement, new: Statement, material: Material) -> tuple[Shown, Shown] | None:
    for then in of_statement(old, material.pages[old.document]):
        found = nearest(new, material.pages[new.document], then.figure)
        if found is not None and found[1].agreement in ("disjoint", "open"):
            return then, found[0]
    return None


def _grows(one: Shown) -> bool:
    """Whether it is a count that adds up, so that whoever gives a later one replaces it."""
    return one.figure.measure is not None and one.figure.measure.grows


def _disputing(material: Material) -> set[str]:
    """Pages that set something against a member: they do not pass it on."""
    members = set(material.members)
    return {
        material.statements[key].document
        for j in material.judgements
        if j.kind in ("contradicts", "updates")
        for key in (j.a, j.b)
        if key not in members
    }


def _after(page: Page, newer: Page) -> bool:
    """Whether a page came out after another one; on the same day, where it does not tell the hour."""
    if page.first is None or newer.last is None or newer.first is None:
        return False
    if page.first > newer.last:
        return True
    return page.first[:10] == newer.first[:10] and page.last is not None and page.last > newer.last


def _marked(statement: Statement, newer: Page) -> bool:
    """Whether a statement says itself that its figure is an earlier one, or passes it on to reject it."""
    if any(hop.to is not None and newer.first is not None and hop.to < newer.first[:10] for hop in statement.chain):
        return True
    return marked(statement)


def marked(statement: Statement) -> bool:
    """Whether the words call the figure an earlier one, or reject it."""
    return _earlier().search(statement.quote) is not None or rejects(statement) or corrected(statement)


@functools.cache
def _earlier() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load("alerts.yaml")["earlier"]["words"]))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def corrected(statement: Statement) -> bool:
    """Whether a statement gives what a page or a source said before: *an earlier version of this article said*."""
    said = [statement.text, *(hop.text or "" for hop in statement.chain)]
    return any(_version().search(text) for text in said)


@functools.cache
def _version() -> re.Pattern[str]:
    words = load("alerts.yaml")["versions"]
    when, what = ("|".join(words[name]) for name in ("when", "what"))
    return re.compile(rf"\b(?:{when}) (?:{what})s?\b", re.IGNORECASE)


def rejects(statement: Statement) -> bool:
    """Whether somebody in the chain passes the claim on to reject it."""
    stems = {stem(word) for word in load("alerts.yaml")["rejecting"]["words"]}
    cues = (stem(word) for hop in statement.chain for word in fold(hop.cue or "").split())
    return statement.polarity == "denied" or any(cue in stems for cue in cues)


def _replaced_alert(late: list[Shown], now: Shown) -> Alert:
    pages = list(dict.fromkeys(called(one.page) for one in late))
    surely = all((one.page.first or "") > (now.page.last or "") for one in late)
    when = "by then" if surely else "on the same day"
    return Alert(
        kind="stale-figure",
        why=f"{listed(pages)} {_gives(pages)} {quoted(late[0].figure.figure.text)} as the latest; {when} "
        f"{called(now.page)} had a newer figure: {in_its_words(now.statement)}.",
        pages=tuple(dict.fromkeys([*(one.page.source for one in late), now.page.source])),
        score=0.85 if surely else 0.7,
    )


def _gives(pages: list[str]) -> str:
    return "gives" if len(pages) == 1 else "give"


def _undated(shown: list[Shown], ties: Ties) -> Iterator[Alert]:
    """Pages that give a figure of another year as if it were of today."""
    for number, first in enumerate(shown):
        since = dated(first.statement, first.page)
        if since is None:
            continue
        later = [
            one
            for one in (*shown[:number], *shown[number + 1 :])
            if one.page.document != first.page.document
            and ties.later(first.statement, one.statement)
            and _bare(one)
            and (one.figure.named == first.figure.named)
        ]
        if later:
            yield _undated_alert(first, since, later)
            return


def dated(statement: Statement, page: Page) -> str | None:
    """The year that a statement says its figure is of, where that is long before its page."""
    if page.first is None:
        return None
    limit = (dt.date.fromisoformat(page.first[:10]) - dt.timedelta(days=_OLD)).isoformat()
    # only what says when it was said or reckoned: an event long past has its figures from then
    past = [hop.to for hop in statement.chain if hop.to is not None and hop.to < limit]
    return past[0][:4] if past else None


def _bare(one: Shown) -> bool:
    """Whether a page gives the figure without any day on which it was said, and does not reject it."""
    return not rejects(one.statement) and not any(hop.to is not None for hop in one.statement.chain)


def _undated_alert(first: Shown, year: str, later: list[Shown]) -> Alert:
    pages = list(dict.fromkeys(called(one.page) for one in later))
    return Alert(
        kind="stale-figure",
        why=(
            f"{quoted(first.figure.figure.text)} is of {year}, as {called(first.page)} says; "
            f"{listed(pages)} {_gives(pages)} it without its date."
        ),
        pages=tuple(dict.fromkeys([first.page.source, *(one.page.source for one in later)])),
        score=0.85,
    )
