"""Tables with numbered citations."""

from __future__ import annotations

import msgspec

from sayso.nouns.series import AsOf, Report, Series, View
from sayso.workbench.cited import Cited, cited, markdown, page, tabbed
from sayso.workbench.figures import told

TRICK = "<script>alert(1)</script> | *bold* [x](http://evil) =1+1"


def report(number: int, **changes: object) -> Report:
    made = Report(
        key=f"sha256:{number:064x}#q1",
        claim=f"sha256:{number:064x}#c1",
        low=4000,
        high=6000,
        approximate=False,
        text="between 4,000 and 6,000",
        stated=None,
        of="fighters",
        as_of=AsOf(from_="2017-10-27", to="2017-10-27", by="said"),
        published="2017-10-28",
        status="asserted",
        derived=False,
        speaker="Thomas Waldhauser",
        chain="Thomas Waldhauser ‹told› ← The Corvane Herald",
        outlet="The Corvane Herald",
        document=f"sha256:{number:064x}",
        source="https://herald.example/page.html",
    )
    return msgspec.structs.replace(made, **changes)


def table(*reports: Report) -> Cited:
    view = View(
        policy="all", low=None, best=None, high=None, rests_on=(), left_out=(), why=(f"{len(reports)} reports",)
    )
    series = Series(thing="fighters", definition=None, where=None, unit="people", reports=reports, view=view)
    return cited(told(series))


def test_a_page_is_cited_once() -> None:
    made = table(report(1), report(1, key="sha256:1#q2"), report(2, source="b.txt"))
    assert [row[-1] for row in made.rows] == ["[1]", "[1]", "[2]"]
    assert [each.link for each in made.citations] == ["https://herald.example/page.html", None]


def test_the_same_cells_in_every_form() -> None:
    made = [table(report(1))]
    for text in (markdown(made), page(made), tabbed(made)):
        for cell in ("4,000–6,000", "2017-10-27 (said then)", "Thomas Waldhauser ‹told› ← The Corvane Herald", "[1]"):
            assert cell in text


def test_what_pages_write_stays_text() -> None:
    made = [table(report(1, chain=TRICK, source="javascript:alert(1)", outlet="=HYPERLINK(1)", speaker=None))]
    assert "<script>" not in page(made)
    assert "javascript:" not in page(made).partition("<ol>")[2].partition("href")[2]
    assert r"\<script>alert(1)\</script> \| \*bold\* \[x](http://evil)" in markdown(made)
    assert all(not cell.startswith("=") for line in tabbed(made).splitlines() for cell in line.split("\t"))


def test_a_link_is_only_an_address_of_the_web() -> None:
    for source in ("javascript:alert(1)", "data:text/html,x", "/etc/passwd", "page.html"):
        assert table(report(1, source=source)).citations[0].link is None
