"""The two graphs, run by onnxruntime on one thread, and the protocol that anything else that can run them follows."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from sayso.errors import ReaderError

try:
    import onnxruntime
except ImportError as fault:  # a platform without its wheel, or one that lacks a library that it needs
    raise ReaderError("SAY-083", "model", str(fault)) from fault

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


class Graphs(Protocol):
    """What the reader asks of a model."""

    def encode(self, ids: Ints, features: Ints, mask: Ints) -> tuple[Floats, Floats, Floats]:
        """[b, t] each -> word scores [b, t, columns], states [b, t, 2 state], arcs [b, t, 2 arc + 2 rel]."""
        ...

    def roles(self, words: Floats, cue: Floats, places: Ints, sentences: Ints, mask: Ints) -> tuple[Floats, Floats]:
        """[c, w, state], [c, state], [c, w] thrice -> scores of roles [c, w, n] and of circumstances [c, w, m]."""
        ...


class OnnxGraphs:
    """Both graphs from their files."""

    def __init__(self, encoder: Path, roles: Path) -> None:
        options = onnxruntime.SessionOptions()
        # one thread: several readers share a machine by running side by side, and cost is counted in CPU-seconds
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # the arena grows with the largest window and is never given back
        options.enable_cpu_mem_arena = False
        run = {"sess_options": options, "providers": ["CPUExecutionProvider"]}
        self._encoder = onnxruntime.InferenceSession(str(encoder), **run)
        self._roles = onnxruntime.InferenceSession(str(roles), **run)

    def encode(self, ids: Ints, features: Ints, mask: Ints) -> tuple[Floats, Floats, Floats]:
        """See :class:`Graphs`."""
        scores, states, arcs = self._encoder.run(
            None, {"input_ids": ids, "feature_ids": features, "attention_mask": mask}
        )
        return scores, states, arcs

    def roles(self, words: Floats, cue: Floats, places: Ints, sentences: Ints, mask: Ints) -> tuple[Floats, Floats]:
        """See :class:`Graphs`."""
        roles, circumstances = self._roles.run(
            None, {"words": words, "cue": cue, "places": places, "sentences": sentences, "mask": mask}
        )
        return roles, circumstances
