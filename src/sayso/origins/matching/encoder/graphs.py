"""The three graphs, run by onnxruntime on one thread, and the protocol of anything else that can run them.

The lowest layers serve both outputs; what follows them is one graph for vectors and one for pairs, so that only what is
wanted is computed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from sayso.errors import EncoderError

try:
    import onnxruntime
except ImportError as fault:  # a platform without its wheel, or one that lacks a library that it needs
    raise EncoderError("SAY-112", "model", str(fault)) from fault

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
#: names of the files
LOWER, VECTORS, PAIRS = "lower.onnx", "vectors.onnx", "pairs.onnx"


class Graphs(Protocol):
    """What is asked of a model. ``ids``, ``types`` (0 first, 1 second text) and ``overlap`` are [t] each."""

    def vector(self, ids: Ints) -> Floats:
        """[d]: the vector of one text, of length 1."""
        ...

    def pair(self, ids: Ints, types: Ints, overlap: Ints) -> Floats:
        """[3]: scores of *entails*, *contradicts*, *neutral*."""
        ...


class OnnxGraphs:
    """The graphs of a folder.

    Texts are run one at a time: the rounding of a batch depends on all that is in it, and the same text must always
    get the same vector.
    """

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        # one thread: several processes share a machine by running side by side, and cost is counted in CPU-seconds
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = False

        def session(name: str) -> Any:
            path = str(folder / name)
            return onnxruntime.InferenceSession(path, sess_options=options, providers=["CPUExecutionProvider"])

        self._lower, self._vectors, self._pairs = session(LOWER), session(VECTORS), session(PAIRS)

    def _hidden(self, ids: Ints, types: Ints) -> Floats:
        made: Floats = self._lower.run(None, {"ids": ids[None], "types": types[None]})[0]
        return made

    def vector(self, ids: Ints) -> Floats:
        """See :class:`Graphs`."""
        made: Floats = self._vectors.run(None, {"hidden": self._hidden(ids, np.zeros_like(ids))})[0][0]
        return made

    def pair(self, ids: Ints, types: Ints, overlap: Ints) -> Floats:
        """See :class:`Graphs`."""
        hidden = self._hidden(ids, types)
        inputs = {"hidden": hidden, "types": types[None], "overlap": overlap[None]}
        made: Floats = self._pairs.run(None, inputs)[0][0]
        return made
