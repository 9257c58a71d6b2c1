"""What a visit to Add brings -> inputs, and one file that holds their bytes."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Sequence
from typing import IO, TYPE_CHECKING, Final

from sayso.errors import WorkbenchError
from sayso.nouns import Given
from sayso.printable import printable
from sayso.workbench.jobs.messages import Input

if TYPE_CHECKING:
    from starlette.datastructures import FormData, UploadFile

#: characters of a link (the longest that browsers and servers take), of a name, of a title
_LONGEST_LINK: Final = 2_000
_LONGEST_NAME: Final = 120
_LONGEST_TITLE: Final = 300
_PASTED: Final = "pasted text"
_LINK: Final = re.compile(r"https?://", re.IGNORECASE)
#: what a link is written in, in a mail or a list
_AROUND: Final = "<>\"'()[]{},;"


def take(form: FormData, *, most: int) -> tuple[tuple[Input, ...], IO[bytes]]:
    """The inputs that a form brings, and the file that they point into, which has no name on the disk.

    Raises:
        WorkbenchError: SAY-134: more than ``most`` of them; SAY-135: nothing at all.
        SaysoError: SAY-001: a field is wrong; SAY-040: a line is no link.
    """
    from starlette.datastructures import UploadFile

    links = _links(_text(form, "links"))
    uploads = [each for each in form.getlist("files") if isinstance(each, UploadFile) and each.filename]
    text = _text(form, "text")
    given, title = _given(form), " ".join(_text(form, "title").split())[:_LONGEST_TITLE]
    if len(links) + len(uploads) > most:
        what = f"these are {len(links) + len(uploads)} links and files, and {most} are taken at one time"
        raise WorkbenchError("SAY-134", "Add", what)
    inputs = [Input(name=link, kind="link") for link in links]
    file = tempfile.TemporaryFile()  # noqa: SIM115 - it is the job's, who closes it
    try:
        if text.strip():
            whole = f"{title}\n\n{text}" if title else text
            inputs.append(_kept(file, title or _PASTED, "text", lambda: _write(file, whole), given))
        inputs += _kept_files(file, uploads)
        if not inputs:
            raise WorkbenchError("SAY-135", "Add")
    except BaseException:
        file.close()
        raise
    return tuple(inputs), file


def _text(form: FormData, name: str) -> str:
    value = form.get(name)
    return value.replace("\r\n", "\n") if isinstance(value, str) else ""


def _links(text: str) -> list[str]:
    """The links of a text field, each once, in order: one a line, or several with blanks between.

    Raises:
        WorkbenchError: SAY-135: something in it is no link.
    """
    from sayso.capture.address import checked

    found = dict.fromkeys(word.strip(_AROUND) for word in text.split())
    found.pop("", None)
    for link in found:
        if not _LINK.match(link) or len(link) > _LONGEST_LINK:
            what = "this is no link that can be fetched"
            raise WorkbenchError("SAY-135", _shown(link), what, "write one link a line, with https:// at its beginning")
        checked(link)
    return list(found)


def _given(form: FormData) -> Given:
    """What is said of pasted text.

    Raises:
        ConfigError: SAY-001: the date is none.
    """
    from sayso.document.given import checked_date

    published = checked_date(_text(form, "published").strip() or None, "Published")
    outlet = " ".join(printable(_text(form, "outlet")).split())[:_LONGEST_NAME]
    return Given(published=published, outlet=outlet or None, url=_address(form), as_text=True)


def _address(form: FormData) -> str | None:
    from sayso.capture.address import checked

    url = _text(form, "url").strip()
    if len(url) > _LONGEST_LINK:
        raise WorkbenchError("SAY-135", _shown(url), "this is longer than any address")
    return str(checked(url)) if url else None


def _kept_files(file: IO[bytes], uploads: Sequence[UploadFile]) -> list[Input]:
    names: set[str] = set()
    kept = []
    for upload in uploads:
        name = _name(upload.filename or "", names)
        names.add(name)
        kept.append(_kept(file, name, "file", lambda each=upload: shutil.copyfileobj(each.file, file), Given()))  # type: ignore[misc]
    return kept


def _kept(file: IO[bytes], name: str, kind: str, write: Callable[[], object], given: Given) -> Input:
    start = file.tell()
    write()
    return Input(
        name=name, kind="text" if kind == "text" else "file", start=start, size=file.tell() - start, given=given
    )


def _write(file: IO[bytes], text: str) -> None:
    file.write(text.encode("utf-8", "replace"))


def _name(given: str, taken: set[str]) -> str:
    """A file's name without its folders and without what no line can show; told apart from the others."""
    bare = " ".join(printable(given.replace("\\", "/").rpartition("/")[2]).split())
    stem, dot, suffix = bare.rpartition(".")
    bare = f"{stem[:_LONGEST_NAME]}{dot}{suffix[:20]}" if dot else bare[:_LONGEST_NAME]
    bare = bare if bare.strip(". ") else "file"
    name, number = bare, 1
    while name in taken:
        number += 1
        stem, dot, suffix = bare.rpartition(".")
        name = f"{stem} ({number}).{suffix}" if stem else f"{bare} ({number})"
    return name


def _shown(text: str) -> str:
    return text if len(text) <= 80 else text[:80] + "…"
