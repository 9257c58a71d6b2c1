from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.document.spam import judge
from sayso.document.spam.signs import find_signs, unleet
from sayso.document.spam.templates import match_templates
from sayso.lexicon import load, source_text
from sayso.nouns import Comment

TOPIC = "Two die in the flood of Lenn. The river broke its wall on Tuesday, the police of Orvan said."


def verdict(author: str | None, text: str, on: str | None = None) -> Comment:
    return judge(Comment(author=author, text=text, on=on, spam=False, score=0.0, reasons=()), topic=TOPIC)


@pytest.mark.parametrize(
    ("author", "text", "reason"),
    [
        (
            "https://pills.example/order",
            "Hello there, just became aware of your blog through Google, and found",
            "author is a URL",
        ),
        ("best-tabs.example", "cheap meds no prescription", "pill trade"),
        ("FastLoanz", "urgent loan approved in 2 hours, whatsapp us", "money lenders"),
        ("luckyspin", "free spins, no deposit, register now", "gambling"),
        (None, "I got my husband back after 3 days, contact this great spell caster", "healers"),
        ("rank-pro", "we build backlinks, first page of google guaranteed, visit our site", "search optimisers"),
        (None, "I could not refrain from commenting. Very well written!", "template"),
        ("Mary", "I want to thank Priestess Amara for restoring my marriage", "healers"),
        ("Ken", "12000+ live channels, IPTV free trial, works on every stick", "touting of services"),
        ("Jo", "Buy clone cards, dumps with pin, all countries", "money lenders"),
        ("Al", "I was scammed of my savings but an ethical hacker recovered all my funds", "quick profit"),
        ("TV4less", "twelve hundred channels in 4K, no freezing, 6 months subscription", "touting of services"),
        ("Nobody", "Hello, what you would like to say on the topic of this paragraph is good in favor of me", "reach"),
        ("Rita", "I make 70 dollars an hour on my laptop, ask me how", "quick profit"),
        ("sofort-geld", "Kredit ohne Schufa in 24 Stunden", "money lenders"),
        ("x", "write to me at win@example.org or +44 20 7946 0958, passive income with no risk", "number or address"),
    ],
)
def test_spam_is_found_with_a_reason(author: str | None, text: str, reason: str) -> None:
    got = verdict(author, text)
    assert got.spam
    assert any(reason in r for r in got.reasons), got.reasons


@pytest.mark.parametrize(
    ("author", "text"),
    [
        ("dentist", "I pay my taxes and get free advice from the ministry. No experience needed to see that."),
        ("money man", "Half price for the scrap, and who earned 100 a day? Ask the chairman."),
        ("bank clerk", "Everyone approved it, the board and the bank. The loan was at 12% interest."),
        ("Jo", "No documents, no signatures, no guards. And no doctor for those hurt."),
        ("Maja", "I heard no siren on Tuesday either, and my aunt lives beside the wall."),
        ("marta.k", "Inspected by whom? The company inspects itself?"),
        ("t_wren", "Thoughts with them."),
        ("A. Diop", "Thank you for going there."),
        (None, "Great article, thank you. But the river has two walls, and it was the older one that broke."),
        ("insurance_man", "My insurance paid 80% of the damage in 2014. Ask for the price of the wall first."),
        ("Old Surveyor", "Publish the whole log, not one line of it."),
        ("Sami", "You people are a disgrace, who pays you to write this garbage???"),
        ("Luc", "Quelle honte. Le maire savait depuis deux ans."),
        ("Ria", "The inspection report is here: https://www.orvan.example/reports/wall-2023.pdf page 14"),
        ("Bo", "Scammers are already calling people here with fake loan offers, be careful."),
        (None, "The casino by the bridge stood under water too, I saw it from the wall."),
    ],
)
def test_honest_comments_pass(author: str | None, text: str) -> None:
    got = verdict(author, text)
    assert not got.spam
    assert got.score < 0.3


def test_only_the_verdict_changes() -> None:
    before = Comment(
        author="Maja",
        text="No siren.",
        on="X",
        spam=True,
        score=1.0,
        reasons=("old",),
        time="2024-03-12",
        kind="widget",
    )
    after = judge(before, topic=TOPIC)
    assert (after.author, after.text, after.on, after.time, after.kind) == (
        "Maja",
        "No siren.",
        "X",
        "2024-03-12",
        "widget",
    )
    assert (after.spam, after.reasons) == (False, ())


def test_speaking_of_the_subject_counts_for_a_comment() -> None:
    text = "Great post, the police of Orvan said nothing of the flood wall, visit www.lenn-wall.example"
    on_topic = judge(Comment(author=None, text=text, on=None, spam=False, score=0.0, reasons=()), topic=TOPIC).score
    off_topic = judge(
        Comment(author=None, text=text, on=None, spam=False, score=0.0, reasons=()), topic="Maize prices"
    ).score
    assert on_topic < off_topic


def test_machine_mangled_templates_are_still_found() -> None:
    clean = match_templates("I could not resist commenting. Very well written!")
    mangled = match_templates("I culd nott resisst commennting. Very wel writen!")
    assert clean.share == 1.0
    assert mangled.share > 0.7
    assert mangled.mangled >= 4


def test_ordinary_sentences_share_little_with_the_templates() -> None:
    text = "The toll is 14 since this afternoon, please correct it before the evening edition goes out."
    assert match_templates(text).share < 0.3


def test_figures_in_words_are_read_as_letters_and_numbers_stay() -> None:
    assert unleet("v14gra and 2024 and c4sh") == "vlagra and 2024 and cash" or "viagra" in unleet("v14gra")
    assert unleet("410 or 640") == "410 or 640"


def test_the_licence_of_the_templates_travels_with_them() -> None:
    header = "\n".join(line for line in source_text("spam_templates.txt").splitlines() if line.startswith("#"))
    assert "The MIT License" in header
    assert "Grant Hutchinson" in header
    assert len(source_text("spam_templates.txt").encode()) < 300_000


def test_every_sign_has_a_weight_and_every_weight_a_sign() -> None:
    names = {sign.name for sign in find_signs("a", "b c d", topic="")}
    assert names == set(load("spam_weights.toml")["weights"])


@given(st.text(max_size=300), st.text(max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_comment_gets_a_score_between_nought_and_one(text: str, author: str) -> None:
    got = verdict(author, text)
    assert 0.0 <= got.score <= 1.0
    assert got.spam or not got.reasons or got.score >= 0.15


@pytest.mark.shared
def test_floors_of_quality(shared_data: Path, corpus: Callable[[str], Path]) -> None:
    sys.path.append(str(Path(__file__).resolve().parents[3] / "benchmarks"))
    from spam_sets import load_sets

    sets = load_sets(corpus("pages"), shared_data / "newsroom")
    floors = {
        "newsroom": (0.95, 0.01),
        "template dump": (0.95, 0.0),
        "real comments": (0.0, 0.0),
        "datacamp": (0.15, 0.012),
    }
    for name, (recall, alarms) in floors.items():
        judged = [
            (
                judge(
                    Comment(author=r.author, text=r.text, on=None, spam=False, score=0.0, reasons=()), topic=r.topic
                ).spam,
                r.spam,
            )
            for r in sets[name]
        ]
        spam, honest = [got for got, is_spam in judged if is_spam], [got for got, is_spam in judged if not is_spam]
        assert sum(spam) >= recall * len(spam), name
        assert sum(honest) <= alarms * len(honest), name
