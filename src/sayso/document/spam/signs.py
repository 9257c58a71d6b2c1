"""What speaks for and against a comment being spam: each sign a number with the words that a person can check."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.document.spam.templates import match_templates
from sayso.lexicon import load

#: Longer comments are judged by their beginning (code points).
LONGEST = 6_000
#: What a phrase that is said by advertisers alone counts beyond any other term of a trade.
CERTAIN = 1.5
_LEET = str.maketrans("013457@$", "oleastas")
_TLD = (
    r"(?:com|net|org|info|biz|ru|cn|xyz|top|shop|site|online|club|store|example|test|invalid|io|co|me|us|in|tv|cc|ws|pw|tk|ml|ga|cf|gq|"
    r"icu|vip|win|bet|loan|loans|casino|best|pro|live|life|world|link|click|buzz|space|website|tech|app|dev|blog|news|agency|eu)"
)
_URL = re.compile(
    rf"(?:https?://|www\.)\S+|\[/?url\b[^\]]*\]|</?a\b[^>]*>|\b[\w-]+\.{_TLD}\b(?:\.[a-z]{{2}}\b)?(?:/\S*)?",
    re.IGNORECASE,
)
#: A country's domain is believed only after a long or hyphenated name: "maria.de" may be a person.
_DOMAIN = re.compile(
    rf"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.{_TLD}(?:\.[a-z]{{2}})?(?:/\S*)?|(?:[\w-]{{9,}}|\w+-[\w-]+)\.[a-z]{{2}}(?:/\S*)?",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\d.])(?:\+|00)?\d[\d ().-]{7,16}\d(?![\d.])")
_MAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_CONTENT = re.compile(r"[^\W\d_]{4,}")
_FIGURES_IN_NAME = re.compile(r"[a-z]\d+[a-z]|\d{2}-?\d*$|^\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: ``value`` in [0, 3], larger is stronger; ``reason`` in words for people, empty where it is silent."""

    name: str
    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Terms:
    certain: re.Pattern[str] | None
    strong: re.Pattern[str]
    weak: re.Pattern[str]
    label: str


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"(?<![^\W_])(?:" + "|".join(patterns) + ")", re.IGNORECASE)


@functools.cache
def _lexicon() -> Mapping[str, object]:
    loaded = load("spam_terms.yaml")
    trades = [
        _Terms(
            _any(entry["certain"]) if entry.get("certain") else None,
            _any(entry["strong"]),
            _any(entry["weak"]),
            entry["label"],
        )
        for entry in loaded["trades"].values()
    ]
    return {
        "trades": trades,
        "actions": _any(loaded["actions"]["strong"]),
        "praise": _any(loaded["praise"]["any"]),
        "offers": re.compile("|".join(loaded["offers"]["any"]), re.IGNORECASE),
        "author": re.compile("|".join(loaded["author_words"]["stems"]), re.IGNORECASE),
        "stop": frozenset(load("spam_stopwords.txt")),
    }


def _found(pattern: object, text: str) -> list[str]:
    assert isinstance(pattern, re.Pattern)
    return list(dict.fromkeys(m[0].strip().lower() for m in pattern.finditer(text) if m[0].strip()))


def _quote(found: Sequence[str]) -> str:
    return ", ".join(f"“{term}”" for term in found[:3])


def unleet(text: str) -> str:
    """Figures and signs inside words read as the letters they stand for: ``vi4gra`` is ``viagra``."""
    return re.sub(r"\b(?=\w*[a-z])(?=\w*[\d@$])[\w@$]{4,}", lambda m: m[0].translate(_LEET), text, flags=re.IGNORECASE)


def stems(text: str) -> frozenset[str]:
    """Words of four letters and more that carry content, cut to six letters: a crude stem for comparing topics."""
    stop = _lexicon()["stop"]
    assert isinstance(stop, frozenset)
    return frozenset(w[:6] for w in map(str.lower, _CONTENT.findall(text)) if w not in stop)


@functools.lru_cache(maxsize=16)
def topic_stems(topic: str) -> frozenset[str]:
    return stems(topic)


