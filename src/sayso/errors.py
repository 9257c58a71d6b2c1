"""The one error tree.

    SaysoError                  everything sayso raises on purpose
    ├── ConfigError             the user's options or settings (all collected, raised once)
    ├── CaptureError            the bytes could not be had, or may not be
    │   └── FetchError          ... over the network
    ├── DocumentError           the bytes hold no article that can be read
    ├── ReaderError             the reader cannot read this document
    ├── GazetteerError          the file of places
    ├── EncoderError            the model that compares statements
    ├── LedgerError             the store
    ├── ExportError             what leaves the ledger, and what comes back
    └── WorkbenchError          the server of sayso serve, and what visitors send it

Every error carries a stable code, what it happened to, what happened and what to do. ``transient`` tells a batch
whether another try can help. The catalogue below is the only place where codes are made; the docs list it, and a test
compares the two. Ranges: 001-009 options, 010-019 documents, 020-039 captures, 040-059 fetching, 060-079 the ledger,
080-089 readers, 090-099 internal, 100-109 the gazetteer, 110-119 comparing statements, 120-129 export
and import, 130-139 the workbench, 140-149 decisions on readings.
"""

from __future__ import annotations

import msgspec

from sayso.printable import printable


class CatalogueEntry(msgspec.Struct, frozen=True):
    """What a code means, and what the user can do about it."""

    meaning: str
    remedy: str
    transient: bool = False


