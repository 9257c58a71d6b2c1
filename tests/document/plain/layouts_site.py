"""Whole sites: mastheads, notices, insets and ends around the story, and threads as publishing systems print them.

Where the other families vary the thread, this one varies what stands around the article: the name of the site above a
headline, cookie notices and calls to subscribe, captions in several lines, pull quotes, tables and lists, notes on the
author, press contacts, copyright lines that name the outlet.
"""

from __future__ import annotations

import random
import textwrap
from datetime import date, timedelta

from layouts import MONTHS, Rendered, Story, StoryComment

THREADS = 11
WIDGETS = 7
TAGLINES = [
    [],
    [],
    ["News from the valley"],
    ["Reports / Letters / Fiction"],
    ["Lenn 14°C, light rain"],
    ["Edition of 14 March 2024"],
    ["Thursday, March 14, 2024"],
    ["Independent. Every morning."],
]
MENUS = [
    ["News   Politics   Sport   Shop"],
    ["Home", "Valley", "Courts", "Letters"],
    ["Skip to main content", "Home", "Rivers", "Trains", "Schools"],
    ["Home | News | Trains | Contact"],
    ["Charts   Maps   About"],
    [],
]
NOTICES = [
    [],
    [],
    ["We use cookies to improve your visit. Accept   Reject"],
    ["This website uses cookies. OK"],
    ["We and our partners store data on your device.", "Accept all", "Settings"],
]
KICKERS = [[], [], ["Interviews"], ["Valley / Courts"], ["Press release"], ["« Previous"]]
INSETS = [
    ["Image source, Example Pictures/handout", "Image caption, The square of Lenn on Tuesday"],
    ["A bus waits at the upper gate on Tuesday. Photo: A. Mercer"],
    ["Read also: Ferry to Orvan doubles its night sailings"],
    ["READ ALSO: Market of Lenn opens after the fire"],
    ["Never miss a story", "Get our weekly letter by e-mail. You can stop it at any time.", "Sign me up"],
    ["Stay informed", "Enter your email address", "Subscribe"],
    ["See all pictures (12)"],
    ["[Photo gallery]"],
    ["Video: the water at the upper gate"],
]
ENDS = [
    [["This entry was posted in Rivers and tagged dams, Lenn. Bookmark the permalink."]],
    [["Media contact: press@valley.example, +00 555 0100"]],
    [["Prev   Next"]],
    [["Related Topics", "Lenn", "Rivers"]],
    [["About the author", "Tom Hale is a contributing editor of the Review. His reports won him a prize in 2019."]],
    [["- ENDS -"], ["Notes to editors: pictures can be had from the press office."]],
    [],
]
FEET = [
    ["Trending", "1. Fuel queues return to Orvan", "2. Actor denies wedding, again"],
    ["Up next", "Why the toll on the upper road is never four marks", "A map of every closed station"],
    ["Archives", "March 2024", "February 2024"],
    ["From the shop", "Issue 12: Rivers. 9 marks."],
    [],
]


def _when(rng: random.Random, day: date) -> str:
    later = day + timedelta(days=rng.randrange(4))
    month = MONTHS[later.month - 1]
    return rng.choice(
        [
            f"{month} {later.day}, {later.year} at 0{rng.randrange(1, 10)}:{rng.randrange(10, 60)} PM",
            f"{later.isoformat()} {rng.randrange(10, 23)}:{rng.randrange(10, 60)}",
            f"{later.day:02}/{later.month:02}/{later.year % 100:02}",
            f"{later.day} {month} {later.year}",
            f"{rng.randrange(2, 9)} years ago",
        ]
    )


def _comment(style: int, number: int, c: StoryComment, when: str) -> list[str]:
    indent = "      " if number % 3 == 2 else ""
    forms: dict[int, list[str]] = {
        0: [f"{c.author} on {when} said:", c.text, "Reply ↓"],
        1: [f"#{number} {c.author} {when}", c.text, "Quote | Reply"],
        2: [c.author, f"• {when}", c.text, str(number), "Reply", "Share ›"],
        3: [f"{indent}{c.author} · {when}", f"{indent}{c.text}", f"{indent}like   answer"],
        4: [c.text, f"{c.author}, {when}"],
        5: [f"{indent}{c.author} @ {when}", f"{indent}{c.text}"],
        6: [f"{number}. {c.author}", f"   {when}", "", f"   {c.text}"],
        7: [f"{c.author} / {when}", c.text, f"+{number}  -0"],
        8: [c.text, f"{c.author}", when],
        9: [f"{indent}{c.author} wrote on {when}", f"{indent}{c.text}", f"{indent}[reply] [report]"],
        10: [f"{c.author} [{when}]", c.text],
    }
    return forms[style]


def _widget(style: int, c: StoryComment) -> list[str]:
    forms: dict[int, list[str]] = {
        0: [f"{c.author} in: {c.on}", c.text],
        1: [f"{c.author}: {c.on}: {c.text}"],
        2: [f"{c.author} commented on {c.on}: {c.text}"],
        3: [f"{c.author}: “{c.text}” ({c.on})"],
        4: [f"* {c.author} on {c.on}", f"  {c.text}"],
        5: [c.text, f"{c.author} on {c.on}"],
        6: [f"{c.author} on {c.on}: {c.text}"],
    }
    return forms[style]


