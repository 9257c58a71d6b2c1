"""Pages made up by chance: one rendering of a thread or widget each, over invented comments of every length.

Every rendering is a template of one comment with what may stand around it. Names, words, order, position, headings and
class names are drawn by a seeded generator, so that a family is measured on many pages. :data:`UNSEEN` families were
set aside when the rules were written, and are measured last.
"""

# ruff: noqa: E501 - markup is kept in the lines that a template has

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

TITLE = "Ferry at Karsko stopped after ice breaks the landing"
ARTICLE = [
    "The ferry at Karsko has been stopped since Sunday, when drifting ice broke the lower landing, the port office said on Monday.",
    "“We cannot let anybody aboard before the piles have been looked at,” harbour master Ilze Brand told reporters. Divers will come on Thursday.",
    "About 900 people cross each day. Until the ferry runs again a bus goes round by the Selm bridge, which takes an hour and ten minutes.",
    "The town council wants to know why the landing, rebuilt in 2019 for 2.3 million, gave way in the first hard winter.",
    "Fishermen said that they had warned of loose piles in October. The port office did not answer questions about that.",
]
WORDS = [
    "First.",
    "Agreed!",
    "Typical.",
    "So who pays for the bus?",
    "An hour and ten? It took me nearly two this morning, and the heating was off.",
    "Warned in October and nobody did a thing. I remember the meeting; the room was full and the council looked at its shoes.",
    "My mother has her dialysis on the other side three times a week. Nobody from the port office has called her, and the bus does not take wheelchairs.",
    "The 2019 contract is public, look at page 14: the piles were to be driven to eleven metres. I would like to see who signed for eight.",
    "Zum Glück fährt mein Schwager mit dem Boot. Aber was machen die Schüler?",
    "Toujours la même chose : on inaugure, on coupe le ruban, et puis plus personne.",
    "Да кога ще се научат? Всяка зима едно и също.",
    "I was there on Sunday. You could hear it crack from the church. The mate got everybody off in four minutes, children first, and then went back for the cash box and the cat. If somebody gets a medal let it be him.\nThe harbour master was not seen until noon.",
    "Earn 4,000 a week from home, no experience needed, ask me how at best-income.example",
    "@Osk that was the old landing, not this one. This one was never tested with ice at all.",
    "Thanks for the clear reporting. One thing: the bus stops at the school as well, which saves ten minutes.",
    "Has anybody got a boat going over on Friday evening? Two adults and a dog. Will pay.",
    "No.",
    "The council will say it was the ice, the builder will say it was the council, and in spring we shall all have forgotten. I have lived here for sixty-one years and have seen three landings go. Each was the best that money could buy.",
    "See http://karsko-piles.example/report.html for the figures.",
    "What a waste :(",
    "Brawo dla załogi promu, spokojnie i z głową.",
    "I drive that bus. We are two drivers for a route that needs five; please be patient with us.",
]
NAMES = [
    "Radka",
    "old_ferryman",
    "M. Okafor",
    "Boyan V",
    "Anna-Maria",
    "dee42",
    "Mrs. T. Whitlow",
    "Дина",
    "Osk",
    "pier watcher",
    "Jean-Luc P.",
    "Anonymous",
    "karsko_mum",
    "Tilda Brandt",
    "ex-council",
    "Zs. Kovács",
    "north bank",
    "EasyCash24",
    "Hollis",
    "the bus driver",
]
ELSEWHERE = [
    "Mill pond to be drained in spring",
    "Council votes on school roof",
    "What the flood left behind",
    "Night train to Selm returns",
]
HEADINGS = [
    "Comments",
    "4 comments",
    "Reader comments",
    "What readers say",
    "Kommentare (4)",
    "Commentaires",
    "Comentarios",
    "Comments so far:",
    "Discussion",
    "Leserkommentare",
    "Komentarze",
]
DATES = [
    "12 June 2024, 10:31",
    "June 12, 2024 at 11:02 am",
    "12.06.2024 17:40",
    "2024-06-13 08:00",
    "3 hours ago",
    "yesterday",
    "13 Jun 2024",
]


