"""SQLite's full-text index FTS5: its tables, the triggers that keep it true, and its query language.

Tokens are runs of letters and digits with case and all accents folded (``unicode61 remove_diacritics 2``). The index
holds no text of its own (external content): it is kept by triggers in whatever transaction changes a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sayso.ledger.search import Query, Term

TOKENIZE = "unicode61 remove_diacritics 2"


def create(searched: Mapping[Any, tuple[str, ...]], append_only: Iterable[str]) -> Iterator[str]:
    """The statements that make and fill the index, and the guards of the tables that are only ever added to."""
    for table, columns in searched.items():
        listed = ", ".join(columns)
        new = ", ".join(f"new.{c}" for c in columns)
        old = ", ".join(f"old.{c}" for c in columns)
        add = f"INSERT INTO {table}_fts(rowid, {listed}) VALUES (new.id, {new});"  # noqa: S608 - names of ours
        remove = f"INSERT INTO {table}_fts({table}_fts, rowid, {listed})"
        remove += f" VALUES ('delete', old.id, {old});"
        yield (
            f"CREATE VIRTUAL TABLE {table}_fts USING fts5"
            f"({listed}, content='{table}', content_rowid='id', tokenize='{TOKENIZE}')"
        )
        yield f"CREATE TRIGGER {table}_fts_added AFTER INSERT ON {table} BEGIN {add} END"
        yield f"CREATE TRIGGER {table}_fts_removed AFTER DELETE ON {table} BEGIN {remove} END"
        yield f"CREATE TRIGGER {table}_fts_changed AFTER UPDATE OF {listed} ON {table} BEGIN {remove} {add} END"
        yield f"INSERT INTO {table}_fts({table}_fts) VALUES ('rebuild')"  # noqa: S608 - names of ours
    for table in append_only:
        for verb in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {table}_keeps_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'the rows of {table} are never changed'); END"
            )


def drop(schema: Sequence[Any]) -> Iterator[str]:
    """The statements that remove what any version of :func:`create` made; ``schema`` are pairs of type and name."""
    for kind, name in schema:
        if kind == "trigger":
            yield f'DROP TRIGGER "{name}"'
    for kind, name in schema:
        if kind == "table" and name.endswith("_fts"):
            yield f'DROP TABLE "{name}"'


def _term(term: Term) -> str:
    # between quotation marks nothing has a meaning to FTS5 but the quotation mark, which is doubled
    escaped = term.text.replace('"', '""')
    return f'"{escaped}"' + ("*" if term.prefix else "")


def expressions(query: Query, columns: tuple[str, ...], own: tuple[str, ...] = ()) -> tuple[str, str]:
    """The query in FTS5's language: what is wanted and what is not, each empty where there is nothing of it.

    ``columns`` are those that may meet it (none: all of them); ``own`` are those of which one must meet a part of it.
    """
    groups = [f"({' OR '.join(map(_term, group))})" for group in query.wanted]
    wanted = _within(columns, " AND ".join(groups)) if groups else ""
    if wanted and own:
        wanted = f"({wanted}) AND ({_within(own, ' OR '.join(groups))})"
    unwanted = _within(columns, " OR ".join(map(_term, query.unwanted))) if query.unwanted else ""
    return wanted, unwanted


def _within(columns: tuple[str, ...], expression: str) -> str:
    return (f"{{{' '.join(columns)}}} : " if columns else "") + f"({expression})"
