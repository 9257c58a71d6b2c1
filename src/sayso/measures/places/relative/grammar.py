"""The patterns of relative places, over masked text. Every repetition is bounded, so that time stays linear."""

from __future__ import annotations

import functools
import re

from sayso.measures.numbers import NUMBER_WORDS
from sayso.measures.places.relative.lengths import length_pattern
from sayso.measures.places.relative.words import (
    DIRECTION_ERN,
    DIRECTIONS,
    DIRECTIONS_ERN,
    PLACE,
    POSSESSIVE,
    any_of,
    table,
    words,
)

#: a capitalised word that may be one of a people: *Tunisian*, *South Sudanese*
_PEOPLE = r"(?-i:[A-Z][a-z]{2,20})"
_COUNTRY_NOUN = r"(?:the|this|that)\s(?:country|nation)"


def anchor(p: str) -> str:
    """A point or area: a name with what stands round it, *the town*, *the capital of X*; groups begin with ``p``."""
    settlement, feature, capital = words("settlements"), words("features"), words("capitals")
    lead = rf"(?:(?:the|its|their|an?)\s)?(?:(?:{PLACE}|[\w’'-]{{1,20}})\s){{0,2}}?"
    return (
        rf"(?:the\s{capital}\sof\s(?:the\s)?(?P<{p}capital_of>{PLACE})"
        rf"|(?P<{p}capital_whose>{PLACE}){POSSESSIVE}\s{capital}\b"
        rf"|(?:{lead}(?:{settlement}|{feature})(?:\sof)?,?\s|the\s)?(?P<{p}name>{PLACE})(?:,\s(?P<{p}inside>{PLACE}))?"
        rf"|the\s(?P<{p}capital_adjective>{PLACE}|{_PEOPLE})\s{capital}\b"
        rf"|(?:the|its|their|that|this)\s(?:[a-z-]{{3,15}}\s)?(?P<{p}noun>{capital}|{settlement}|{feature})\b(?!\sof\b)"
        rf"|(?P<{p}country>{_COUNTRY_NOUN})\b(?!{POSSESSIVE})"
        rf"|(?P<{p}pronoun>it|here|there)\b)"
    )


def border(p: str) -> str:
    """A border: *the Tunisian border*, *the border with X*, *the X–Y border*, *the Turkish one*, *the border*."""
    noun, side = words("borders"), rf"(?:{DIRECTION_ERN}\s)?"
    whose = rf"(?:{PLACE}|{_PEOPLE}(?:\s{_PEOPLE})?)"
    return (
        rf"(?:(?:the|its|their|a)\s)?(?:(?:{side}|[a-z]{{3,12}}\s)"
        rf"(?P<{p}one>{whose})(?:{POSSESSIVE})?(?:\s?[-–—/]\s?(?P<{p}two>{whose}))?\s{side}(?:land\s)?"
        rf"(?:{noun}(?:\swith\s(?:the\s)?(?P<{p}with>{PLACE}))?|(?P<{p}same>one))\b"
        rf"|{side}(?:common\s|shared\s|country['’]s\s|land\s)?{side}{noun}"
        rf"\s(?:with|between|of|to|into|separating|dividing)\s(?:the\s)?"
        rf"(?P<{p}of>{PLACE})(?:\s(?:and|with|from)\s(?:the\s)?(?P<{p}and>{PLACE}))?"
        rf"|{side}(?P<{p}bare>{noun})\b(?!\s(?:with|between|of)\b))"
    )


def coast(p: str) -> str:
    """A coast: *the Libyan coast*, *the coast of X*, *X's southern coast*, *the Pacific coast of Mexico*."""
    noun = words("coasts")
    whose = rf"(?:{PLACE}|{_PEOPLE}(?:\s{_PEOPLE})?)"
    side = rf"(?:(?P<{p}side>{DIRECTIONS_ERN})\s)?"
    return (
        rf"(?:(?P<{p}whose>{PLACE}){POSSESSIVE}\s{side}(?:{_PEOPLE}\s)?{noun}\b"
        rf"|(?:(?:the|its|their)\s)?(?:(?P<{p}side2>{DIRECTIONS_ERN})\s)?"
        rf"(?:(?P<{p}adjective>{whose})\s|[a-z]{{3,12}}\s)?(?:(?P<{p}side3>{DIRECTIONS_ERN})\s)?(?P<{p}noun>{noun})\b"
        rf"(?:\sof\s(?:{words('settlements')}\sof\s|the\s)?(?P<{p}of>{PLACE}))?)"
    )


def target(p: str) -> str:
    """Whatever a distance or direction is told from."""
    return rf"(?:(?P<{p}border>{border(p + 'b_')})|(?P<{p}coast>{coast(p + 'c_')})|(?P<{p}place>{anchor(p + 'a_')}))"