@dataclass(frozen=True)
class Said:
    author: str
    text: str
    time: str
    on: str

    @property
    def inline(self) -> str:
        return "<br>".join(_linked(part) for part in self.text.split("\n"))

    @property
    def blocks(self) -> str:
        return "".join(f"<p>{_linked(part)}</p>" for part in self.text.split("\n"))


@dataclass(frozen=True)
class Rendering:
    html: str
    said: tuple[Said, ...]
    pages: bool


def _linked(text: str) -> str:
    words = [f'<a href="{w}" rel="nofollow">{w}</a>' if w.startswith("http") else escape(w) for w in text.split(" ")]
    return " ".join(words)


Draw = Callable[[random.Random, list[Said]], str]
#: family name -> how it draws its comments; the flags say whether comments name another page.
FAMILIES: dict[str, tuple[Draw, bool]] = {}
UNSEEN: set[str] = set()


def _heading(chance: random.Random, level: str = "") -> str:
    tag = level or chance.choice(["h2", "h3", "h4", "div", "p"])
    words = chance.choice(HEADINGS)
    return f"<{tag}>{words}</{tag}>" if tag[0] == "h" else f"<{tag}><b>{words}</b></{tag}>"


def _hashed(chance: random.Random) -> str:
    return chance.choice("bcdfghk") + "".join(chance.choices("abcdefxyz0123456789", k=5))


def rows(
    name: str, row: str, around: str = "{h}{rows}", *, pages: bool = False, unseen: bool = False, join: str = ""
) -> None:
    """A family from the template of one comment: ``{a} {t} {x} {p} {on} {n}`` and, hashed alike in all, ``{k1}``…``{k4}``."""

    def draw(chance: random.Random, said: list[Said]) -> str:
        keys = {f"k{n}": _hashed(chance) for n in range(1, 5)}
        body = join.join(
            row.format(
                a=escape(s.author), t=s.time, x=s.inline, p=s.blocks, on=s.on, n=n, pad=15 * chance.randrange(3), **keys
            )
            for n, s in enumerate(said, 1)
        )
        return around.format(h=_heading(chance), rows=body, count=len(said), **keys)

    FAMILIES[name] = (draw, pages)
    if unseen:
        UNSEEN.add(name)


