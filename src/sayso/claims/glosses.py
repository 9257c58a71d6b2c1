"""Who a claim's leading pronoun is, in brackets behind it: *He [Goran Ristevski] had not been asked.*"""

from __future__ import annotations

import re

from sayso.nouns.attribution import Attribution
from sayso.nouns.mention import Entity

_LEADING = re.compile(r"^(\W*)(I|He|She|It|They)(?:[’'](?:s|m|d|ll|ve|re))?(?= )")
#: After *it* these show that something is meant: *it is clear*, *it rained* mean nothing in particular.
_DOING = re.compile(r" (?:had|has|have|will|would|did|does|never|planned|plans|holds|held|owns|expects|stood|stands)\b")
_MEANS_NOBODY = re.compile(r" (?:will|would|did|does|has|had) (?:not )?(?:be|been|rain(?:ed)?|snow(?:ed)?|take[ns]?)\b")


def gloss(text: str, attribution: Attribution, entity: Entity | None, *, alone: bool) -> str:
    """``text`` with the source's name behind the pronoun that it begins with, where that pronoun is the source.

    ``alone``: the text is the content without its cue clause. *I* is the speaker of a quotation; *he*, *she* and *they*
    in reported speech are whoever is reported, *it* is a body that speaks. Any other pronoun stays as it is.
    """
    match = _LEADING.match(text)
    if match is None or entity is None or attribution.source.text is None:
        return text
    pronoun, source = match[2].lower(), attribution.source.text.lower()
    rest = text[match.end() :]
    if not alone:
        fits = pronoun == source
    elif attribution.manner == "direct":
        fits = pronoun == "i" and entity.type == "person"
    elif pronoun in {"he", "she"}:
        fits = entity.type == "person" and (source == pronoun or source not in {"he", "she"})
    elif pronoun == "it":
        fits = (
            entity.type in {"organization", "outlet", "group"}
            and bool(_DOING.match(rest))
            and not _MEANS_NOBODY.match(rest)
        )
    else:
        fits = pronoun == "they" and entity.type == "group" and source.split()[-1].endswith("s")
    return f"{text[: match.end()]} [{entity.name}]{rest}" if fits else text
