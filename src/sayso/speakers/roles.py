"""Titles before a name, and roles in apposition to it."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from sayso.lexicon import load
from sayso.nouns.mention import Role
from sayso.speakers.lexicon import speaker_words

_REACH = 120
# a stop inside a number (*10.5 million*) does not end the phrase
_AFTER = re.compile(r",\s+(?:(?:an?|the|former|then)\s+)?((?:[^,.;:“”\"()\n]|[.,](?=\d)){3,90})(?=[,.;:]|$)")
_OF = re.compile(
    r"^(?P<role>[\w\s-]+?(?:\s+at\s+large|\s+of\s+[Ss]tate)?)\s+(?:of|at|for|from|in|with)\s+(?P<of>(?:the\s+)?\S.*)$"
)
_POSSESSOR = re.compile(r"^(?P<of>.+?)['’]s?\s+(?P<role>[A-Za-z][\w\s-]+)$")
_ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their|our|my)\s+", re.IGNORECASE)
_TIES = frozenset({"of", "for", "at", "and", "the", "to"})
_COURTESY = frozenset({"mr", "mrs", "ms", "miss"})
_NO_OFFICE = frozenset({"one", "other", "some", "many", "most", "those", "someone", "somebody", "person", "people"})


def _words(key: str) -> frozenset[str]:
    return frozenset(load("sources.yaml")[key]["words"])


@functools.cache
def _titles() -> frozenset[str]:
    return frozenset(load("titles.yaml")["titles"]["words"])


@functools.cache
def _offices() -> frozenset[str]:
    return (_words("roles") | _words("people") | speaker_words("trades")) - _NO_OFFICE


@functools.cache
def _never_in_office() -> frozenset[str]:
    """Words that cannot be part of an office: *the*, *said*, *by*, *his*, *he*."""
    grammar = load("grammar.yaml")
    classes = ("determiners", "coordinators", "prepositions", "subordinators", "auxiliaries", "possessives",
               "subject_pronouns", "finite", "weekdays", "months")  # fmt: skip
    closed = {str(word) for name in classes for word in grammar[name]["words"]}
    return frozenset((closed | {"said", "says", "say", "told", "according"}) - {"head"})


def titles_before(text: str, start: int) -> tuple[str, ...]:
    """Titles that stand directly before a name: *Lt. Gen.* *Mr* and *Ms* say nothing of an office and are left out."""
    found: list[str] = []
    before = text[max(0, start - 60) : start]
    for word in reversed(re.findall(r"\S+", before.rsplit("\n", 1)[-1]) if before.endswith(" ") else []):
        low = word.rstrip(".").lower()
        if word[0].isupper() and low in _titles():
            if low not in _COURTESY:
                found.insert(0, word)
        else:
            break
    return tuple(found)


def _role(phrase: str) -> Role | None:
    phrase = _ARTICLE.sub("", " ".join(phrase.split()))
    possessed, of = _POSSESSOR.match(phrase), _OF.match(phrase)
    if possessed and not (of and of.start("of") < possessed.start("role")):
        role, whom = possessed["role"], possessed["of"]
    elif of:
        role, whom = of["role"], of["of"]
    else:
        role, whom = phrase, None
    words = re.sub(r"\s+(?:at\s+large|of\s+[Ss]tate)$", "", role).split()
    head = words[-1].lower() if words else ""
    if (head not in _offices() and head.rstrip("s") not in _offices()) or len(words) > 8:
        return None
    if any(word.lower() in _never_in_office() or word.lower().endswith("ed") for word in words[:-1]):
        return None
    if whom is not None and (re.search(r"[“”\"]", whom) or whom.split()[0].lower() in _never_in_office() - {"the"}):
        whom = None
    if whom is None and not possessed and not of:
        role, whom = _with_body(words)
    return Role(role=role, of=_ARTICLE.sub("", whom) if possessed and whom else whom)


def _with_body(words: list[str]) -> tuple[str, str | None]:
    """*Former CIA Director* as the former director of the CIA: the body named before the office."""
    first = 0
    while first < len(words) - 1 and words[first].lower() in speaker_words("before_bodies"):
        first += 1
    last = first
    for at in range(first, len(words) - 1):
        word = words[at]
        if not word[0].isupper():
            break
        if word.lower() in _body_words() or (len(word.replace(".", "")) > 1 and word.replace(".", "").isupper()):
            last = at + 1
    if last == first:
        return " ".join(words), None
    return " ".join((*words[:first], *words[last:])), " ".join(words[first:last])


@functools.cache
def _body_words() -> frozenset[str]:
    return frozenset(str(word) for word in load("names.yaml")["organisation_words"]["words"])


def roles_after(text: str, end: int) -> tuple[Role, ...]:
    """*…, head of the Pentagon's Africa Command,*"""
    match = _AFTER.match(text, end, min(len(text), end + _REACH))
    if match is None or re.match(r"(?:and|or|but)\b", match[1]):
        return ()
    parts = re.split(r"\s+and\s+(?=(?:an?|the|former|head|chief)\b)", match[1])
    found = []
    for part in parts:
        whole = _role(part)
        halves = [whole] if whole is not None else [_role(half) for half in re.split(r"\s+and\s+", part)]
        if whole is None and part.count(" and ") != 1:
            continue
        found += [role for role in halves if role is not None]
    return tuple(found)