rows("p bold", "<p><b>{a}</b> {x}</p>")
rows("p bold colon", "<p><strong>{a}:</strong> {x}</p>", unseen=True)
rows("p plain colon", "<p>{a}: {x}</p>")
rows("dl pairs", "<dt>{a}</dt><dd>{x}</dd>", "{h}<dl>{rows}</dl>")
rows("dl dated", "<dt>{a}, {t}</dt><dd>{p}</dd>", "{h}<dl class='{k1}'>{rows}</dl>", unseen=True)
rows(
    "details",
    "<div><b>{a}</b> · <small>{t}</small>{p}</div>",
    "<details><summary>Comments ({count})</summary>{rows}</details>",
)
rows("details each", "<details open><summary>{a} — {t}</summary>{p}</details>", "{h}{rows}", unseen=True)
rows("margins", "<div style='margin-left:{pad}px'><b>{a}</b> <i>{t}</i><br>{x}</div>")
rows(
    "margins, no heading",
    "<div style='padding-left:{pad}px'><a href='/u/{n}'>{a}</a> <span>{t}</span> <a href='#r'>Reply</a><div>{x}</div></div>",
    "<hr>{rows}",
)
rows("nbsp", "<p>&nbsp;&nbsp;&nbsp;<b>{a}</b> ({t}): {x}</p>", unseen=True)
rows("posted by after", "<div class='{k1}'>{p}<div class='{k2}'>Posted by {a} on {t}</div></div>")
rows("posted by after, flat", "<p>{x}</p><p><small>Posted by {a} at {t}</small></p>", "{h}{rows}", unseen=True)
rows(
    "posted by after, no heading",
    "<div class='{k1}'><p>{x}</p><p class='{k2}'>Posted by: {a} | {t}</p></div>",
    "<div>{rows}</div>",
)
rows(
    "table columns",
    "<tr><td valign=top><b>{a}</b><br><small>{t}</small></td><td>{x}</td></tr>",
    "{h}<table>{rows}</table>",
)
rows(
    "table columns, bare",
    "<tr><td width=120>{a}</td><td>{x}</td></tr>",
    "{h}<table border=0>{rows}</table>",
    unseen=True,
)
rows(
    "table two rows", "<tr><td bgcolor=#ddd>{a} wrote on {t}</td></tr><tr><td>{x}</td></tr>", "{h}<table>{rows}</table>"
)
rows(
    "table each",
    "<table width=100%><tr><td><b>{a}</b></td><td align=right>{t}</td></tr><tr><td colspan=2>{x}</td></tr></table>",
    "<center>{h}</center>{rows}",
    unseen=True,
)
rows("hr", "<p><b>{a}</b> <i>({t})</i></p><p>{x}</p><hr>", "<hr>{h}{rows}")
rows("hr, text first", "<p>{x}<br>-- {a}, {t}</p><hr>", "{h}<hr>{rows}", unseen=True)
rows("hr lines", "<b>{a}</b>, {t}<br>{x}<hr>", "{h}{rows}")
rows(
    "guestbook",
    "<table><tr><td>Name:</td><td>{a}</td></tr><tr><td>Date:</td><td>{t}</td></tr><tr><td>Comment:</td><td>{x}</td></tr></table>",
    "<h3>Guestbook</h3>{rows}",
)
rows("guestbook lines", "<p>Name: {a}<br>Date: {t}<br>Message: {x}</p>", "{h}{rows}", unseen=True)
rows(
    "hashed, controls",
    "<div class='{k1}'><div class='{k2}'><span class='{k3}'>{a}</span><span>{t}</span></div><div class='{k4}'>{p}</div><button>Reply</button><button>3</button></div>",
    "<section class='{k1}w'>{rows}</section>",
)
rows(
    "hashed, heading",
    "<div class='{k1}'><div class='{k2}'>{a}</div><div class='{k3}'>{x}</div></div>",
    "<div>{h}<div class='{k4}'>{rows}</div></div>",
    unseen=True,
)
rows(
    "hashed, dates only",
    "<li class='{k1}'><span class='{k2}'>{a}</span> <span class='{k3}'>{t}</span><p>{x}</p></li>",
    "{h}<ul class='{k4}'>{rows}</ul>",
)
rows(
    "amp-list",
    "<div class='c' role='listitem'><p class='who'>{a}</p><p class='when'>{t}</p><p>{x}</p></div>",
    "<amp-list src='/comments.json' layout='fixed-height' height='400'><div role='list'>{rows}</div></amp-list>",
)
rows(
    "telegram",
    "<div class='tgme_widget_message js-widget_message'><div class='tgme_widget_message_author'><a href='#'><span>{a}</span></a></div><div class='tgme_widget_message_text'>{x}</div><div class='tgme_widget_message_footer'><time datetime='2024-06-12T10:31:00'>10:31</time></div></div>",
    "<div class='tgme_comments'>{h}{rows}</div>",
    unseen=True,
)
rows(
    "facebook",
    "<div class='{k1}'><div class='{k2}'><a href='/p/{n}'>{a}</a> <span>{x}</span></div><div class='{k3}'><a>Like</a> · <a>Reply</a> · <abbr>{t}</abbr></div></div>",
    "<div class='{k4}'>{rows}</div>",
)
rows(
    "link forum",
    "<tr><td><a href='#'>[–]</a> <a href='/u/{n}'>{a}</a> <span>{n}7 points</span> <time>{t}</time><div>{p}</div><a href='#'>permalink</a> <a href='#'>reply</a></td></tr>",
    "<table>{rows}</table>",
)
rows(
    "votes",
    "<div class='{k1}'><div>▲ {n}2 ▼</div><div><b>{a}</b> {t}</div><div>{x}</div></div>",
    "{h}{rows}",
    unseen=True,
)
rows("blockquotes", "<blockquote>{p}<cite>{a}, {t}</cite></blockquote>", "{h}{rows}")
rows("blockquote footer", "<blockquote>{x}<footer>— {a}</footer></blockquote>", "{h}{rows}", unseen=True)
rows("writes", "<p>{a} writes: {x}</p>", "{h}{rows}")
rows("numbered", "<li>{a} ({t}): {x}</li>", "{h}<ol>{rows}</ol>", unseen=True)
rows("signed items", "<li>{x} <i>— {a}, {t}</i></li>", "{h}<ul>{rows}</ul>")
rows("h4", "<h4>{a}</h4><p>{x}</p>", "{h}<div class='{k1}'>{rows}</div>")
rows("h4 dated", "<h5>{a} <small>{t}</small></h5>{p}", "<h3>What readers say</h3>{rows}", unseen=True)
rows(
    "cards",
    "<div class='card'><div class='card-head'><span class='circle'>R</span><span class='name'>{a}</span><span class='pill'>Subscriber</span><span class='ago'>{t}</span></div><div class='card-text'>{p}</div><div class='card-foot'>{n}2 likes</div></div>",
    "{h}<div class='cards'>{rows}</div>",
)
rows(
    "br lines",
    "<font color=navy><b>{a}</b></font> <font size=1>{t}</font><br>{x}<br><br>",
    "<div>{h}{rows}</div>",
    unseen=True,
)
rows(
    "aria",
    "<div role='comment' class='{k1}'><span>{a}</span> <span>{t}</span><div>{x}</div></div>",
    "<div aria-label='Comments'>{rows}</div>",
)
rows(
    "aria section",
    "<article class='{k1}'><header>{a}</header>{p}<footer>{t}</footer></article>",
    "<section aria-label='Reader comments'>{rows}</section>",
    unseen=True,
)
rows("pre", "From: {a}\nDate: {t}\n\n{x}\n\n", "{h}<pre>{rows}</pre>", unseen=True)
rows("said", "<div class='{k1}'><p><b>{a}</b> said...</p>{p}<p class='{k2}'>{t}</p></div>", "{h}{rows}", unseen=True)
rows(
    "de",
    "<div class='{k1}'><p class='{k2}'><b>{a}</b> schrieb am {t}:</p>{p}<p><a href='#'>antworten</a> | <a href='#'>melden</a></p></div>",
    "{rows}",
)
rows("fieldset", "<fieldset><legend>{a} ({t})</legend>{x}</fieldset>", "{h}{rows}", unseen=True)
rows("named, bare", "<div class='comment'><p>{x}</p><p>{a}</p></div>", "<div class='comments'>{rows}</div>")

