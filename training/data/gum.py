"""GUM: syntax and names, from the genres whose texts may go into weights that are passed on.

A mention is a name where its head is a proper noun and it links to an article or has proper nouns only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from sayso.reader.common.page import Page
from training.data.conllu import Chunk, Token, chunks, sentences
from training.data.groups import group_words, is_group
from training.data.naming import bare, outermost, proper, titles, with_groups
from training.data.record import Name, Record, Tally, touched
from training.data.syntax import carry

GENRES = frozenset(["news", "interview", "bio", "voyage", "academic", "court", "speech", "textbook"])
#: The licence file is silent on two genres: of these only texts from where they are public domain or under CC BY.
#: A recording of the Santa Barbara Corpus, which allows no derivatives, stands among the courts.
SOURCES = {
    "speech": ("congress.gov", "presidency.ucsb.edu", "whitehouse.gov", "speaker.gov", "parliament.nz"),
    "textbook": ("openstax.org",),
}
_REFUSED = ("linguistics.ucsb.edu",)
_TYPES = frozenset(["person", "organization", "place"])
_PIECE = re.compile(r"(\()?([^()]+)(\))?")
_PROPER = frozenset(["NNP", "NNPS"])
#: Relations by which a word left of the head belongs to its name; ``nmod:desc`` is a title before a person.
_INSIDE = frozenset(["compound", "flat", "amod", "nummod", "nmod"])
#: With an article or the like before them no names, capital or not.
_GENERIC = frozenset(
    ["nation", "state", "country", "city", "island", "university", "company", "government", "department", "commission"]
)
#: Tokens ``[first, last)`` of the sentence, type and linked article.
Mention = tuple[int, int, str, str]


def documents(nlp: Path, split: str, tally: Tally) -> Iterator[Record]:
    """Groups of sentences of the documents in ``split`` (splits.md) whose genre is in ``GENRES``."""
    words = group_words(nlp / "kb")
    root = nlp / "gum"
    for name in split_of((root / "splits.md").read_text("utf-8"), split):
        if name.split("_")[1] not in GENRES:
            continue
        path = root / "dep" / f"{name}.conllu"
        if not path.is_file():
            tally.add("documents missing")
            continue
        lines = path.read_text("utf-8").split("\n")
        if not allowed(lines, name.split("_")[1]):
            tally.add("documents refused for their licence")
            continue
        tally.add("documents")
        for chunk in chunks(sentences(lines)):
            yield record(chunk, words, tally)


def allowed(lines: list[str], genre: str) -> bool:
    """May weights trained on the document be passed on, by the address it came from?"""
    address = next((line.partition("=")[2] for line in lines if line.startswith("# meta::sourceURL")), "")
    if any(host in address for host in _REFUSED):
        return False
    return genre not in SOURCES or any(host in address for host in SOURCES[genre])


def split_of(text: str, split: str) -> list[str]:
    """The names of the documents listed under ``## split``."""
    part = re.search(rf"^## {split}\s*$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return re.findall(r"^\s*\* (GUM_\w+)", part.group(1), re.MULTILINE) if part else []


def record(chunk: Chunk, words: frozenset[str], tally: Tally) -> Record:
    """One line of training data from a group of sentences."""
    page = Page(chunk.text)
    carried = carry(page, chunk.tokens, tally)
    names: list[Name] = []
    for sentence, base in chunk.firsts:
        for mention in mentions(sentence.tokens):
            found = name_in(sentence.tokens, mention, words)
            if found is None:
                continue
            first, last, kind = found
            where = touched(page, chunk.tokens[base + first].start, chunk.tokens[base + last - 1].end)
            where = bare(page, where) if kind != "person" else proper(page, where, kind, trim=True)
            if where:
                names.append((*where, kind))
    kept = with_groups(page, outermost(names), words)
    tally.add("names", len(kept))
    return Record(chunk.id, page, upos=carried.upos, heads=carried.heads, deprels=carried.deprels, names=kept)


def mentions(tokens: list[Token]) -> Iterator[Mention]:
    """The mentions of people, organisations and places in a sentence, from the bracket notation in ``Entity=``."""
    open_: dict[str, list[tuple[int, str, str]]] = {}
    for n, token in enumerate(tokens):
        for begins, body, ends in _PIECE.findall(token.misc.get("Entity", "")):
            number = body.split("-", 1)[0]
            if begins:
                fields = body.split("-", 7)
                kind = fields[1] if len(fields) > 1 else ""
                open_.setdefault(number, []).append((n, kind, unquote(fields[7]) if len(fields) > 7 else ""))
            if ends and open_.get(number):
                first, kind, link = open_[number].pop()
                if kind in _TYPES and "[" not in number:
                    yield first, n + 1, kind, link


def name_in(tokens: list[Token], mention: Mention, words: frozenset[str]) -> tuple[int, int, str] | None:
    """The tokens of a mention that are its name, and the type; None where it is a description.

    Left of the head belong compounds and the like; across ``of`` and commas only what the linked title names too.
    """
    first, last, kind, link = mention
    inside = range(first, last)
    heads = [n for n in inside if tokens[n].head - 1 not in inside and tokens[n].upos != "PUNCT"]
    if len(heads) != 1 or tokens[heads[0]].upos != "PROPN":
        return None
    head = heads[0]
    if kind == "person" and is_group(tokens[head].form, words):
        return head, head + 1, "group"
    if not link and not all(_capital(tokens, n) or tokens[n].upos in ("PUNCT", "DET", "PART", "ADP") for n in inside):
        return None
    title = set(re.split(r"[\W_]+", link.lower()))
    begin, end = head, head + 1
    for n in range(head - 1, first - 1, -1):
        if _belongs(tokens, n, head, kind):
            begin = n
    n = end
    while n < last:
        token = tokens[n]
        if token.xpos in _PROPER and (_flat(tokens, n, head) or token.form.lower().rstrip(".") in title):
            end = n + 1
        elif token.xpos in _PROPER or token.upos not in ("ADP", "DET", "PUNCT", "CCONJ", "PART", "NUM"):
            break
        n += 1
    named = [token.form.lower() for token in tokens[begin:end]]
    if len(named) == 1 and named[0] in _GENERIC and first < begin:
        return None
    described = kind == "person" and all(form.rstrip(".") in titles() for form in named)
    return None if described and not title & set(named) else (begin, end, kind)


def _capital(tokens: list[Token], n: int) -> bool:
    """Is the token a proper word? A capital counts except at the start of the sentence."""
    return tokens[n].xpos in _PROPER or (n > 0 and tokens[n].form[:1].isupper())


def _flat(tokens: list[Token], n: int, head: int) -> bool:
    """Does the token hang on the head as part of one name?"""
    while n != head and n >= 0:
        if tokens[n].deprel.partition(":")[0] not in ("flat", "compound", "nummod"):
            return False
        n = tokens[n].head - 1
    return n == head


def _belongs(tokens: list[Token], n: int, head: int, kind: str) -> bool:
    """Is the token left of the head a proper word that modifies it within the name?"""
    if not _capital(tokens, n):
        return False
    while n != head and n >= 0:
        relation = tokens[n].deprel
        if relation == "nmod:poss" or relation.partition(":")[0] not in _INSIDE:
            return False
        if relation == "nmod:desc" and kind == "person":
            return False
        n = tokens[n].head - 1
    return n == head
