"""Further habits of sites, a fifth family: forums, old blogs, agencies, letters without dates, networks."""

from __future__ import annotations

import random
import textwrap
from datetime import date, timedelta

from layouts import DAYS, MONTHS, Rendered, Story, StoryComment

THREADS = 12
WIDGETS = 6
TOPS = [
    ["{outlet}"],
    ["{outlet}", "World   Valley   Money   Life"],
    ["{title} – {outlet}"],
    ["{outlet} – {title}"],
    ["Advertisement", "{outlet}", "Sections", "Search"],
    ["Sign in", "Support us", "{outlet}"],
    ["{outlet} / Valley"],
    [],
]
INSETS = [
    ["FILE - The wall of Lenn on Tuesday, March 5 (A. Mercer/Example Pictures)"],
    ["(Photo: A. Mercer / Example Pictures)"],
    ["Credit: A. Mercer"],
    ["ADVERTISEMENT - SCROLL TO CONTINUE"],
    ["More on this: Ferry to Orvan doubles its night sailings"],
    ["» Ferry to Orvan doubles its night sailings"],
    ["Most popular", "1. Fuel queues return to Orvan", "2. Actor denies wedding, again"],
    ["Listen · 4 min"],
    ["The article continues after this message"],
    ["Do you like our work? Support us with a small gift."],
]
ENDS = [
    ["Follow us on Facebook and X"],
    ["If you know more, write to tips@valley.example."],
    ["#dams #lenn"],
    ["Report a typo"],
    ["Print | E-mail | Share"],
    ["Follow Tom Hale: @tomhale"],
    ["More by this author"],
    ["Like this:", "Like Loading..."],
    ["Rate this article", "★★★★☆ (12 votes)"],
    [],
    [],
]
FEET = [
    ["About us", "Team", "Jobs", "Imprint"],
    ["{outlet} © {year}"],
    ["© {year} {outlet} Ltd. Registered in Lenn."],
    ["Published by {outlet}. All rights reserved {year}."],
    ["Newer Post   Home   Older Post", "Subscribe to: Post Comments (Atom)"],
    [],
]


def _when(rng: random.Random, day: date) -> str:
    later = day + timedelta(days=rng.randrange(4))
    month = MONTHS[later.month - 1]
    return rng.choice(
        [
            f"{later.day} {month} {later.year} at {rng.randrange(10, 23)}:{rng.randrange(10, 60)}",
            f"{DAYS[later.weekday()][:3]} {month[:3]} {later.day:02}, {later.year} "
            f"{rng.randrange(1, 12)}:{rng.randrange(10, 60)} pm",
            f"{rng.randrange(2, 20)} hours ago",
            f"{later.day:02}.{later.month:02}.{later.year}, {rng.randrange(10, 23)}:{rng.randrange(10, 60)}",
        ]
    )


def _comment(style: int, number: int, c: StoryComment, when: str, title: str) -> list[str]:
    forms: dict[int, list[str]] = {
        0: [c.author, when, "Permalink", c.text, f"Reply to {c.author}"],
        1: [f"{c.author} said...", c.text, when],
        2: [f"{c.author} {number + 3} points {number + 1} hours ago", c.text, "permalink embed save report reply"],
        3: [f"{c.author} (guest) #{number}", when, c.text],
        4: [f"Comment #{number} posted by {c.author} on {when}", c.text],
        5: [c.author, "Top Commenter · Lenn", c.text, f"Like · Reply · {number + 3}h"],
        6: [c.text, "", c.author, "Lenn", ""],
        7: [f"Re: {title}", f"by {c.author} » {when}", "", c.text],
        8: [f"{c.author} - {when} - Report", c.text],
        9: [f"{when} {c.author}", c.text],
        10: [f"{c.author}, {when}:", c.text, f"Answer ({number})"],
        11: [f"♥ {number}  {c.author}  {when}", c.text],
    }
    return forms[style]