rows(
    "w: on, text",
    "<li><b>{a}</b> on <a href='/{n}'>{on}</a>: {x}</li>",
    "<h3>Recent comments</h3><ul>{rows}</ul>",
    pages=True,
)
rows(
    "w: commented on",
    "<li><b>{a}</b> commented on <a href='/{n}'>{on}</a>: <q>{x}</q></li>",
    "<h3>Latest from readers</h3><ul>{rows}</ul>",
    pages=True,
    unseen=True,
)
rows(
    "w: author: title: text",
    "<li>{a}: <a href='/{n}'>{on}</a>: {x}</li>",
    "<h4>Latest comments</h4><ul>{rows}</ul>",
    pages=True,
)
rows(
    "w: title, text, by",
    "<div class='{k1}'><a href='/{n}'>{on}</a><p>{x}</p><small>by {a}</small></div>",
    "<div><h4>Recent discussion</h4>{rows}</div>",
    pages=True,
    unseen=True,
)
rows(
    "w: quote, on",
    "<blockquote>{x}</blockquote><p>{a} on <a href='/{n}'>{on}</a></p>",
    "<h4>Most recent comments</h4><div>{rows}</div>",
    pages=True,
)
rows(
    "w: talk",
    "<div class='{k1}'><p>“{x}”</p><p class='{k2}'>{a}, on <a href='/{n}'><i>{on}</i></a></p></div>",
    "<aside><h4>Talk of the town</h4>{rows}</aside>",
    pages=True,
    unseen=True,
)

