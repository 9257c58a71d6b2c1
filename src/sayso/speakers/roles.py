"""Titles before a name, and roles in apposition to it."""

from __future__ import annotations

import re

from sayso.lexicon import load
from sayso.nouns.mention import Role

_REACH = 120
_AFTER = re.compile(r",\s+(?:(?:an?|the|former|then)\s+)?([^,.;:“”\"()\n]{3,90})(?=[,.;:]|$)")
_OF = re.compile(r"^(?P<role>[\w\s-]+?)\s+(?:of|at|for|from|in|with)\s+(?P<of>(?:the\s+)?\S.*)$")
_POSSESSOR = re.compile(r"^(?P<of>.+?)['’]s?\s+(?P<role>[a-z][\w\s-]+)$")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def _words(key: str) -> frozenset[str]:
    return frozenset(load("sources.yaml")[key]["words"])


def _is_function_word(low: str) -> bool:
    """Whether a word cannot be part of an office: *the*, *said*, *by*, *his*."""
    grammar = load("grammar.yaml")
    classes = ("determiners", "coordinators", "prepositions", "subordinators", "auxiliaries", "possessives")
    return low in {"said", "says", "say", "told", "according"} or any(low in grammar[name]["words"] for name in classes)


def titles_before(text: str, start: int) -> tuple[str, ...]:
    """Titles that stand directly before a name: *Lt. Gen.*"""
    titles = set(load("titles.yaml")["titles"]["words"])
    found: list[str] = []
    before = text[max(0, start - 60) : start]
    for word in reversed(re.findall(r"\S+", before.rsplit("\n", 1)[-1]) if before.endswith(" ") else []):
        if word[0].isupper() and word.rstrip(".").lower() in titles:
            found.insert(0, word)
        else:
            break
    return tuple(found)


def _role(phrase: str) -> Role | None:
    phrase = _ARTICLE.sub("", " ".join(phrase.split()))
    possessed, of = _POSSESSOR.match(phrase), _OF.match(phrase)
    if possessed and not of:
        role, whom = possessed["role"], possessed["of"]
    elif of:
        role, whom = of["role"], of["of"]
    else:
        role, whom = phrase, None
    head = role.split()[-1].lower().rstrip("s") if role.split() else ""
    if head not in _words("roles") | _words("people") or len(role.split()) > 8:
        return None
    return Role(role=role, of=whom)


def roles_after(text: str, end: int) -> tuple[Role, ...]:
    """*…, head of the Pentagon's Africa Command,*"""
    match = _AFTER.match(text, end, min(len(text), end + _REACH))
    if match is None:
        return ()
    parts = re.split(r"\s+and\s+(?=(?:an?|the|former|head|chief)\b)", match[1])
    return tuple(role for part in parts if (role := _role(part)) is not None)


def roles_before(text: str, start: int) -> tuple[Role, ...]:
    """*LNA's spokesperson, Col. X* and *district spokesman X*: the phrase that leads up to the name."""
    line = text[max(0, start - _REACH) : start].rsplit("\n", 1)[-1]
    line = re.split(r"[.;:“”\"]\s+(?=[A-Z])", line)[-1].rstrip()
    titles = set(load("titles.yaml")["titles"]["words"]) - _words("roles")
    words = line.split()
    while words and words[-1].rstrip(".").lower() in titles:
        words.pop()
    if not words:
        return ()
    if words[-1].endswith(","):
        phrase = " ".join(words)[:-1].rsplit(",", 1)[-1]
        role = _role(phrase)
        return (role,) if role is not None and len(phrase.split()) <= 8 else ()
    if words[-1].lower() not in _words("roles") | _words("people"):
        return ()
    taken = [words.pop()]
    while (
        words and len(taken) < 6 and re.fullmatch(r"[\w’'.-]+", words[-1]) and not _is_function_word(words[-1].lower())
    ):
        taken.insert(0, words.pop())
    role = _role(" ".join(taken))
    return (role,) if role is not None else ()
