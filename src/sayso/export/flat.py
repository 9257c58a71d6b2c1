"""Nouns as flat cells: the columns of CSV, wherever it comes from.

Their names and order are stable; new ones come at the end.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from sayso.export.words import chain_line, place_line, when_line, where_line

if TYPE_CHECKING:
    from sayso.nouns import Cluster, Member
    from sayso.nouns.found import (
        ClusterRef,
        DocumentRef,
        FoundClaim,
        FoundDocument,
        FoundFigure,
        FoundMovement,
        FoundSource,
    )
    from sayso.nouns.series import Report, Series

Cells = dict[str, Any]

#: how a spreadsheet recognises a formula, full-width forms included (OWASP, CSV injection)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class Written(Protocol):
    """Where text goes: an open file, or anything with a ``write``."""

    def write(self, text: str, /) -> Any: ...


def write_csv(rows: Iterable[Mapping[str, Any]], out: Written, columns: Sequence[str] = ()) -> int:
    """Write cells as CSV (RFC 4180) with a heading; the number of rows.

    All rows have the columns of the first. Where none comes the heading is ``columns``, if any.

    Lists are joined with *; *. What a spreadsheet would take for a formula gets an apostrophe before it. ``out`` must
    leave line ends alone (``newline=""``).
    """
    count = -1
    for line in csv_lines(rows, columns):
        out.write(line)
        count += 1
    return max(count, 0)


class _Echo:
    """A file that hands back what is written to it: a csv writer's row is then its line."""

    def write(self, text: str, /) -> str:
        return text


def csv_lines(rows: Iterable[Mapping[str, Any]], columns: Sequence[str] = ()) -> Iterator[str]:
    """The lines that :func:`write_csv` writes, one by one, the heading first."""
    writer: Any = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(_Echo(), list(row), lineterminator="\r\n")
            yield writer.writeheader()
        yield writer.writerow({name: cell(value) for name, value in row.items()})
    if writer is None and columns:
        yield csv.writer(_Echo(), lineterminator="\r\n").writerow(columns)


def cell(value: Any) -> Any:
    """A value as it stands in CSV."""
    if isinstance(value, tuple | list):
        value = "; ".join(map(str, value))
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return "" if value is None else value


def page_cells(page: DocumentRef) -> Cells:
    """Where a claim stands."""
    return {
        "outlet": page.outlet,
        "title": page.title,
        "published": page.published,
        "url": page.url,
        "source": page.source,
        "document": page.id,
    }


def flat_claim(claim: FoundClaim) -> Cells:
    """A claim: who says it through whom, and where it stands."""
    inner = claim.hops[0] if claim.hops else None
    said = inner.said if inner else None
    return {
        "claim": claim.id,
        "text": claim.text,
        "status": claim.status,
        "speaker": inner.speaker if inner else None,
        "speaker_kind": inner.kind if inner else None,
        "cue": inner.cue if inner else None,
        "said_from": said.from_ if said else None,
        "said_to": said.to if said else None,
        "venue": inner.venue if inner else None,
        "chain": chain_line(claim),
        "quote": claim.quote,
        **page_cells(claim.document),
        "start": claim.start,
        "end": claim.end,
    }


def flat_belonging(cluster: ClusterRef | None) -> Cells:
    """How many pages carry the claim, and on how many origins it rests; empty until pages are linked."""
    return {
        "cluster": cluster.name if cluster else None,
        "pages": cluster.pages if cluster else None,
        "origins_low": cluster.low if cluster else None,
        "origins_high": cluster.high if cluster else None,
        "alerts": cluster.alerts if cluster else (),
    }


def flat_figure(figure: FoundFigure) -> Cells:
    """A figure in one claim."""
    inner = figure.hops[0] if figure.hops else None
    change = figure.change
    return {
        "figure": figure.id,
        "low": figure.low,
        "high": figure.high,
        "approximate": figure.approximate,
        "unit": figure.unit,
        "of": figure.of,
        "kind": figure.kind,
        "text": figure.text,
        "change": change.kind if change else None,
        "change_value": change.value if change else None,
        "change_direction": change.direction if change else None,
        "change_baseline": change.baseline if change else None,
        "derived": figure.derived,
        "base": figure.base,
        "when": when_line(figure.times),
        "where": where_line(figure.places),
        "countries": tuple(dict.fromkeys(place.country for place in figure.places if place.country)),
        "status": figure.claim.status,
        "verdicts": tuple(dict.fromkeys(check.verdict for check in figure.checks)),
        "speaker": inner.speaker if inner else None,
        "chain": chain_line(figure),
        **page_cells(figure.document),
        "claim": figure.claim.id,
        "claim_text": figure.claim.text,
        "start": figure.start,
        "end": figure.end,
    }