@functools.cache
def patterns() -> dict[str, re.Pattern[str]]:
    """All patterns by name. Their order has no meaning: of two that overlap the longer phrase is kept."""
    length = length_pattern("q_")
    part, road = words("parts"), words("roads")
    settlement = words("settlements")
    far = r"(?:(?:far|extreme|deep|remote|upper)[\s-])?"
    middle = rf"(?P<dir>{DIRECTIONS_ERN}|central)"
    hours = rf"(?:{length_time()})"
    raw = {
        "away_dir": rf"{length}(?:\saway)?,?\s(?:to\sthe\s|due\s|directly\s|further\s|farther\s|just\s)?"
        rf"(?P<dir>{DIRECTIONS})\s(?:of|from)\s{target('t_')}",
        "away": rf"{length}(?:\s(?:away|inland|offshore|(?P<way>(?:up|down|along)\sthe\s(?:coast|river|road|valley|"
        rf"highway|shore|lake))|(?P<stream>upstream|downstream|upriver|downriver)))?"
        rf"\s(?P<how>from|of|off|outside|inside|short\sof|beyond|into)\s{target('t_')}",
        "implicit": rf"{length}(?:\s(?:away|further|farther))?\s(?:to\sthe|further|farther|due)\s"
        rf"(?P<dir>{DIRECTIONS})\b(?!\s(?:of|from)\b|-)",
        "town_to_the": rf"(?:in\s)?the\s(?:[\w-]{{3,15}}\s|{PLACE}\s)?{settlement}\sto\sthe\s(?P<dir>{DIRECTIONS})\b"
        rf"(?!\s(?:of|from)\b)",
        "implicit_away": rf"{length}\s(?:away|distant)\b(?!\sfrom\b)",
        "journey": rf"{hours}\s(?:(?:to\sthe\s|due\s)?(?P<dir>{DIRECTIONS})\s)?(?:of|from|outside)\s{anchor('t_a_')}",
        "bearing": rf"(?:(?P<mod>just|due|immediately|directly|to\sthe|further|far|a\slittle|slightly|well)\s)?"
        rf"(?P<dir>{DIRECTIONS})\sof\s{target('t_')}",
        "part_of": rf"(?:the\s)?{far}(?P<dir>{DIRECTIONS})(?:\s(?P<noun>{part}))?\sof\s{anchor('t_a_')}",
        "part_ern_of": rf"(?:the\s)?{far}{middle}\s(?P<noun>{part})\s(?:of|in)\s{anchor('t_a_')}",
        "part_ern": rf"(?:the\s)?{far}{middle}\s(?P<t_a_name>{PLACE})",
        "part_whose": rf"(?:(?P<t_a_name>{PLACE})|(?P<t_a_country>{_COUNTRY_NOUN})){POSSESSIVE}\s"
        rf"{far}{middle}(?:\s(?P<noun>{part}|{words('coasts')}))?\b(?!\s{words('borders')})",
        "near": rf"(?P<mod>{words('near')})\s{target('t_')}",
        "near_building": rf"(?P<mod>{words('near')})\s(?:the|his|her|its|their|an?)\s(?:[a-z’']{{2,15}}\s){{0,2}}?"
        rf"(?P<t_a_name>{PLACE})(?:{POSSESSIVE})?\s(?:[a-z]{{3,15}}\s)?{words('buildings')}\b",
        "outskirts": rf"(?P<mod>{words('outskirts')})\s{anchor('t_a_')}",
        "outskirts_whose": rf"(?P<t_a_name>{PLACE}){POSSESSIVE}\s(?:(?P<dir>{DIRECTIONS_ERN})\s)?"
        rf"(?P<noun>outskirts|suburbs|suburb|fringes)\b",
        "outskirts_side": rf"(?:(?:on|in|at)\s)?the\s(?P<dir>{DIRECTIONS_ERN})\s(?P<noun>outskirts|suburbs|suburb|"
        rf"fringes|edge)\sof\s{anchor('t_a_')}",
        "suburbs": rf"(?P<mod>{words('suburbs')})\s{anchor('t_a_')}",
        "on_border": rf"(?P<mod>{words('on_line')})\s{border('t_b_')}",
        "coast": rf"(?:(?P<mod>along|off|on|from|up|down|at)\s)?{coast('t_c_')}",
        "off": rf"(?:(?:the|an?)\s{words('off_sea')}\s)?(?:just\s)?off\s(?:(?P<t_coast>{coast('t_c_')})|"
        rf"(?P<t_place>(?:the\s(?:islands?|{settlement})\sof\s)?(?P<t_a_name>{PLACE})))",
        "between": rf"(?P<mod>(?:mid-?way|half-?way)\s)?between\s{anchor('u_')}\sand\s{anchor('v_')}",
        "between_pair": rf"(?P<mod>(?:mid-?way|half-?way)\s)?between\s(?P<pair>them\b|the\stwo(?:\s{settlement}s?|"
        rf"\s(?:towns|cities|villages|ports|islands|places))?\b)",
        "road": rf"(?:the|a)\s(?:[a-z-]{{2,15}}\s){{0,2}}?{road}\s(?:that\s)?(?:running\s|leading\s|going\s)?"
        rf"(?:between|from|linking|connecting|links|connects|joining)\s{anchor('u_')}\s(?:and|to|with|towards?)\s"
        rf"{anchor('v_')}",
        "road_pair": rf"the\s(?P<u_name>{PLACE})\s?(?:[-–—/]|to|and)\s?(?P<v_name>{PLACE})\s"
        rf"(?:[a-z-]{{2,15}}\s)?{road}\b",
        "stream": rf"(?P<mod>upstream|downstream|upriver|downriver)\s(?:of|from)\s{anchor('t_a_')}",
        "coast_road": rf"(?P<dir>{DIRECTIONS})\sof\s(?:the|its)\s(?:[a-z-]{{2,20}}\s){{0,3}}?"
        rf"(?P<road>{words('highway_coast')})\b",
    }
    return {name: re.compile(rf"(?<![\w.,/-])(?:{pattern})", re.IGNORECASE) for name, pattern in raw.items()}


def length_time() -> str:
    """A way told by time: *a two-hour drive*, *about 30 minutes' walk*, *three hours by car*."""
    data = table("journeys")
    unit, way = any_of(data["units"]), any_of(data["words"])
    number = rf"(?:\d{{1,3}}(?:\.\d)?|{any_of((*NUMBER_WORDS, 'a few', 'several', 'half an', 'an', 'a'))})"
    return rf"(?:about\s|some\s|around\s)?(?:an?\s)?{number}[\s-]{unit}(?:\s{way}|\sby\s[a-z]{{2,10}}|\saway)?"