CATALOGUE: dict[str, CatalogueEntry] = {
    # 001-009 options
    "SAY-001": CatalogueEntry("an option or setting has a value that cannot be used", "see the command's --help"),
    "SAY-002": CatalogueEntry("no such reader profile", "list the profiles with sayso read --help"),
    # 010-019 documents
    "SAY-010": CatalogueEntry("the input is empty", "check that the file was saved whole"),
    "SAY-011": CatalogueEntry(
        "the bytes are not text in any known encoding", "save the page as HTML, text, PDF, WARC or .eml"
    ),
    "SAY-012": CatalogueEntry("no article text found", "pass --text to read it as plain text"),
    "SAY-013": CatalogueEntry("the page took too long to read", "raise SAYSO_PAGE_SECONDS, or save the article alone"),
    "SAY-014": CatalogueEntry(
        "the page needs too much memory", "raise SAYSO_PAGE_MEMORY_MB, or save the article alone"
    ),
    "SAY-015": CatalogueEntry(
        "the PDF has no text in it, only pictures", "run it through OCR (for example ocrmypdf) first"
    ),
    "SAY-016": CatalogueEntry("the PDF cannot be opened", "check that it is whole and has no password"),
    "SAY-017": CatalogueEntry("the message has no readable body", "save the body alone as text or HTML"),
    "SAY-018": CatalogueEntry("the page is nested or built so that it cannot be read safely", "save the article alone"),
    # 020-039 captures
    "SAY-020": CatalogueEntry("no such file or folder", "check the path"),
    "SAY-021": CatalogueEntry("the file cannot be read", "check its permissions"),
    "SAY-022": CatalogueEntry("the input is larger than the limit", "raise SAYSO_MAX_BYTES, or split the input"),
    "SAY-023": CatalogueEntry("this kind of file is not read", "save it as HTML, text, PDF, WARC, WACZ or .eml"),
    "SAY-024": CatalogueEntry("the archive is damaged", "fetch or copy the archive again"),
    "SAY-025": CatalogueEntry("the folder holds nothing that can be read", "name the files themselves"),
    "SAY-026": CatalogueEntry("the archive holds no page", "check that it holds response records of HTML, text or PDF"),
    # 040-059 fetching
    "SAY-040": CatalogueEntry(
        "this is no address that can be fetched", "give an http:// or https:// address without a password in it"
    ),
    "SAY-041": CatalogueEntry(
        "the address is not on the public internet", "pass --allow-private if it is meant to be fetched"
    ),
    "SAY-042": CatalogueEntry("there is no host of this name", "check the address"),
    "SAY-043": CatalogueEntry("the server cannot be reached", "try again later", transient=True),
    "SAY-044": CatalogueEntry(
        "the server's certificate cannot be trusted", "save the page with a browser and read the file"
    ),
    "SAY-045": CatalogueEntry(
        "the server took too long to answer", "try again later, or raise SAYSO_TIMEOUT_SECONDS", transient=True
    ),
    "SAY-046": CatalogueEntry(
        "the site's robots.txt asks programs not to fetch this", "save the page with a browser and read the file"
    ),
    "SAY-047": CatalogueEntry(
        "the site's robots.txt could not be had, so nothing is fetched there", "try again later", transient=True
    ),
    "SAY-048": CatalogueEntry("the address leads on to others without end", "check the address in a browser"),
    "SAY-049": CatalogueEntry("the server does not give this page out", "check the address in a browser"),
    "SAY-050": CatalogueEntry("the server cannot answer now", "try again later", transient=True),
    "SAY-051": CatalogueEntry(
        "the page is larger than the limit",
        "raise SAYSO_MAX_BYTES and SAYSO_MAX_DECODED_BYTES, or save the article alone",
    ),
    "SAY-052": CatalogueEntry("the answer came damaged or was cut short", "try again later", transient=True),
    "SAY-053": CatalogueEntry(
        "the answer is packed in a way that was not asked for", "save the page with a browser and read the file"
    ),
    # 060-079 the ledger
    "SAY-060": CatalogueEntry("the ledger cannot be opened or read", "check the path and its permissions"),
    "SAY-061": CatalogueEntry("the file is no ledger of sayso", "name another file with --ledger"),
    "SAY-062": CatalogueEntry("the ledger was made by a newer sayso", "upgrade sayso"),
    "SAY-063": CatalogueEntry(
        "another program is writing to the ledger and does not finish", "try again when it is done", transient=True
    ),
    "SAY-064": CatalogueEntry("the disk is full", "make room and add the same inputs again", transient=True),
    "SAY-065": CatalogueEntry("the ledger may not be written to", "check its permissions and those of its folder"),
    "SAY-066": CatalogueEntry("the ledger is damaged", "restore it from a copy, or add its pages to a new one"),
    "SAY-067": CatalogueEntry("there is no such ledger yet", "add pages with sayso add, or name one with --ledger"),
    "SAY-068": CatalogueEntry("nothing in the ledger has this id", "list the ids with sayso documents or sayso claims"),
    "SAY-069": CatalogueEntry("more than one thing in the ledger goes by this name", "give more of its id"),
    # 080-089 readers
    "SAY-080": CatalogueEntry("the reader does not read this language", "read it with --profile rules"),
    "SAY-081": CatalogueEntry(
        "a file of the reader's model is missing", "install sayso again, or read with --profile rules"
    ),
    "SAY-082": CatalogueEntry(
        "a file of the reader's model is damaged: it is not the one that was published",
        "install sayso again, or read with --profile rules",
    ),
    "SAY-083": CatalogueEntry(
        "onnxruntime, which runs the reader's model, cannot be loaded",
        "install sayso again with its dependencies, or read with --profile rules",
    ),
    "SAY-084": CatalogueEntry(
        "the plug-in that holds the reader cannot be loaded", "mend or remove that package, or choose another --profile"
    ),
    # 090-099 internal
    "SAY-099": CatalogueEntry("a fault in sayso itself", "please report it, with --debug's traceback"),
    # 100-109 the gazetteer
    "SAY-100": CatalogueEntry("there is no gazetteer yet", "build it with sayso gazetteer build"),
    "SAY-101": CatalogueEntry(
        "the file is no gazetteer of sayso, or it is damaged", "build it again with sayso gazetteer build"
    ),
    "SAY-102": CatalogueEntry(
        "the gazetteer was made by another version of sayso", "build it again with sayso gazetteer build"
    ),
    "SAY-103": CatalogueEntry(
        "the gazetteer may not be written to", "check its permissions and those of its folder, or name another --path"
    ),
    "SAY-104": CatalogueEntry(
        "the data that the gazetteer is built from are missing or damaged", "install sayso again with its dependencies"
    ),
    "SAY-105": CatalogueEntry(
        "the file is no list of places that can be added",
        "give a GeoNames dump, a Who's On First extract or database, or GeoJSON features with names",
    ),
    "SAY-106": CatalogueEntry("the list of places is damaged", "fetch or copy the file again"),
    "SAY-107": CatalogueEntry("the gazetteer has no such source", "list the sources with sayso gazetteer info"),
    "SAY-108": CatalogueEntry("this source is part of every gazetteer", "only sources that were added can be removed"),
    "SAY-109": CatalogueEntry(
        "another program is writing to the gazetteer", "try again when it is done", transient=True
    ),
    # 110-119 comparing statements
    "SAY-110": CatalogueEntry(
        "a file of the model that compares statements is missing",
        "install sayso again; without it statements are compared by rules alone",
    ),
    "SAY-111": CatalogueEntry(
        "a file of the model that compares statements is damaged: it is not the one that was published",
        "install sayso again; without it statements are compared by rules alone",
    ),
    "SAY-112": CatalogueEntry(
        "onnxruntime, which runs the model that compares statements, cannot be loaded",
        "install sayso again with its dependencies; without it statements are compared by rules alone",
    ),
    "SAY-114": CatalogueEntry(
        "the pages are stored, but comparing them failed", "please report it; sayso origins will try again"
    ),
    "SAY-115": CatalogueEntry("nothing can be judged against itself", "name two different claims or actors"),
    "SAY-116": CatalogueEntry(
        "there is no such judgement, or it was undone", "list those that hold with sayso judge --list"
    ),
    # 120-129 export and import
    "SAY-120": CatalogueEntry("there is no such format", "list the formats with sayso export --help"),
    "SAY-121": CatalogueEntry(
        "a library that this format is written with is not installed", "install it with pip install 'sayso[export]'"
    ),
    "SAY-122": CatalogueEntry("the file cannot be written", "check the path, its permissions and the room on the disk"),
    "SAY-123": CatalogueEntry(
        "a terminal cannot show this format", "name a file with -o, or send it to another program"
    ),
    "SAY-124": CatalogueEntry("the file is no export of sayso", "give a file that sayso export jsonl wrote"),
    "SAY-125": CatalogueEntry("the export was made by a newer sayso", "upgrade sayso"),
    "SAY-126": CatalogueEntry("the export is damaged, and nothing of it was stored", "export or copy the file again"),
    "SAY-127": CatalogueEntry(
        "the export ends before its end, and nothing of it was stored", "export or copy the file again"
    ),
    "SAY-128": CatalogueEntry(
        "something in the export is larger than the limit, and nothing of it was stored",
        "raise SAYSO_MAX_DECODED_BYTES if the file is to be trusted",
    ),
    "SAY-129": CatalogueEntry("nothing that was chosen can be exported", "choose more, or another format"),
    # 130-139 the workbench
    "SAY-130": CatalogueEntry("nothing can listen at this address", "choose another with --host and --port"),
    "SAY-131": CatalogueEntry(
        "a library that the workbench needs is not installed", "install it with pip install 'sayso[workbench]'"
    ),
    "SAY-132": CatalogueEntry(
        "this does not come from a page of this workbench, or from one that was opened before it started",
        "go back, load the page again, and send it once more",
    ),
    "SAY-133": CatalogueEntry("this was asked for too often", "wait a little and try again", transient=True),
    "SAY-134": CatalogueEntry(
        "this is more than is taken at one time", "bring less at one time, or use sayso add on the server"
    ),
    "SAY-135": CatalogueEntry("there is nothing in it to read", "paste links or text, or choose files"),
    "SAY-136": CatalogueEntry("there is no such work, or it was done long ago", "look for its pages in the ledger"),
    "SAY-137": CatalogueEntry(
        "this workbench does not go by this name", "use the address that sayso serve printed, or add --name"
    ),
    "SAY-138": CatalogueEntry("this workbench asks for a token", "open the address that sayso serve printed"),
    "SAY-139": CatalogueEntry(
        "the reading was cut short", "add what is missing again; nothing is half-stored", transient=True
    ),
    # 140-149 decisions on readings
    "SAY-140": CatalogueEntry(
        "the reading has no such claim or attribution", "list the claims of the page with sayso claims --json"
    ),
    "SAY-141": CatalogueEntry(
        "there is no such decision, or it was undone", "list those that hold with sayso review --decisions"
    ),
    "SAY-142": CatalogueEntry(
        "this correction cannot be made", "give ranges of the article's text, in code points, with the words there"
    ),
    "SAY-143": CatalogueEntry("this is no place in the queue", "go on after the place that an item of it names"),
    "SAY-144": CatalogueEntry("nobody is named who decides", "say with --by NAME who does"),
}


