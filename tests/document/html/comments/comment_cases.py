"""Threads, widgets and traps, as templates of many families write them; names and words invented for these tests."""

# ruff: noqa: E501 - markup is kept in the lines that a template has

from __future__ import annotations

from dataclasses import dataclass, field

ARTICLE = [
    "The bridge at Lomnica was closed on Monday after divers found a crack in the third pier, the county said.",
    "Engineer Vera Hadik told reporters that the crack was “as long as a bus”. She expects repairs to take until June.",
    "Buses run through Podhora, which adds 25 minutes to the way to school. The county will pay for the extra fuel.",
]
TITLE = "Bridge closed after divers find crack"
ELSEWHERE = "Mill pond to be drained in spring"


@dataclass(frozen=True)
class Case:
    """``comments``: author, text, page left on, position of the parent; ``kept``: what must stay in the article."""

    name: str
    body: str
    comments: list[tuple[str | None, str, str | None, int | None]]
    kind: str = "thread"
    times: list[str | None] = field(default_factory=list)
    after: bool = True


def page(case: Case) -> str:
    """A page with the article, a teaser list, an author's box and, after or beside them, the case."""
    paragraphs = "".join(f"<p>{p}</p>" for p in ARTICLE)
    inside = case.body if case.after else ""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} | The Lomnica Bell</title></head><body>
