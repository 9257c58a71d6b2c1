"""One reader a pattern: what its match says, as a phrase; nothing where the words around it say something else."""

from __future__ import annotations

import re
from collections.abc import Callable

from sayso.measures.places.geo import compass
from sayso.measures.places.relative.grammar import patterns
from sayso.measures.places.relative.lengths import read_length
from sayso.measures.places.relative.masked import Masked
from sayso.measures.places.relative.phrase import Form, Phrase, Ref, Target
from sayso.measures.places.relative.refs import BORDER, COAST, anchor_of, group_of, line_of, side_of, target_of
from sayso.measures.places.relative.words import is_word, table

#: kinds whose north may be their northern part as well as what lies north of them
_AREAS = frozenset({"country", "admin1", "region", "continent"})


def _away(masked: Masked, match: re.Match[str]) -> Phrase | None:
    length = read_length(match, "q_")
    aim = target_of(masked, match, "t_")
    if length is None or aim is None:
        return None
    what, refs, side = aim
    how = (group_of(match, "how") or "").lower()
    if (
        how
        and what == "place"
        and re.match(r"\s(?:to|towards?)\s[\ue000A-Z]", masked.text[match.end() : match.end() + 12])
    ):
        return None  # from A to B: the length of a way
    if how in ("into", "inside") and what == "place" and refs[0].naming != "name":
        return None
    direction = compass(group_of(match, "dir") or "")
    form: Form = "stream" if group_of(match, "stream") else "away"
    if how == "off":
        form = "off"
    modifier = (group_of(match, "way") or side or "").lower()
    if not modifier and what == "place" and _tells_sea(masked, match):
        modifier = "at sea"
    return Phrase(_start(match), match.end(), form, what, refs, length, direction, modifier)


def _start(match: re.Match[str]) -> int:
    """*just 60 miles from* begins with the number; *about 60 miles from* with the word, since it counts."""
    lead = match["q_lead"]
    return match.end("q_lead") if lead and is_word("exact").fullmatch(lead.strip()) else match.start()


def _tells_sea(masked: Masked, match: re.Match[str]) -> bool:
    """Whether a ship, a reef or the sea stands in the clauses round the phrase."""
    around = masked.text[max(0, match.start() - 100) : match.end() + 60].lower()
    return any(word in table("sea")["words"] for word in re.findall(r"[a-z]+", around))


def _implicit(masked: Masked, match: re.Match[str]) -> Phrase | None:
    length = read_length(match, "q_")
    if length is None:
        return None
    direction = compass(group_of(match, "dir") or "")
    before = masked.text[max(0, match.start() - 40) : match.start()]
    stands = re.search(r"\ue000\ue001*,?\s?$", before) or re.search(
        rf"\b{'|'.join(table('distance_places')['words'])}\s$", before
    )
    if direction is None and not stands:
        return None
    return Phrase(_start(match), match.end(), "away", "place", (Ref("none", ""),), length, direction)


def _journey(masked: Masked, match: re.Match[str]) -> Phrase | None:
    ref = anchor_of(masked, match, "t_a_")
    if ref is None or ref.naming == "pronoun":
        return None
    return Phrase(
        match.start(), match.end(), "away", "place", (ref,), None, compass(group_of(match, "dir") or ""), journey=True
    )


def _bearing(masked: Masked, match: re.Match[str]) -> Phrase | None:
    aim, direction = target_of(masked, match, "t_"), compass(match["dir"])
    if aim is None or direction is None:
        return None
    what, refs, _ = aim
    modifier = (match["mod"] or "").lower()
    if modifier == "to the":
        modifier = ""
        if what == "place" and _within_area(masked, match, refs[0]):
            return None
    elif re.search(r"\b(?:the|in|far)\s$", masked.text[max(0, match.start() - 5) : match.start()], re.IGNORECASE):
        return None  # the north of: a part
    return Phrase(match.start(), match.end(), "bearing", what, refs, None, direction, modifier)


