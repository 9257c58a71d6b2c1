"""Renders stories into plain-text captures of many layouts, so that the segmenter is measured on more than a few pages.

Every part of a page is drawn by chance from habits seen on real sites: menus before, order of title, byline and date,
wrapping, insets, related lists, the shape of a comment thread and of a recent-comments widget, footers.
"""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@dataclass(frozen=True)
class StoryComment:
    author: str
    text: str
    on: str | None = None


@dataclass(frozen=True)
class Story:
    title: str
    authors: tuple[str, ...]
    published: date
    paragraphs: tuple[str, ...]
    headings: frozenset[str] = frozenset()
    thread: tuple[StoryComment, ...] = ()
    widget: tuple[StoryComment, ...] = ()
    outlet: str = "The Example Post"


@dataclass
class Rendered:
    text: str
    story: Story
    choices: list[str] = field(default_factory=list)


def _dates(rng: random.Random, day: date) -> str:
    month = MONTHS[day.month - 1]
    forms = [
        f"{DAYS[day.weekday()]}, {month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{month[:3]} {day.day}, {day.year}",
        f"{day.day} {month[:3]} {day.year}, 10:4{rng.randrange(10)}",
        day.isoformat(),
        f"{day.isoformat()} 08:{rng.randrange(10, 60)}",
        f"{month} {day.day}, {day.year} at {rng.randrange(1, 12)}:{rng.randrange(10, 60)} pm",
        f"{day.day:02}.{day.month:02}.{day.year}",
    ]
    return rng.choice(forms)


def _menu(rng: random.Random) -> list[str]:
    words = rng.sample(
        [
            "News",
            "World",
            "Politics",
            "Business",
            "Sport",
            "Culture",
            "Opinion",
            "Subscribe",
            "Log in",
            "Contact",
            "Video",
            "Weather",
        ],
        rng.randrange(4, 9),
    )
    words = ["Home", *words]
    style = rng.randrange(7)
    if style == 0:
        return ["   ".join(words)]
    if style == 1:
        return [" | ".join(words)]
    if style == 2:
        return words
    if style == 3:
        return [f"   * {w}" for w in words]
    if style == 4:
        return ["Skip to content", " • ".join(words), "Search"]
    if style == 5:
        return [" ".join(words)]
    return []


def _head(rng: random.Random, story: Story, note: list[str]) -> list[list[str]]:
    when = _dates(rng, story.published)
    names = " and ".join(story.authors)
    style = rng.randrange(9)
    note.append(f"head{style}")
    by = f"By {names}" if names else ""
    rows: list[list[str]] = {
        0: [[story.title], [by, when]],
        1: [[story.title], [f"{by} | {when}" if by else when]],
        2: [[when], [story.title], [by]],
        3: [[story.title], [by], [f"Published: {when}"]],
        4: [[f"{story.title} | {story.outlet}"], [story.title], [by, when]],
        5: [[story.title], [f"{names}, {when}" if names else when]],
        6: [[story.title], [f"{by}, staff reporter" if by else ""], [when]],
        7: [[story.title.upper()], [by, when]],
        8: [[story.title], [f"Posted by {names} on {when}" if names else f"Posted on {when}"]],
    }[style]
    extra = rng.random()
    if extra < 0.35:
        rows.append(
            [
                rng.choice(
                    [
                        "Share   Post   E-mail",
                        "Share Tweet Email Print",
                        "Facebook | Twitter | WhatsApp",
                        "Share this article",
                        "3 min read",
                        "Share",
                    ]
                )
            ]
        )
    if rng.random() < 0.2:
        rows.append(
            [
                rng.choice(
                    [
                        "Photo: the square on Tuesday morning",
                        "(Photo by A. Mercer)",
                        "File photo: a street in the old town. Example Pictures",
                        "Image: Example Images",
                    ]
                )
            ]
        )
    return [[line for line in row if line] for row in rows if any(row)]


def _wrap(rng: random.Random, paragraph: str, width: int | None) -> list[str]:
    return textwrap.wrap(paragraph, width) if width else [paragraph]


def _ago(rng: random.Random, day: date) -> str:
    later = day + timedelta(days=rng.randrange(3))
    return rng.choice(
        [
            f"{rng.randrange(2, 23)} hours ago",
            f"{rng.randrange(2, 7)} days ago",
            _dates(rng, later),
            f"{MONTHS[later.month - 1]} {later.day}, {later.year} at "
            f"{rng.randrange(1, 12)}:{rng.randrange(10, 60)} {rng.choice(['am', 'pm'])}",
            f"{later.day}/{later.month}/{later.year} {rng.randrange(10, 23)}:{rng.randrange(10, 60)}",
        ]
    )


THREADS = 15


