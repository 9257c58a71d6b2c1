"""The vocabulary of the system: frozen values with one serialisation, and no I/O."""

from sayso.nouns.attribution import Attribution, Content, Cue, Hedge, Said, Source
from sayso.nouns.base import Noun, Range, from_json, to_dict, to_json
from sayso.nouns.capture import Capture, CaptureRef, Robots
from sayso.nouns.claim import Certainty, Claim, Edit, Movement
from sayso.nouns.comment import Comment
from sayso.nouns.decision import Conflict, Correction, Decision, QueueItem, Quote, Shown
from sayso.nouns.document import Author, Block, Document, Evidence, Given, Line, Link, Rival
from sayso.nouns.judged import ActorLink, Judgement, PageEdge, Passage, Reason, Reuse, Review
from sayso.nouns.measures import Change, Check, GazetteerEntry, Place, PlaceRelation, Quantity, RivalTime, Time
from sayso.nouns.mention import Entity, Mention, Role
from sayso.nouns.origins import Alert, Cluster, Edge, Member, OriginCount, OriginGroup, Relation
from sayso.nouns.reading import ReaderInfo, Reading
from sayso.nouns.statement import Credit, Figure, Hop, Page, Party, Statement, When, Where

__all__ = [
    "ActorLink",
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
    "Conflict",
    "Content",
    "Correction",
    "Credit",
    "Cue",
    "Decision",
    "Document",
    "Edge",
    "Edit",
    "Entity",
    "Evidence",
    "Figure",
    "GazetteerEntry",
    "Given",
    "Hedge",
    "Hop",
    "Judgement",
    "Line",
    "Link",
    "Member",
    "Mention",
    "Movement",
    "Noun",
    "OriginCount",
    "OriginGroup",
    "Page",
    "PageEdge",
    "Party",
    "Passage",
    "Place",
    "PlaceRelation",
    "Quantity",
    "QueueItem",
    "Quote",
    "Range",
    "ReaderInfo",
    "Reading",
    "Reason",
    "Relation",
    "Reuse",
    "Review",
    "Rival",
    "RivalTime",
    "Robots",
    "Role",
    "Said",
    "Shown",
    "Source",
    "Statement",
    "Time",
    "When",
    "Where",
    "from_json",
    "to_dict",
    "to_json",
]
