"""Rarer layouts, written after the segmenter was set on those of :mod:`layouts`, to see how it carries over."""

from __future__ import annotations

import random
from datetime import date, timedelta

from layouts import MONTHS, Rendered, Story, StoryComment

THREADS = 12
WIDGETS = 7


def _when(rng: random.Random, day: date) -> str:
    later = day + timedelta(days=rng.randrange(4))
    month = MONTHS[later.month - 1]
    return rng.choice(
        [
            f"{month} {later.day} at {rng.randrange(1, 12)}:{rng.randrange(10, 60)}",
            f"{rng.randrange(2, 20)}h ago",
            f"{later.day} {month[:3]} {later.year} {rng.randrange(10, 23)}.{rng.randrange(10, 60)}",
            f"{month[:3]} {later.day}, {later.year}",
            "yesterday",
        ]
    )


def _comment(rng: random.Random, style: int, number: int, c: StoryComment, day: date) -> list[str]:
    when = _when(rng, day)
    forms: dict[int, list[str]] = {
        0: [c.author, when, "", c.text, "", "Reply"],
        1: [f"{c.author} · {rng.randrange(2, 20)}h", c.text, f"{rng.randrange(40)} likes"],
        2: [f"{c.author} (Lenn): {c.text}"],
        3: [c.text, f"{c.author}, Lenn"],
        4: [str(number), c.author, when, c.text],
        5: [f"{c.author} - {when}", c.text],
        6: [f"On {MONTHS[day.month - 1]} {day.day}, {day.year} at 10:12 am, {c.author} wrote:", c.text],
        7: [f"#{number} {c.author}", f"{when}", c.text, "Quote"],
        8: [f"{c.author} writes:", "", c.text],
        9: [f"[{number}] {c.author}, {when}", c.text],
        10: [f"Comment from {c.author}", c.text, f"Sent {when}"],
        11: [f"{c.author} commented:", f"“{c.text}”"],
    }
    return forms[style]


def _widget(style: int, c: StoryComment) -> list[str]:
    forms: dict[int, list[str]] = {
        0: [f"{c.author} → {c.on}", c.text],
        1: [c.text, f"– {c.author} in “{c.on}”"],
        2: [f"{c.author} replying to {c.on}", c.text],
        3: [f"“{c.text}”", f"{c.author} on {c.on}"],
        4: [f"{c.author} » {c.on}", c.text],
        5: [f"On “{c.on}”, by {c.author}", c.text],
        6: [f"{c.author} in {c.on}:", c.text],
    }
    return forms[style]


def render_rare(story: Story, seed: int) -> Rendered:
    """One capture of the story in a rare layout, the same for the same seed."""
    rng = random.Random(seed)
    note: list[str] = ["rare"]
    day = story.published
    month = MONTHS[day.month - 1]
    groups: list[list[str]] = []
    groups.append(
        rng.choice(
            [
                ["Home > World > Europe"],
                [story.outlet.upper(), "Independent since 1921"],
                ["Menu", "Search", "Sign in"],
                ["[1]Home [2]News [3]Sport [4]Weather"],
                [],
            ]
        )
    )
    names = " and ".join(story.authors)
    by = names or None
    style = rng.randrange(6)
    note.append(f"head{style}")
    heads: dict[int, list[list[str]]] = {
        0: [
            ["WORLD"],
            [story.title],
            [f"by {by} in Lenn" if by else ""],
            [f"{day.day} {month[:3]} {day.year} • 4 min read"],
        ],
        1: [
            [story.title],
            [f"Updated {day.day + 0} {month} {day.year} 18:40 | First published {day.day} {month} {day.year} 07:15"],
            [by.upper() if by else ""],
        ],
        2: [[story.title], [f"Text: {by}" if by else ""], [f"{month} {day.day}, {day.year}"], ["12 comments"]],
        3: [[f"{month} {day.day}, {day.year} // {by}" if by else f"{month} {day.day}, {day.year}"], [story.title]],
        4: [[story.title], ["=" * 20], [f"{by} ({story.outlet}), {day.isoformat()}" if by else day.isoformat()]],
        5: [
            [story.title],
            [f"Written by {by}" if by else ""],
            [f"Date: {day.day} {month} {day.year}"],
            ["Font size A- A+"],
        ],
    }
    groups += heads[style]
    groups += [[p] for p in story.paragraphs]
    if rng.random() < 0.4:
        groups.append(
            [
                rng.choice(
                    [
                        "* * *",
                        "Follow us on Twitter",
                        "Do you have a story? Write to tips@example.org",
                        "Print this page",
                    ]
                )
            ]
        )
    if story.thread:
        thread = rng.randrange(THREADS)
        note.append(f"rthread{thread}")
        groups.append(
            [
                rng.choice(
                    [
                        "Have your say",
                        "What readers say",
                        f"{len(story.thread)} replies",
                        "Comments:",
                        "Join the conversation",
                        f"Comments ({len(story.thread)})",
                        "-- Comments --",
                    ]
                )
            ]
        )
        groups += [_comment(rng, thread, i, c, day) for i, c in enumerate(story.thread, 1)]
    if story.widget:
        widget = rng.randrange(WIDGETS)
        note.append(f"rwidget{widget}")
        groups.append([rng.choice(["Latest comments", "Newest comments", "Heard elsewhere", "Recently commented", ""])])
        groups += [_widget(widget, c) for c in story.widget]
    groups.append(
        [rng.choice(["Imprint | Data protection", "Page 1 of 1", "Back to top", f"(c) {day.year} {story.outlet}", ""])]
    )
    glue = rng.choice(["\n\n", "\n\n", "\n"])
    groups = [[line for line in g if line or glue == "\n\n"] for g in groups if any(g)]
    return Rendered(glue.join("\n".join(g) for g in groups if g) + "\n", story, note)