def _within_area(masked: Masked, match: re.Match[str], ref: Ref) -> bool:
    """*fled to the north of Syria* went into it; what *lies to the north of Syria* or follows a comma does not."""
    if ref.place is None or ref.place.gazetteer is None or ref.place.gazetteer.kind not in _AREAS:
        return False
    before = masked.text[max(0, match.start() - 20) : match.start()].lower().removesuffix("to ").rstrip()
    return not before.endswith(",") and before.rsplit(" ", 1)[-1] not in table("distance_places")["words"]


def _part(masked: Masked, match: re.Match[str]) -> Phrase | None:
    ref = anchor_of(masked, match, "t_a_")
    words = match["dir"].lower()
    direction = compass(words)
    if ref is None or ref.naming in ("pronoun", "here") or (direction is None and words != "central"):
        return None
    noun = (group_of(match, "noun") or "").lower()
    before = masked.text[max(0, match.start() - 8) : match.start()].lower()
    if match.re is patterns()["part_of"]:
        if re.search(r"\bto\s(?:the\s)?$", before) and not noun and not _within_area(masked, match, ref):
            return None  # to the north of: a direction
        if not noun and not match[0].lower().startswith("the") and not re.search(r"\b(?:in|the)\s$", before):
            return None
    if words == "central" and is_word("middle_not").match(masked.text, match.end() + 1):
        return None
    form: Form = "part"
    target: Target = "coast" if noun and is_word("coasts").fullmatch(noun) else "place"
    return Phrase(match.start(), match.end(), form, target, (ref,), None, direction, noun or words)


def _near(masked: Masked, match: re.Match[str]) -> Phrase | None:
    aim = target_of(masked, match, "t_")
    if aim is None:
        return None
    what, refs, side = aim
    if what == "place" and (refs[0].naming in ("pronoun", "country") or _of_country(masked, match, refs[0])):
        return None
    return Phrase(match.start(), match.end(), "near", what, refs, None, compass(side), match["mod"].lower())


def _of_country(masked: Masked, match: re.Match[str], ref: Ref) -> bool:
    """*near the US embassy*: something of the country and not in it."""
    kind = ref.place.gazetteer.kind if ref.place and ref.place.gazetteer else None
    return kind == "country" and is_word("institutions").match(masked.text, match.end() + 1) is not None


def _near_building(masked: Masked, match: re.Match[str]) -> Phrase | None:
    """*near his parents’ Algiers home*, *near the Damascus airport*: in or at the town; not *near the US embassy*."""
    ref = anchor_of(masked, match, "t_a_")
    if ref is None or ref.place is None or ref.place.gazetteer is None or ref.place.gazetteer.kind != "city":
        return None
    return Phrase(match.start(), match.end(), "near", "place", (ref,), modifier=match["mod"].lower())


def _edge(form: Form, masked: Masked, match: re.Match[str]) -> Phrase | None:
    ref = anchor_of(masked, match, "t_a_")
    if ref is None or ref.naming in ("pronoun", "country", "here"):
        return None
    noun = (group_of(match, "noun") or "").lower()
    if noun.startswith("suburb"):
        form = "suburbs"
    modifier = (group_of(match, "mod") or noun).lower()
    return Phrase(
        match.start(), match.end(), form, "place", (ref,), None, compass(group_of(match, "dir") or ""), modifier
    )


def _on_border(masked: Masked, match: re.Match[str]) -> Phrase | None:
    refs = line_of(masked, match, "t_b_", BORDER)
    if not refs and group_of(match, "t_b_bare") is None:
        return None
    return Phrase(match.start(), match.end(), "along", "border", refs, None, None, match["mod"].lower())


def _coast(masked: Masked, match: re.Match[str]) -> Phrase | None:
    refs, modifier = line_of(masked, match, "t_c_", COAST), (match["mod"] or "").lower()
    named = any(ref.place is not None for ref in refs)
    if not named and not (modifier and refs):
        return None
    form: Form = "off" if modifier == "off" else "part" if side_of(match, "t_c_") else "along"
    start = match.start() if modifier in ("along", "off") else match.start() + len(match[0]) - len(_less(match))
    return Phrase(start, match.end(), form, "coast", refs, None, compass(side_of(match, "t_c_")), modifier)


