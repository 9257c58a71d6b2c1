"""The table of words in few bits, unpacked by operations that every runtime of graphs has."""

from __future__ import annotations

import torch
from torch import Tensor, nn

#: numbers of a row that share a scale
BLOCK = 32
#: the best 16 levels for numbers that are spread normally, the largest of them scaled to 1 (Lloyd 1982, after Max 1960)
LEVELS = (-1.0, -0.7579, -0.5926, -0.4597, -0.3446, -0.2403, -0.1420, -0.0470,
          0.0470, 0.1420, 0.2403, 0.3446, 0.4597, 0.5926, 0.7579, 1.0)  # fmt: skip


def _nearest(scaled: Tensor, levels: Tensor) -> Tensor:
    edges = (levels[1:] + levels[:-1]) / 2
    return torch.bucketize(scaled, edges)


def packed(table: Tensor) -> tuple[Tensor, Tensor]:
    """[v, d] -> bytes [v, d / 2] of two numbers each, and scales [v, d / BLOCK] that make the error smallest."""
    levels = torch.tensor(LEVELS)
    blocks = table.detach().reshape(len(table), -1, BLOCK)
    largest = blocks.abs().amax(2, keepdim=True).clamp(min=1e-8)
    best_scale, best_error = largest, torch.full_like(largest, torch.inf)
    for share in torch.linspace(0.7, 1.05, 15):
        tried = largest * share
        made = levels[_nearest(blocks / tried, levels)]
        fitted = (made * blocks).sum(2, keepdim=True) / (made * made).sum(2, keepdim=True)  # least squares
        error = (made * fitted - blocks).square().sum(2, keepdim=True)
        better = error < best_error
        best_scale, best_error = torch.where(better, fitted, best_scale), torch.where(better, error, best_error)
    numbers = _nearest(blocks / best_scale, levels).reshape(len(table), -1)
    half = numbers.shape[1] // 2
    return (numbers[:, :half] * 16 + numbers[:, half:]).to(torch.uint8), best_scale[:, :, 0]


class PackedWords(nn.Module):
    """ids [b, t] -> [b, t, d]."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        self.table, scales = (nn.Parameter(x, requires_grad=False) for x in packed(table))
        self.scales = nn.Parameter(scales.to(torch.float16), requires_grad=False)
        self.levels = nn.Parameter(torch.tensor(LEVELS), requires_grad=False)

    def forward(self, ids: Tensor) -> Tensor:
        rows = self.table[ids].to(torch.float32)
        first = torch.floor(rows / 16)
        numbers = torch.cat([first, rows - 16 * first], dim=-1).to(torch.int64)
        scales = self.scales[ids].to(torch.float32)[..., None]
        values = self.levels[numbers]
        return (values.unflatten(-1, (-1, BLOCK)) * scales).flatten(-2)


class WholeWords(nn.Module):
    """The same with 8 bits a number and a scale for every row."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scales = table.detach().abs().amax(1, keepdim=True) / 127
        self.table = nn.Parameter((table.detach() / scales).round().to(torch.int8), requires_grad=False)
        self.scales = nn.Parameter(scales, requires_grad=False)

    def forward(self, ids: Tensor) -> Tensor:
        return self.table[ids].to(torch.float32) * self.scales[ids]
