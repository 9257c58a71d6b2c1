"""How many independent origins a claim has: at least, at most, and by the best guess."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.measures.numbers import in_words
from sayso.nouns import Hop, OriginCount, OriginGroup, Reason
from sayso.origins.actors import interest
from sayso.origins.material import Material
from sayso.origins.provenance import wording
from sayso.origins.provenance.account import Account, account_of
from sayso.origins.provenance.edges import edges_of
from sayso.origins.provenance.naming import kind_of_group, name_of
from sayso.origins.provenance.owing import Owed
from sayso.origins.provenance.partition import GUESS, PERHAPS, Bond
from sayso.origins.provenance.walk import Stated

#: reasons printed for the width, and for each group
REASONS = 6
#: so many unnamed sources of one phrase count at most
SEVERAL = 5
#: speakers of a group who are asked whom they speak for
ASKED = 24


def origins_of(material: Material) -> OriginCount:
    """The origins of a cluster.

    ``low`` joins whatever may be joined and leaves out who may say something else, ``high`` joins only what surely is
    one; the groups are the best guess between.
    """
    account = account_of(material)
    doubts = list(_doubts(account))
    low = max(1, len(account.low) - len(doubts))
    extra, plural = _several(account)
    why = (*_width(account), *doubts, *plural)
    return OriginCount(
        low=low,
        high=len(account.high) + extra,
        groups=tuple(_groups(account)),
        why=tuple(dict.fromkeys(why))[:REASONS],
    )


def _doubts(account: Account) -> Iterator[str]:
    """For each origin that counts only if a doubtful member says the same: that it may not."""
    for members in account.low:
        if len(members) < len(account.stated) and account.doubtful.issuperset(members):
            one = account.stated[members[0]]
            yield f"It is not sure that {wording.called(one.page)} says the same: “{one.statement.text}”"


def _several(account: Account) -> tuple[int, list[str]]:
    """How many more there may be because one phrase stands for several unnamed people: *two officials said*."""
    more, why = 0, []
    for members in account.high:
        spoken = [(one.speaker, one.page) for one in (account.stated[n] for n in members)]
        unnamed = [(_people(hop), hop, page) for hop, page in spoken if hop and hop.kind == "anonymous"]
        if not unnamed or len(unnamed) < sum(hop is not None for hop, _ in spoken):
            continue
        count, hop, page = max(unnamed, key=lambda item: item[0])
        if count > 1:
            more += min(count, SEVERAL) - 1
            why.append(f"{wording.called(page)} speaks of “{hop.text}”; whether one has it from another is not said.")
    return more, why


def _people(hop: Hop) -> int:
    """How many people an unnamed source is: *two officials*; one where that is not said, or is another number."""
    first = (hop.text or "").partition(" ")[0]
    counted = hop.count is not None and "-" not in first and (first.isdigit() or in_words(first) == hop.count)
    return hop.count if counted and hop.count else 1


def _groups(account: Account) -> Iterator[OriginGroup]:
    """The groups of the best guess, in the order of publication."""
    home = {n: k for k, members in enumerate(account.guess) for n in members}
    inside: list[list[Bond]] = [[] for _ in account.guess]
    opened: set[int] = set()
    for bond in account.bonds:
        if home[bond.a] != home[bond.b]:
            opened |= {home[bond.a], home[bond.b]} if bond.weight >= PERHAPS else set()
        elif bond.weight > GUESS:
            inside[home[bond.a]].append(bond)
    owed: list[list[Owed]] = [[] for _ in account.guess]
    for one in account.owed:
        if home[one.later] == home[one.earlier]:
            owed[home[one.later]].append(one)
    whole = {tuple(members) for members in account.high}
    for k, numbers in enumerate(account.guess):
        certain = tuple(numbers) in whole and k not in opened and account.doubtful.isdisjoint(numbers)
        yield _group([account.stated[n] for n in numbers], owed[k], inside[k], certain=certain)


def _group(members: Sequence[Stated], owed: Sequence[Owed], tied: Sequence[Bond], *, certain: bool) -> OriginGroup:
    origin = name_of(members)
    reasons = sorted({(-reason.weight, _for_or_against(reason)) for bond in tied for reason in bond.reasons})
    return OriginGroup(
        origin=origin,
        members=tuple(dict.fromkeys(one.page.source for one in members)),
        edges=tuple(edges_of(members, owed, tied, origin)),
        kind=kind_of_group(members),
        interest=_interest(members),
        certain=certain,
        why=tuple(dict.fromkeys(text for _, text in reasons))[:REASONS],
    )


def _for_or_against(reason: Reason) -> str:
    return reason.text if reason.weight >= 0 else f"Against it: {reason.text}"


def _interest(members: Sequence[Stated]) -> str | None:
    """The body that the actor of a group speaks for, by most of its members."""
    asked = [one for one in members if one.speaker][:ASKED]
    found = Counter(of for one in asked if one.speaker and (of := interest(one.speaker, one.page)))
    return min(found, key=lambda of: (-found[of], of)) if found else None


def _width(account: Account) -> Iterator[str]:
    """Why the interval is no narrower: for what is joined at the low end and not at the high one."""
    if len(account.low) == len(account.high):
        return
    of_high = {n: k for k, members in enumerate(account.high) for n in members}
    of_low = {n: k for k, members in enumerate(account.low) for n in members}
    of_guess = {n: k for k, members in enumerate(account.guess) for n in members}
    told = 0
    for bond in sorted(account.bonds, key=lambda bond: (-bond.weight, bond.a, bond.b)):
        if of_high[bond.a] != of_high[bond.b] and of_low[bond.a] == of_low[bond.b] and bond.weight >= PERHAPS:
            a, b = account.stated[bond.a], account.stated[bond.b]
            reasons = " ".join(reason.text for reason in bond.reasons)
            may = "probably, but not surely," if of_guess[bond.a] == of_guess[bond.b] else "may"
            two = a.page is not b.page
            pages = (
                f"{wording.called(a.page)} and {wording.called(b.page)}" if two else f"{wording.called(a.page)}, twice,"
            )
            has = "have" if two or may == "may" else "has"
            yield f"{pages} {may} {has} it from one origin: {reasons}"
            told += 1
            if told == REASONS:
                return
