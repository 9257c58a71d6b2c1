"""How well each place that a name may mean fits the document: features, and a log-linear model over them.

The model is a softmax over the candidates of one name and *nothing*: that none of them is meant, which has one weight
in each round. Its features are of two sorts. *Own* ones need only the name:
how it is written, how many live there, what kind of place it is, the words beside it. *Shared* ones compare with what
the other names of the document probably mean, reckoned with the chances of the round before: how near, in the same
country, in the same first division. Two tables of weights, ``first`` for the round in which nothing is known of the
others and ``again`` for the rounds after it, were fitted by training/places.py.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.lexicon import load
from sayso.measures.places.gazetteer import Entry, fold
from sayso.measures.places.gazetteer.capitals import capitals
from sayso.measures.places.gazetteer.extent import EARTH_KM, great_circle_km
from sayso.measures.places.senses import Sense

Floats = npt.NDArray[np.float64]
KINDS = ("country", "admin1", "admin2", "city", "continent", "group", "region", "sea", "river", "lake", "island",
         "mountain", "desert", "facility", "oilfield", "other")  # fmt: skip
OWN = ("score", "name", "abbreviation", "spelling", "people", "fewer people", "unknown people", "kind fits",
       "kind against", "written within", "written elsewhere", "loosely within", "loosely elsewhere", "outlet's country",
       "capitals", "capital city", "division beside the capital", "with the", "with the, no town", *KINDS)  # fmt: skip
SHARED = ("near 50 km", "near 250 km", "near in the text", "share of country", "country named", "share of division",
          "division named", "country beside", "division beside", "a country's share", "a division's share")  # fmt: skip
NOTHING = "nothing"
#: after so many the chances hardly change any more; the tables were fitted with as many
ROUNDS = 3
#: kinds that are too large for their point to be near to anything
_LARGE = frozenset(("country", "continent", "group", "admin1", "sea", "desert"))
#: kinds whose names have an article: *the Paraná*
_WITH_ARTICLE = frozenset(("river", "sea", "desert", "mountain", "region", "group"))
#: names so many characters apart are beside each other by half
_HALF = 150.0
#: of a name that stands often, the first so many times are compared
_OFTEN = 8


@dataclass(frozen=True)
class Setting:
    """The ``n`` candidates of all names of a document as arrays.

    ``group`` (n,) is the number of the sense of each, ``starts`` the row of the first candidate of each sense that has
    any. ``own`` is (n, len(OWN)); ``near``, ``same_country``, ``same_division``, ``names_country`` and
    ``names_division`` are (n, n): row by row what each other candidate is to this one, 0 within a sense. ``is_country``
    and ``is_division`` are (n,), 0 or 1; ``senses`` is the number of senses.
    """

    entries: tuple[Entry, ...]
    group: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]
    own: Floats
    near: tuple[Floats, ...]
    same_country: Floats
    same_division: Floats
    names_country: Floats
    names_division: Floats
    is_country: Floats
    is_division: Floats
    senses: int


@functools.cache
def weights() -> dict[str, Floats]:
    """The two tables, as vectors in the order of :data:`OWN` and :data:`SHARED`; the last is the weight of nothing."""
    tables = load("place_weights.toml")
    return {
        "first": np.array([float(tables["first"].get(name, 0.0)) for name in (*OWN, NOTHING)]),
        "again": np.array([float(tables["again"].get(name, 0.0)) for name in (*OWN, *SHARED, NOTHING)]),
    }


def within(entry: Entry, outer: Entry) -> bool:
    """Whether a place lies in a country, a first or a second division."""
    if entry is outer or entry.id == outer.id or outer.country is None:
        return False
    if entry.country != outer.country and outer.country not in entry.countries:
        return False
    if outer.kind == "country":
        return True
    if outer.kind == "admin1":
        return entry.admin1 == outer.name and entry.kind not in ("admin1", "country")
    if outer.kind == "admin2":
        return (
            entry.admin1 == outer.admin1
            and great_circle_km(entry.lat, entry.lon, outer.lat, outer.lon) < 2 * outer.radius_km
        )
    return False


@functools.cache
def _capitals() -> frozenset[tuple[str, str]]:
    """Countries and their capitals' folded names."""
    return frozenset((iso2, fold(name)) for iso2, name in capitals().items())


