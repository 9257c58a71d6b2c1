"""Invented pages of many makes: an article in one of several styles, with furniture at chance places.

``page(seed, family)`` gives the page, the article's paragraphs in order and its headings. Class names are meaningful,
hashed or absent, the same for a whole page. Everything is drawn from the seed.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

FAMILIES = ("plain", "wrapped", "divs", "bold", "breaks", "tables", "sections", "slots")
#: Not looked at while the rules were made.
UNSEEN = "slots"

_WHO = [
    "The harbour master",
    "A spokesman for the mill",
    "Ida Brandvold",
    "The parish clerk",
    "One of the divers",
    "The owner of the bakery",
    "Tomas Reyl",
    "The inspector",
    "Her neighbour",
    "The former mayor",
    "A lorry driver",
    "The union's lawyer",
    "Pia Quandt",
    "The night watchman",
    "A teacher at the school",
    "The ferry's cook",
]
_SAID = ["said", "insisted", "told the meeting", "explained", "admitted", "wrote in a letter", "denied", "recalled"]
_WHAT = [
    "the gate had been left open",
    "no boat had passed the lock",
    "the flour was counted twice",
    "two of the pumps were older than the quay",
    "the bell had not rung",
    "a second key was never found",
    "the invoice carried the wrong stamp",
    "the dredger would not return",
    "the roof could wait another winter",
    "somebody had moved the buoys",
    "the minutes were lost in the flood",
    "the price of ice had doubled",
]
_WHEN = [
    "before the storm",
    "on the second Monday",
    "since the audit",
    "while the choir was away",
    "in a dry month",
    "after the fair",
    "for the third time",
    "without a word to the council",
    "under the old contract",
]
_HEADS = [
    "The second key",
    "A bell in the fog",
    "What the ledger shows",
    "Ice and flour",
    "No way back to the quay",
    "The dredger leaves",
    "A vote in June",
    "Who moved the buoys",
]
_ASKS = ["Why did you stay?", "Did anybody warn you?", "What will you do now?", "Who told you about the key?"]


@dataclass(frozen=True, slots=True)
class Page:
    html: str
    title: str
    paragraphs: tuple[str, ...]
    headings: tuple[str, ...]


class _Maker:
    def __init__(self, seed: int, family: str) -> None:
        self.rng = random.Random(f"{family} {seed}")
        self.family = family
        self.naming = self.rng.choice(["meaningful", "hashed", "absent"])
        self.names: dict[str, str] = {}
        self.used: set[str] = set()
        self.begun = False

    def named(self, name: str) -> str:
        """The class attribute for a part of the page."""
        if self.naming == "absent":
            return ""
        if name not in self.names:
            hashed = "css-" + "".join(self.rng.choices("abcdefghkmnpqrstuvwxyz0123456789", k=6))
            self.names[name] = name if self.naming == "meaningful" else hashed
        return f' class="{self.names[name]}"'

    def sentence(self) -> str:
        while True:
            who, said, what, when = (self.rng.choice(words) for words in (_WHO, _SAID, _WHAT, _WHEN))
            one = f"{who} {said} that {what} {when}."
            if one not in self.used:
                self.used.add(one)
                return one

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.rng.randint(1, 3)))

    def chance(self, share: float) -> bool:
        return self.rng.random() < share


#: Furniture by name. ``{c}`` is its class, ``{open}`` and ``{close}`` a box with a label, ``{links}`` a list of links,
#: ``{line}`` a new sentence, ``{pulled}`` one that the article has too.
FURNITURE = {
    "related": "{open}{links}{close}",
    "read also line": '<p{c}>Read also: <a href="/x">{line}</a></p>',
    "newsletter": (
        "<div{c}><h3>The morning letter</h3><p>Sign up for six stories in your inbox before breakfast.</p>"
        '<input type="email"><button>Send</button></div>'
    ),
    "wall": "<div{c}><p>Already a subscriber? Log in to continue reading.</p></div>",
    "app": '<div{c}><p>Download our app and never miss a tide.</p><a href="/app">Get it</a></div>',
    "pull quote": "<blockquote{c}><p>{pulled}</p></blockquote>",
    "pull quote in a div": "<div{c}>“{pulled}”</div>",
    "caption": '<div><img src="/q.jpg" alt=""><div{c}>The quay in the winter of 1987</div></div>',
    "credit": '<figure><img src="/r.jpg"><figcaption>The old lock. Photo: Jo Ash/Mercury</figcaption></figure>',
    "credit line": "<p{c}><small>Photo: Jo Ash/Mercury</small></p>",
    "live box": (
        "<div{c}><h3>LIVE: The storm hour by hour</h3>"
        "<ul><li><time>12:40</time> Two piers closed</li><li><time>12:10</time> Hail over the mill</li></ul></div>"
    ),
    "author": (
        '<div{c}><a rel="author" href="/u/jo">Jo Ash</a><p>covers the river for the Mercury and keeps bees.</p></div>'
    ),
    "author line": "<p><em>Jo Ash is the river correspondent of the Mercury and teaches at the school.</em></p>",
    "print line": "<p{c}>A version of this article appears in print on page 4.</p>",
    "advert": "<div{c}>Advertisement</div>",
    "tags": '<div{c}><a href="/t/1">River</a> <a href="/t/2">Mill</a> <a href="/t/3">Courts</a></div>',
    "share": '<div{c}><a href="/f">Facebook</a> <a href="/w">WhatsApp</a> <span>Share</span></div>',
    "shop": "<section{c}><h3>From the shop</h3><p>Issue 12: Rivers. 9 crowns.</p></section>",
    "poll": "<div{c}><h4>Poll</h4><p>Should the lock be rebuilt?</p><input type=radio> Yes <input type=radio> No</div>",
}
#: What stands after the article's end, not among its paragraphs.
_AFTER = frozenset({"author", "author line", "print line", "tags", "share", "shop"})


def _furniture(maker: _Maker, name: str, told: list[str]) -> str:
    """One piece of furniture."""
    rng = maker.rng
    tag, outer = rng.choice(["h2", "h3", "h4", "p", "div", "strong"]), rng.choice(["div", "section", "aside"])
    label = rng.choice(["Read also", "Related", "More stories"])
    items = "".join(f'<li><a href="/{n}">{maker.sentence()[:-1]}</a></li>' for n in range(rng.randint(2, 4)))
    named = maker.named(name.replace(" ", "-"))
    return FURNITURE[name].format(
        c=named,
        open=f"<{outer}{named}><{tag}>{label}</{tag}>",
        close=f"</{outer}>",
        links=f"<ul>{items}</ul>",
        line=maker.sentence()[:-1],
        pulled=rng.choice(told).split(". ")[0].rstrip("."),
    )


def _render(maker: _Maker, kind: str, text: str) -> str:
    family = maker.family
    if kind == "heading":
        if family == "bold":
            return f"<p><b>{text}</b></p>"
        if family == "divs":
            return f"<div{maker.named('subhead') or ' class=x9'}><span>{text}</span></div>"
        if family == "slots":
            return f"<header{maker.named('between')}><h4>{text}</h4></header><hr>"
        if family == "tables":
            return f"<p><font color=navy><b>{text}</b></font>"
        return f"<h2>{text}</h2>" if family != "wrapped" else f"<div{maker.named('sub')}><h3>{text}</h3></div>"
    if kind == "question":
        return f"<p><strong>{text}</strong></p>"
    if family == "divs":
        return f"<div{maker.named('para') or ' class=x1'}><span>{text}</span></div>"
    if family == "wrapped":
        return f"<div{maker.named('text-block')}><div><p{maker.named('t')}>{text}</p></div></div>"
    if family == "slots":
        first = "" if maker.begun else "<span>" + text[0] + "</span>"
        maker.begun = True
        style = maker.rng.choice(["", " style='margin:0'", " dir=ltr"])
        return f"<p{maker.named('par')}{style}>{first}{text[1:] if first else text}</p><div{maker.named('slot')}></div>"
    return f"<p>{text}" if family == "tables" else f"<p>{text}</p>"


def page(seed: int, family: str) -> Page:
    """One page."""
    maker = _Maker(seed, family)
    rng = maker.rng
    title = rng.choice(_HEADS) + " and the lock at Ardmouth"
    interview = family == "plain" and maker.chance(0.4)
    parts = [("paragraph", maker.paragraph()) for _ in range(rng.randint(5, 9))]
    heads = rng.sample(_ASKS if interview else _HEADS, rng.randint(2, 3))
    if family != "breaks":
        for place, head in zip(
            sorted(rng.sample(range(1, len(parts) - 1), len(heads)), reverse=True), heads, strict=True
        ):
            parts.insert(place, ("question" if interview else "heading", head))
    extra: list[tuple[str, str]] = []
    if maker.chance(0.3) and family not in ("breaks", "divs"):
        items = [f"{rng.randint(3, 90)} sacks of flour", "A bell without a rope", "Two keys"]
        extra = [("<ul>" + "".join(f"<li>{i}</li>" for i in items) + "</ul>", i) for i in items]
    elif maker.chance(0.3) and family not in ("breaks",):
        rows = [("Year", "Boats", "Tons"), ("1986", "412", "1,380"), ("1987", "377", "1,450")]
        table = (
            "<table>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows) + "</table>"
        )
        extra = [(table, c) for row in rows for c in row]
    body: list[tuple[str, list[str]]] = []
    for kind, text in parts:
        body.append((_render(maker, kind, text), [text]))
    if extra:
        at = max(i for i, (kind, _) in enumerate(parts) if kind == "paragraph")
        body.insert(at, (extra[0][0], [text for _, text in extra]))
    told = [text for kind, text in parts if kind == "paragraph"]
    texts = tuple(text for _, found in body for text in found)
    html = [markup for markup, _ in body]
    if family == "breaks":
        html = ["<br><br>".join(html)]
    after: list[str] = []
    for name in rng.sample(sorted(FURNITURE), rng.randint(2, 5)):
        made = _furniture(maker, name, told)
        if name in _AFTER or family == "breaks":
            (html if maker.chance(0.5) else after).append(made)
        else:
            html.insert(rng.randint(1, max(1, len(html) - 1)), made)
    if family == "sections":
        cut = len(html) // 2
        parted = ("".join(html[:cut]), "".join(html[cut:]))
        inside = "".join(f"<section{maker.named('part')}>{part}</section>" for part in parted)
    else:
        inside = "".join(html)
    menu = "".join(f"<li><a href=/{n}>{n}</a></li>" for n in ("News", "Sport", "Weather", "Shipping"))
    foot = "<footer><p>The Ardmouth Mercury, 4 Quay Street. All rights reserved.</p></footer>"
    if family == "tables":
        page_ = (
            "<table width=760><tr><td colspan=2><font size=1>Wednesday, 6 March 2024</font></td></tr>"
            f"<tr><td>{menu}</td><td><font size=5><b>{title}</b></font><br>"
            f"<font size=3>{inside}</font>{''.join(after)}</td></tr></table>{foot}"
        )
    else:
        page_ = (
            f"<nav><ul>{menu}</ul></nav><main{maker.named('page')}><h1>{title}</h1>"
            f"<div{maker.named('story')}>{inside}</div>{''.join(after)}</main>{foot}"
        )
    headings = tuple(text for kind, text in parts if kind == "heading")
    return Page(f"<html><head><title>{title}</title></head><body>{page_}</body></html>", title, texts, headings)
