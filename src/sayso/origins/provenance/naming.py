"""A readable name for an origin: *news conference of Mayor Goran Ristevski, 12 March 2024*."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.nouns import Hop
from sayso.nouns.origins import OriginKind
from sayso.origins.provenance import wording
from sayso.origins.provenance.walk import Stated

#: which kind of origin a group has where its members differ: what tells most comes first
_ORDER: tuple[OriginKind, ...] = (
    "document",
    "eyewitness",
    "press conference",
    "speech",
    "interview",
    "expert",
    "anonymous",
    "statement",
    "report",
    "outlet",
    "unknown",
)


def kind_of_group(group: Sequence[Stated]) -> OriginKind:
    """The kind that tells most among the members; a name makes an anonymous source a named one."""
    kinds = [one.kind for one in group]
    named = [one.kind for one in group if one.speaker and one.speaker.kind != "anonymous"]
    spoken = named or [kind for kind in kinds if kind not in ("outlet", "unknown")] or kinds
    return min(spoken, key=_ORDER.index)


def name_of(group: Sequence[Stated], kind: OriginKind) -> str:
    """What to call the origin of a group."""
    speakers = [one.speaker for one in group if one.speaker]
    if not speakers:
        return _of_outlet(group[0])
    who = _best(speakers)
    if kind == "anonymous":
        return f"unnamed {_without_article(who)}"
    if kind == "eyewitness":
        anonymous = all(hop.kind == "anonymous" for hop in speakers)
        return f"eyewitness: {'unnamed ' if anonymous else ''}{_without_article(who)}"
    if kind == "expert":
        return f"expert: {_without_article(who)}"
    when = _when(group)
    if kind == "document":
        return f"{_without_article(who)}{when}"
    words = Counter(one.occasion.words for one in group if one.occasion.words and one.kind == kind)
    medium = {"reporters": "remarks to reporters", "journalists": "remarks to reporters"}.get(
        word := words.most_common(1)[0][0] if words else "", word
    )
    known = {
        "press conference": "news conference",
        "statement": "statement",
        "speech": "speech",
        "interview": "interview",
    }
    told = next((one.occasion.alone_to for one in group if one.occasion.alone_to), None)
    what = medium if medium in _NOUNS else known.get(kind, "statement")
    whom = f" with {told}" if kind == "interview" and told else ""
    return f"{what} of {_with_article(who)}{whom}{when}"


_NOUNS = frozenset(
    (
        "press conference",
        "news conference",
        "media conference",
        "joint press conference",
        "briefing",
        "press briefing",
        "written statement",
        "statement",
        "communiqué",
        "press release",
        "announcement",
        "speech",
        "address",
        "televised address",
        "telephone interview",
        "voice message",
        "remarks to reporters",
        "letter",
        "reply",
    )
)


def _best(speakers: Sequence[Hop]) -> str:
    """The fullest way in which a page puts the speaker, named ones first."""
    counted = Counter((hop.kind in ("named", "group", "document"), wording.speaker(hop)) for hop in speakers)
    ranked = sorted(counted, key=lambda item: (not item[0], -_told(item[1]), item[1]))
    return ranked[0][1]


def _told(text: str) -> int:
    """How much a name tells: names with a capital more than descriptions, up to a handful of words."""
    words = text.split()
    return 2 * sum(word[:1].isupper() for word in words[:6]) + len(words[:6])


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if first.casefold() in ("the", "a", "an", "one") and rest else text


def _with_article(text: str) -> str:
    """*the* in small letters within a name, *an* as it is."""
    first, _, rest = text.partition(" ")
    return (
        f"{first.casefold()} {rest}" if first.casefold() in ("the", "a", "an", "its", "his", "her") and rest else text
    )


def _when(group: Sequence[Stated]) -> str:
    """The day on which it was said; the first day of a report of it where no page tells."""
    said = sorted({(o.from_, o.to) for one in group if (o := one.occasion).from_ and o.to and _short(o.from_, o.to)})
    if said and (when := wording.days(*said[0])):
        return f", {when}"
    if reported := next((when for one in group if (when := wording.day(one.page.published))), None):
        return f", reported {reported}"
    return ""


def _short(from_: str, to: str) -> bool:
    return from_[:7] == to[:7] or from_[:4] == to[:4]


def _of_outlet(first: Stated) -> str:
    """An origin that no page states: the report of the outlet that had it first, or of the one it cites."""
    if first.via:
        return f"report of {_with_article(first.via[0].name or first.via[0].words)}, of which no page is known"
    if first.own:
        return f"own account of {wording.called(first.page)}"
    return f"unattributed, first in {wording.called(first.page)}"