def _is_capital(entry: Entry) -> bool:
    return entry.kind == "city" and (entry.country, fold(entry.name)) in _capitals()


def own_features(sense: Sense, senses: Sequence[Sense], outlet: frozenset[str]) -> Floats:
    """One row a candidate of ``sense``, (candidates, len(OWN)), in the order of :data:`OWN`.

    Args:
        sense: the name.
        senses: all names of the document, which ``sense.within`` and ``sense.loosely`` number.
        outlet: the countries of the page's outlet, ISO 3166 alpha-2.
    """
    towns = {m.entry.country for m in sense.matches if _is_capital(m.entry)}
    rows = np.zeros((len(sense.matches), len(OWN)))
    at = {name: column for column, name in enumerate(OWN)}
    people = [math.log10((m.entry.population or 300) + 10) / 7 for m in sense.matches]
    most = max(people, default=0.0)
    insides = [[any(within(m.entry, q.entry) for q in senses[o].matches) for o in sense.within] for m in sense.matches]
    loosely = [[any(within(m.entry, q.entry) for q in senses[o].matches) for o in sense.loosely] for m in sense.matches]
    for row, match in enumerate(sense.matches):
        entry = match.entry
        rows[row, at["score"]] = match.score
        rows[row, at["name"]] = match.how in ("name", "folded", "demonym")
        rows[row, at["abbreviation"]] = match.how == "abbreviation"
        rows[row, at["spelling"]] = match.how == "spelling"
        rows[row, at["people"]] = people[row]
        rows[row, at["fewer people"]] = most - people[row]
        rows[row, at["unknown people"]] = entry.population is None
        if sense.kinds:
            rows[row, at["kind fits"]] = entry.kind in sense.kinds
            rows[row, at["kind against"]] = entry.kind not in sense.kinds
        if sense.article:
            rows[row, at["with the"]] = entry.kind in ("city", "admin1", "admin2")
            rows[row, at["with the, no town"]] = entry.kind in _WITH_ARTICLE
        rows[row, at["written within"]] = any(insides[row])
        rows[row, at["written elsewhere"]] = any(map(any, insides)) and not any(insides[row])
        rows[row, at["loosely within"]] = any(loosely[row])
        rows[row, at["loosely elsewhere"]] = any(map(any, loosely)) and not any(loosely[row])
        rows[row, at["outlet's country"]] = entry.country in outlet
        rows[row, at["division beside the capital"]] = entry.kind in ("admin1", "admin2") and entry.country in towns
        rows[row, at["capital city"]] = _is_capital(entry)
        rows[row, at["capitals"]] = sense.text.isupper() and len(sense.text) < 5 and match.how == "folded"
        rows[row, at[entry.kind]] = 1.0
    return rows


def setting_of(
    senses: Sequence[Sense],
    places: Sequence[Sequence[int]],
    outlet: frozenset[str],
    document: Sequence[Sense] | None = None,
) -> Setting:
    """The arrays of some names of a document (all, unless ``document`` has more).

    ``places``: where in the text each sense stands. Some sense must have candidates.
    """
    everything = senses if document is None else document
    entries = tuple(m.entry for s in senses for m in s.matches)
    group = np.array([g for g, s in enumerate(senses) for _ in s.matches], dtype=np.int64)
    own = np.concatenate([own_features(s, everything, outlet) for s in senses])
    lat, lon = (np.radians(np.array([getattr(e, axis) for e in entries])) for axis in ("lat", "lon"))
    unit = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    km = np.arccos(np.clip(unit @ unit.T, -1.0, 1.0)) * EARTH_KM
    other = (group[:, None] != group[None, :]).astype(np.float64)
    beside = _beside(places)[group][:, group] * other
    small = other * np.array([e.kind not in _LARGE for e in entries], dtype=np.float64)[None, :]
    countries, divisions = (_same([key(e) for e in entries]) for key in (lambda e: e.country, _division))
    is_country = np.array([e.kind == "country" for e in entries], dtype=np.float64)
    is_division = np.array([e.kind == "admin1" for e in entries], dtype=np.float64)
    is_any_division = np.array([e.kind in ("admin1", "admin2") for e in entries], dtype=np.float64)
    fifty = np.exp(-km / 50.0)
    return Setting(
        entries=entries,
        group=group,
        starts=np.flatnonzero(np.diff(group, prepend=-1)),
        own=own,
        near=(fifty * small, np.exp(-km / 250.0) * small, fifty * small * beside),
        same_country=countries * other,
        same_division=divisions * other,
        names_country=countries * is_country[None, :] * beside,
        names_division=divisions * is_any_division[None, :] * beside,
        is_country=is_country,
        is_division=is_division,
        senses=len(senses),
    )


