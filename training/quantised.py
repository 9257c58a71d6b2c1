"""Train with the rounding of the exported graph, so that the net learns to live with it (Jacob et al. 2018).

Matrices are rounded as the export rounds them: weights to 7 bits with a scale for each output channel, the numbers that
go in to 8 bits over the range of the tensor at hand. Gradients pass as if nothing had been rounded.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F  # noqa: N812 - everyone's name for it
from torch import Tensor, nn

#: levels on either side of nought of a weight, and of an input in all
WEIGHT, INPUT = 64, 255


def rounded_weight(weight: Tensor) -> Tensor:
    """[out, in], one scale a row."""
    scale = weight.detach().abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / WEIGHT
    return weight + ((weight / scale).round().clamp(-WEIGHT, WEIGHT) * scale - weight).detach()


def rounded_input(x: Tensor) -> Tensor:
    """Any shape, one scale and one nought for all."""
    with torch.no_grad():
        low, high = x.amin().clamp(max=0.0), x.amax().clamp(min=0.0)
        scale = ((high - low) / INPUT).clamp(min=1e-8)
        zero = (-low / scale).round()
        error = ((x / scale + zero).round().clamp(0, INPUT) - zero) * scale - x
    return x + error


class Rounded(nn.Module):
    """A linear layer that computes with rounded numbers; it shares the parameters of the layer it stands for."""

    def __init__(self, inner: nn.Linear) -> None:
        super().__init__()
        self.weight, self.bias = inner.weight, inner.bias

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(rounded_input(x), rounded_weight(self.weight), self.bias)


def round_encoder(bert: nn.Module) -> None:
    """Put rounded layers in place of all linear ones; names of parameters stay."""
    for module in list(bert.modules()):
        for name, child in list(module.named_children()):
            if isinstance(child, nn.Linear):
                setattr(module, name, Rounded(child))
