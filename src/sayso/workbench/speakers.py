"""Sources as their pages show them: their addresses, what each says, and who stands beside them in chains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, get_args
from urllib.parse import quote

from sayso.nouns.folding import clean, fold
from sayso.workbench.forms import Form

if TYPE_CHECKING:
    from sayso.nouns.found import FoundClaim

#: how sources that no page names stand in an address
UNNAMED: Final = "-"
_ENDINGS: Final = tuple(f".{form}" for form in get_args(Form)[1:])


def address(name: str | None) -> str:
    """The address of a source's page. A name that ends like one of our forms is told from it by a slash."""
    quoted = quote(name or UNNAMED, safe="")
    return f"/sources/{quoted}/" if quoted.endswith(_ENDINGS) else f"/sources/{quoted}"


def named(path: str) -> str | None:
    """The name that stands in an address; null for sources without one."""
    name = path.removesuffix("/") if path.endswith(tuple(f"{ending}/" for ending in _ENDINGS)) else path
    return None if name == UNNAMED else name


@dataclass(frozen=True, slots=True)
class Beside:
    """Somebody who stands beside a source in chains, and in how many of the claims that were looked at."""

    name: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Whom a source quotes, through whom it is quoted, and on which outlets' pages, each with most claims first."""

    quotes: tuple[Beside, ...]
    through: tuple[Beside, ...]
    carried: tuple[Beside, ...]


def neighbours(claims: Iterable[FoundClaim], names: Iterable[str | None]) -> Neighbours:
    """Who stands next to the source of these names in the chains of some claims."""
    keys = {fold(clean(name or "")) for name in names}
    quotes: Counter[str | None] = Counter()
    through: Counter[str | None] = Counter()
    carried: Counter[str | None] = Counter()
    for claim in claims:
        speakers = [hop.speaker or hop.source for hop in claim.hops]
        at = next((place for place, name in enumerate(speakers) if fold(clean(name or "")) in keys), None)
        if at is None:
            continue
        if at:
            quotes[speakers[at - 1]] += 1
        if at + 1 < len(speakers):
            through[speakers[at + 1]] += 1
        carried[claim.document.outlet] += 1
    return Neighbours(*(_most(counted) for counted in (quotes, through, carried)))


def _most(counted: Counter[str | None]) -> tuple[Beside, ...]:
    return tuple(Beside(name, claims) for name, claims in counted.most_common(30))
