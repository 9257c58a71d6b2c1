"""Title, byline, dates and outlet from the lines around the article, each with its evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.document.html.metadata.dates import plausible
from sayso.document.plain.bylines import author_kind, parse_byline
from sayso.document.plain.dates import find_date, is_when
from sayso.document.plain.features import Features
from sayso.document.plain.masthead import page_title, site_name, vouched
from sayso.document.plain.names import name_score
from sayso.document.plain.patterns import pattern
from sayso.nouns import Author, Evidence, Rival

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*|\(c\)\s*)?(?:by\s+)?(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s+)?"
    r"(?P<name>[^\d\W][^.|©]{1,60}?)(?=\s*(?:[.|©,]|\d{4}|all rights|$))",
    re.IGNORECASE,
)
_HASHES = re.compile(r"^#+\s+")
#: what a firm adds to its name
_FIRM = re.compile(
    r",?\s+(?:Ltd|Limited|Inc|LLC|LLP|GmbH|AG|KG|plc|Corp|Corporation|Co|S\.?A|S\.?A\.?S|S\.?r\.?l|S\.?p\.?A|S\.?L|B\.?V|N\.?V|A/?S|AB|Oy|"
    r"Pty|Kft|d\.?o\.?o|EOOD|OOD|FZE|FZ-?LLC|FZCO|Sh\.?p\.?k|Sp\. z o\.o|Lda|Ltda)\.?$",
    re.IGNORECASE,
)
_CELLS = re.compile(r"\s+[·•|]\s+")
_SUFFIX = re.compile(r"\s+[|–—-]\s+(?P<outlet>[^|–—]{3,40})$")
#: Types whose lines may state a date, and how far to trust each.
_DATED = {
    "date2": 0.9,
    "date": 0.75,  # above the headline it may be that of the visit
    **dict.fromkeys(("byline", "byline2", "head", "head2"), 0.85),
    **dict.fromkeys(("end_date", "end_byline"), 0.7),
}
_DATELINE = re.compile(r"[A-Z][^\W\d][^,.:;–—]{0,40}(?:, [A-Z]\w+)?,? \(?(?P<when>[^–—()]{6,30}?)\)?\s*(?:[–—]|--? )")
_SUBJECT = re.compile(r"subject\s*:\s*(?P<title>\S.*)", re.IGNORECASE)
_FROM = re.compile(r"from\s*:\s*(?P<name>[^<\n]+?)\s*(?:<[^>]*>)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """What the page says of itself. Dates are ISO 8601."""

    title: str | None = None
    bylines: tuple[Author, ...] = ()
    published: str | None = None
    modified: str | None = None
    outlet: str | None = None
    evidence: tuple[Evidence, ...] = ()


def read_head(features: Sequence[Features], states: Sequence[str], *, latest: date) -> Head:
    """Read the typed lines around the article.

    Args:
        features: the units of the page; ``states`` their types.
        latest: no page can have been published after this day (and one).
    """
    evidence: list[Evidence] = []
    title, outlet = _title(features, states, evidence)
    bylines = _bylines(features, states, evidence)
    published, modified = _dates(features, states, latest, evidence)
    outlet = (
        outlet
        or _page_title(features, evidence)
        or _masthead(features, states, evidence)
        or _labelled(features, states, evidence)
        or _copyright(features, evidence)
    )
    return Head(title, bylines, published, modified, outlet, tuple(evidence))


def _line(f: Features) -> str:
    return f"line {f.unit.first + 1}"


def _title(
    features: Sequence[Features], states: Sequence[str], evidence: list[Evidence]
) -> tuple[str | None, str | None]:
    titles = [(_HASHES.sub("", f.unit.text), _line(f)) for f, s in zip(features, states, strict=True) if s == "title"]
    subjects = [
        (m["title"], _line(f))
        for f, s in zip(features, states, strict=True)
        if s in {"head", "head2"} and (m := _SUBJECT.match(f.unit.text))
    ]
    if not titles:
        titles, subjects = subjects, []
    if not titles:
        return None, None
    value, where = titles[-1]  # the one nearest the article
    outlet = None
    for other, place in titles[:-1]:
        suffix = _SUFFIX.search(other)
        if suffix and other[: suffix.start()].strip() == value.strip():
            outlet = suffix["outlet"].strip()
            evidence.append(Evidence(field="outlet", value=outlet, evidence="visible", where=place, score=0.8))
    rivals = tuple(Rival(value=v, evidence="visible", where=p) for v, p in (*titles[:-1], *subjects))
    evidence.append(Evidence(field="title", value=value, evidence="visible", where=where, score=0.8, rivals=rivals))
    return value, outlet


def _bylines(features: Sequence[Features], states: Sequence[str], evidence: list[Evidence]) -> tuple[Author, ...]:
    for wanted, score in (
        (("byline", "byline2"), 0.85),
        (("date", "date2"), 0.7),
        (("end_byline",), 0.6),
        (("head", "head2"), 0.5),
    ):
        names: list[str] = []
        for f, state in zip(features, states, strict=True):
            if state not in wanted:
                continue
            if "head" in wanted:
                sender = _FROM.match(f.unit.text)
                found = [sender["name"].strip(" \"'")] if sender and "mail_header" in f.hits else []
            else:
                found = parse_byline(f.bare) if f.byline or "byline" in wanted else []
            if "byline" not in f.hits and names:
                found = [n for n in found if " " in n or author_kind(n) != "person"]  # "Lenn, 3 May 2024"
            fresh = [n for n in found if n not in names]
            names += fresh
            evidence += [
                Evidence(field="authors", value=n, evidence="visible", where=_line(f), score=score) for n in fresh
            ]
        if names:
            return tuple(Author(name=n, kind=author_kind(n)) for n in names)
    return ()


def _dates(
    features: Sequence[Features], states: Sequence[str], latest: date, evidence: list[Evidence]
) -> tuple[str | None, str | None]:
    published: list[tuple[str, str, float]] = []
    modified: list[tuple[str, str, float]] = []
    for f, state in zip(features, states, strict=True):
        if state not in _DATED:
            continue
        for part in re.split(
            r"\s+[|·•]\s+|(?<=\d)\s*[;(]\s*(?=[A-Za-z])|(?<=\d),?\s+(?=(?:last )?(?:updated|modified|revised)\b)",
            f.bare,
            flags=re.IGNORECASE,
        ):
            found = find_date(part)
            if found is None or not plausible(found.day, latest):
                continue
            score = _DATED[state]
            target = modified if pattern("modified_label").match(part) else published
            target.append((found.iso, _line(f), score))
    if not published:
        published = _dateline(features, states, latest)
    results: list[str | None] = []
    for name, found_all in (("published", published), ("modified", modified)):
        if not found_all:
            results.append(None)
            continue
        value, where, score = max(found_all, key=lambda item: item[2])
        rivals = tuple(Rival(value=v, evidence="visible", where=w) for v, w, _ in found_all if v != value)
        evidence.append(Evidence(field=name, value=value, evidence="visible", where=where, score=score, rivals=rivals))
        results.append(value)
    return results[0], results[1]


def _page_title(features: Sequence[Features], evidence: list[Evidence]) -> str | None:
    """What the title of the page adds to the headline."""
    found = page_title(features)
    if found is None:
        return None
    at, _, name = found
    evidence.append(Evidence(field="outlet", value=name, evidence="visible", where=_line(features[at]), score=0.8))
    return name


def _dateline(features: Sequence[Features], states: Sequence[str], latest: date) -> list[tuple[str, str, float]]:
    """The date of "LENN, 14 March 2024 – The water office said" at the beginning of the article."""
    first = next((f for f, s in zip(features, states, strict=True) if s == "art"), None)
    found = _DATELINE.match(first.unit.text) if first else None
    if first is None or found is None or not is_when(found["when"]):
        return []
    stamp = find_date(found["when"])
    return [(stamp.iso, _line(first), 0.65)] if stamp and plausible(stamp.day, latest) else []


def _masthead(features: Sequence[Features], states: Sequence[str], evidence: list[Evidence]) -> str | None:
    """The name of the site above everything, where more than its place speaks for it."""
    for at, (f, state) in enumerate(zip(features, states, strict=True)):
        if state == "mast" and vouched(features, at):
            rivals: list[Evidence] = []
            other = _copyright(features, rivals)
            own_name = site_name(f)
            name = other if other and other.casefold() == own_name.casefold() else _calm(own_name, features)
            own = tuple(Rival(value=e.value, evidence="visible", where=e.where) for e in rivals if e.value != name)
            evidence.append(
                Evidence(field="outlet", value=name, evidence="visible", where=_line(f), score=0.7, rivals=own)
            )
            return name
    return None


def _labelled(features: Sequence[Features], states: Sequence[str], evidence: list[Evidence]) -> str | None:
    """The name in "Published in Platform Four · 3 min read", a line of several cells near the headline."""
    for f, state in zip(features, states, strict=True):
        label = pattern("outlet_label").match(f.bare) if state in _DATED else None
        cells = _CELLS.split(f.unit.text)
        if label is None or len(cells) < 2:
            continue
        name = cells[0][label.end() :].strip(' “”"‘’')
        if " " in name and name_score(name) >= 0.5 and not is_when(name):
            evidence.append(Evidence(field="outlet", value=name, evidence="visible", where=_line(f), score=0.6))
            return name
    return None


def _calm(name: str, features: Sequence[Features]) -> str:
    """A name in capitals as the page writes it elsewhere, or with capitals at the beginning of words only."""
    if not name.isupper() or " " not in name:
        return name
    for f in features:
        at = f.unit.text.casefold().find(name.casefold())
        if at >= 0 and not (found := f.unit.text[at : at + len(name)]).isupper() and found[0].isupper():
            return found
    return name.title()


def _copyright(features: Sequence[Features], evidence: list[Evidence]) -> str | None:
    for f in reversed(features):
        if "footer" not in f.hits or f.words > 40:
            continue
        found = _COPYRIGHT.search(f.unit.text)
        if found and name_score(found["name"]) >= 0.5:
            name = _FIRM.sub("", found["name"].strip())
            evidence.append(Evidence(field="outlet", value=name, evidence="visible", where=_line(f), score=0.6))
            return name
    return None
