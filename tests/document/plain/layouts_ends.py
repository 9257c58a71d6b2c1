"""Small sites whose threads nothing announces in known words: what shows them is that they are threads.

The name of the site stands beside the hour or the section, title, date and author are squeezed together, a notice asks
for money in mid-article, and below the article readers' turns begin under a heading of the site's own or under none.
"""

from __future__ import annotations

import random
import textwrap
from datetime import date, timedelta

from layouts import DAYS, MONTHS, Rendered, Story, StoryComment

THREADS = 9
WIDGETS = 6
HEADINGS = [
    "From the guest book",
    "Passengers’ voices",
    "You told us",
    "Under this text",
    "Echo",
    "Heard at the counter",
    "Listeners’ comments ({count})",
    "Talk of the valley",
    "",
]
WIDGET_HEADINGS = ["Voices", "At the other tables", "Last comments", "Latest words", "Recent comments"]
PAYWALLS = [
    "You have read 2 of 3 free articles this month. Subscribe to continue.",
    "This is your last free article.",
    "3 free articles left this month",
    "Log in to continue reading",
]
PROGRAMMES = [["Tomorrow", "06:00 News", "07:00 Good morning"], ["back"], ["Print", "Top"], []]


def _when(rng: random.Random, day: date) -> str:
    later = day + timedelta(days=rng.randrange(3))
    clock = f"{rng.randrange(10, 23)}:{rng.randrange(10, 60)}"
    return rng.choice(
        [
            f"{later.day}/{later.month}/{later.year}",
            f"{later.day:02}.{later.month:02}.{later.year} {clock}",
            f"{MONTHS[later.month - 1][:3]} {later.day}, {later.year}",
            f"{later.day} {MONTHS[later.month - 1]} {later.year}, {clock}",
        ]
    )


def _comment(style: int, number: int, c: StoryComment, when: str) -> list[str]:
    forms: dict[int, list[str]] = {
        0: [f"{c.author}: {c.text}"],
        1: [f"{c.author} {when}", c.text],
        2: [f"{number}. {c.author} {when}", f"   {c.text}"],
        3: [c.author, when, c.text, str(number), "Reply"],
        4: [f"{c.author} ({when})", c.text],
        5: [f"{when} {c.author}", c.text],
        6: [f"* {c.author}: {c.text}"],
        7: [c.text, f"— {c.author}, {when}"],
        8: [f"> {c.author}, {when}", f"> {c.text}"],
    }
    return forms[style]


def _widget(style: int, c: StoryComment) -> list[str]:
    forms: dict[int, list[str]] = {
        0: [c.on or "", c.text, f"by {c.author}"],
        1: [f"“{c.text}”", f"{c.author} on {c.on}"],
        2: [c.on or "", f"by {c.author}", c.text],
        3: [f"{c.author} on {c.on}", c.text],
        4: [c.on or "", c.text, f"— {c.author}"],
        5: [f"{c.author} on {c.on}", f"“{c.text}”"],
    }
    return forms[style]


def _head(style: int, story: Story, day: date) -> list[list[str]]:
    names = " and ".join(story.authors)
    month = MONTHS[day.month - 1]
    numeric = f"{day.day:02}.{day.month:02}.{day.year}"
    heads: dict[int, list[list[str]]] = {
        0: [[story.title, f"{numeric} 14:45 {names}"]],
        1: [[story.title], [f"By {names}"], [f"Broadcast on {DAYS[day.weekday()]}, {day.day} {month} {day.year}"]],
        2: [[story.title], [f"{names} · Follow"], [f"Published in {story.outlet} · 3 min read · {day.isoformat()}"]],
        3: [[story.title], [f"by {names}"]],
        4: [[story.title], [f"By {names}", f"{day.day} {month} {day.year}, 18:40", "0 comments"]],
    }
    return heads[style]


def render_ends(story: Story, seed: int) -> Rendered:
    """One capture of the story, the same for the same seed."""
    rng = random.Random(seed)
    day = story.published
    width = rng.choice([None, None, 68, 74])
    beside = rng.choice(["", "   UTC 11:45", " / contents"])
    consent = ["We and our 310 partners use cookies.", "I agree"] if rng.random() < 0.3 else []
    groups = [consent, [f"{story.outlet}{beside}"], *_head(rng.randrange(5) if story.authors else 4, story, day)]
    note = ["ends", f"width={width}"]
    for number, paragraph in enumerate(story.paragraphs):
        groups.append([paragraph])
        if number == 2 and paragraph not in story.headings and rng.random() < 0.3:
            groups.append([rng.choice(PAYWALLS)])
    if rng.random() < 0.3 and story.authors:
        groups.append([f"Written by {story.authors[0]}", "1.2K Followers"])
    if story.thread:
        style = rng.randrange(THREADS)
        heading = rng.choice(HEADINGS).format(count=len(story.thread))
        note += [f"thread{style}", heading]
        groups.append([heading])
        groups += [_comment(style, i, c, _when(rng, day)) for i, c in enumerate(story.thread, 1)]
        groups.append(rng.choice([["Your comment will appear after moderation"], ["What are your thoughts?"], []]))
    if story.widget:
        style = rng.randrange(WIDGETS)
        note.append(f"widget{style}")
        groups.append([rng.choice(WIDGET_HEADINGS[2:] if style in {0, 2, 4} else WIDGET_HEADINGS)])
        groups += [_widget(style, c) for c in story.widget]
    groups.append(rng.choice(PROGRAMMES))
    glue = "\n\n" if width else rng.choice(["\n\n", "\n\n", "\n"])
    kept = [
        [part for line in group if line for part in (textwrap.wrap(line, width) if width else [line])]
        for group in groups
        if any(group)
    ]
    return Rendered(glue.join("\n".join(group) for group in kept) + "\n", story, note)
