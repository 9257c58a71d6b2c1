"""How well each type fits a unit, from its measured features and its neighbours: log-odds, set by hand."""

from __future__ import annotations

from sayso.document.plain.context import Context
from sayso.document.plain.dates import is_month
from sayso.document.plain.features import Features
from sayso.document.plain.listed import AUTHOR, HEAD, TITLE, is_quoted_above

NEVER = -9.0
#: A short line without stop or mark is as likely in a menu above the article as in one below it, or in a list of links:
#: were one of them dearer, long menus would draw the article to their other side.
NEUTRAL = -0.3
#: Marks by which a line is furniture whatever else it looks like.
_BODIES = ("cb", "lb", "wb", "vb")
_FURNITURE = frozenset(
    {
        "comment_heading",
        "widget_heading",
        "comment_control",
        "comment_form",
        "share",
        "tags",
        "author_box",
        "mail_header",
        "consent",
        "paywall",
    }
)


def emit(f: Features, before: Features | None, after: Features | None, context: Context) -> dict[str, float]:
    """Scores of all types for one unit, from its own signs, its neighbours ``before`` and ``after``, and the page."""
    hits = f.hits
    furniture = bool(hits & _FURNITURE) or (f.menu and not context.table) or f.rule or f.date
    scores: dict[str, float] = {}
    scores |= _head_scores(f, before, after, furniture=furniture, verse=context.verse)
    scores |= _body_scores(f, before, after, furniture=furniture, verse=context.verse)
    scores |= _tail_scores(f, before)
    scores |= _comment_scores(f, before, after, context, furniture=furniture)
    scores["mast"] = context.masthead
    if context.announced:
        scores["art"] -= 2.0
        scores["hdg"] -= 3.5
        scores["end_byline"] -= 3.0
        for state in ("ca", "la"):
            scores[state] += 2.7 if f.name > -1.0 and not (f.says or f.signed or context.after_turns) else 0.0
    if context.in_list and not context.verse and not context.table:
        for state in ("nav", "foot", "rel"):
            scores[state] += 0.8
        for state in _BODIES:
            scores[state] -= 1.0
    if context.rhythm:
        scores["hdg"] -= 2.0
        scores["art"] -= 1.0
        scores["wa"] += 1.5
        scores["va"] += 1.5
    if context.table:
        scores["art"] += 3.0
        scores["hdg"] -= 5.0
        for state in ("nav", "foot", "rel", "inset_list", "byline", "byline2", "date", "date2"):
            scores[state] -= 4.0
    if context.role == TITLE:
        scores["wt"] = max(scores["wt"], 4.0)
    elif context.role == AUTHOR:
        scores["wa"] = scores["va"] = max(scores["wa"], 4.0)
    elif context.role == HEAD:
        scores["w_head"] = max(scores["w_head"], 3.5)
    if is_quoted_above(f, after):
        scores["vb"] += 2.0
    if context.pull_quote:
        scores["inset"] = 4.0
        scores["art"] -= 1.5
        scores["hdg"] -= 3.0
    if context.question:
        scores["art"] += 2.5
        scores["hdg"] -= 3.0
    if context.turn:
        scores["art"] -= context.turn
        scores["hdg"] -= context.turn
        scores["bio"] -= context.turn
        for state in ("la",) if context.signed_below else ("ca", "ci"):
            scores[state] += 0.7 * context.turn
        scores["lb" if context.signed_below else "cb"] += 0.5 * context.turn
    elif not context.announced and f.inline and f.inline.when is None:
        scores["ci"] -= 2.5  # "Name: text" alone is what interviews and chats are made of
    if context.heads_turns:
        scores["c_head"] = max(scores["c_head"], 1.0 + context.heads_turns)
        scores["art"] -= 0.5 * context.heads_turns
    if context.bio:
        scores["bio"] += 4.0
        scores["art"] -= 3.0
    for state in ("w_head", "wa", "wb", "vb", "va", "rel_head", "rel"):
        scores[f"p_{state}"] = scores[state] - 0.2
    return scores