def _widget(style: int, c: StoryComment) -> list[str]:
    forms: dict[int, list[str]] = {
        0: [f"{c.author} on", c.on or "", c.text],
        1: [c.on or "", f"{c.author}: {c.text}"],
        2: [f"“{c.text}”", f"— {c.author}, {c.on}"],
        3: [f"{c.author} – {c.on} – 2 hours ago", c.text],
        4: [f"{c.author}, “{c.on}”: {c.text}"],
        5: [f"{c.author} about {c.on}", c.text],
    }
    return forms[style]


def _head(style: int, story: Story, day: date) -> list[list[str]]:
    names = " and ".join(story.authors)
    month = MONTHS[day.month - 1]
    heads: dict[int, list[list[str]]] = {
        0: [[story.title], [f"Story by {names} • {day.day} {month[:3]} {day.year}"]],
        1: [[story.title], [names, "Senior Reporter", f"{month} {day.day}, {day.year} 6:00 am ET"]],
        2: [[story.title], [f"Published {day.day} {month} {day.year}, Updated {day.day} {month} {day.year}"], [names]],
        3: [
            [f"{DAYS[day.weekday()]} {day.day} {month} {day.year} 14.20 GMT"],
            [story.title],
            [f"By {names}"] if names else [],
        ],
        4: [
            [story.title],
            [f"{day.day:02} {month[:3]} {day.year} — 18:22"],
            ["Reading time: 4 minutes"],
            [f"By: {names}"],
        ],
        5: [[story.title], [f"{names} | {month} {day.day}, {day.year} | Valley, News"]],
        6: [["Valley"], [story.title], [f"by {names}"], [f"{day.isoformat()} 06:12:44"]],
        7: [
            [story.title],
            [f"Posted by {names} at 6:12 AM"],
            [f"{DAYS[day.weekday()]}, {month} {day.day}, {day.year}"],
        ],
    }
    return heads[style]


def render_wild(story: Story, seed: int) -> Rendered:
    """One capture of the story, the same for the same seed."""
    rng = random.Random(seed)
    day = story.published
    width = rng.choice([None, None, None, 64, 70, 76])
    fill = {"outlet": story.outlet, "title": story.title, "year": day.year}
    groups = [[line.format(**fill) for line in rng.choice(TOPS)]]
    style = rng.randrange(8) if story.authors else 3
    groups += _head(style, story, day)
    note = ["wild", f"width={width}", f"head{style}"]
    for number, paragraph in enumerate(story.paragraphs):
        groups.append([paragraph])
        if 0 < number < len(story.paragraphs) - 1 and paragraph not in story.headings and rng.random() < 0.12:
            inset = rng.choice(INSETS)
            groups.append(inset)
            note.append(inset[0][:16])
    groups.append(rng.choice(ENDS))
    if story.thread:
        thread = rng.randrange(THREADS)
        note.append(f"wthread{thread}")
        count = len(story.thread)
        heads = [[f"{count} comments:"], ["Comments"], [f"All comments ({count})"], ["Readers write"], ["Replies"]]
        groups.append(["Letters to the editor"] if thread == 6 else rng.choice(heads))
        comments = [_comment(thread, i, c, _when(rng, day), story.title) for i, c in enumerate(story.thread, 1)]
        groups += comments
        groups.append(rng.choice([["Post a Comment"], ["Log in to post a comment"], ["More comments"], []]))
    if story.widget:
        widget = rng.randrange(WIDGETS)
        note.append(f"wwidget{widget}")
        groups.append(rng.choice([["Recent comments"], ["Latest comments"], ["Comments elsewhere"]]))
        groups += [_widget(widget, c) for c in story.widget]
    groups.append([line.format(**fill) for line in rng.choice(FEET)])
    glue = "\n\n" if width else rng.choice(["\n\n", "\n\n", "\n"])
    kept = [
        [part for line in group if line or glue == "\n\n" for part in (textwrap.wrap(line, width) if width else [line])]
        for group in groups
        if any(group)
    ]
    return Rendered(glue.join("\n".join(group) for group in kept) + "\n", story, note)
