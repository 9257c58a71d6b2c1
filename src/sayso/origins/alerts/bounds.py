"""A cluster of thousands cut to what alerts can be told from."""

from __future__ import annotations

import dataclasses

from sayso.origins.material import Material

#: members that are looked at, half of them the first and half the last, and judgements other than *same*
_MEMBERS, _JUDGED = 300, 300


def bounded(material: Material) -> Material:
    """The material with the first and last members, and what the surest judgements tie to them."""
    others = [j for j in material.judgements if j.kind not in ("same", "unsure")]
    if len(material.members) <= _MEMBERS and len(others) <= _JUDGED:
        return dataclasses.replace(material, judgements=tuple(others))
    half = _MEMBERS // 2
    members = dict.fromkeys((*material.members[:half], *material.members[-half:]))
    dropped = set(material.members) - members.keys()
    kept = sorted((j for j in others if not {j.a, j.b} & dropped), key=lambda j: (-j.score, j.a, j.b))[:_JUDGED]
    keys = members.keys() | {key for j in kept for key in (j.a, j.b)}
    return dataclasses.replace(
        material,
        members=tuple(members),
        statements={key: one for key, one in material.statements.items() if key in keys},
        judgements=tuple(sorted(kept, key=lambda j: (j.a, j.b))),
    )
