"""However marks lie to each other, what is drawn is a tree over the whole text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.notebook.marks import Close, Mark, Open, Stretch, nested

LENGTH = 12
MARKS = st.lists(
    st.builds(
        lambda a, b, role, number: Mark(min(a, b), max(a, b) + 1, role, f"a{number}"),
        st.integers(0, LENGTH - 1),
        st.integers(0, LENGTH - 1),
        st.sampled_from(("content", "source", "cue")),
        st.integers(1, 3),
    ),
    max_size=6,
)


@given(MARKS)
def test_every_mark_covers_its_own_text_in_a_tree(marks: list[Mark]) -> None:
    opened: list[Mark] = []
    covered: dict[int, list[int]] = {id(mark): [] for mark in marks}
    firsts: list[Mark] = []
    lasts: list[Mark] = []
    at = 0
    for step in nested(LENGTH, marks):
        if isinstance(step, Open):
            opened.append(step.mark)
            firsts += [step.mark] if step.first else []
        elif isinstance(step, Close):
            assert opened.pop() is step.mark
            lasts += [step.mark] if step.last else []
        else:
            assert isinstance(step, Stretch)
            assert step.start == at < step.end
            at = step.end
            for mark in opened:
                covered[id(mark)] += range(step.start, step.end)
    assert not opened
    assert at == LENGTH
    for mark in marks:
        assert covered[id(mark)] == list(range(mark.start, mark.end))
    assert sorted(firsts) == sorted(lasts) == sorted(marks)


def test_contents_within_contents_stay_whole() -> None:
    outer, inner = Mark(0, 10, "content", "a1"), Mark(2, 10, "content", "a2")
    assert list(nested(10, [inner, outer])) == [
        Open(outer, first=True),
        Stretch(0, 2),
        Open(inner, first=True),
        Stretch(2, 10),
        Close(inner, last=True),
        Close(outer, last=True),
    ]


def test_a_mark_that_crosses_another_goes_on_behind_its_end() -> None:
    one, two = Mark(0, 6, "content", "a1"), Mark(4, 8, "source", "a2")
    assert list(nested(8, [one, two])) == [
        Open(one, first=True),
        Stretch(0, 4),
        Open(two, first=True),
        Stretch(4, 6),
        Close(two, last=False),
        Close(one, last=True),
        Open(two, first=False),
        Stretch(6, 8),
        Close(two, last=True),
    ]
