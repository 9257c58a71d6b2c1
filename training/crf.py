"""A linear-chain conditional random field over the roles of the words round one cue."""

from __future__ import annotations

import torch
from torch import Tensor, nn

#: the score of what cannot follow
FORBIDDEN = -1e4


def allowed(labels: tuple[str, ...]) -> tuple[Tensor, Tensor, Tensor]:
    """Masks of begin-inside-end-single labels: [n, n] what may follow, [n] what may begin, [n] what may end."""

    def inside(label: str) -> str | None:  # the role that must go on after the label
        return label[2:] if label[0] in "BI" else None

    follow = torch.tensor(
        [[(inside(a) == b[2:] and b[0] in "IE") if inside(a) else b[0] in "OBS" for b in labels] for a in labels]
    )
    begin = torch.tensor([label[0] in "OBS" for label in labels])
    end = torch.tensor([label[0] in "OES" for label in labels])
    return follow, begin, end


class Chain(nn.Module):
    """Learned transitions; scores of sequences that break the scheme are as good as zero."""

    def __init__(self, labels: tuple[str, ...]) -> None:
        super().__init__()
        follow, begin, end = allowed(labels)
        self.transitions = nn.Parameter(torch.zeros(len(labels), len(labels)))
        self.register_buffer("follow", torch.where(follow, 0.0, FORBIDDEN))
        self.register_buffer("begin", torch.where(begin, 0.0, FORBIDDEN))
        self.register_buffer("end", torch.where(end, 0.0, FORBIDDEN))

    def moves(self) -> Tensor:
        """[n, n] scores of moves, the forbidden ones included."""
        return self.transitions + self.follow

    def loss(self, scores: Tensor, labels: Tensor, lengths: Tensor) -> Tensor:
        """Negative log likelihood, shape [cues].

        Args:
            scores: [cues, words, n] emissions. labels: [cues, words]. lengths: [cues], at least 1.
        """
        moves = self.moves()
        words = scores.shape[1]
        steps = torch.arange(words, device=scores.device)
        real = steps[None, :] < lengths[:, None]
        gold = scores.gather(2, labels[:, :, None]).squeeze(2)
        path = (gold * real).sum(1) + self.begin[labels[:, 0]]
        path = path + (moves[labels[:, :-1], labels[:, 1:]] * real[:, 1:]).sum(1)
        path = path + self.end[labels.gather(1, (lengths - 1)[:, None]).squeeze(1)]
        alpha = scores[:, 0] + self.begin
        for t in range(1, words):
            new = torch.logsumexp(alpha[:, :, None] + moves[None], dim=1) + scores[:, t]
            alpha = torch.where(real[:, t, None], new, alpha)
        return torch.logsumexp(alpha + self.end, dim=1) - path
