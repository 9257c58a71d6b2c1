"""Outlets: one key for the spellings of a name and its addresses, and the list of known outlets and agencies."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.lexicon import load
from sayso.nouns import Page
from sayso.origins.actors.spelling import plain
from sayso.origins.actors.words import class_of, heads_of

_HOST = re.compile(r"(?:https?://)?(?:www\d?\.|m\.|amp\.|mobile\.|edition\.)*((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[:/].*)?")
#: endings of a name that say only that it is on the web
_WEB = re.compile(r"(?:\s+online|\s+website|\.(?:com|net|org|info|news)|\s+on the web)$")
#: second levels under which names are given out
_SECOND = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "go", "or", "ne", "gob", "gouv"})


#: a word for what a listed outlet is, behind its name: *People magazine*
_SORT = re.compile(r"(?<=\w)\s+(?:magazine|newspaper|news agency|agency|website|television|tv|newswire)$")


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet of the list. ``kind``: agency, newspaper, magazine, broadcaster, portal or social.

    ``domain`` is the host of its pages (null where it has none of its own), ``hosts`` are further ones.
    """

    name: str
    aliases: tuple[str, ...]
    domain: str | None
    country: str | None
    kind: str
    hosts: tuple[str, ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)

    @property
    def key(self) -> str:
        """What :func:`outlet_key` gives for all its names."""
        return _key(self.name)


@functools.lru_cache(maxsize=50_000)
def outlet_key(name_or_host: str) -> str:
    """The key that an outlet's names and addresses share: *The Harbour Post*, *Harbour Post Online*, *harbourpost.com*.

    Names and hosts of the list lead to the listed name. Of an unlisted host the registered name is the key, of an
    unlisted name its letters and digits without article and web ending; *News Agency* stays, since *Corvane* and
    *Corvane News Agency* need not be one: :func:`same_outlet` joins them where nothing speaks against it.
    """
    low = plain(name_or_host).strip(" .,;:")
    host = _HOST.fullmatch(low.replace(" ", "")) if "." in low and " " not in low else None
    outlet = (_of_host(host[1]) if host else None) or _listed(low)
    if outlet is not None:
        return outlet.key
    return _letters(_registered(host[1])) if host else _key(low)


@functools.lru_cache(maxsize=50_000)
def _key(name: str) -> str:
    low = plain(name).strip(" .,;:")
    low = re.sub(r"['’]s?$", "", low)
    low = re.sub(r"^the\s+(?=\S)", "", low)
    shorter = _WEB.sub("", low)
    low = shorter if len(_letters(shorter)) >= 3 else low
    return _letters(low.replace("&", " and ")) or low


def _letters(text: str) -> str:
    return re.sub(r"[^\w]|_", "", text)


def _registered(host: str) -> str:
    """*harbourpost* of *news.harbourpost.co.uk*."""
    labels = host.split(".")
    last = len(labels) - 1
    if last > 1 and labels[last - 1] in _SECOND and len(labels[last]) == 2:
        last -= 1
    return labels[last - 1]


@functools.cache
def _list() -> tuple[Outlet, ...]:
    return tuple(
        Outlet(
            name=row["name"],
            aliases=tuple(alias.strip() for alias in (row["aliases"] or "").split("|") if alias.strip()),
            domain=row["domain"] or None,
            country=row["country"] or None,
            kind=row["kind"],
            hosts=tuple(host for host in (row["hosts"] or "").split("|") if host),
        )
        for row in load("outlets.csv")
    )


@functools.cache
def _by_name() -> dict[str, Outlet]:
    """Names first, then aliases: an alias never hides another outlet's name; one that two share names neither."""
    found: dict[str, Outlet] = {}
    for outlet in _list():
        found.setdefault(_key(outlet.name), outlet)
    aliases: dict[str, set[int]] = {}
    for number, outlet in enumerate(_list()):
        for alias in outlet.aliases:
            aliases.setdefault(_key(alias), set()).add(number)
    for key, numbers in aliases.items():
        if len(numbers) == 1:
            found.setdefault(key, _list()[next(iter(numbers))])
    return found


@functools.cache
def _by_host() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for outlet in _list():
        for host in (outlet.domain, *outlet.hosts):
            if host:
                found.setdefault(host, outlet)
    return found


def _of_host(host: str) -> Outlet | None:
    labels = host.split(".")
    return next((o for n in range(len(labels) - 1) if (o := _by_host().get(".".join(labels[n:])))), None)


def _listed(low: str) -> Outlet | None:
    return _by_name().get(_key(low)) or _by_name().get(_key(_SORT.sub("", low)))


def listed(name: str) -> Outlet | None:
    """The outlet of the list that a name or an alias belongs to; null where none does, or more than one."""
    return Outlets().find(name)


