"""The vocabulary of the system: frozen values with one serialisation, and no I/O."""

from sayso.nouns.attribution import Attribution, Content, Cue, Hedge, Said, Source
from sayso.nouns.base import Noun, Range, from_json, to_dict, to_json
from sayso.nouns.capture import Capture, CaptureRef, Robots
from sayso.nouns.claim import Certainty, Claim, Edit, Movement
from sayso.nouns.comment import Comment
from sayso.nouns.document import Author, Block, Document, Evidence, Given, Line, Rival
from sayso.nouns.measures import Change, Check, GazetteerEntry, Place, PlaceRelation, Quantity, RivalTime, Time
from sayso.nouns.mention import Entity, Mention, Role
from sayso.nouns.origins import Alert, Cluster, Edge, Member, OriginCount, OriginGroup, Relation, Review
from sayso.nouns.reading import ReaderInfo, Reading

__all__ = [
    "Alert",
    "Attribution",
    "Author",
    "Block",
    "Capture",
    "CaptureRef",
    "Certainty",
    "Change",
    "Check",
    "Claim",
    "Cluster",
    "Comment",
    "Content",
    "Cue",
    "Document",
    "Edge",
    "Edit",
    "Entity",
    "Evidence",
    "GazetteerEntry",
    "Given",
    "Hedge",
    "Line",
    "Member",
    "Mention",
    "Movement",
    "Noun",
    "OriginCount",
    "OriginGroup",
    "Place",
    "PlaceRelation",
    "Quantity",
    "Range",
    "ReaderInfo",
    "Reading",
    "Relation",
    "Review",
    "Rival",
    "RivalTime",
    "Robots",
    "Role",
    "Said",
    "Source",
    "Time",
    "from_json",
    "to_dict",
    "to_json",
]
