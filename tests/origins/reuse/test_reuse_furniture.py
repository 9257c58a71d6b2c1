"""What a site repeats on its pages is nobody's copy; what versions of one story share is no furniture."""

from __future__ import annotations

from sayso.origins.reuse import furniture
from sayso.origins.reuse.furniture import stock

BOX = "The Orle Courier is read by people who get up early. Write to us, we answer all letters by hand."
BAKERY = "The bakery in Mill Street burned down at night, and the rolls of the whole town with it, said a neighbour."
PAGE = (
    "A goods train left the rails near the village of Tarn early on Monday and blocked both of the lines.\n"
    f"Nobody was hurt, the company said.\n{BOX}"
)
OTHERS = [
    f"The mayor of {town} opened a bridge on Sunday with a brass band.\nIt has two arches, a lamp and a bench.\n{BOX}"
    for town in ("Ufa", "Yol", "Zim")
]


def test_a_box_on_several_pages_is_furniture() -> None:
    assert [PAGE[start:end] for start, end in furniture(PAGE, [*OTHERS[:1], f"{BAKERY}\n{BOX}"])] == [BOX]


def test_one_other_page_is_not_enough() -> None:
    assert furniture(PAGE, OTHERS[:1]) == ()


def test_versions_of_one_page_count_once() -> None:
    assert furniture(PAGE, OTHERS) == ()


def test_copies_of_the_page_do_not_count() -> None:
    assert furniture(PAGE, [PAGE] * 40) == ()
    assert furniture(PAGE, [PAGE + "\nUpdated at noon."] * 3) == ()


def test_nothing_of_nothing() -> None:
    assert furniture("", [PAGE]) == ()
    assert furniture(PAGE, []) == ()


def test_stock_sentences_are_known_by_their_words() -> None:
    text = (
        "The bakery burned. © Copyright 2019 Norvane Inc. Anyone with information is asked to call 555-0100.\nHe left."
    )
    assert [text[start:end] for start, end in stock(text)] == [
        "© Copyright 2019 Norvane Inc. Anyone with information is asked to call 555-0100."
    ]
    assert stock("The copyright of his songs, he said, belongs to nobody.") == ()


def test_a_long_sentence_is_no_stock_sentence_whatever_it_holds() -> None:
    assert stock("He was told, all rights reserved, " + "that this and that had come to pass " * 8 + ".") == ()
