"""The published JSON Schemas: generated from the nouns, so that they cannot say anything else."""

from __future__ import annotations

from typing import Any

import msgspec

from sayso.nouns.base import Noun
from sayso.nouns.compared import COMPARED_SCHEMA, Compared
from sayso.nouns.decision import CONFLICT_SCHEMA, DECISION_SCHEMA, QUEUE_SCHEMA, Conflict, Decision, QueueItem
from sayso.nouns.explained import WHY_SCHEMA, Explained
from sayso.nouns.facets import FACETS_SCHEMA, Facets
from sayso.nouns.found import (
    ADDED_SCHEMA,
    CLAIMS_SCHEMA,
    DOCUMENTS_SCHEMA,
    FIGURES_SCHEMA,
    GRADED_SCHEMA,
    HISTORY_SCHEMA,
    MOVEMENTS_SCHEMA,
    SOURCE_RECORD_SCHEMA,
    SOURCES_SCHEMA,
    AddedCounts,
    FoundClaim,
    FoundDocument,
    FoundFigure,
    FoundMovement,
    FoundSource,
    Graded,
    SourceRecord,
    Version,
)
from sayso.nouns.judged import JUDGED_SCHEMA, Judged
from sayso.nouns.origins import ORIGINS_SCHEMA, Cluster
from sayso.nouns.overviews import (
    HISTOGRAM_SCHEMA,
    MAP_SCHEMA,
    NETWORK_SCHEMA,
    THINGS_SCHEMA,
    TIMELINE_SCHEMA,
    Histogram,
    MapAnswer,
    Network,
    Things,
    Timeline,
)
from sayso.nouns.question import QUESTION_SCHEMA, SavedQuestion
from sayso.nouns.reading import READING_SCHEMA, Reading
from sayso.nouns.record import IMPORTED_SCHEMA, Imported
from sayso.nouns.series import SERIES_SCHEMA, Series

#: short name -> (schema number, noun)
SCHEMAS: dict[str, tuple[str, type[Noun]]] = {
    "reading": (READING_SCHEMA, Reading),
    "origins": (ORIGINS_SCHEMA, Cluster),
    "claims": (CLAIMS_SCHEMA, FoundClaim),
    "figures": (FIGURES_SCHEMA, FoundFigure),
    "series": (SERIES_SCHEMA, Series),
    "movements": (MOVEMENTS_SCHEMA, FoundMovement),
    "compared": (COMPARED_SCHEMA, Compared),
    "judged": (JUDGED_SCHEMA, Judged),
    "decision": (DECISION_SCHEMA, Decision),
    "queue": (QUEUE_SCHEMA, QueueItem),
    "conflict": (CONFLICT_SCHEMA, Conflict),
    "why": (WHY_SCHEMA, Explained),
    "documents": (DOCUMENTS_SCHEMA, FoundDocument),
    "sources": (SOURCES_SCHEMA, FoundSource),
    "source-record": (SOURCE_RECORD_SCHEMA, SourceRecord),
    "graded": (GRADED_SCHEMA, Graded),
    "facets": (FACETS_SCHEMA, Facets),
    "histogram": (HISTOGRAM_SCHEMA, Histogram),
    "timeline": (TIMELINE_SCHEMA, Timeline),
    "map": (MAP_SCHEMA, MapAnswer),
    "network": (NETWORK_SCHEMA, Network),
    "things": (THINGS_SCHEMA, Things),
    "history": (HISTORY_SCHEMA, Version),
    "added": (ADDED_SCHEMA, AddedCounts),
    "imported": (IMPORTED_SCHEMA, Imported),
    "question": (QUESTION_SCHEMA, SavedQuestion),
}


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of an output.

    Every key is required: what is unknown is printed as null, never left out. (Only reading back is lenient.)

    Raises:
        KeyError: there is no output of that name.
    """
    number, noun = SCHEMAS[name]
    made = msgspec.json.schema(noun)
    for definition in made["$defs"].values():
        if definition.get("type") == "object" and "properties" in definition:
            definition["required"] = list(definition["properties"])
            for field in definition["properties"].values():
                field.pop("default", None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{number.replace('/', ':')}",
        "title": number,
        **made,
    }
