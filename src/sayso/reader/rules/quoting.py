"""*AP quoted him as saying …*: two hops, the one who quotes and the one who is quoted."""

from __future__ import annotations

from sayso.reader.common.hop import Hop
from sayso.reader.rules.clause import Clause
from sayso.reader.rules.contents import content_end, ends_with_quote, left_content, trim
from sayso.reader.rules.groups import Group
from sayso.reader.rules.subjects import subject_before


def read_quoting(clause: Clause, group: Group) -> tuple[Hop, Hop] | None:
    """Both hops with the same content, the inner one last; None where the words are not *quote X as saying*."""
    page, high = clause.page, clause.high
    lows = page.lows
    if group.verb.base not in {"quote", "cite"} or group.passive or group.infinitive:
        return None
    saying = next(
        (
            i
            for i in range(group.end, min(high - 1, group.end + 16))
            if lows[i] == "as" and lows[i + 1] in {"saying", "telling"}
        ),
        None,
    )
    if saying is None or saying == group.end:
        return None
    floor = clause.floor(group.first, clause.relative_before(group.first))
    outer = clause.last_source(group.first) if group.participle else subject_before(page, floor, group.first)
    begin = saying + 2
    content = trim(page, begin, content_end(page, begin, high)) if begin < high else None
    if content is None and outer is not None:
        left = left_content(page, clause.sentence, floor, outer[0])
        content = trim(page, *left) if left is not None and ends_with_quote(page, left[1]) else None
    if content is None:
        return None
    inner = (group.end, saying - (lows[saying - 1] == ","))
    number, label = clause.number, "say"
    first = Hop(
        cue=(group.head, group.end),
        source=outer,
        contents=[content],
        pattern="quoting",
        score=0.85,
        sentence=number,
        label=label,
    )
    second = Hop(
        cue=(saying + 1, saying + 2),
        source=inner,
        contents=[content],
        pattern="quoted",
        score=0.85,
        sentence=number,
        label=label,
    )
    second.inside = first
    return first, second
