"""The graphs alone are asked what the reader asked them."""

from __future__ import annotations

from typing import Any, NamedTuple

from bare_graph import bare_graphs
from sayso.nouns import Document
from sayso.reader.layers import Layers
from sayso.reader.rules import RulesReader


class Graphs:
    def __init__(self) -> None:
        self.asked: list[tuple[str, object]] = []

    def encode(self, array: object) -> None:
        self.asked.append(("encode", array))

    def roles(self, array: object) -> None:
        self.asked.append(("roles", array))


class Model(NamedTuple):
    graphs: Any


class GraphReader:
    """Asks its graphs for the words of a text."""

    profile = "made"
    version = "1"

    def __init__(self, model: Model) -> None:
        self.model = model

    def read(self, document: Document) -> Layers:
        for word in document.text.split():
            self.model.graphs.encode(word)
        self.model.graphs.roles(document.text)
        return RulesReader().read(document)


def test_a_reader_without_a_model_has_no_graphs() -> None:
    assert bare_graphs(RulesReader(), ["Ida Roux left."]) == {}


def test_the_calls_are_made_again() -> None:
    graphs = Graphs()
    work = bare_graphs(GraphReader(Model(graphs)), ["Roux left.", "Ost stayed."])
    graphs.asked.clear()
    work["encoder's graph alone"](["Ost stayed."])
    assert graphs.asked == [("encode", "Ost"), ("encode", "stayed.")]
    graphs.asked.clear()
    work["both graphs alone"](["Roux left."])
    assert graphs.asked == [("encode", "Roux"), ("encode", "left."), ("roles", "Roux left.")]