rows("w: colon title", "<p><b>{a}:</b> <i>{on}</i>: {x}</p>", "<h4>Latest comments</h4>{rows}", pages=True)
rows(
    "w: bracketed page",
    "<li>“{x}” <small>{a} (<a href='/{n}'>{on}</a>)</small></li>",
    "<h3>Neueste Kommentare</h3><ul>{rows}</ul>",
    pages=True,
)
rows(
    "w: table",
    "<tr><td>{a}</td><td><a href='/{n}'>{on}</a></td><td>{x}</td></tr>",
    "<h4>Recent comments</h4><table>{rows}</table>",
    pages=True,
)
rows(
    "w: two lines",
    "<div class='{k1}'>{a} on <a href='/{n}'>{on}</a><br>{x}</div>",
    "<div class='{k4}'><b>Recent comments</b>{rows}</div>",
    pages=True,
)
rows(
    "w: dated",
    "<li><span>{t}</span> {a}: <a href='/{n}'>{on}</a><p>{x}</p></li>",
    "<h4>Derniers commentaires</h4><ul>{rows}</ul>",
    pages=True,
)
rows(
    "w: text is link",
    "<li><b>{a}</b>: <a href='/{n}#c{n}'>{x}</a> ({on})</li>",
    "<h4>Ostatnie komentarze</h4><ul>{rows}</ul>",
    pages=True,
)
rows(
    "nested list",
    "<li><strong>{a}</strong> <em>{t}</em><p>{x}</p><ul></ul></li>",
    "{h}<ul><li style='list-style:none'><ul>{rows}</ul></li></ul>",
)
rows(
    "quote chain",
    "<div class='{k1}'><p class='{k2}'><a href='/u/{n}'>@{a}</a> · {t}</p><p class='{k3}'>{x}</p></div>",
    "{h}<div class='{k4}'>{rows}</div><p><a href='/all'>All comments</a></p>",
)
rows("letters", "<p>{x}</p><p align=right><i>{a}</i></p>", "<h3>Letters</h3>{rows}")
rows("letters, bold", "<p>{x} <b>{a}</b></p>", "<h3>Readers’ letters</h3>{rows}")
rows("label above", "<div><div>{t}</div><div>{a}</div><div>{x}</div></div>", "{h}{rows}")
rows(
    "avatar first",
    "<div class='{k1}'><img src='a.png' alt='{a}'><div><a href='/u/{n}'>{a}</a><div class='{k2}'>{x}</div><span>{t}</span></div></div>",
    "<div class='{k4}'>{h}{rows}</div>",
)
rows("section each", "<section><h4>{a}</h4><time>{t}</time><p>{x}</p></section>", "<section>{h}{rows}</section>")
rows("small print", "<p><small>{t}</small><br><b>{a}</b><br>{x}</p>", "<a name=comments></a>{h}{rows}")
rows(
    "font table",
    "<tr><td><font size=2><b>{a}</b> schrieb:</font></td></tr><tr><td><font size=2>{x}</font></td></tr><tr><td><hr></td></tr>",
    "{h}<table>{rows}</table>",
)
rows(
    "reply count",
    "<div class='{k1}'><div class='{k2}'>{a}</div><div class='{k3}'>{x}</div><div><span>{t}</span><span>👍 {n}</span><span>👎 0</span><a>Reply</a><a>Report</a></div></div>",
    "<div>{rows}</div>",
)
rows(
    "spanish",
    "<li><p><b>{a}</b> dijo el {t}:</p><p>{x}</p><a href='#'>Responder</a></li>",
    "<h3>4 comentarios</h3><ol>{rows}</ol>",
)
rows(
    "polish",
    "<div class='{k1}'><b>~{a}</b> <span>{t}</span><div>{x}</div><a>odpowiedz</a> <a>zgłoś</a></div>",
    "<h4>Komentarze (4)</h4>{rows}",
)
rows(
    "amp, named",
    "<div class='user-post'><span class='user-post-name'>{a}</span><p class='user-post-text'>{x}</p></div>",
    "<section class='readers-say'><h3>Readers say</h3>{rows}</section>",
)
rows(
    "before related",
    "<p><em>{a}</em><br>{x}</p>",
    "<h4>What you said</h4>{rows}<h4>Read also</h4><p><a href='/9'>Swan rescued from lock</a></p>",
)
rows("brackets", "<p>[{t}] {a}: {x}</p>", "{h}{rows}")
rows("angle", "<p>&lt;{a}&gt; {x}</p>", "{h}{rows}")
rows("slashes", "<div><b>{a}</b> / {t} / <a href='#'>#{n}</a></div><div>{x}</div>", "{h}<div>{rows}</div>")