def flat_movement(movement: FoundMovement) -> Cells:
    """A movement in one claim."""
    inner = movement.hops[0] if movement.hops else None
    start, goal = movement.from_, movement.to
    return {
        "claim": movement.claim.id,
        "who": movement.who,
        "from": place_line(start),
        "from_country": start.country if start else None,
        "from_lat": start.lat if start else None,
        "from_lon": start.lon if start else None,
        "via": tuple(map(place_line, movement.via)),
        "to": place_line(goal),
        "to_country": goal.country if goal else None,
        "to_lat": goal.lat if goal else None,
        "to_lon": goal.lon if goal else None,
        "direction": movement.direction,
        "by": movement.by,
        "when": when_line(movement.times),
        "status": movement.claim.status,
        "verdicts": tuple(dict.fromkeys(check.verdict for check in movement.checks)),
        "speaker": inner.speaker if inner else None,
        "chain": chain_line(movement),
        "claim_text": movement.claim.text,
        **page_cells(movement.document),
        "start": movement.claim.start,
        "end": movement.claim.end,
    }


def flat_series(series: Series) -> Iterator[Cells]:
    """The reports of a series, one after the other."""
    return (flat_report(series, report) for report in series.reports)


def flat_report(series: Series, report: Report) -> Cells:
    """A report of a measured thing, and what the policy makes of it."""
    view = series.view
    left = next((out.why for out in view.left_out if out.report == report.key), None)
    return {
        "thing": series.thing,
        "definition": series.definition,
        "place": series.where,
        "unit": series.unit,
        "figure": report.key.rpartition("#")[2],
        "low": report.low,
        "high": report.high,
        "approximate": report.approximate,
        "text": report.text,
        "stated": report.stated,
        "of": report.of,
        "as_of_from": report.as_of.from_ if report.as_of else None,
        "as_of_to": report.as_of.to if report.as_of else None,
        "as_of_by": report.as_of.by if report.as_of else None,
        "published": report.published,
        "status": report.status,
        "derived": report.derived,
        "speaker": report.speaker,
        "chain": report.chain,
        "outlet": report.outlet,
        "source": report.source,
        "document": report.document,
        "claim": report.claim.rpartition("#")[2],
        "cluster": report.cluster,
        "origin": report.origin,
        "assumed": tuple(note.why for note in report.assumed),
        "policy": view.policy,
        "in_view": left is None,
        "left_out_why": left,
        "view_low": view.low,
        "view_best": view.best,
        "view_high": view.high,
    }


def flat_document(document: FoundDocument) -> Cells:
    """A document."""
    return {
        "document": document.id,
        "title": document.title,
        "outlet": document.outlet,
        "authors": document.authors,
        "published": document.published,
        "language": document.language,
        "claims": document.claims,
        "comments": document.comments,
        "spam": document.spam,
        "url": document.url,
        "source": document.source,
        "added": document.added,
    }


def flat_source(source: FoundSource) -> Cells:
    """A speaker over all documents."""
    return {
        "speaker": source.speaker,
        "kind": source.kind,
        "roles": source.roles,
        "claims": source.claims,
        "documents": source.documents,
        "outlets": source.outlets,
        "names": source.names,
        "grade": source.grade.grade if source.grade else None,
        "contradicted": source.record.contradicted if source.record else None,
        "updated": source.record.updated if source.record else None,
        "corrected": source.record.corrected if source.record else None,
    }


def flat_cluster(cluster: Cluster) -> Iterator[Cells]:
    """The members of a cluster, one after the other."""
    return (flat_member(cluster, member) for member in cluster.members)


def flat_member(cluster: Cluster, member: Member) -> Cells:
    """A member in its cluster."""
    groups = [group for group in cluster.origins.groups if member.source in group.members]
    return {
        "cluster": cluster.cluster,
        "cluster_claim": cluster.claim,
        "low": cluster.origins.low,
        "high": cluster.origins.high,
        "origin": tuple(group.origin for group in groups),
        "origin_kind": tuple(group.kind for group in groups if group.kind),
        "claim": member.claim,
        "text": member.text,
        "chain": member.chain,
        "outlet": member.outlet,
        "published": member.published,
        "source": member.source,
        "document": member.document,
        "alerts": tuple(dict.fromkeys(alert.kind for alert in cluster.alerts)),
    }