<div class="q1"><a href="/">The Lomnica Bell</a><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></div>
<div class="q2"><div class="q3"><h1>{TITLE}</h1><div class="q4"><span>By Jan Kolar</span> <span>12 June 2024, 09:15</span></div>
{paragraphs}<div class="q5"><b>Jan Kolar</b><p>Jan Kolar writes about roads and rivers for the Bell.</p></div>{inside}</div>
<div class="q6"><h3>Read next</h3><div class="q7"><span>11 June 2024</span><a href="/a"><h4>Ferry back in service after a month</h4></a><p>The
ferry sails again from Monday, the owner said.</p></div><div class="q7"><span>10 June 2024</span><a href="/b"><h4>New headmaster for
Podhora school</h4></a><p>Dana Vesela takes over in the autumn.</p></div></div></div><div class="q8">© 2024 The Lomnica Bell</div></body></html>"""


A, B, C = (
    "My bus was forty minutes late again, and nobody at the stop knew why.",
    "They found that crack two years ago. Ask the divers who were sent home.",
    "Thank you for printing the detour.",
)
THREE = [("Radka", A, None, None), ("pier_watcher", B, None, None), ("O. Blaha", C, None, None)]


def _each(template: str, join: str = "") -> str:
    rows = [
        ("Radka", "12 June 2024, 10:31", A),
        ("pier_watcher", "12 June 2024, 11:02", B),
        ("O. Blaha", "13 June 2024, 08:00", C),
    ]
    return join.join(
        template.format(n=n, author=author, when=when, text=text) for n, (author, when, text) in enumerate(rows, 1)
    )


ISO = ["2024-06-12T10:31:00", "2024-06-12T11:02:00", "2024-06-13T08:00:00"]

THREADS = [
    Case(
        "wordpress",
        '<div id="comments" class="comments-area"><h2 class="comments-title">3 thoughts on “Bridge closed”</h2><ol class="comment-list">'
        + _each(
            '<li id="comment-{n}" class="comment even depth-1"><article class="comment-body"><footer class="comment-meta"><div '
            'class="comment-author vcard"><b class="fn">{author}</b> <span class="says">says:</span></div><a href="#comment-{n}">{when}</a>'
            '</footer><div class="comment-content"><p>{text}</p></div><div class="reply"><a href="#respond">Reply</a></div></article></li>'
        )
        + '</ol><div id="respond"><h3>Leave a Reply</h3><form><textarea></textarea></form></div></div>',
        THREE,
        times=ISO,
    ),
    Case(
        "wordpress, nested",
        '<ol class="commentlist"><li class="comment" id="comment-1"><div class="comment-body"><cite class="fn">Radka</cite><div '
        f'class="comment-meta">June 12, 2024 at 10:31 am</div><p>{A}</p></div><ul class="children"><li class="comment" id="comment-2"><div '
        f'class="comment-body"><cite class="fn">pier_watcher</cite><div class="comment-meta">June 12, 2024 at 11:02 am</div><p>{B}</p></div>'
        f'</li></ul></li><li class="comment" id="comment-3"><div class="comment-body"><cite class="fn">O. Blaha</cite><div '
        f'class="comment-meta">June 13, 2024 at 8:00 am</div><p>{C}</p></div></li></ol>',
        [THREE[0], ("pier_watcher", B, None, 0), THREE[2]],
        times=ISO,
    ),
    Case(
        "blogger definition list",
        '<div id="comments"><h4>3 comments:</h4><dl id="comments-block">'
        + _each(
            '<dt class="comment-author"><a>{author}</a> said...</dt><dd class="comment-body"><p>{text}</p></dd><dd class="comment-footer">'
            '<span class="comment-timestamp">{when}</span></dd>'
        )
        + "</dl></div>",
        THREE,
        times=ISO,
    ),
    Case(
        "drupal, indented replies",
        f'<section class="comments"><h2>Comments</h2><article class="comment"><h3><a href="/c/1">Late</a></h3><p class="submitted">Submitted by '
        f'<span class="username">Radka</span> on 12 June 2024 - 10:31</p><div class="content"><p>{A}</p></div><ul class="links"><li>reply</li>'
        f'</ul></article><div class="indented"><article class="comment"><h3><a href="/c/2">Ask</a></h3><p class="submitted">Submitted by <span '
        f'class="username">pier_watcher</span> on 12 June 2024 - 11:02</p><div class="content"><p>{B}</p></div><ul class="links"><li>reply</li>'
        "</ul></article></div></section>",
        [("Radka", "Late\n" + A, None, None), ("pier_watcher", "Ask\n" + B, None, 0)],
        times=ISO[:2],
    ),
    Case(
        "microdata with meaningless names",
        _each(
            '<div class="zz{n}" itemscope itemtype="https://schema.org/Comment"><span itemprop="author">{author}</span><time '
            'datetime="2024-06-12T10:3{n}:00">{when}</time><div itemprop="text">{text}</div></div>'
        ),
        THREE,
        times=["2024-06-12T10:31:00", "2024-06-12T10:32:00", "2024-06-12T10:33:00"],
    ),
    Case(
        "meaningless names, reply buttons",
        '<div class="x1">'
        + _each(
            '<div class="x2"><div class="x3"><span class="x4">{author}</span><span class="x5">{when}</span></div><div class="x6">{text}</div>'
            '<div class="x7"><button>Like (2)</button><button>Reply</button><button>Report</button></div></div>'
        )
        + "</div>",
        THREE,
        times=ISO,
    ),
    Case(
        "meaningless names, relative times under a heading",
        '<section class="k"><h2>Comments (3)</h2>'
        + "".join(
            f'<div class="k1"><div class="k2"><i>{author}</i><i>{when}</i></div><div class="k3">{text}</div></div>'
            for (author, text, _, _), when in zip(THREE, ("1h ago", "3h ago", "2 days ago"), strict=True)
        )
        + "</section>",
        THREE,
        times=["1h ago", "3h ago", "2 days ago"],
    ),
    Case(
        "table rows under a bold line",
        "<hr><b>Readers' letters and comments</b><table>"
        + _each("<tr><td><b>{author}</b><br><font size=1>{when}</font></td><td>{text}</td></tr>")
        + "</table>",
        THREE,
        times=ISO,
    ),
    Case(
        "paragraphs with bold names under a heading",
        "<h3>Your views</h3>" + _each("<p><b>{author}</b>: {text}</p>"),
        THREE,
    ),
    Case(
        "signature after the words",
        '<div class="m"><h3>From our readers</h3>'
        + _each('<div class="m1"><p>{text}</p><p class="m2">— {author}, {when}</p></div>')
        + "</div>",
        THREE,
        times=ISO,
    ),
    Case(
        "flat: a line of author and date, then the words",
        '<div class="f"><h3>3 comments</h3>' + _each('<p class="f1">{author} wrote on {when}:</p><p class="f2">{text}</p>') + "</div>",
        THREE,
        times=ISO,
    ),
    Case(
        "flat: the words, then author and date",
        '<div class="f"><h3>3 comments</h3>' + _each('<div class="f2">{text}</div><div class="f1">{author} | {when}</div>') + "</div>",
        THREE,
        times=ISO,
    ),
    Case(
        "flat with rules between",
        '<div class="f"><h3>Discussion (3)</h3>'
        + _each('<hr><div class="f1"><b>{author}</b> <small>{when}</small></div><div class="f2">{text}</div>')
        + "</div>",
        THREE,
        times=ISO,
    ),
    Case(
        "block quotations with a citation",
        "<h3>What readers say</h3>" + _each("<blockquote><p>{text}</p><cite>{author}, {when}</cite></blockquote>"),
        THREE,
        times=ISO,
    ),
    Case(
        "headings as authors, no dates",
        '<div class="g"><h2>Comments</h2>' + _each('<div class="g1"><h4>{author}</h4><p>{text}</p></div>') + "</div>",
        THREE,
    ),
    Case(
        "first lines as authors, no dates, no marks",
        '<div class="g"><h2>3 Comments</h2>' + _each('<div class="g1"><div class="g2">{author}</div><div class="g3">{text}</div></div>') + "</div>",
        THREE,
    ),
    Case(
        "german newspaper",
        '<div class="leserpost"><h3>Leserkommentare (3)</h3>'
        + "".join(
            f'<div class="lp-row"><div class="lp-h">{author} schrieb am {when} Uhr:</div><div class="lp-t">{text}</div><a href="#">Antworten</a></div>'
            for (author, text, _, _), when in zip(THREE, ("12.06.2024 um 10:31", "12.06.2024 um 11:02", "13.06.2024 um 08:00"), strict=True)
        )
        + "</div>",
        THREE,
        times=ISO,
    ),
    Case(
        "french",
        '<div class="bloc"><h3>3 commentaires</h3>'
        + "".join(
            f'<div class="reac"><strong>{author}</strong><span>{when}</span><p>{text}</p><a href="#">Répondre</a><a href="#">Signaler</a></div>'
            for (author, text, _, _), when in zip(THREE, ("le 12 juin 2024 à 10h31", "le 12 juin 2024 à 11h02", "le 13 juin 2024 à 8h00"), strict=True)
        )
        + "</div>",
        THREE,
        times=ISO,
    ),
    Case(
        "spanish",
        '<div class="b9"><h3>Comentarios (3)</h3>'
        + "".join(
            f'<div class="b8"><span>{author}</span> <span>{when}</span><p>{text}</p><a href="#">Responder</a></div>'
            for (author, text, _, _), when in zip(THREE, ("12 de junio de 2024", "12 de junio de 2024", "13 de junio de 2024"), strict=True)
        )
        + "</div>",
        THREE,
        times=["2024-06-12", "2024-06-12", "2024-06-13"],
    ),
    Case(
        "polish",
        '<div class="b9"><h3>Komentarze (3)</h3>'
        + "".join(
            f'<div class="b8"><span>{author}</span> <span>{when}</span><div>{text}</div><a href="#">Odpowiedz</a></div>'
            for (author, text, _, _), when in zip(THREE, ("12 czerwca 2024, 10:31", "12 czerwca 2024, 11:02", "13 czerwca 2024, 8:00"), strict=True)
        )
        + "</div>",
        THREE,
        times=ISO,
    ),
    Case(
        "custom elements and data attributes",
        '<div data-testid="comments">'
        + _each('<div data-comment-id="{n}" class="p"><div class="p1">{author}</div><time datetime="2024-06-12">{when}</time><div class="p2">{text}</div></div>')
        + "</div>",
        THREE,
        times=["2024-06-12"] * 3,
    ),
    Case(
        "flat list with data-parent",
        '<div class="discuss"><h3>2 replies</h3>'
        f'<div class="d" data-id="7"><span>Radka</span> <time datetime="2024-06-12">12 June</time><p>{A}</p><a href="#">Reply</a></div>'
        f'<div class="d" data-id="8" data-parent="7"><span>pier_watcher</span> <time datetime="2024-06-12">12 June</time><p>{B}</p><a href="#">Reply</a></div></div>',
        [THREE[0], ("pier_watcher", B, None, 0)],
    ),
    Case(
        "one comment alone",
        f'<div id="comments"><h3>1 Comment</h3><div class="comment"><span class="author">Radka</span> <span class="date">12 June 2024</span><p>{A}</p></div></div>',
        THREE[:1],
        times=["2024-06-12"],
    ),
    Case(
        "numbered guest book",
        '<div class="gb"><h3>3 Kommentare</h3>'
        + _each('<div class="gbe"><h4>#{n} Kommentar von {author}</h4>{when}<p>{text}</p></div>')
        + "</div>",
        THREE,
        times=ISO,
    ),
    Case(
        "list items with the author as a citation at the end",
        '<ol id="commentlist">'
        + _each('<li id="comment-{n}"><p>{text}</p><p><cite>Comment by <a href="http://x.example" rel="nofollow">{author}</a> — {when}</cite></p></li>')
        + "</ol>",
        THREE,
        times=ISO,
    ),
    Case(
        "details and summary",
        "<details><summary>Show 3 comments</summary>" + _each("<div><strong>{author}</strong> <em>{when}</em><p>{text}</p></div>") + "</details>",
        THREE,
        times=ISO,
    ),
    Case(
        "comments in an article element each, with avatars and badges",
        '<section><h3>Join the conversation</h3><ul>'
        + _each('<li><article><img src="a.png" alt="{author}"><header><strong>{author}</strong><span>Subscriber</span><time datetime="2024-06-12T10:00">{when}</time>'
                "</header><p>{text}</p><footer><button>Recommend</button> <button>Reply</button></footer></article></li>")
        + "</ul></section>",
        THREE,
    ),
]  # fmt: skip

THREADS += [
    Case(
        "paragraphs beside those of the article",
        "<h3>Comments</h3>" + _each('<p><a name="c{n}"></a><b>{author}</b>, {when}<br>{text}</p>'),
        THREE,
        times=ISO,
    ),
    Case(
        "list with the name and an age below",
        '<h4>3 responses</h4><ul>' + "".join(
            f"<li><p>{text}</p><p>{author} · {n}h</p></li>" for n, (author, text, _, _) in enumerate(THREE, 2)
        ) + "</ul>",
        THREE,
        times=["2h", "3h", "4h"],
    ),
    Case(
        "plain text: name (date): words",
        '<div class="old"><h4>Comments</h4>' + _each("<div>{author} ({when}): {text}</div>") + "</div>",
        THREE,
        times=ISO,
    ),
    Case(
        "italic signature on the same line",
        '<div class="old"><h4>Feedback from readers</h4>' + _each("<p>{text} <i>{author}</i>, {when}</p>") + "</div>",
        THREE,
        times=ISO,
    ),
    Case(
        "grid of divs, the date before the name",
        '<div class="r0"><div class="r1">3 comments</div>'
        + _each('<div class="r2"><div class="r3">{when}</div><div class="r4">{author}</div><div class="r5"><p>{text}</p></div></div>')
        + "</div>",
        THREE,
        times=ISO,
    ),
    Case(
        "nested lists with meaningless names",
        f'<div class="n0"><h3>Discussion</h3><ul class="n1"><li class="n2"><div class="n3"><b>Radka</b><span>12 June 2024</span></div><div class="n4">{A}'
        f'</div><a href="#">Reply</a><ul class="n1"><li class="n2"><div class="n3"><b>pier_watcher</b><span>13 June 2024</span></div><div class="n4">{B}</div>'
        f'<a href="#">Reply</a></li></ul></li><li class="n2"><div class="n3"><b>O. Blaha</b><span>13 June 2024</span></div><div class="n4">{C}</div>'
        '<a href="#">Reply</a></li></ul></div>',
        [THREE[0], ("pier_watcher", B, None, 0), THREE[2]],
    ),
    Case(
        "several paragraphs in one comment",
        '<div id="disqus_thread"><ul>'
        + "".join(
            f'<li class="post"><div class="a"><a href="/u">{author}</a></div><div class="b"><a href="#c1">{n} days ago</a></div><div class="c"><p>{text}</p>'
            f'<p>And one thing more, said {n} times.</p></div><ul><li>Reply</li><li>Share</li></ul></li>'
            for n, (author, text, _, _) in enumerate(THREE, 2)
        )
        + "</ul></div>",
        [(author, f"{text}\nAnd one thing more, said {n} times.", None, None) for n, (author, text, _, _) in enumerate(THREE, 2)],
    ),
]  # fmt: skip

THREADS += [
    Case(
        "letters: paragraphs and signatures of one kind",
        "<h3>Letters to the editor</h3>" + _each("<p>{text}</p><p><b>{author}</b>, Podhora</p>"),
        THREE,
    ),
    Case(
        "letters signed after a dash",
        "<h3>Letters from readers</h3>" + _each("<p>{text}</p><p>— {author}</p>"),
        THREE,
    ),
    Case(
        "definition list without names",
        "<h3>Comments</h3><dl>" + _each("<dt>{author}, {when}</dt><dd>{text}</dd>") + "</dl>",
        THREE,
        times=ISO,
    ),
    Case(
        "two rows for each comment",
        "<h3>3 comments</h3><table>" + _each("<tr><td>{author} wrote on {when}:</td></tr><tr><td>{text}</td></tr>") + "</table>",
        THREE,
        times=ISO,
    ),
    Case(
        "fonts and rules of old",
        "<center><b>Reader comments</b></center>" + _each("<hr><p><font size=2><b>{author}</b> - {when}</font><br>{text}</p>"),
        THREE,
        times=ISO,
    ),
    Case(
        "place after the name",
        '<div class="z"><h3>Your comments</h3>' + _each("<div><p>{text}</p><p><strong>{author}</strong>, Podhora, {when}</p></div>") + "</div>",
        [(f"{author}, Podhora", text, on, parent) for author, text, on, parent in THREE],
        times=ISO,
    ),
    Case(
        "sorting and counts before the list",
        '<div class="y"><div class="y0"><h3>Comments</h3><span>3</span></div><div class="y1"><button>Newest</button><button>Oldest</button></div><div class="y2">'
        + _each('<div class="y3"><div class="y4"><div class="y5">{author}</div><div class="y6">{when}</div></div><div class="y7"><p>{text}</p></div>'
                '<div class="y8"><span>12</span><span>Reply</span></div></div>')
        + '</div><button>Load more comments</button></div>',
        THREE,
        times=ISO,
    ),
    Case(
        "custom elements with attributes",
        "<x-comments>" + _each('<x-comment data-author="{author}"><time datetime="2024-06-12">{when}</time><div>{text}</div></x-comment>') + "</x-comments>",
        THREE,
        times=["2024-06-12"] * 3,
    ),
    Case(
        "quotation of an earlier comment",
        '<div class="comments">'
        f'<div class="comment"><b class="user">Radka</b> <span class="time">12 June 2024</span><p>{A}</p></div><div class="comment"><b class="user">'
        f'pier_watcher</b> <span class="time">12 June 2024</span><blockquote>late again</blockquote><p>{B}</p></div></div>',
        [THREE[0], ("pier_watcher", "late again\n" + B, None, None)],
    ),
]  # fmt: skip

WIDGET_PAIR = [("Maja", A, ELSEWHERE, None), ("gina k.", B, ELSEWHERE, None)]


def _widget(template: str) -> str:
    return "".join(template.format(author=author, text=text, on=on) for author, text, on, _ in WIDGET_PAIR)


WIDGETS = [
    Case(
        "wordpress widget with excerpts",
        '<section class="widget widget_recent_comments"><h2>Recent comments</h2><ul id="recentcomments">'
        + _widget('<li class="recentcomments"><span class="comment-author-link">{author}</span> on <a href="/m#comments">{on}</a><p>{text}</p></li>')
        + "</ul></section>",
        WIDGET_PAIR,
        "widget",
    ),
    Case(
        "words first, small print after",
        '<div class="w"><h4>What readers say</h4>' + _widget('<div class="w1"><p>{text}</p><small>{author}, on <a href="/m">{on}</a></small></div>') + "</div>",
        WIDGET_PAIR,
        "widget",
    ),
    Case(
        "author in: page, then words",
        '<div class="w"><h4>Latest comments</h4><ul>' + _widget('<li>{author} in: <a href="/m">{on}</a><br>{text}</li>') + "</ul></div>",
        WIDGET_PAIR,
        "widget",
    ),
    Case(
        "page first, words, author",
        '<div class="w"><h4>Recent comments</h4><ul>' + _widget('<li><a href="/m">{on}</a><div>{text}</div><b>{author}</b></li>') + "</ul></div>",
        WIDGET_PAIR,
        "widget",
    ),
    Case(
        "lines in a table cell",
        "<table><tr><td><b>Latest comments</b><br>" + _widget("<b>{author}</b> on <i>{on}</i>: {text}<br>") + "</td></tr></table>",
        WIDGET_PAIR,
        "widget",
    ),
    Case(
        "german",
        '<div class="w"><h4>Neueste Kommentare</h4><ul>' + _widget('<li><span>{author}</span> zu <a href="/m">{on}</a><p>{text}</p></li>') + "</ul></div>",
        WIDGET_PAIR,
        "widget",
    ),
    Case(
        "meaningless names, no heading that says so",
        '<div class="w"><h4>Talk of the town</h4>' + _widget('<div class="w1"><p>{text}</p><span>{author} on <a href="/m">{on}</a></span></div>') + "</div>",
        WIDGET_PAIR,
        "widget",
    ),
]  # fmt: skip

WIDGETS += [
    Case(
        "words, name and page on one line",
        '<div class="w"><h4>Overheard</h4>' + _widget('<p>“{text}” <i>{author}</i> on <a href="/m">{on}</a></p>') + "</div>",
        WIDGET_PAIR,
        "widget",
    ),
    Case(
        "definition list, name and page",
        '<div class="w"><h4>Latest comments</h4><dl>' + _widget('<dt>{author}, <a href="/m">{on}</a></dt><dd>{text}</dd>') + "</dl></div>",
        WIDGET_PAIR,
        "widget",
    ),
    Case(
        "commented on, with dates",
        '<div class="w"><h5>From the comments</h5>'
        + _widget('<div class="w1"><div>{author} commented on <a href="/m">{on}</a></div><div>2 hours ago</div><div>{text}</div></div>') + "</div>",
        WIDGET_PAIR,
        "widget",
    ),
    Case(
        "name, words, then re: page",
        '<div class="w"><h5>Recently commented</h5>' + _widget('<div class="w1"><b>{author}</b><p>{text}</p><em>re: <a href="/m">{on}</a></em></div>') + "</div>",
        WIDGET_PAIR,
        "widget",
    ),
]  # fmt: skip

WIDGETS += [
    Case(
        "commented on the page, then words, under any heading",
        '<div class="w"><h4>Over the fence</h4>' + _widget('<p>{author} commented on <a href="/m">{on}</a>: {text}</p>') + "</div>",
        WIDGET_PAIR,
        "widget",
    ),
    Case(
        "says in bold, words, and the page as a line below",
        '<div class="w"><h4>Readers say</h4>'
        + _widget('<p><b>{author} says:</b> {text}<br><a href="/m">{on}</a></p>').replace(ELSEWHERE, "New bell for the school", 1)
        + "</div>",
        [("Maja", A, "New bell for the school", None), ("gina k.", B, ELSEWHERE, None)],
        "widget",
    ),
]  # fmt: skip

THREADS += [
    Case(
        "posted by below the words, anchors between",
        '<h2><a id="comments"></a>Comments</h2>'
        + _each('<a id="c{n}"></a><p>{text}</p><p class="pd">Posted by: <a href="#">{author}</a> | {when}</p>') + "<p>The comments are closed.</p>",
        THREE,
        times=ISO,
    ),
    Case(
        "posted by below the words, no heading and no names",
        '<div class="q9">' + _each('<div class="k7"><p>{text}</p><p class="k8">Posted by {author} on {when}</p></div>') + "</div>",
        THREE,
        times=ISO,
    ),
    Case(
        "listeners in a folded part",
        "<details><summary>Listeners’ comments (3)</summary>" + _each("<section><h5>{author} <small>{when}</small></h5>{text}</section>") + "</details>",
        THREE,
        times=ISO,
    ),
]  # fmt: skip

#: Repeated structure that is not comments; every word must stay out of the comments.
TRAPS = {
    "teasers with dates": '<div class="t"><h3>More stories</h3>'
    + "".join(
        f'<div class="t1"><span>1{n} June 2024</span><h4><a href="/t{n}">Teaser headline number {n} about a road</a></h4><p>The road is closed for {n} weeks, the county said.</p></div>'
        for n in range(4)
    )
    + "</div>",
    "live blog": '<div class="live"><h2>As it happened</h2>'
    + "".join(f'<div class="l1"><time datetime="2024-06-12T1{n}:00">1{n}:00</time><p>The county says crane {n} has arrived at the bridge and will start at once.</p></div>' for n in range(5))
    + "</div>",
    "questions and answers": '<div class="qa">'
    + "".join(f"<p><strong>Bell:</strong> Question {n} about the pier?</p><p><strong>Hadik:</strong> Answer {n}, said at length about the pier.</p>" for n in range(4))
    + "</div>",
    "authors": '<div class="au"><h3>About the authors</h3>'
    + "".join(f'<div class="au1"><h4>{name}</h4><p>{name} covers the county for the Bell and lives in Podhora.</p></div>' for name in ("Jan Kolar", "Dana Vesela"))
    + "</div>",
    "testimonials": '<div class="testimonials"><h3>Our customers</h3>'
    + "".join(f'<div class="testimonial"><p>The firm repaired my roof number {n} in a day.</p><cite>Customer {n}, Podhora</cite></div>' for n in range(3))
    + "</div>",
    "events": '<div class="ev"><h3>Dates</h3><ul>' + "".join(f"<li><b>1{n} June 2024, 19:00</b><p>Reading in the town hall with author number {n}.</p></li>" for n in range(4)) + "</ul></div>",
    "quotations in the article": "".join(f"<blockquote><p>We saw the crack from boat {n} and rang the county.</p><cite>Fisherman {n}</cite></blockquote>" for n in range(3)),
    "index of articles, posted by": '<div class="ix"><h3>News from the valley</h3>'
    + "".join(f'<div class="ix1"><h4>Road number {n}</h4><p>The road is closed for {n} weeks, the county said.</p><p>Posted by {who} on 1{n} June 2024</p></div>' for n, who in enumerate(("Jan", "Dana", "Vera")))
    + "</div>",
    "opinion pieces": '<div class="op"><h3>Opinion</h3>'
    + "".join(f'<div class="op1"><span>Columnist {n}</span><h4><a href="/o{n}">Why the bridge matters, part {n}</a></h4><p>A bridge is more than a road.</p></div>' for n in range(3))
    + "</div>",
}  # fmt: skip