def lone(name: str, row: str, *, unseen: bool = False) -> None:
    """A family of a single comment."""
    rows(name, row, "{rows}", unseen=unseen)
    draw, pages = FAMILIES[name]
    FAMILIES[name] = (lambda chance, said, draw=draw: draw(chance, said[:1]), pages)


lone("lone, named", "<div class='comments'><div class='comment'><b>{a}</b><p>{x}</p></div></div>")
lone("lone, heading", "<h3>1 comment</h3><div class='{k1}'><b>{a}</b> <span>{t}</span><p>{x}</p></div>")
lone("lone, heading, paragraph", "<h4>Comments (1)</h4><p><b>{a}</b>: {x}</p>", unseen=True)
lone(
    "lone, reply",
    "<div class='{k1}'><span class='{k2}'>{a}</span><span class='{k3}'>{t}</span><p>{x}</p><a href='#'>Reply</a></div>",
)
lone("lone, says", "<div class='{k1}'><p><b>{a}</b> says:</p><p>{x}</p><p>{t}</p></div>", unseen=True)


def render(family: str, seed: int) -> Rendering:
    """One page of a family."""
    chance = random.Random(f"{family}/{seed}")
    draw, pages = FAMILIES[family]
    texts, names = chance.sample(WORDS, chance.choice([2, 3, 4, 4, 6])), chance.sample(NAMES, 6)
    said = [
        Said(name, text, chance.choice(DATES), chance.choice(ELSEWHERE))
        for name, text in zip(names, texts, strict=False)
    ]
    thread = draw(chance, said)
    count = 1 if family.startswith("lone") else len(said)
    return Rendering(around(chance, thread), tuple(said[:count]), pages)


