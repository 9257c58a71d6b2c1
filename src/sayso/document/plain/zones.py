"""The types a unit can have, and which may follow which: menu, head, article, tail, comments, foot, in that order.

The numbers are log-odds set by hand: 0 is neutral, 3 a strong sign, 6 nearly certain. They express two habits of pages
that hold whatever the layout: zones come in order and do not come back, and leaving the article needs more than one
sign. See docs/explanation/plain-text.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: ``2``: after the title, from where no way leads back to it
PRE: Final = ("mast", "nav", "title", "byline", "date", "head", "byline2", "date2", "head2")
BODY: Final = ("art", "hdg", "cap", "inset", "inset_list")
TAIL: Final = ("tail", "author_box", "bio", "end_byline", "end_date", "form", "rel_head", "rel", "foot")
#: author-first (ca cd cb cm), author and text in one line (ci), author-last (lb la lm)
THREAD: Final = ("c_head", "ca", "cd", "cb", "cm", "ci", "lb", "la", "lm", "lt")
#: the same for comments that were left on other pages
WIDGET: Final = ("w_head", "wa", "wb", "vb", "va", "wt", "wi")
#: widgets that stand before the article
PRE_WIDGET: Final = ("p_w_head", "p_wa", "p_wb", "p_vb", "p_va", "p_rel_head", "p_rel")
STATES: Final = PRE + BODY + TAIL + THREAD + WIDGET + PRE_WIDGET

KIND: Final[Mapping[str, str]] = {
    **dict.fromkeys(("mast", "nav", "foot"), "navigation"),
    **dict.fromkeys(("byline", "byline2", "end_byline"), "byline"),
    **dict.fromkeys(("date", "date2", "end_date"), "date"),
    **dict.fromkeys(("head", "head2", "tail", "author_box", "bio", "form"), "other"),
    **dict.fromkeys(("inset", "inset_list", "rel_head", "rel", *WIDGET, *PRE_WIDGET), "widget"),
    **dict.fromkeys(THREAD, "comment"),
    "title": "title",
    "art": "article",
    "hdg": "heading",
    "cap": "caption",
}


def _exits() -> dict[str, float]:
    """From the end of a comment, or from tail furniture, to other furniture."""
    return {
        "tail": -0.5,
        "author_box": -0.5,
        "form": 0.0,
        "rel_head": 0.0,
        "foot": 0.0,
        "c_head": -0.3,
        "w_head": 0.0,
        "end_date": -1.0,
        "end_byline": -1.0,
    }


def _make() -> dict[str, dict[str, float]]:
    to: dict[str, dict[str, float]] = {}
    body_start = {"cap": -0.3, "art": 0.0, "hdg": -0.7}
    head = {"nav": -2.0, "title": 0.0, "byline": -0.5, "date": 0.0, "head": 0.0} | body_start
    below = {"byline2": 0.0, "date2": 0.0, "head2": 0.0} | body_start
    pre_widgets = {"p_w_head": -0.7, "p_rel_head": -0.7}
    to["nav"] = head | {"nav": 0.0, "byline": -1.0, "date": -0.7, "head": -0.3, "art": -1.5, "hdg": -3.0} | pre_widgets
    # below the name of the site: its motto, the menu, the day of the visit, the headline; never the article at once
    to["mast"] = {"mast": -1.0, "nav": 0.0, "title": 0.0, "head": 0.0, "date": -0.7, "byline": -3.0} | pre_widgets
    to["mast"] |= {state: score - 4.0 for state, score in body_start.items()}
    to["nav"]["mast"] = -1.0
    to["byline"] = to["date"] = head | {"title": -0.5}
    to["head"] = head | {"nav": -0.5, "mast": -1.0} | pre_widgets
    to["title"] = below | {"title": -5.0}
    to["byline2"] = to["date2"] = below | {"byline2": -0.3}
    to["head2"] = below
    leave = _exits() | {
        "w_head": 0.3,
        "c_head": 0.3,
        "foot": -1.0,
        "ca": -4.0,
        "wa": -3.0,
        "vb": -4.0,
        "lb": -7.0,
        "ci": -5.0,
        "rel": -4.0,
        "bio": -1.0,
    }
    body = {"art": 0.0, "hdg": 0.0, "cap": -0.5, "inset": -0.5}
    to["art"] = body | leave
    to["hdg"] = {"art": 0.0, "hdg": -2.5, "cap": -1.0, "inset": -1.0}
    to["cap"] = body | leave | {"cap": -0.3, "title": -1.0, "byline2": -0.5, "date2": -0.5, "head2": -0.5}
    to["inset"] = body | leave | {"inset": 0.0, "inset_list": -0.3}
    to["inset_list"] = body | leave | {"inset_list": 0.0, "inset": 0.0}
    loose = {"ca": -2.5, "wa": -1.5, "vb": -2.0, "lb": -5.0}
    for state in ("tail", "end_byline", "end_date", "form", "foot", "bio"):
        to[state] = _exits() | loose | {"rel": -2.5, "tail": 0.0}
    to["foot"] |= {"foot": 0.0, "rel": -2.5}
    to["author_box"] = _exits() | loose | {"bio": 0.0}
    to["bio"] |= {"bio": -0.5}
    to["rel_head"] = _exits() | {"rel": 0.0}
    to["rel"] = _exits() | loose | {"rel": 0.0}
    to["c_head"] = _exits() | {"ca": 0.0, "ci": 0.0, "lb": -0.3, "c_head": 0.0, "cm": -0.5, "wa": -1.0, "vb": -1.0}
    to["form"] |= {"form": 0.0, "ca": 0.0, "lb": -1.0, "ci": -0.5}
    to["ca"] = {"cb": 0.0, "cd": 0.0, "ca": -3.0}
    to["cd"] = {"cb": 0.0, "cd": 0.0}
    after = _exits() | {"wa": -1.0, "vb": -1.5, "form": 0.0}
    to["cb"] = after | {"cb": -0.6, "cm": 0.0, "ca": 0.0}
    to["cm"] = after | {"cm": 0.0, "ca": 0.0, "ci": -1.0}
    to["ci"] = after | {"ci": 0.0, "cm": 0.0, "cb": -1.5, "ca": -1.5}
    to["lb"] = {"lb": -0.6, "la": 0.0}
    to["la"] = after | {"lb": 0.0, "lm": 0.0, "lt": 0.0}
    to["lt"] = after | {"lb": 0.0}
    to["lm"] = after | {"lb": 0.0, "lm": 0.0}
    to["w_head"] = _exits() | {"wa": 0.0, "vb": 0.0, "wi": -0.5, "w_head": -0.5, "ca": -1.0, "lb": -1.0}
    to["wa"] = {"wb": 0.0, "wa": -1.0} | {k: v - 1.5 for k, v in _exits().items()}
    to["wb"] = after | {"wb": -0.8, "wa": 0.0}
    to["vb"] = {"vb": -0.8, "va": 0.0}
    to["va"] = after | {"vb": 0.0}
    to["wi"] = after | {"wi": 0.0, "wt": 0.0}
    to["wt"] = {"wi": 0.0, "vb": 0.0, "wa": 0.0}
    for state in ("w_head", "va", "wb"):
        to[state]["wt"] = 0.0
    back = {"nav": -0.3, "title": 0.0, "byline": -1.0, "date": -0.5, "head": -0.3, "art": -2.5} | pre_widgets
    to["p_w_head"] = {"p_wa": 0.0, "p_vb": 0.0}
    to["p_wa"] = {"p_wb": 0.0, "p_wa": -1.0} | {k: v - 1.5 for k, v in back.items()}
    to["p_wb"] = back | {"p_wb": -0.8, "p_wa": 0.0}
    to["p_vb"] = {"p_vb": -0.8, "p_va": 0.0}
    to["p_va"] = back | {"p_vb": 0.0}
    to["p_rel_head"] = back | {"p_rel": 0.0}
    to["p_rel"] = back | {"p_rel": -0.2, "p_rel_head": 0.0, "title": -0.5}
    return to


TRANSITIONS: Final[Mapping[str, Mapping[str, float]]] = _make()

#: Where a page may begin.
START: Final[Mapping[str, float]] = {
    "mast": 0.0,
    "nav": -0.5,
    "title": 0.0,
    "byline": -1.0,
    "date": -0.5,
    "head": 0.0,
    "art": -0.5,
    "cap": -1.5,
    "hdg": -3.0,
    "p_w_head": -1.0,
    "p_rel_head": -1.0,
}

#: What it costs to end in a type that wants something after it, or before any article.
END: Final[Mapping[str, float]] = {
    **dict.fromkeys((*PRE, *PRE_WIDGET), -12.0),
    **dict.fromkeys(("ca", "cd", "lb", "vb", "wt"), -8.0),
    "hdg": -6.0,
    "wa": -0.5,
    "c_head": 0.0,
}

#: Author and text of one comment stand together; a blank line parts it from the next one.
_TOGETHER: Final = frozenset(
    {
        ("ca", "cb"),
        ("ca", "cd"),
        ("cd", "cb"),
        ("wa", "wb"),
        ("p_wa", "p_wb"),
        ("lb", "la"),
        ("vb", "va"),
        ("wt", "wi"),
        ("la", "lt"),
        ("p_vb", "p_va"),
    }
)
_APART: Final = frozenset(
    {
        ("cb", "ca"),
        ("cm", "ca"),
        ("la", "lb"),
        ("lm", "lb"),
        ("lt", "lb"),
        ("wb", "wa"),
        ("va", "vb"),
        ("p_wb", "p_wa"),
        ("p_va", "p_vb"),
    }
)


def gap_score(before: str, after: str, gap: int, *, blanks: bool) -> float:
    """What a blank line (or its absence) between two units adds; nothing in a text that has no blank lines."""
    if not blanks:
        return 0.0
    if (before, after) in _TOGETHER:
        return 0.7 if gap == 0 else -0.7
    if (before, after) in _APART:
        return 0.7 if gap else -0.3
    return 0.0
