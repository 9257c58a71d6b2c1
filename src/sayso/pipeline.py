"""The one page that composes the rooms: capture -> document -> reader -> speakers -> measures -> claims."""

from __future__ import annotations

import functools
from collections.abc import Callable, Generator, Iterable, Sequence
from typing import BinaryIO

import msgspec

from sayso.capture import CaptureOptions, open_inputs
from sayso.claims import add_checks, add_movements, make_claims
from sayso.document.build import build
from sayso.document.extracted import Extracted
from sayso.document.worker import Extractor
from sayso.errors import CaptureError, ReaderError, SaysoError
from sayso.measures import date_sayings, find_places, find_quantities, find_times
from sayso.nouns import Capture, Document, Given, Noun, ReaderInfo, Reading
from sayso.plugins import FALLBACK_PROFILE, load_reader
from sayso.reader.layers import Layers, Reader
from sayso.speakers import resolve


class Item(Noun, frozen=True, kw_only=True):
    """One page read: the capture it came from, and the reading."""

    capture: Capture
    reading: Reading


class Known(Noun, frozen=True, kw_only=True):
    """One page that the caller has already, and that was therefore not read."""

    capture: Capture


#: the reader does not read the document's language
OTHER_LANGUAGE = "SAY-080"


@functools.cache
def _fallback() -> Reader:
    return load_reader(FALLBACK_PROFILE)


def layers_of(document: Document, reader: Reader) -> tuple[Layers, ReaderInfo]:
    """Read a document, with the fallback reader if it is in a language that ``reader`` does not read.

    Raises:
        ReaderError: the reader cannot read this document, for another reason.
    """
    try:
        return reader.read(document), ReaderInfo(profile=reader.profile, version=reader.version)
    except ReaderError as error:
        if error.code != OTHER_LANGUAGE or reader.profile == FALLBACK_PROFILE:
            raise
        other = _fallback()
        # only what is the same wherever the document comes from: the reader's mark is part of the reading's identity
        why = f"{error.code} {error.what}"
        info = ReaderInfo(profile=other.profile, version=other.version, instead_of=reader.profile, why=why)
        return other.read(document), info


def interpret(extracted: Extracted, reader: Reader) -> Reading:
    """Document -> reading. Every range of the result points into ``extracted.document.text``.

    A document in a language that the reader does not read is read by the fallback reader, and the reading says so.

    Raises:
        ReaderError: the reader cannot read this document.
    """
    document = extracted.document
    layers, info = layers_of(document, reader)
    document = msgspec.structs.replace(document, sentences=layers.sentences)
    speakers = resolve(document, layers)
    times = find_times(document, layers)
    quantities = find_quantities(document, times, layers)
    places = find_places(document, layers)
    attributions = date_sayings(layers, speakers.attributions, times)
    claims = make_claims(
        document,
        attributions,
        times,
        quantities,
        places,
        speakers.entities,
        tokens=layers.tokens,
        mentions=speakers.mentions,
    )
    claims, places = add_movements(
        document,
        claims,
        attributions,
        times,
        quantities,
        places,
        speakers.entities,
        tokens=layers.tokens,
        mentions=speakers.mentions,
    )
    claims, checks = add_checks(document, claims, times, quantities, places, speakers.entities)
    return Reading(
        document=document,
        comments=extracted.comments,
        entities=speakers.entities,
        mentions=speakers.mentions,
        times=times,
        places=places,
        quantities=quantities,
        attributions=attributions,
        claims=claims,
        checks=checks,
        reader=info,
    )


def read_capture(capture: Capture, *, given: Given, reader: Reader, extractor: Extractor | None = None) -> Reading:
    """Capture -> reading. With an ``extractor`` the page is taken apart in a process of its own, under limits.

    Raises:
        DocumentError: the capture holds no article that can be read.
        ReaderError: the reader cannot read it.
    """
    extracted = extractor.extract(capture, given) if extractor else build(capture, given)
    return interpret(extracted, reader)


def read_inputs(
    inputs: Sequence[str],
    *,
    options: CaptureOptions,
    given: Given,
    reader: Reader,
    stdin: BinaryIO | None = None,
    known: Callable[[Capture], bool] | None = None,
) -> Generator[Item | Known | SaysoError]:
    """Read files, folders, addresses and archives: one item a page, in order, as they are done.

    What cannot be read is yielded as its error, and the rest goes on. A fault of our own is yielded as SAY-099. Where
    ``known`` says of a capture that the caller has it, it is yielded as :class:`Known` and costs no reading.
    """
    with Extractor() as extractor:
        captures = open_inputs(inputs, options, stdin=stdin)
        yield from read_captures(captures, given=given, reader=reader, extractor=extractor, known=known)


def read_captures(
    captures: Iterable[Capture | CaptureError],
    *,
    given: Given,
    reader: Reader,
    extractor: Extractor,
    known: Callable[[Capture], bool] | None = None,
) -> Generator[Item | Known | SaysoError]:
    """The same of captures that are at hand, or of the errors that stand in their place."""
    for capture in captures:
        if isinstance(capture, SaysoError):
            yield capture
            continue
        if known is not None and known(capture):
            yield Known(capture=capture)
            continue
        try:
            reading = read_capture(capture, given=given, reader=reader, extractor=extractor)
        except SaysoError as error:
            yield error
        except Exception as error:  # noqa: BLE001 - one page must not cost the batch; the line names the fault
            yield SaysoError("SAY-099", capture.source, f"{type(error).__name__}: {error}")
        else:
            yield Item(capture=capture, reading=reading)
