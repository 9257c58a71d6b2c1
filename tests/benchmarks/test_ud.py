"""Universal Dependencies: words with their characters, and what is right of the words aligned to them."""

from __future__ import annotations

from dataclasses import replace

from sayso.reader.layers import Token
from ud import Counts, Word, compare, split, treebank

FIRST = """# newdoc id = a
# newpar id = a-1
# text = They don't go.
1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_"""
SECOND = """# text = Stay
1\tStay\tstay\tVERB\tVB\t_\t0\troot\t_\t_
1.1\tthere\tthere\tADV\tRB\t_\t_\t_\t1:advmod\t_"""
SENTENCES = [FIRST.splitlines(), SECOND.splitlines()]


def tokens_of(words: tuple[Word, ...]) -> list[Token]:
    return [Token(start=w.start, end=w.end, upos=w.upos, head=w.head, deprel=w.deprel) for w in words]


def test_words_have_their_characters_and_heads() -> None:
    bank = treebank(SENTENCES, separate=False)
    assert bank.text.rstrip() == "They don't go. Stay"
    assert [bank.text[w.start : w.end] for w in bank.words] == ["They", "do", "n't", "go", ".", "Stay"]
    assert [w.head for w in bank.words] == [3, 3, 3, -1, 3, -1]


def test_sentences_can_be_paragraphs() -> None:
    bank = treebank(SENTENCES, separate=True)
    assert bank.text.rstrip() == "They don't go.\nStay"
    assert bank.text[bank.words[-1].start :].rstrip() == "Stay"


def test_the_gold_is_right_throughout() -> None:
    words = treebank(SENTENCES, separate=True).words
    assert compare(words, tokens_of(words)) == Counts(6, 6, 6, 6, 6)


def test_words_that_are_not_there_are_errors() -> None:
    words = treebank(SENTENCES, separate=True).words
    they, go, stop, stay = (replace(words[i], head=h) for i, h in ((0, 2), (3, -1), (4, 2), (5, -1)))
    whole = Word(words[1].start, words[2].end, "AUX", 2, "aux")
    assert compare(words, tokens_of((they, whole, go, stop, stay))) == Counts(6, 4, 4, 4, 4)


def test_a_head_counts_apart_from_its_relation() -> None:
    words = treebank(SENTENCES, separate=True).words
    read = [
        replace(words[0], deprel="obj"),
        replace(words[1], head=0),
        replace(words[2], deprel="advmod:neg"),
        *words[3:],
    ]
    assert compare(words, tokens_of(tuple(read))) == Counts(6, 6, 6, 5, 4)


def test_parts_that_are_not_in_the_token_share_it() -> None:
    assert split("don't", ["do", "n't"], 5) == [(5, 7), (7, 10)]
    assert split("zum", ["zu", "dem"], 5) == [(5, 8), (5, 8)]