def roles_before(text: str, start: int) -> tuple[Role, ...]:
    """*LNA's spokesperson, Col. X* and *district spokesman X*: the phrase that leads up to the name."""
    line = text[max(0, start - _REACH) : start].rsplit("\n", 1)[-1]
    line = re.split(r"[.;:“”\"]\s+(?=[A-Z])|[“”\"]", line)[-1].rstrip()
    titles = _titles() - _words("roles")
    words = line.split()
    while words and words[-1].rstrip(".").lower() in titles:
        words.pop()
    if not words:
        return ()
    if words[-1].endswith(","):
        phrase = " ".join(words)[:-1].rsplit(",", 1)[-1].strip()
        if re.match(r"(?:and|or|but)\b", phrase):
            return ()
        role = (_role(phrase) if len(phrase.split()) <= 8 else None) or _role(_tail(phrase))
        return (role,) if role is not None else ()
    if words[-1].lower() not in _offices():
        return _long_office(words)
    taken = [words.pop()]
    while (
        words
        and len(taken) < 6
        and re.fullmatch(r"[\w’'.-]+", words[-1])
        and words[-1].lower() not in _never_in_office()
        and not re.search(r"(?:ing|ed)$", words[-1])
    ):
        taken.insert(0, words.pop())
    role = _role(" ".join(taken))
    return (role,) if role is not None else ()


def _long_office(words: list[str]) -> tuple[Role, ...]:
    """*Minister of State for Africa at the Commonwealth Office | X*: an office with its body before the name."""
    at = len(words)
    while at > 0 and len(words) - at < 24 and (words[at - 1][0].isupper() or words[at - 1] in _TIES):
        at -= 1
    phrase = words[at:]
    if not phrase or phrase[-1] in _TIES:
        return ()
    found = []
    for part in re.split(r"\s+and\s+(?=[A-Z])", " ".join(phrase)):
        tied = [n for n, word in enumerate(part.split()) if word in _TIES]
        before = part.split()[tied[0] - 1].lower() if tied and tied[0] else ""
        role = _role(part) if before in _offices() else None
        if role is not None:
            found.append(role)
    return tuple(found)


def _tail(phrase: str) -> str:
    """The words behind the last one that is in no office: *a claim disputed by a | former inspector*."""
    words = phrase.split()
    at = len(words)
    while at > 0 and words[at - 1].lower() not in _never_in_office():
        at -= 1
    return " ".join(words[at:])


def merged(roles: Sequence[Role], titles: Sequence[str]) -> list[Role]:
    """Each office once, as full as the page gives it: *chief economist* and *economist of the board* are one.

    An office that says no more than the titles before the name is left to them.
    """
    kept: list[Role] = []
    told = {title.rstrip(".").lower() for title in titles}
    for role in sorted(roles, key=lambda role: -len(role.role.split())):
        name = role.role.lower()
        if role.of is None and (name in told or name.removeprefix("former ") in told):
            continue
        for at, other in enumerate(kept):
            longer = other.role.lower()
            same = longer == name or longer.endswith(" " + name)
            if same and (role.of is None or other.of is None or _inside(role.of, other.of)):
                of = max((role.of, other.of), key=lambda whom: len(whom or ""))
                kept[at] = Role(role=other.role, of=of)
                break
        else:
            kept.append(role)
    order = {role.role.lower(): number for number, role in reversed(list(enumerate(roles)))}
    return sorted(kept, key=lambda role: order.get(role.role.lower(), len(order)))


def _inside(one: str, other: str) -> bool:
    low, high = sorted((one.lower(), other.lower()), key=len)
    return low.removeprefix("the ") in high
