"""A readable name for an origin: *news conference of Mayor Goran Ristevski, 12 March 2024*."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.nouns import Hop
from sayso.nouns.origins import OriginKind
from sayso.origins.provenance import wording
from sayso.origins.provenance.lexicon import shown
from sayso.origins.provenance.occasions import Occasion, days_between
from sayso.origins.provenance.walk import Stated, nobody

#: how little the kinds of sources tell of who it is
_KINDS = {"named": 0, "document": 0, "group": 0, "role": 1, "anonymous": 2}
#: what to call an utterance where the page has no better word
_UTTERANCES: dict[OriginKind, str] = {
    "press conference": "news conference",
    "statement": "statement",
    "speech": "speech",
    "interview": "interview",
}


#: a page that names a source so many days after one that names none does not tell where that one had it from
LATER = 7


def lead_of(group: Sequence[Stated]) -> Stated:
    """The member by which an origin is called: the earliest that names whom it is from."""

    def told(one: Stated) -> tuple[int, int]:
        hop = one.speaker
        return len(_KINDS) if hop is None or nobody(hop) else _KINDS.get(hop.kind, 3), one.index

    return min(group, key=told)


def kind_of_group(group: Sequence[Stated]) -> OriginKind:
    """The kind of origin: that of the leading member, or of the same speaker where another page tells the occasion."""
    lead = lead_of(group)
    if lead.kind != "statement" or lead.occasion.medium:
        return lead.kind
    return next((one.kind for one in _of_speaker(lead, group) if one.occasion.medium), lead.kind)


def name_of(group: Sequence[Stated]) -> str:
    """What to call the origin of a group."""
    lead = lead_of(group)
    hop, kind = lead.speaker, kind_of_group(group)
    if group[0].silent and hop is not None and (days_between(lead.page, group[0].page) or 0) > LATER:
        return _of_outlet(group[0])
    if hop is None or nobody(hop):
        return _of_outlet(lead) if hop is None else f"somebody whom {wording.called(lead.page)} does not name"
    who = wording.speaker(hop)
    if kind == "anonymous":
        return _unnamed(who, hop)
    if kind in ("eyewitness", "expert"):
        name = f"unnamed {wording.bare(who)}" if hop.kind == "anonymous" else wording.bare(who)
        return f"{kind}: {name}"
    when = _when(lead, group)
    if kind == "document" or hop.kind == "document":
        return f"{wording.bare(who)}{when}"
    occasion = next((one.occasion for one in (lead, *_of_speaker(lead, group)) if one.occasion.medium), lead.occasion)
    told = f" with {occasion.alone_to}" if kind == "interview" and occasion.alone_to else ""
    return f"{_noun(kind, occasion)} of {wording.within(who)}{told}{when}"


def _of_speaker(lead: Stated, group: Sequence[Stated]) -> list[Stated]:
    return [one for one in group if one.speaker and one.actor == lead.actor]


def _unnamed(who: str, hop: Hop) -> str:
    plural = hop.count is not None and hop.count > 1
    return f"unnamed: {wording.bare(who)}" if plural else f"unnamed {wording.bare(who)}"


def _noun(kind: OriginKind, occasion: Occasion) -> str:
    """The noun for an utterance, in the page's own words where they are one."""
    words = occasion.words or ""
    called = shown(words)
    return called or _UTTERANCES.get(kind, "statement")


def _when(lead: Stated, group: Sequence[Stated]) -> str:
    """The day on which it was said, by the leading member; where that does not tell, the day of the first report."""
    occasion = lead.occasion
    if when := wording.days(occasion.from_, occasion.to):
        return f", {when}"
    paper = lead.speaker is not None and lead.speaker.kind == "document" and lead.kind == "document"
    mine = (one for one in group if paper or one is lead or (one.speaker and one.actor == lead.actor))
    reported = next((when for one in mine if (when := wording.day(one.page.published))), None)
    return f", reported {reported}" if reported else ""


def _of_outlet(first: Stated) -> str:
    """An origin that no page states: the report of the outlet that had it first, or of the one it cites."""
    if first.via:
        cited = first.via[0]
        if cited.name is None and (cited.plural or cited.kind == "any"):
            return f"unattributed (“{cited.words}”), first in {wording.called(first.page)}"
        return f"report of {wording.within(cited.name or cited.words)}, which is not among these pages"
    if first.own:
        return f"own account of {wording.called(first.page)}"
    return f"unattributed, first in {wording.called(first.page)}"
