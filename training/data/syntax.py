"""Carries UD syntax over to the words of a page, by characters."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reader.common.page import Page
from training.data.conllu import Placed
from training.data.record import Tally, Words, touched

#: Subtypes that the treebanks share and that attributions need; every other relation stands without its subtype.
SUBTYPES = frozenset(["nsubj:pass", "csubj:pass", "aux:pass", "obl:agent", "nmod:poss", "acl:relcl", "compound:prt"])


@dataclass(frozen=True, slots=True)
class Carried:
    """Syntax per word of the page, and per UD token the words it touches (None where it touches none).

    ``carrier[i]`` is the UD token that word ``i`` took its syntax from, -1 where the word only continues one.
    """

    upos: list[str | None]
    heads: list[int]
    deprels: list[str | None]
    where: list[Words | None]
    carrier: list[int]


def carry(page: Page, tokens: list[Placed], tally: Tally) -> Carried:
    """Syntax of the words.

    A word that holds several tokens (``don't``) takes the one nearest to the root, whose head is always outside the
    word, so the heads stay a tree. A token cut into several words is carried by the first; the others hang on it as
    ``goeswith`` with the same part of speech.
    """
    size = len(page.words)
    where = [touched(page, token.start, token.end) for token in tokens]
    carrier, runs, held = [-1] * size, [-1] * size, [0] * size
    for n, words in enumerate(where):
        if words is None:
            continue
        for word in range(*words):
            held[word] += 1
        first = words[0]
        if carrier[first] < 0 or tokens[n].depth < tokens[carrier[first]].depth:
            carrier[first] = n
        for word in range(first + 1, words[1]):
            runs[word] = n
    carried = Carried([None] * size, [-2] * size, [None] * size, where, carrier)
    for word in range(size):
        source = carrier[word] if carrier[word] >= 0 else runs[word]
        if source < 0:
            tally.add("words without token")
            continue
        token, own = tokens[source], where[source]
        assert own is not None
        carried.upos[word] = token.token.upos
        if carrier[word] < 0:
            carried.heads[word], carried.deprels[word] = own[0], "goeswith"
            tally.add("goeswith words")
            continue
        head = -1 if token.head < 0 else _first(where, tokens, token.head)
        relation = token.token.deprel
        carried.heads[word] = head
        carried.deprels[word] = relation if relation in SUBTYPES else relation.partition(":")[0]
        if held[word] == 1 and own[1] - own[0] == 1:
            tally.add("one to one")
    tally.add("words", size)
    tally.add("tokens", len(tokens))
    _count_sentences(page, carried.heads, tally)
    return carried


def _first(where: list[Words | None], tokens: list[Placed], token: int) -> int:
    """The first word of ``token``, or of the nearest token above it that touches any; -1 at the root."""
    while token >= 0:
        words = where[token]
        if words is not None:
            return words[0]
        token = tokens[token].head
    return -1


def _count_sentences(page: Page, heads: list[int], tally: Tally) -> None:
    for sentence in page.sentences:
        inside = range(sentence.first, sentence.last)
        roots = sum(heads[word] == -1 for word in inside)
        away = sum(heads[word] >= 0 and heads[word] not in inside for word in inside)
        tally.add("sentences")
        tally.add("sentences with one root and no arc out", int(roots == 1 and away == 0))
        tally.add("arcs out of the sentence", away)
