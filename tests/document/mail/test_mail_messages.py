from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.document.extracted import Extracted
from sayso.document.html.page import document_from_html
from sayso.document.mail import MOST_PARTS, document_from_mail
from sayso.errors import DocumentError
from sayso.nouns import Capture, Given

TEXT = """Two people died on Tuesday when the river Lenn broke its wall, the police of Orvan said in the evening.

“We had no warning,” said Tom Reed, who lives in the lower street of the old town by the bridge.
"""
PAGE = """<html><body><article><h1>Two die in the flood of Lenn</h1>
<p>Two people died on Tuesday when the river Lenn broke its wall, the police of Orvan said in the evening.</p>
<p>“We had no warning,” said Tom Reed, who lives in the lower street of the old town by the bridge.</p>
<p>The wall was built in 1961 and was to be raised last year, the water office said on Wednesday morning.</p>
</article></body></html>"""


def message(**headers: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = headers.pop("From", "Ana Ruiz <ana@example.org>")
    made["Subject"] = headers.pop("Subject", "Two die in Lenn")
    made["Date"] = headers.pop("Date", "Tue, 12 Mar 2024 21:15:00 +0100")
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    return made


def read(body: bytes, options: Given | None = None) -> Extracted:
    capture = Capture.of(body, media_type="message/rfc822", source="m.eml")
    return document_from_mail(capture, options or Given(), build_html=document_from_html)


def test_the_header_says_subject_sender_and_date() -> None:
    made = message()
    made.set_content(TEXT)
    body = made.as_bytes()
    document = read(body).document
    assert (document.title, document.authors, document.published) == (
        "Two die in Lenn",
        ("Ana Ruiz",),
        "2024-03-12T21:15:00+01:00",
    )
    assert {e.where for e in document.evidence if e.evidence == "header"} >= {"Subject", "From", "Date"}
    assert document.id == f"sha256:{document.capture.sha256}"
    assert document.capture.media_type == "message/rfc822"


def test_blocks_of_an_unencoded_body_are_found_in_the_stored_bytes() -> None:
    made = message()
    made.set_content(TEXT, cte="8bit")
    body = made.as_bytes()
    document = read(body).document
    assert len(document.blocks) == 2
    for block in document.blocks:
        assert block.source is not None
        assert body[slice(*block.source)].decode().strip() == document.text[block.start : block.end]
    assert b"".join(body[slice(*line.source)] for line in document.lines).decode() == TEXT


def test_a_transfer_encoding_hides_the_bytes() -> None:
    made = message()
    made.set_content(TEXT, cte="base64")
    document = read(made.as_bytes()).document
    assert document.text.startswith("Two people died")
    assert {b.source for b in document.blocks} == {None}
    assert document.lines == ()


def test_the_html_part_is_preferred() -> None:
    made = message()
    made.set_content("See the other part.")
    made.add_alternative(PAGE, subtype="html")
    document = read(made.as_bytes()).document
    assert document.text.startswith("Two people died")
    assert document.blocks[0].path is not None
    assert document.title == "Two die in Lenn"


def test_a_plain_part_is_read_where_the_html_part_holds_nothing() -> None:
    made = message()
    made.set_content(TEXT)
    made.add_alternative("<html><body><img src='x.png'></body></html>", subtype="html")
    assert read(made.as_bytes()).document.text.startswith("Two people died")


def test_attachments_are_not_read() -> None:
    made = message()
    made.set_content(TEXT)
    made.add_attachment("A second text which nobody asked for, and which is long enough to be one.", filename="a.txt")
    assert "nobody asked" not in read(made.as_bytes()).document.text


def test_the_sender_of_a_newsletter_is_its_outlet() -> None:
    made = message(From="The Lenn Herald <news@example.org>", List_Unsubscribe="<https://example.org/u>")
    made.set_content(f"Two die in the flood of Lenn\n\nBy Tom Hale\n\n{TEXT}")
    document = read(made.as_bytes()).document
    assert document.outlet == "The Lenn Herald"
    assert document.authors == ("Tom Hale",)


def test_encoded_headers_are_decoded() -> None:
    made = message(Subject="Zwei Tote in Lönn", From="José Núñez <j@example.org>")
    made.set_content(TEXT)
    document = read(made.as_bytes()).document
    assert (document.title, document.authors) == ("Zwei Tote in Lönn", ("José Núñez",))


def test_what_the_user_gives_wins() -> None:
    made = message()
    made.set_content(TEXT)
    document = read(made.as_bytes(), Given(published="2024-03-13", outlet="Lenn")).document
    assert (document.published, document.outlet) == ("2024-03-13", "Lenn")


def test_impossible_dates_are_left_out() -> None:
    made = message(Date="Tue, 12 Mar 2124 21:15:00 +0100")
    made.set_content(TEXT)
    assert read(made.as_bytes()).document.published is None


@pytest.mark.parametrize("body", [b"Subject: nothing\n\n", b"Subject: x\nContent-Type: image/png\n\nabc", b"\n\n"])
def test_a_message_without_a_body_is_refused(body: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        read(body)
    assert caught.value.code == "SAY-017"


def test_a_message_of_too_many_parts_is_refused() -> None:
    part = "--b\nContent-Type: text/plain\n\nx\n"
    body = f'Content-Type: multipart/mixed; boundary="b"\n\n{part * (MOST_PARTS + 1)}--b--\n'
    with pytest.raises(DocumentError) as caught:
        read(body.encode())
    assert caught.value.code == "SAY-018"


def test_a_message_nested_beyond_reason_is_refused() -> None:
    body = "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(5000))
    with pytest.raises(DocumentError) as caught:
        read(body.encode())
    assert caught.value.code in {"SAY-017", "SAY-018"}


def read_or_code(body: bytes) -> Extracted | str:
    """What was read, or the code with which it was refused."""
    try:
        return read(body)
    except DocumentError as error:
        return error.code


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_mutilated_messages_are_read_or_refused(data: st.DataObject) -> None:
    made = message()
    made.set_content(TEXT)
    made.add_alternative(PAGE, subtype="html")
    body = bytearray(made.as_bytes())
    for _ in range(data.draw(st.integers(1, 20))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    got = read_or_code(bytes(body))
    if isinstance(got, str):
        assert got in {"SAY-010", "SAY-011", "SAY-012", "SAY-017", "SAY-018"}
        return
    document = got.document
    for block in document.blocks:
        assert block.source is None or 0 <= block.source[0] < block.source[1] <= len(body)