def _less(match: re.Match[str]) -> str:
    """The match without its preposition."""
    return match[0][len(match["mod"]) + 1 :] if match["mod"] else match[0]


def _off(masked: Masked, match: re.Match[str]) -> Phrase | None:
    if group_of(match, "t_coast"):
        refs = line_of(masked, match, "t_c_", COAST)
        return Phrase(match.start(), match.end(), "off", "coast", refs, None, compass(side_of(match, "t_c_")))
    before = masked.text[max(0, match.start() - 40) : match.end()].lower().split(" off ")[0].split()[-4:]
    told = any(is_word("off_sea").fullmatch(word.strip(",.")) for word in before)
    if not told and "island" not in match[0].lower():
        return None
    ref = anchor_of(masked, match, "t_a_")
    return None if ref is None else Phrase(match.start(), match.end(), "off", "place", (ref,))


def _between(masked: Masked, match: re.Match[str]) -> Phrase | None:
    modifier = (match["mod"] or "").lower().strip()
    before = masked.text[max(0, match.start() - 60) : match.start()].lower()
    words = re.findall(r"[a-z’']+", before)[-5:]
    told = bool(modifier) or any(word in table("between_land")["words"] for word in words)
    if group_of(match, "pair"):
        if not told and not is_word("settlements").search(match["pair"]):
            return None  # between them, between the two: mostly no towns
        return Phrase(match.start(), match.end(), "between", "place", (Ref("pair", match["pair"]),), modifier=modifier)
    one, other = anchor_of(masked, match, "u_"), anchor_of(masked, match, "v_")
    if one is None or other is None or "pronoun" in (one.naming, other.naming):
        return None
    if not modifier and any(word in table("between_not")["words"] for word in words):
        return None
    return Phrase(match.start(), match.end(), "between", "place", (one, other), modifier="told" if told else "")


def _road(masked: Masked, match: re.Match[str]) -> Phrase | None:
    one, other = anchor_of(masked, match, "u_"), anchor_of(masked, match, "v_")
    if one is None or other is None:
        return None
    return Phrase(match.start(), match.end(), "road", "place", (one, other))


def _stream(masked: Masked, match: re.Match[str]) -> Phrase | None:
    ref = anchor_of(masked, match, "t_a_")
    return (
        None if ref is None else Phrase(match.start(), match.end(), "stream", "place", (ref,), None, None, match["mod"])
    )


def _coast_road(masked: Masked, match: re.Match[str]) -> Phrase | None:
    del masked
    ref = Ref("country", match["road"].lower())
    return Phrase(match.start(), match.end(), "bearing", "coast", (ref,), None, compass(match["dir"]), "road")


def _town_to_the(masked: Masked, match: re.Match[str]) -> Phrase | None:
    """*in the Argentine city to the south-west*: seen from the town that the text is about."""
    del masked
    return Phrase(match.start(), match.end(), "bearing", "place", (Ref("none", ""),), None, compass(match["dir"]))


#: the reader of each pattern of :func:`.grammar.patterns`
READERS: dict[str, Callable[[Masked, re.Match[str]], Phrase | None]] = {
    "town_to_the": _town_to_the,
    "away_dir": _away,
    "away": _away,
    "implicit": _implicit,
    "implicit_away": _implicit,
    "journey": _journey,
    "bearing": _bearing,
    "part_of": _part,
    "part_ern_of": _part,
    "part_ern": _part,
    "part_whose": _part,
    "near": _near,
    "near_building": _near_building,
    "outskirts": lambda masked, match: _edge("outskirts", masked, match),
    "outskirts_whose": lambda masked, match: _edge("outskirts", masked, match),
    "outskirts_side": lambda masked, match: _edge("outskirts", masked, match),
    "suburbs": lambda masked, match: _edge("suburbs", masked, match),
    "on_border": _on_border,
    "coast": _coast,
    "off": _off,
    "between": _between,
    "between_pair": _between,
    "road": _road,
    "road_pair": _road,
    "stream": _stream,
    "coast_road": _coast_road,
}