def _thread(rng: random.Random, story: Story, style: int, blanks: bool) -> list[list[str]]:
    count = len(story.thread)
    head = rng.choice(
        [
            f"{count} comments",
            "Comments",
            f"Comments ({count})",
            f"{count} Responses to “{story.title}”",
            "Discussion",
            "Readers’ comments",
            f"{count} thoughts on “{story.title}”",
            "COMMENTS",
        ]
    )
    rows: list[list[str]] = [[head]] if style not in {1, 3} or rng.random() < 0.7 else []
    if style in {4, 5, 9, 12, 13} and not rows:
        rows = [[head]]
    control = (
        rng.choice(["Reply", "Reply", "Like · Reply", "Reply Share Report", "Permalink", "Report abuse"])
        if rng.random() < 0.6
        else None
    )
    for number, c in enumerate(story.thread, 1):
        when = _ago(rng, story.published)
        block = {
            0: [f"{c.author} says:", c.text],
            1: [f"{c.author} says:", when, c.text],
            2: [f"{c.author} | {when}", c.text],
            3: [f"{c.author} said on {when}:", c.text],
            4: [c.author, when, c.text],
            5: [c.author, c.text],
            6: [c.text, f"— {c.author}, {when}"],
            7: [f"{number}. {c.author} ({when})", c.text],
            8: [f"{c.author} • {when}", c.text],
            9: [f"{c.author}: {c.text}"],
            10: [f"Comment by {c.author} — {when}", c.text],
            11: [c.text, f"Posted by {c.author} on {when}"],
            12: [f"{c.author} ({when}): {c.text}"],
            13: [f"* {c.author}", c.text],
            14: [f"Posted by: {c.author} at {when}", c.text],
        }[style]
        if control and style not in {9, 12}:
            block.append(control)
        rows.append(block)
    if rng.random() < 0.3:
        rows.append(
            rng.choice(
                [
                    [
                        "Leave a Reply",
                        "Your email address will not be published. Required fields are marked *",
                        "Name *",
                        "Email *",
                        "Post Comment",
                    ],
                    ["Log in to comment"],
                    ["Comments are closed."],
                ]
            )
        )
    return rows


WIDGETS = 8


def _widget(rng: random.Random, story: Story, style: int) -> list[list[str]]:
    rows: list[list[str]] = []
    if rng.random() < 0.65 or style == 6:
        rows.append(
            [
                rng.choice(
                    [
                        "Recent comments",
                        "Recent Comments",
                        "Latest comments",
                        "RECENT COMMENTS",
                        "Latest reader comments",
                        "Comments elsewhere",
                    ]
                )
            ]
        )
    forms: list[Callable[[StoryComment], list[str]]] = [
        lambda c: [c.text, f"{c.author}, on {c.on}"],
        lambda c: [f"{c.author} on {c.on}", c.text],
        lambda c: [f"{c.author} in: {c.on}", c.text],
        lambda c: [f"{c.author} commented on {c.on}", c.text],
        lambda c: [f"{c.author} on {c.on}", f"“{c.text}”"],
        lambda c: [c.text, f"{c.author} on {c.on}"],
        lambda c: [f"{c.author} on: {c.on}", c.text],
        lambda c: [c.text, f"— {c.author} on “{c.on}”"],
    ]
    rows += [forms[style](c) for c in story.widget]
    return rows


def render(story: Story, seed: int) -> Rendered:
    """One capture of the story, by chance but the same for the same seed."""
    rng = random.Random(seed)
    note: list[str] = []
    blanks = rng.random() < 0.7
    width = rng.choice([None, None, None, 66, 72, 78, 90])
    if not blanks and width:
        width = None
    note.append(f"blanks={blanks} width={width}")
    groups: list[list[str]] = [g for g in [_menu(rng)] if g]
    groups += _head(rng, story, note)
    for i, paragraph in enumerate(story.paragraphs):
        groups.append([paragraph] if paragraph in story.headings else _wrap(rng, paragraph, width))
        if 0 < i < len(story.paragraphs) - 2 and rng.random() < 0.06:
            groups.append(
                [
                    rng.choice(
                        [
                            "Advertisement",
                            "Read more: What happened in the valley",
                            "Story continues below",
                            "ADVERTISEMENT",
                            "Sign up to our morning newsletter",
                        ]
                    )
                ]
            )
    if rng.random() < 0.5:
        groups.append(
            [rng.choice(["Tags: Dams, Elections", "Filed under: World", "Topics: Elections, Rivers", "Posted in News"])]
        )
    if rng.random() < 0.3:
        groups.append([rng.choice(["Share this:", "Share   Post   E-mail", "Share on Facebook"])])
    related = [
        [rng.choice(["Related", "Related articles", "More from World", "Most read", "You may also like"])],
        [
            "River towns count the cost of a wet spring",
            "Mayor asks for calm after the vote",
            "What we know about the fire",
        ],
    ]
    if rng.random() < 0.3:
        groups += related
    tail: list[list[list[str]]] = []
    if story.thread:
        style = rng.randrange(THREADS)
        note.append(f"thread{style}")
        tail.append([_wrapped(row, width) for row in _thread(rng, story, style, blanks)])
    if story.widget:
        style = rng.randrange(WIDGETS)
        note.append(f"widget{style}")
        tail.append([_wrapped(row, width) for row in _widget(rng, story, style)])
    for part in tail:
        groups += part
    if rng.random() < 0.25:
        groups += related
    if rng.random() < 0.7:
        groups.append(
            [
                rng.choice(
                    [
                        "About   Contact   Privacy   Cookies",
                        f"© {story.published.year} {story.outlet}. All rights reserved.",
                        "About | Contact | Privacy policy | Terms of use",
                        "Powered by Examplepress",
                    ]
                )
            ]
        )
    glue = "\n\n" if blanks else "\n"
    return Rendered(glue.join("\n".join(g) for g in groups) + "\n", story, note)


def _wrapped(row: list[str], width: int | None) -> list[str]:
    if not width:
        return row
    return [part for line in row for part in (textwrap.wrap(line, width) if len(line) > width else [line])]