def _head_scores(
    f: Features, before: Features | None, after: Features | None, *, furniture: bool, verse: bool
) -> dict[str, float]:
    hits = f.hits
    last = f.unit.text[-1]
    beside_menu = any(n is not None and (n.menu or n.menu_word) for n in (before, after))
    navigation = 3.0 if f.menu else 2.5 if f.menu_word else -5.0 if f.prose else -1.0 if f.stops else NEUTRAL
    if beside_menu and f.words <= 3:
        navigation += 1.0
    if "footer" in hits or "promo" in hits or f.listed:
        navigation += 0.7
    if " / " in f.bare and f.words <= 7 and not f.stops:
        navigation += 1.0  # "Reports / Courts": where in the site the page stands
    if "masthead_line" in hits and not f.prose:
        navigation = 3.5
    if not f.menu and (
        verse or f.inline or f.left_on or f.says or f.lower or last in ",;:" or f.unit.text[0].isdigit()
    ):
        navigation -= 2.0
    spoken = f.inline is not None and any(n is not None and n.inline is not None for n in (before, after))
    title = f.title if not f.stops else min(f.title, 0.0)
    if f.unit.text[-1] in "?!”’\"'" and f.words <= 25:
        title = max(title, 1.5)
    if after and (after.date or after.dated or after.byline or "share" in after.hits):
        title += 2.0
    elif after and after.prose and not f.prose:
        title += 1.0
    if before and _echoes(before.unit.text, f.unit.text):
        title += 5.0  # the page title and the headline, one below the other
    if before is None and not verse:
        title += 1.0
    if (f.unit.text[0].isdigit() and f.words <= 5) or (f.names_only and before is not None):
        title -= 1.5
    if (
        spoken
        or furniture
        or "masthead_line" in hits
        or last in ",;"
        or f.menu_word
        or f.byline
        or "caption" in hits
        or f.says
        or f.prose
    ):
        title -= 4.0
    byline = NEVER
    if hits & {"tags", "consent", "masthead_line", "position"}:
        byline = NEVER
    elif "byline" in hits and f.byline and not f.prose:
        byline = 4.0
    elif (f.byline and not f.prose) or (f.signed and f.words <= 14):
        byline = 3.0
    elif (
        not f.address
        and not f.menu
        and not f.menu_word
        and " / " not in f.bare
        and (f.names_only or (f.name >= 1.5 and 2 <= f.words <= 5))
    ):
        near_date = any(n is not None and n.dated and n.words <= 16 for n in (before, after))
        byline = 0.5 + (2.5 if near_date else 0.0)
    head = max(
        3.0 if "share" in hits else NEVER,
        3.0 if "notice" in hits else NEVER,
        4.0 if "mail_header" in hits else NEVER,
        1.5 if f.rule else NEVER,
        3.5 if "consent" in hits else NEVER,
        3.0 if "tags" in hits and f.words <= 12 else NEVER,
        (3.0 if before is not None and (before.byline or before.names_only) else 2.0) if "position" in hits else NEVER,
        1.0 if hits & {"comment_heading", "promo", "comment_control", "tags"} else NEVER,
        -4.0 if f.words < 15 else -6.0,
    )
    date = (
        4.0
        if f.date
        else NEVER
        if "masthead_line" in hits
        else 2.0
        if f.dated and f.words <= 12 and not f.stops
        else NEVER
    )
    below = {"byline2": byline, "date2": date, "head2": head}
    return {"nav": navigation, "title": title, "byline": byline, "date": date, "head": head, **below}


def _echoes(a: str, b: str) -> bool:
    """Does the longer of two lines begin with the shorter?"""
    short, long = sorted((a.casefold(), b.casefold()), key=len)
    return len(short) >= 10 and long.startswith(short)