def find_signs(author: str | None, text: str, *, topic: str) -> tuple[Sign, ...]:
    """All signs of one comment, silent ones included, in a fixed order.

    Args:
        author: as signed, or ``None``.
        text: the comment.
        topic: title and text of the article it stands under.
    """
    text = text[:LONGEST]
    plain = text if text.isascii() and not any(c.isdigit() for c in text) else f"{text}\n{unleet(text)}"
    lexicon = _lexicon()
    signs: list[Sign] = []

    def add(name: str, value: float, reason: str) -> None:
        signs.append(Sign(name, value, reason if value > 0 else ""))

    template = match_templates(text)
    long_enough = min(1.0, len(text.split()) / 8)
    value = max(0.0, template.share - 0.35) / 0.65 * long_enough
    add(
        "template",
        value,
        f"wording of a known spam template: “{template.sample} …” ({template.share:.0%} of its words)",
    )
    mangled = min(3, template.mangled) / 3 * (1.0 if template.share > 0.5 else 0.0)
    add("mangled", mangled, f"template words misspelt as by a machine ({template.mangled})")

    name = (author or "").strip()
    address = bool(_DOMAIN.fullmatch(name)) or "http" in name.lower()
    add("author_address", float(address), "author is a URL")
    advert = _found(lexicon["author"], f"{name} {unleet(name)}") if name else []
    add(
        "author_advert", min(2, len(advert)) / 2 + 0.5 if advert else 0.0, f"author's name advertises: {_quote(advert)}"
    )
    add(
        "author_figures",
        float(bool(name) and bool(_FIGURES_IN_NAME.search(name)) and bool(advert)),
        "author's name mixes figures into an advertising word",
    )

    trades = lexicon["trades"]
    assert isinstance(trades, list)
    strong: list[str] = []
    weak: list[str] = []
    labels: list[str] = []
    certain = 0
    for terms in trades:
        sure = _found(terms.certain, plain) if terms.certain else []
        certain += len(sure)
        hits = list(dict.fromkeys((*sure, *_found(terms.strong, plain))))
        strong += hits
        weak += [w for w in _found(terms.weak, plain) if w not in weak]
        if hits:
            labels.append(f"{terms.label}: {_quote(hits)}")
    add("vocabulary", min(3.0, len(strong) + CERTAIN * certain), "; ".join(labels[:2]))
    add("weak_vocabulary", min(4, len(weak)) / 2, f"words of commerce: {_quote(weak)}")
    actions = _found(lexicon["actions"], plain)
    add("action", min(2.0, float(len(actions))), f"tells the reader to click, call or write: {_quote(actions)}")
    offers = _found(lexicon["offers"], plain)
    add("offer", min(3, len(offers)) / 2, f"prices or promises: {_quote(offers)}")
    contact = [m[0] for m in (_PHONE.search(text), _MAIL.search(text)) if m]
    add("contact", float(bool(contact)), f"leaves a number or address to write to: {_quote(contact)}")
    links = _URL.findall(text)
    bare = len(_URL.sub("", text).split())
    add("links", min(3.0, len(links) * (1.5 if bare < 8 * len(links) else 0.7)), f"links to {_quote(links)}")

    own = stems(text)
    shared = own & topic_stems(topic)
    # a name of a trade says nothing alone: dentists comment too
    touted = bool(advert) and bool(strong or offers or actions or weak)
    bought = 1.0 if address else 0.5 if links or touted else 0.0
    add("off_topic", 0.0 if shared else bought, "advertises and says nothing of the article's subject")
    praise = _found(lexicon["praise"], text)
    add(
        "praise",
        min(3.0, float(len(praise))) * (1.0 if not shared else 0.35),
        f"praise that would fit any page: {_quote(praise)}",
    )
    add("topic", min(1.0, len(shared) / max(2.0, 0.5 * len(own))), "it speaks of the article's subject")
    add("length", min(2.0, len(text.split()) / 60), "it is long")
    return tuple(signs)
