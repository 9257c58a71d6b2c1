"""The graphs of the trained reader by themselves: what they are asked while texts are read, to be asked again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from readings import document
from sayso.reader.layers import Reader

#: A call of a graph: which, and its arrays.
Call = tuple[str, tuple[Any, ...]]


class Recorder:
    """Stands before the graphs of a model and keeps what passes."""

    def __init__(self, graphs: Any) -> None:
        self.graphs = graphs
        self.calls: list[Call] = []

    def encode(self, *arrays: Any) -> Any:
        self.calls.append(("encode", arrays))
        return self.graphs.encode(*arrays)

    def roles(self, *arrays: Any) -> Any:
        self.calls.append(("roles", arrays))
        return self.graphs.roles(*arrays)


def bare_graphs(reader: Reader, texts: Sequence[str]) -> dict[str, Callable[[Sequence[str]], object]]:
    """Work on texts that runs the graphs alone, by name; nothing where the reader has none. The texts are read once."""
    model = getattr(reader, "model", None)
    if model is None:
        return {}
    recorder = Recorder(model.graphs)
    recording = type(reader)(model=model._replace(graphs=recorder))  # type: ignore[call-arg]
    calls: dict[str, list[Call]] = {}
    for text in texts:
        recording.read(document(text, "text"))
        calls[text], recorder.calls = recorder.calls, []

    def only(names: tuple[str, ...]) -> Callable[[Sequence[str]], object]:
        def run(asked: Sequence[str]) -> None:
            for text in asked:
                for name, arrays in calls[text]:
                    if name in names:
                        getattr(model.graphs, name)(*arrays)

        return run

    return {"encoder's graph alone": only(("encode",)), "both graphs alone": only(("encode", "roles"))}