def _division(entry: Entry) -> str | None:
    admin1 = entry.name if entry.kind == "admin1" else entry.admin1
    return f"{entry.country} {admin1}" if entry.country and admin1 else None


def _same(keys: Sequence[str | None]) -> Floats:
    """1 where two keys are the same; *None* is like nothing."""
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    codes = np.array([numbers[key] for key in keys])
    known = np.array([key is not None for key in keys])
    same: Floats = ((codes[:, None] == codes[None, :]) & known[:, None]).astype(np.float64)
    return same


def _beside(places: Sequence[Sequence[int]]) -> Floats:
    """How near each sense comes to each other one in the text: 1 side by side, half at :data:`_HALF` characters."""
    near = np.zeros((len(places), len(places)))
    for a, mine in enumerate(places):
        for b in range(a):
            gap = min(abs(x - y) for x in mine[:_OFTEN] for y in places[b][:_OFTEN])
            near[a, b] = near[b, a] = 0.5 ** (gap / _HALF)
    return near


def shared_features(setting: Setting, chance: Floats) -> Floats:
    """One row a candidate, (n, len(SHARED)), in the order of :data:`SHARED`.

    Args:
        setting: the candidates.
        chance: (n,), how likely each is by the round before.
    """
    country = setting.same_country @ chance
    division = setting.same_division @ chance
    weight = max(setting.senses - 1, 1)
    named = setting.same_country @ (chance * setting.is_country)
    divided = setting.same_division @ (chance * setting.is_division)
    columns = [np.log1p(kernel @ chance) for kernel in setting.near]
    columns += [country / weight, np.minimum(named, 1.0), division / weight, np.minimum(divided, 1.0)]
    columns += [np.minimum(setting.names_country @ chance, 1.0), np.minimum(setting.names_division @ chance, 1.0)]
    columns += [columns[3] * setting.is_country, columns[5] * setting.is_division]
    return np.stack(columns, axis=1)


def softmax(rows: Floats, table: Floats, setting: Setting) -> Floats:
    """Chances (n,) of the candidates of each sense; what they lack of one is the chance that none of them is meant.

    Args:
        rows: (n, features).
        table: (features + 1,), the weights; the last is that of nothing.
        setting: which candidates belong together.
    """
    scores, nothing = rows @ table[:-1], table[-1]
    high = np.maximum(np.maximum.reduceat(scores, setting.starts), nothing)
    sizes = np.diff(np.append(setting.starts, len(scores)))
    powers = np.exp(scores - np.repeat(high, sizes))
    whole = np.add.reduceat(powers, setting.starts) + np.exp(nothing - high)
    chances: Floats = powers / np.repeat(whole, sizes)
    return chances


def chances(setting: Setting, tables: dict[str, Floats] | None = None) -> Floats:
    """The chance of each candidate that it is meant, (n,), after :data:`ROUNDS` rounds.

    ``tables`` are those of :func:`weights` unless others are tried.
    """
    table = tables or weights()
    chance = softmax(setting.own, table["first"], setting)
    for _ in range(ROUNDS - 1):
        rows = np.concatenate([setting.own, shared_features(setting, chance)], axis=1)
        chance = softmax(rows, table["again"], setting)
    return chance