class Outlets:
    """The list of lexicon/outlets.csv, asked by name, by alias or by address."""

    def find(self, name: str | None) -> Outlet | None:
        """The outlet of that name or alias; null where there is none, or where it can be several: *the Herald*.

        Initials count only in capitals: *AP* is no agency in *ap* or *Ap*.
        """
        if not name or not name.strip():
            return None
        found = _listed(name)
        bare = re.sub(r"^the\s+", "", plain(name)).strip(" .,;:")
        if found is None or not _cased(name, found) or bare in class_of("mastheads"):
            return None
        return found

    def of_host(self, host: str | None) -> Outlet | None:
        """The outlet that a host, or a host above it, belongs to."""
        if not host:
            return None
        match = _HOST.fullmatch(plain(host))
        return _of_host(match[1]) if match else None

    def __iter__(self) -> Iterator[Outlet]:
        return iter(_list())

    def __len__(self) -> int:
        return len(_list())


def _cased(name: str, found: Outlet) -> bool:
    bare = re.sub(r"^[Tt]he\s+", "", name)
    if bare.isalpha() and len(bare) <= _INITIALS and all(n.isupper() for n in found.all_names if _key(n) == _key(bare)):
        return bare.isupper()
    return any(c.isupper() for c in name) or not name.isascii() or "." in name


#: names of up to so many capitals are initials
_INITIALS = 5


@functools.lru_cache(maxsize=50_000)
def made_like_an_outlet(name: str) -> bool:
    """Whether a capitalised name is made like an outlet's: *Radio X*, *the X Times*, *The Herald*, *x.com*."""
    if name.startswith(("The ", "the ")) and plain(name)[4:] in class_of("mastheads") and name[4:5].isupper():
        return True
    words = re.sub(r"^the\s+", "", plain(name)).split()
    if not words or name == name.lower():
        return False
    last, first = words[-1], words[0]
    return (
        len(words) > 1 and (last in heads_of("outlet_words") or first in class_of("outlet_beginnings"))
    ) or last.endswith(_WEB_ENDINGS)


_WEB_ENDINGS = (".com", ".net", ".org", ".info", ".news")


def same_outlet(a: str, b: str) -> bool:
    """Whether two names or hosts are one outlet's; *X* and *X News Agency* are, unless a list knows both apart."""
    one, two = outlet_key(a), outlet_key(b)
    if one == two:
        return True
    if Outlets().find(a) and Outlets().find(b):
        return False
    short, long = sorted((one, two), key=len)
    return len(short) >= 4 and long.removeprefix(short) in class_of("agency_endings")


_AGENCY_NAME = re.compile(
    r"\b(?:news|press|wire|telegraph(?:ic)?)\s*-?(?:agency|service|association)\b|\bnews ?wire\b|\bwire$"
    r"|\bagence\b|\bagencia\b|\bagenzia\b|\bagentur\b|\bagência\b|\bag[ae]n[ct]i(?:ja|a|e)\b|wire$",
    re.IGNORECASE,
)


def is_agency(what: str | Page | None) -> bool:
    """Whether a name, or the outlet of a page, is a news agency's: by the list, or by what the name says."""
    if what is None:
        return False
    if isinstance(what, Page):
        known = Outlets().of_host(what.host) or Outlets().find(what.outlet)
        return known.kind == "agency" if known else is_agency(what.outlet)
    found = Outlets().find(what)
    if found is not None:
        return found.kind == "agency"
    return _AGENCY_NAME.search(plain(what)) is not None


#: beyond so many outlets a part of a name is many outlets' part, and is not looked for
_FEW = 2_000


def named_in(known: Mapping[str, str], name: str) -> str | None:
    """The key of the known outlet that a name means; null where none does, or more than one can.

    By its key; with or without *News Agency*; else the only one whose key begins or ends with it (*the Herald*), which
    is looked for among a bounded number of outlets only.

    Args:
        known: outlets by :func:`outlet_key`.
        name: as it stands in a text.
    """
    key = outlet_key(name)
    if key in known:
        return key
    joined = [key + ending for ending in sorted(class_of("agency_endings")) if key + ending in known]
    joined += [k for e in sorted(class_of("agency_endings")) if key.endswith(e) and (k := key.removesuffix(e)) in known]
    joined = [k for k in joined if same_outlet(known[k], name)]
    if len(set(joined)) == 1:
        return joined[0]
    if len(key) < _SHORTEST or len(known) > _FEW:
        return None
    near = [k for k in known if len(k) > len(key) and (k.endswith(key) or k.startswith(key))]
    return near[0] if len(near) == 1 else None


#: a key of fewer letters is a part of too many others
_SHORTEST = 4