def _body_scores(
    f: Features, before: Features | None, after: Features | None, *, furniture: bool, verse: bool
) -> dict[str, float]:
    hits = f.hits
    if f.prose:
        article = 3.0 + (1.0 if f.words >= 25 else 0.0)
    elif f.stops:
        article = 1.2
    else:
        article = 1.0 if f.words >= 12 else -0.6
    # a short line above a list is its heading, or, with a colon, the beginning of it
    heads_list = after is not None and after.listed and not f.listed and not f.stops and f.words <= 8 and not hits
    if verse and not heads_list:
        article += 1.6
    if f.listed:
        article += 0.7
    between = before is not None and after is not None and before.prose and after.prose
    if f.date and between and not f.hits:
        article -= 0.5  # the hours of a live report
    elif furniture and f.words <= 40:
        article -= 4.5
    if heads_list and f.unit.text[-1] == ":":
        article += 2.5
    elif f.unit.text[-1] == ":" and f.words <= 4 and not f.hits and after is not None and (after.stops or after.prose):
        article += 1.5  # who speaks, on a line of its own
    if "footer" in hits and f.words <= 30:
        article -= 3.0
    if "caption" in hits:
        article -= 3.0
    if f.byline and not f.prose:
        article -= 2.0
    beside = any(n is not None and "promo" in n.hits for n in (before, after))
    if "promo" in hits:
        article -= 1.5 if f.prose and not beside else 4.0 if f.prose else 3.0
    if "related_heading" in hits or f.menu_word or "notice" in hits:
        article -= 2.0
    if f.left_on and f.unit.text[-1] != ".":
        article -= min(2.0, 0.4 * f.left_on[2]) + (4.0 if f.left_on[2] >= 4.0 and f.prose else 0.0)
    heading = -3.0
    if f.words <= 16 and (not f.stops or f.unit.text[-1] in "?!") and f.unit.text[-1] not in ",;" and not f.lower:
        follows = after is not None and (after.prose or (after.words >= 5 and after.stops))
        heading = (
            (2.6 if follows or (heads_list and not furniture) else -2.0)
            - (2.0 if furniture or f.listed else 0.0)
            - (3.0 if hits & {"caption", "position", "promo", "related_heading"} else 0.0)
        )
        heading -= 1.5 if f.says or f.signed or f.inline else 0.0
        heading -= 2.0 if verse and not heads_list else 0.0
        heading -= 3.0 if heads_list and f.unit.text[-1] == ":" else 0.0
        heading -= 1.0 if before is None else 0.0
    inset = (
        3.5
        if "promo" in hits
        else 2.0
        if "share" in hits
        else 1.5
        if hits & {"related_heading", "author_box"}
        else NEVER
    )
    if "promo" in hits and f.prose and not beside:
        inset -= 2.5
    if "paywall" in hits:
        inset = 4.0
    return {
        "art": article,
        "hdg": heading,
        "cap": 4.5 if "caption" in hits and f.words <= 60 else NEVER,
        "inset": inset,
        "inset_list": 0.6 if not f.prose and not f.stops and f.words >= 3 and not furniture else -5.0,
    }


def _tail_scores(f: Features, before: Features | None) -> dict[str, float]:
    hits = f.hits
    tail = max(
        4.0 if "tags" in hits else NEVER,
        3.0 if "share" in hits else NEVER,
        1.5 if f.rule else NEVER,
        2.0 if hits & {"notice", "promo", "paywall"} else NEVER,
        3.0 if "consent" in hits else NEVER,
        -5.0,
    )
    if ("footer" in hits and f.words <= 60) or ("masthead_line" in hits and f.words <= 12):
        foot = 4.0
    elif f.prose:
        foot = -6.0
    elif f.unit.text[-1] in ",;":
        foot = -4.0
    else:
        foot = 3.0 if f.menu else 2.5 if f.menu_word else -1.0 if f.stops else NEUTRAL
    related = -4.0 if f.prose else -1.0 if f.stops and f.words > 3 else NEUTRAL
    if f.date or f.dated:
        related = max(related, NEUTRAL) + 0.7
    return {
        "tail": tail,
        "author_box": 4.0 if "author_box" in hits else NEVER,
        "bio": (1.0 if f.prose else -2.0) + (2.5 if before is not None and "author_box" in before.hits else 0.0),
        "end_byline": 2.5 if f.byline and "byline" in hits and not f.prose else NEVER,
        "end_date": 3.0 if f.date and not is_month(f.bare) else NEVER,
        "form": 4.5 if "comment_form" in hits else NEVER,
        "rel_head": 4.0 if "related_heading" in hits else NEVER,
        "rel": related if not (f.hits & _FURNITURE) else -4.0,
        "foot": foot if "comment_heading" not in hits else NEVER,
    }


