"""``sayso gazetteer``: the file of places."""

from __future__ import annotations

import dataclasses
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.printable import printable

if TYPE_CHECKING:
    from sayso.measures.places.gazetteer import Match

path_option = click.option(
    "--path", type=click.Path(path_type=Path), metavar="PATH", help="The gazetteer's file, instead of the usual one."
)
json_option = click.option("--json", "as_json", is_flag=True, help="As JSON.")


@click.group()
def gazetteer() -> None:
    """Build the gazetteer, look into it, and add lists of places to it.

    The gazetteer is one file with the names of places, made at set-up from packages; nothing is fetched. Without it
    pages are read all the same, but places stay unresolved.
    """


@gazetteer.command()
@path_option
@click.option("--if-needed", is_flag=True, help="Only if there is none, or it was made from other data.")
def build(path: Path | None, if_needed: bool) -> None:
    """Build the gazetteer from the packages and lists that sayso comes with; about half a minute.

    The one that was there stays until the new one is whole. What was added to it is taken over.
    """
    from sayso.measures.places.gazetteer.build import build as build_file
    from sayso.measures.places.gazetteer.build import is_stale

    if if_needed and not is_stale(path):
        return
    click.echo("building the gazetteer (about half a minute)", err=True)
    started, lost = time.monotonic(), _is_of_another_version(path)
    where = build_file(path)
    if lost:
        click.echo("the old gazetteer had another form: lists that were added to it must be added again", err=True)
    size = where.stat().st_size / 1e6
    click.echo(f"{where}: {size:.0f} MB in {time.monotonic() - started:.0f} s")


def _is_of_another_version(path: Path | None) -> bool:
    from sayso.errors import GazetteerError
    from sayso.measures.places.gazetteer import Gazetteer

    try:
        Gazetteer.open(path).close()
    except GazetteerError as error:
        return error.code == "SAY-102"
    return False


@gazetteer.command()
@path_option
@json_option
def info(path: Path | None, as_json: bool) -> None:
    """Say what the gazetteer holds, from which sources, and on what terms."""
    from sayso.measures.places.gazetteer.info import info as read_info

    found = read_info(path)
    if as_json:
        said = {"path": str(found.path), "size": found.size, "sources": [dataclasses.asdict(s) for s in found.sources]}
        click.echo(json.dumps(said, ensure_ascii=False))
        return
    click.echo(f"{found.path}: {found.size / 1e6:.0f} MB")
    for source in found.sources:
        added = "" if source.base else " (added)"
        click.echo(f"{printable(source.name)}{added}: {source.places:,} places, {source.names:,} names")
        click.echo(f"    {printable(source.title)}. {printable(source.licence)}. {printable(source.url)}".rstrip(" ."))


@gazetteer.command()
@click.argument("name")
@click.option("--country", metavar="XX", multiple=True, help="Only in this country (ISO 3166 alpha-2); repeatable.")
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many at most.")
@path_option
@json_option
def find(name: str, country: tuple[str, ...], limit: int, path: Path | None, as_json: bool) -> None:
    """Look a name up: the places that go by it, best first.

    With --country spellings count as well: Bani Waleed finds Bani Walid.
    """
    from sayso.measures.places.gazetteer import Gazetteer

    countries = {code.upper() for code in country}
    with Gazetteer.open(path) as places:
        found = places.lookup(name, limit=10_000)
        if countries:
            found = [m for m in found if m.entry.country in countries or countries & set(m.entry.countries)]
            known = {m.entry.id for m in found}
            found += [m for m in places.spelling(name, sorted(countries)) if m.entry.id not in known]
    if not found:
        hint = "" if countries else "; with --country other spellings are looked for, too"
        click.echo(f"no place goes by {printable(name[:60])!r}{hint}", err=True)
    for match in found[:limit]:
        click.echo(json.dumps(_said(match), ensure_ascii=False) if as_json else _line(match))


def _said(match: Match) -> dict[str, Any]:
    return {**dataclasses.asdict(match.entry), "matched": match.matched, "how": match.how, "score": match.score}


def _line(match: Match) -> str:
    entry = match.entry
    where = ", ".join(filter(None, (entry.admin1 if entry.admin1 != entry.name else None, entry.country)))
    where = where or " ".join(entry.countries[:6])
    people = f"{entry.population:,} people, " if entry.population else ""
    said = f"{entry.kind}  {entry.lat:.4f},{entry.lon:.4f}  {people}reaches {entry.radius_km:g} km"
    return printable(f"{match.score:.2f} {match.how:<9} {entry.name} ({where})  {said}  {entry.id}")


@gazetteer.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--name", metavar="SOURCE", help="What to call the source, if there is one file; else after the file.")
@path_option
def add(files: tuple[Path, ...], name: str | None, path: Path | None) -> None:
    """Add lists of places: GeoNames dumps, Who's On First extracts and databases, GeoJSON features with names.

    GeoNames: allCountries.txt, LY.txt and the like, and alternateNames.txt. Text may be packed with gzip. Each file
    becomes a source and is added whole or not at all; adding it again replaces it.
    """
    from sayso.measures.places.gazetteer.add import add as add_file

    if name is not None and len(files) > 1:
        raise click.UsageError("--name goes with one FILE")
    for file in files:
        done = add_file(file, name=name, path=path)
        click.echo(f"{printable(done.source)}: {done.new:,} new places, {done.known:,} known")


@gazetteer.command()
@click.argument("source")
@path_option
def remove(source: str, path: Path | None) -> None:
    """Take a source out that was added."""
    from sayso.measures.places.gazetteer.add import remove as remove_source

    click.echo(f"{printable(source)}: {remove_source(source, path=path):,} rows removed")