class SaysoError(Exception):
    """Base of all errors. ``str(error)`` is the one line that the user sees."""

    def __init__(self, code: str, subject: str, what: str | None = None, remedy: str | None = None) -> None:
        entry = CATALOGUE[code]
        self.code = code
        self.subject = subject
        self.what = what or entry.meaning
        self.remedy = remedy or entry.remedy
        self.transient = entry.transient
        super().__init__(
            code, subject, what, remedy
        )  # the arguments, so that errors survive pickling between processes

    def __str__(self) -> str:
        # names and addresses come from pages and archives of strangers
        subject, what = (" ".join(printable(text).split()) for text in (self.subject, self.what))
        return f"{self.code} {subject or '-'}: {what}; {self.remedy}"


class ConfigError(SaysoError):
    """The user's options or settings."""


class CaptureError(SaysoError):
    """The bytes could not be had, or may not be."""


class FetchError(CaptureError):
    """The bytes could not be had over the network."""


class DocumentError(SaysoError):
    """The bytes hold no article that can be read."""


class ReaderError(SaysoError):
    """The reader cannot read this document."""


class GazetteerError(SaysoError):
    """The file of places."""


class EncoderError(SaysoError):
    """The model that compares statements."""


class LedgerError(SaysoError):
    """The store."""


class ExportError(SaysoError):
    """What leaves the ledger for other tools, and what comes back."""


class WorkbenchError(SaysoError):
    """The server of ``sayso serve``, and what visitors send it."""