def around(chance: random.Random, thread: str) -> str:
    """A page with the thread after the article, in its column, or beside it, before or after what else a page has."""
    story = "".join(f"<p>{p}</p>" for p in ARTICLE)
    byline = chance.choice(
        [
            "<p>By Jan Kolar, 12 June 2024</p>",
            "<div class='byline'><span>Jan Kolar</span> <time>12 June 2024</time></div>",
            "",
        ]
    )
    bio = chance.choice(["", "<div class='bio'><b>Jan Kolar</b><p>Jan Kolar writes about ports and rivers.</p></div>"])
    related = chance.choice(
        [
            "",
            "<h3>Read next</h3><ul><li><a href='/1'>Mill pond to be drained in spring</a></li><li><a href='/2'>Council votes on school roof</a></li></ul>",
            "<div class='more'><h4>More from Karsko</h4><div><span>11 June 2024</span><a href='/a'>Swan rescued from lock</a><p>A swan was freed by the crew of a tug.</p></div><div><span>10 June 2024</span><a href='/b'>New head for Selm school</a><p>Dana Vesela takes over in the autumn.</p></div></div>",
        ]
    )
    nav = "<div><a href='/'>The Karsko Post</a> | <a href='/n'>News</a> | <a href='/s'>Sport</a></div>"
    foot = chance.choice(
        ["<p>© 2024 The Karsko Post</p>", "<div>© 2024 The Karsko Post. <a href='/i'>Imprint</a></div>"]
    )
    head = f"<h1>{TITLE}</h1>{byline}{story}{bio}"
    inside = chance.random()
    if inside < 0.4:
        body = f"<div class='page'><article>{head}{thread}</article>{related}</div>"
    elif inside < 0.7:
        body = f"<div><div>{head}</div><div>{thread}</div>{related}</div>"
    elif inside < 0.85:
        body = f"<main>{head}</main>{related}<div>{thread}</div>"
    else:
        body = f"{head}{thread}{related}"
    return f"<!DOCTYPE html><html><head><title>{TITLE} | The Karsko Post</title></head><body>{nav}{body}{foot}</body></html>"