def _comment_scores(
    f: Features, before: Features | None, after: Features | None, context: Context, *, furniture: bool
) -> dict[str, float]:
    hits = f.hits
    text = f.unit.text
    body = (
        (1.0 if f.prose or f.stops else 0.2)
        + (0.6 if f.informal else 0.0)
        - (1.5 if f.words > 120 else 0.5 if f.words > 60 else 0.0)
    )
    if (furniture and f.words <= 12) or (hits & {"footer", "related_heading", "caption"} and f.words <= 30):
        body = -5.0
    elif f.says or ((f.signed or (f.loosely and context.announced)) and not f.prose):
        body -= 2.5
    elif f.left_on and not f.stops:
        body -= min(3.0, 0.6 * f.left_on[2])
    elif f.left_loosely and context.elsewhere:
        body -= 1.5
    author = NEVER
    if f.date:
        author = NEVER
    elif f.says:
        plain = text[-1] not in ":…-" and f.says[1] is None  # "Ana Ruiz says" alone may be a heading
        author = 1.5 + (3.0 if after and after.date else 0.0) if plain else 5.0 + (1.5 if f.says[1] else 0.0)
    elif f.signed:
        author = 4.0
    elif f.loosely and context.announced and not context.after_turns:
        author = 3.0
    elif f.name > -1.0 and not furniture and not hits & {"footer", "related_heading"}:
        author = 0.8 * f.name - 1.8 + (0.8 if text[-1] == ":" else 0.0)
        if after and (after.date or ("comment_control" in after.hits and after.dated)):
            author += 2.0
        if f.prose or (f.stops and f.words > 3):
            author -= 3.0
    signature = author
    if text.startswith(("—", "–", "- ", "-- ", "~")) and f.name > -1:
        signature = max(author, 0.5) + 2.0
    control = 4.0 if "comment_control" in hits else 1.5 if f.date else NEVER
    on = f.left_on[2] if f.left_on else 3.0 if f.left_loosely and context.elsewhere else NEVER
    if f.left_on and f.stops and text[-1] not in "?!…”’\"'":
        on -= 3.0
    inline = 1.5 + f.inline.score if f.inline and not furniture else NEVER
    if "masthead_line" in hits:
        inline = NEVER
    inline_on = NEVER
    if f.inline_on and not furniture:
        # what begins small and has no stop is the rest of a title where the text stands on a line of its own
        small = f.inline_on.body[:1].islower() and not f.stops
        alone = after is not None and not after.inline_on and not after.left_on and not after.hits
        inline_on = 0.5 if not context.elsewhere else 2.0 if small and alone else 5.0
    titled = town = NEVER
    if context.elsewhere and after is not None and after.inline and not f.stops and f.title > 0:
        over = before is not None and "widget_heading" in before.hits
        titled = 4.0 if f.inline is None or over else NEVER
    if (
        context.announced
        and before is not None
        and before.name >= 1.5
        and not furniture
        and not f.stops
        and f.words <= 3
    ):
        town = 1.5 + 0.5 * f.name if f.name >= 1.0 else NEVER  # readers' letters give name and town below
    return {
        "c_head": 4.5 if "comment_heading" in hits else NEVER,
        "ca": author,
        "cd": 3.0
        if f.date
        else 1.5
        if "comment_control" in hits
        else 0.5
        if f.dated and f.words <= 8 and not f.stops
        else NEVER,
        "cb": body,
        "cm": control,
        "ci": inline,
        "lb": body,
        "la": signature - 0.2,
        "lm": control,
        "w_head": 5.5 if "widget_heading" in hits else NEVER,
        "wa": on,
        "wb": body,
        "vb": body,
        "va": on,
        "wi": max(inline, inline_on),
        "wt": titled,
        "lt": town,
    }
