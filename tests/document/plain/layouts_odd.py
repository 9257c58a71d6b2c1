"""Odd layouts, a third family: written last, with habits that neither of the other two has."""

from __future__ import annotations

import random
from datetime import date, timedelta

from layouts import MONTHS, Rendered, Story, StoryComment

THREADS = 12
WIDGETS = 6


def _when(rng: random.Random, day: date) -> str:
    later = day + timedelta(days=rng.randrange(4))
    month = MONTHS[later.month - 1]
    return rng.choice(
        [
            f"{later.day} {month} {later.year} at {rng.randrange(10, 23)}:{rng.randrange(10, 60)}",
            f"{month} {later.day}, {later.year} {rng.randrange(1, 12)}:{rng.randrange(10, 60)} AM",
            f"{rng.randrange(2, 9)} days ago",
            f"{rng.randrange(2, 9)} hours ago (edited)",
            f"{later.day:02}/{later.month:02}/{later.year % 100:02}",
            f"{later.isoformat()}T10:1{rng.randrange(10)}:00Z",
        ]
    )


def _comment(style: int, number: int, c: StoryComment, when: str) -> list[str]:
    forms: dict[int, list[str]] = {
        0: [f"{c.author} says", when, c.text],
        1: [c.author, f"@{c.author.lower().split()[0]} · {when}", c.text, "Reply · Share"],
        2: [f"> {c.author} ({when})", c.text],
        3: [c.author, when, "", c.text, "", "Like", "Dislike", "Reply"],
        4: [f"**{c.author}** - {when}", c.text],
        5: [f"{number}) {c.author}: {c.text}"],
        6: [f"{when} – {c.author}:", c.text],
        7: [when, c.author, c.text],
        8: [f"Submitted by {c.author} on {when}", c.text, "reply"],
        9: [f"{c.author}, Lenn", c.text],
        10: [c.author, f"Posted {when}", c.text, f"{number} of 3 people found this helpful"],
        11: [f"{c.text} ({c.author}, {when})"],
    }
    return forms[style]


def _widget(style: int, c: StoryComment) -> list[str]:
    forms: dict[int, list[str]] = {
        0: [f"* {c.author} on {c.on}", c.text],
        1: [f"{c.author} | {c.on}", c.text],
        2: [c.on or "", f"{c.author}: {c.text}"],
        3: [f"{c.author} said: {c.text} [{c.on}]"],
        4: [f"{c.author} commented on “{c.on}” 2 days ago", c.text],
        5: [c.text, f"{c.author} on {c.on}, 3 hours ago"],
    }
    return forms[style]


def _head(style: int, story: Story, names: str, when: str) -> list[list[str]]:
    heads: dict[int, list[list[str]]] = {
        0: [[story.title], [names], [when]],
        1: [[story.title], [f"{names} · {when} · 5 min read" if names else when]],
        2: [["News"], [story.title], [f"By {names} — {when}" if names else when]],
        3: [[f"# {story.title}"], [f"*By {names}*" if names else ""], [when]],
        4: [
            [story.title],
            ["-" * len(story.title)],
            [f"Author: {names}" if names else ""],
            [f"Published: {when}  Updated: {when}"],
        ],
        5: [[story.title], [f"by {names} on {when} in News" if names else f"on {when}"], ["2 Comments"]],
    }
    return heads[style]


TOPS = [
    ["≡ Menu"],
    ["Thursday, 14 March 2024"],
    ["Home", "World", "Europe"],
    ["Search for:", "Subscribe | Sign in | E-paper"],
    ["Breaking news: storm warning for the coast"],
    [],
]
INSETS = [
    ["Related articles", "Mayor asks for calm", "What we know about the fire"],
    ["[Image: the harbour]"],
    ["Listen to this article"],
    ["Subscribe to our newsletter to get news like this in your inbox"],
]
ENDS = [["Share this:", "Facebook", "X"], ["Posted in: News | Tagged: dams, water"], ["***"], ["© Example Agency"]]
HEADINGS = [
    "Comments",
    "Conversation (12)",
    "Reader comments (3)",
    "Leave a comment",
    "Comments (oldest first)",
    "Feedback",
    "View comments",
]
WIDGET_HEADINGS = ["Recent Comments", "Latest discussion", "Most recent comments", "Comments from other stories"]
FEET = [["Contact us | Imprint"], ["Subscribe", "Advertise", "Jobs"], ["Terms of service Privacy policy"], []]


def render_odd(story: Story, seed: int) -> Rendered:
    """One capture of the story in an odd layout, the same for the same seed."""
    rng = random.Random(seed)
    note = ["odd"]
    day = story.published
    month = MONTHS[day.month - 1]
    groups: list[list[str]] = [rng.choice(TOPS)]
    first = bool(story.widget) and rng.random() < 0.2
    if first:
        groups += [["Latest comments"], *([f"{c.author} on {c.on}", c.text] for c in story.widget)]
    head = rng.randrange(6)
    when = rng.choice([f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", day.isoformat()])
    groups += _head(head, story, " and ".join(story.authors), when)
    for number, paragraph in enumerate(story.paragraphs):
        groups.append([paragraph])
        if number == 1 and rng.random() < 0.3:
            groups.append(rng.choice(INSETS))
    if rng.random() < 0.4:
        groups.append(rng.choice(ENDS))
    if story.thread:
        thread = rng.randrange(THREADS)
        groups.append([rng.choice(HEADINGS)])
        groups += [_comment(thread, i, c, _when(rng, day)) for i, c in enumerate(story.thread, 1)]
        note.append(f"thread{thread}")
    if story.widget and not first:
        widget = rng.randrange(WIDGETS)
        groups += [[rng.choice(WIDGET_HEADINGS)], *(_widget(widget, c) for c in story.widget)]
        note.append(f"widget{widget}")
    groups.append(rng.choice(FEET))
    glue = rng.choice(["\n\n", "\n\n", "\n"])
    groups = [[line for line in group if line or glue == "\n\n"] for group in groups if any(group)]
    return Rendered(glue.join("\n".join(group) for group in groups) + "\n", story, note)