#: What only looks like comments: markup, and what of it must stay article text.
TRAPS: dict[str, str] = {
    "interview": "".join(
        f"<p><b>{n}:</b> {t}</p>"
        for n, t in (
            ("Post", "When did you hear of it?"),
            ("Brand", "On Sunday, at seven, from the mate. I was at the landing by eight."),
            ("Post", "And before that?"),
            ("Brand", "There was a letter in October. I cannot say more about it today."),
        )
    ),
    "interview, plain": "".join(
        f"<p>{n}: {t}</p>"
        for n, t in (
            ("Q", "Who signed for the piles?"),
            ("A", "The builder did, and so did the office of that day."),
            ("Q", "Would you sign again?"),
            ("A", "Not with what I know now."),
        )
    ),
    "voices": "<h2>What people at the landing said</h2>"
    + "".join(
        f"<p><b>{n}</b>, {a}: “{t}”</p>"
        for n, a, t in (
            ("Ana Lind", "62", "I walked across the ice as a girl."),
            ("Per Olm", "34", "My shop lives on the ferry."),
            ("Ida Roos", "19", "The bus is full before it leaves."),
        )
    ),
    "voices, list": "<h3>Five crew members remember</h3><ul>"
    + "".join(
        f"<li><b>{n}</b> — {t}</li>"
        for n, t in (
            ("Ana Lind", "She steered for thirty years."),
            ("Per Olm", "He sold the tickets."),
            ("Ida Roos", "She kept the cat."),
        )
    )
    + "</ul>",
    "timeline": "<h3>How it went</h3>"
    + "".join(
        f"<div class='step'><b>{d}</b><p>{t}</p></div>"
        for d, t in (
            ("12 October 2023", "Fishermen warn of loose piles."),
            ("4 January 2024", "The first ice drifts down."),
            ("9 June 2024", "The landing gives way."),
        )
    ),
    "live posts": "".join(
        f"<div class='post'><time>{d}</time> <b>{n}</b><p>{t}</p></div>"
        for d, n, t in (
            ("10:31", "Jan Kolar", "The divers have arrived from Selm."),
            ("11:02", "Eva Mint", "The council meets behind closed doors."),
            ("11:40", "Jan Kolar", "First pictures from under water."),
        )
    ),
    "glossary": "<h3>In words</h3><dl><dt>Pile</dt><dd>A long post that is driven into the bed.</dd><dt>Landing</dt><dd>Where the ferry lies while people board.</dd><dt>Fender</dt><dd>What keeps ship and wood apart.</dd></dl>",
    "figures": "<table><tr><td>2019</td><td>The landing is rebuilt for 2.3 million.</td></tr><tr><td>2021</td><td>A first inspection finds no faults.</td></tr><tr><td>2023</td><td>Fishermen report loose piles.</td></tr></table>",
    "staff": "<h3>On the crew</h3>"
    + "".join(
        f"<div class='person'><h4>{n}</h4><p>{t}</p></div>"
        for n, t in (
            ("Ana Lind", "Has steered the ferry since 1994."),
            ("Per Olm", "Sells tickets and mends ropes."),
            ("Ida Roos", "Came from the tugs last year."),
        )
    ),
    "recap": "".join(
        f"<p><b>{n}</b> {t}</p>"
        for n, t in (
            ("The piles.", "Eleven metres were ordered, and eight were driven, the file says."),
            ("The money.", "The county paid half, the town paid the rest."),
            ("The bus.", "It runs six times a day."),
        )
    ),
    "recap with colons": "".join(
        f"<p>{n}: {t}</p>"
        for n, t in (
            ("Cost", "2.3 million in 2019, and nobody knows how much now."),
            ("Duration", "At least until the end of the month."),
            ("Instead", "A bus by the Selm bridge."),
        )
    ),
    "quotes": "".join(
        f"<blockquote><p>{t}</p><footer>— {n}</footer></blockquote>"
        for n, t in (("Ilze Brand", "No ship is worth a life."), ("Per Olm", "We shall be back by June."))
    ),
    "documents": "<hr>"
    + "<hr>".join(
        f"<p><b>{n}</b> {d}</p><p>{t}</p>"
        for n, d, t in (
            ("Port office", "12 October 2023", "We have received your letter about the piles and will answer in time."),
            (
                "Fishermen’s union",
                "2 November 2023",
                "We have had no answer to our letter about the piles of the lower landing.",
            ),
        )
    ),
    "testimonials": "<div class='testimonials'><h3>What our customers say</h3>"
    + "".join(
        f"<div class='t'><p>“{t}”</p><b>{n}</b></div>"
        for n, t in (("Ana L.", "The paper is never late."), ("Per O.", "Best crossword in the county."))
    )
    + "</div>",
    "events": "<h3>Events</h3>"
    + "".join(
        f"<div class='e'><span>{d}</span> <b>{n}</b><p>{t}</p></div>"
        for d, n, t in (
            ("12 June 2024, 19:00", "Choir evening", "Songs of the river in the old mill."),
            ("14 June 2024, 18:00", "Chess club", "Open to all, bring a board."),
        )
    ),
    "products": "".join(
        f"<div class='prod'><h4>{n}</h4><p>{t}</p><span>{d}</span></div>"
        for n, t, d in (
            ("Rope, 12 mm", "Does not float.", "8.90 €"),
            ("Fender", "For boats up to nine metres.", "24.00 €"),
        )
    ),
    "teasers": "".join(
        f"<div class='x'><a href='/{n}'><h3>{t}</h3></a><p>{x}</p><span>{a}</span> <span>{d}</span></div>"
        for n, (t, x, a, d) in enumerate(
            (
                ("Swan rescued from lock", "A swan was freed by the crew of a tug.", "Eva Mint", "11 June 2024"),
                ("New head for Selm school", "Dana Vesela takes over in the autumn.", "Jan Kolar", "10 June 2024"),
            )
        )
    ),
    "count only": "<p><a href='#c'>142 Comments</a></p>",
    "count, script": "<div id='x9'><h3>142 Comments</h3><p>Comments need a script to be shown.</p></div>",
    "corrections": "<h3>Corrections</h3>"
    + "".join(
        f"<p><i>{d}:</i> {t}</p>"
        for d, t in (
            ("12 June 2024", "An earlier version gave the wrong year."),
            ("13 June 2024", "The name of the mate has been added."),
        )
    ),
    "discussion heading": "<h2>Discussion</h2><p>It is not known why the piles were driven to eight metres only. Three causes are thinkable, and each has its own friends.</p><p>The bed may have been harder than the survey said. That is the builder’s view, and the file holds a letter that says so.</p>",
}
#: Traps whose words are not the article's: only records would be wrong.
BESIDE = {"testimonials", "events", "products", "teasers", "count only", "count, script", "staff"}
