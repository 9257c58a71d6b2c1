"""The net: MiniLM whose lowest layers stay as they were, so that the vectors of the same graph stay what they are."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from sayso.origins.matching.encoder.overlap import SIZE

#: layers that are never trained; both outputs share them
SHARED = 2
#: width of the layer between the pooled texts and the three scores
HEAD = 256


def load_bert(path: Path, attention: str = "sdpa") -> BertModel:
    """MiniLM without dropout in its attention, which keeps torch from its fast kernel."""
    bert = BertModel.from_pretrained(path, add_pooling_layer=False, attn_implementation=attention)
    for layer in bert.encoder.layer:
        layer.attention.self.dropout_prob = 0.0
        layer.attention.self.dropout.p = 0.0
    return bert  # type: ignore[no-any-return]


def pooled(hidden: Tensor, mask: Tensor) -> Tensor:
    """[b, t, d] and [b, t] of ones and noughts -> [b, d], the mean over the ones."""
    weights = mask.to(hidden.dtype)[:, :, None]
    return (hidden * weights).sum(1) / weights.sum(1).clamp(min=1.0)


def run_layers(layers: nn.ModuleList, hidden: Tensor, mask: Tensor) -> Tensor:
    """Transformer layers one after the other; ``mask`` [b, t]."""
    hide = (1.0 - mask.to(hidden.dtype))[:, None, None, :] * -1e4
    hide = hide.expand(-1, 1, hidden.shape[1], -1)
    for layer in layers:
        out = layer(hidden, hide)
        hidden = out[0] if isinstance(out, tuple) else out
    return hidden


class Verifier(nn.Module):
    """Scores of *entails*, *contradicts*, *neither* for a pair read together."""

    def __init__(self, path: Path, attention: str = "sdpa", drop: float = 0.05) -> None:
        super().__init__()
        bert = load_bert(path, attention)
        self.embeddings = bert.embeddings
        self.shared = nn.ModuleList(bert.encoder.layer[:SHARED])
        self.layers = nn.ModuleList(bert.encoder.layer[SHARED:])
        for module in (self.embeddings, self.shared):
            module.requires_grad_(False)
        for module in self.layers.modules():
            if isinstance(module, nn.Dropout) and module.p > 0:
                module.p = drop
        hidden = bert.config.hidden_size
        self.overlap = nn.Embedding(SIZE, hidden)
        nn.init.zeros_(self.overlap.weight)
        self.head = nn.Sequential(nn.Dropout(drop), nn.Linear(4 * hidden, HEAD), nn.GELU(), nn.Linear(HEAD, 3))

    def lower(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """What the shared layers make of a pair or of a text: [b, t, d]."""
        return run_layers(self.shared, self.embeddings(input_ids=ids, token_type_ids=types), mask)

    def upper(self, hidden: Tensor, types: Tensor, overlap: Tensor, mask: Tensor) -> Tensor:
        """The rest: [b, 3]."""
        hidden = run_layers(self.layers, hidden + self.overlap(overlap), mask)
        first, second = pooled(hidden, mask * (1 - types)), pooled(hidden, mask * types)
        return self.head(torch.cat([hidden[:, 0], first, second, (first - second).abs()], dim=-1))  # type: ignore[no-any-return]

    def forward(self, ids: Tensor, types: Tensor, overlap: Tensor, mask: Tensor) -> Tensor:
        """[b, t] each -> [b, 3]."""
        with torch.no_grad():
            hidden = self.lower(ids, types, mask)
        return self.upper(hidden, types, overlap, mask)

    def train(self, mode: bool = True) -> Verifier:
        """Shared layers never drop anything."""
        super().train(mode)
        self.embeddings.eval()
        self.shared.eval()
        return self