def _head(rng: random.Random, style: int, story: Story, when: str) -> list[list[str]]:
    names = " and ".join(story.authors)
    by = f"By {names}" if names else ""
    position = "Environment correspondent" if len(story.authors) == 1 else ""
    heads: dict[int, list[list[str]]] = {
        0: [[story.title, f"Posted on {when} by {names}" if names else f"Posted on {when}"]],
        1: [[story.title, f"{when} · {rng.randrange(2, 9)} min", names]],
        2: [[story.title, when, by, position, "Share"]],
        3: [
            [story.title],
            [
                f"Last Updated: {when}",
                f"Written by {names}" if names else "",
                "Category: News",
                f"Published: {when}",
                "Hits: 2291",
            ],
        ],
        4: [[story.title, f"{when} | {names}" if names else when]],
        5: [[story.title, f"{names}, Lenn | {when}, 8:14 pm | 5 comments" if names else f"{when} | 5 comments"]],
        6: [[story.title, f"Interview: {names} · {when}" if names else when]],
        7: [[story.title], [f"by {names} · Follow" if names else ""], [f"Published: {when}, 14:20 UTC"]],
        8: [[story.title], [f"Reported by {names}" if names else "", f"Lenn, {when}"]],
    }
    return heads[style]


def _quote(story: Story) -> list[str]:
    """A pull quote: words that the article says elsewhere."""
    for paragraph in story.paragraphs:
        opened, closed = paragraph.find("“"), paragraph.find("”")
        if 0 <= opened < closed - 25 and closed - opened < 140:
            return [paragraph[opened : closed + 1].rstrip(",”") + "”"]
    return []


def _wrapped(line: str, width: int | None) -> list[str]:
    indent = line[: len(line) - len(line.lstrip())]
    if not width or len(line) <= width or "  " in line.strip():
        return [line]
    return textwrap.wrap(line, width, initial_indent="", subsequent_indent=indent)


def _foot(rng: random.Random, story: Story) -> list[str]:
    year = story.published.year
    return rng.choice(
        [
            [f"© {story.outlet} {year - 5}–{year}"],
            [f"Copyright {story.outlet}. Reproduction without written permission is prohibited."],
            [f"Copyright © {year} {story.outlet}. We are not responsible for the content of external sites."],
            [f"© {year}"],
            [f"{story.outlet} is published every Thursday. All rights reserved."],
            [],
        ]
    )


def _extra(rng: random.Random, width: int | None) -> tuple[list[list[str]], tuple[str, ...]]:
    """Lists and tables inside the article, in lines and as the paragraphs they are."""
    choice = rng.randrange(5)
    if choice == 0:
        items = [
            "Do not fish above the upper gate before May.",
            "Report what you see at once, with the time and the place.",
            "Bring back your keys.",
        ]
        bullet = rng.choice(["• ", "- ", "  * "])
        return [[bullet + item] for item in items], tuple(items)
    if choice == 1:
        rows = [("Gauge", "2023", "2024"), ("Upper gate", "1,380", "1,450"), ("Lower gate", "1,610", "1,900")]
        return [["   ".join(row)] for row in rows], tuple(" ".join(row) for row in rows)
    return [], ()


def render_site(story: Story, seed: int) -> Rendered:
    """One capture of the story on a whole site, the same for the same seed."""
    rng = random.Random(seed)
    day = story.published
    width = rng.choice([None, None, None, 60, 66, 72])
    groups: list[list[str]] = [[story.outlet, *rng.choice(TAGLINES)], rng.choice(MENUS), rng.choice(NOTICES)]
    groups.append(rng.choice(KICKERS))
    month = MONTHS[day.month - 1]
    when = rng.choice(
        [f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", f"{day.day} {month[:3]} {day.year}"]
    )
    style = rng.randrange(9)
    groups += _head(rng, style, story, when)
    note = ["site", f"width={width}", f"head{style}"]
    extra: tuple[str, ...] = ()
    for number, paragraph in enumerate(story.paragraphs):
        groups.append([paragraph])
        if number == 1:
            lines, extra = _extra(rng, width)
            groups += lines
        last = number >= len(story.paragraphs) - 1
        if number > 0 and not last and paragraph not in story.headings and rng.random() < 0.12:
            inset = rng.choice([*INSETS, _quote(story)])
            groups.append(inset)
            note.append(" ".join(inset)[:20])
    groups += rng.choice(ENDS)
    if story.thread:
        thread = rng.randrange(THREADS)
        note.append(f"sthread{thread}")
        count = len(story.thread)
        groups.append(
            rng.choice(
                [
                    [f"{count} thoughts on “{story.title}”"],
                    ["Comments"],
                    [f"{count} comments"],
                    [
                        f"{count} Comments",
                        "Login",
                        "Favorite 3   Tweet   Share",
                        "Sort by Newest",
                        "Join the discussion…",
                    ],
                    ["Letters"],
                ]
            )
        )
        groups += [_comment(thread, i, c, _when(rng, day)) for i, c in enumerate(story.thread, 1)]
        groups.append(
            rng.choice(
                [
                    ["Pingback: The wall that everybody saw | Bridges and Bureaucrats"],
                    ["Refresh comments list", "Add comment"],
                    ["Register to write a comment"],
                    ["Write a letter"],
                    ["Subscribe   Add Disqus to your site   Do Not Sell My Data"],
                    [],
                ]
            )
        )
    if story.widget:
        widget = rng.randrange(WIDGETS)
        note.append(f"swidget{widget}")
        groups.append(rng.choice([["Recent Comments"], ["Latest comments"], ["Readers are saying"]]))
        groups += [_widget(widget, c) for c in story.widget]
    groups += [rng.choice(FEET), _foot(rng, story)]
    glue = "\n\n" if width else rng.choice(["\n\n", "\n\n", "\n"])
    kept = [[part for line in g if line or glue == "\n\n" for part in _wrapped(line, width)] for g in groups if any(g)]
    told = Story(
        story.title,
        story.authors,
        story.published,
        (*story.paragraphs, *extra),
        story.headings,
        story.thread,
        story.widget,
        story.outlet,
    )
    return Rendered(glue.join("\n".join(g) for g in kept) + "\n", told, note)
