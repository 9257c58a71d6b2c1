"""The two nets: an encoder with scores for every word, and a small reader of the words round one cue."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from sayso.reader.model import features
from training import labels
from training.crf import Chain

#: width of the states that the second net reads, of the arcs, and of their labels
STATE, ARC, REL = 160, 128, 64


class Encoder(nn.Module):
    """MiniLM with a feature embedding; one linear layer gives all scores and states of every piece.

    Of the output only the row of the first piece of a word is used.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(path, add_pooling_layer=False, attn_implementation="sdpa")
        self.bert.config.attention_probs_dropout_prob = 0.0
        for layer in self.bert.encoder.layer:  # dropout of attention keeps torch from its fast kernel
            layer.attention.self.dropout_prob = 0.0
            layer.attention.self.dropout.p = 0.0
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        hidden = self.bert.config.hidden_size
        self.features = nn.Embedding(features.SIZE, hidden)
        nn.init.zeros_(self.features.weight)
        self.drop = nn.Dropout(0.1)
        self.scores = nn.Linear(hidden, sum(labels.COLUMNS.values()))
        self.states = nn.Linear(hidden, 2 * STATE)
        self.arcs = nn.Linear(hidden, 2 * ARC + 2 * REL)

    def forward(self, input_ids: Tensor, feature_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """[b, t] each -> scores [b, t, columns], states [b, t, 2 STATE], arcs [b, t, 2 ARC + 2 REL]."""
        embedded = self.bert.embeddings.word_embeddings(input_ids) + self.features(feature_ids)
        hidden = self.bert(inputs_embeds=embedded, attention_mask=attention_mask).last_hidden_state
        hidden = self.drop(hidden)
        return self.scores(hidden), self.states(hidden), self.arcs(hidden)


class Layer(nn.Module):
    """One pre-norm transformer layer."""

    def __init__(self, width: int, heads: int, inner: int, drop: float) -> None:
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.drop = nn.Dropout(drop)

    def forward(self, x: Tensor, hide: Tensor) -> Tensor:
        """x [c, w, d]; hide [c, 1, 1, w] is added to the attention scores."""
        c, w, d = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(c, w, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        attention = torch.softmax(q @ k.transpose(2, 3) * (d // self.heads) ** -0.5 + hide, dim=-1)
        x = x + self.drop(self.out((attention @ v).transpose(1, 2).reshape(c, w, d)))
        return x + self.drop(self.down(nn.functional.gelu(self.up(self.norm2(x)))))


class Roles(nn.Module):
    """For one cue: what each word round it is to it."""

    def __init__(self, layers: int = 2, heads: int = 5, drop: float = 0.1) -> None:
        super().__init__()
        self.place = nn.Embedding(features.PLACES, STATE)
        self.sentence = nn.Embedding(features.SENTENCES, STATE)
        self.gate = nn.Linear(STATE, STATE)
        self.layers = nn.ModuleList(Layer(STATE, heads, 2 * STATE, drop) for _ in range(layers))
        self.norm = nn.LayerNorm(STATE)
        self.roles = nn.Linear(STATE, len(labels.ROLES))
        self.circumstances = nn.Linear(STATE, len(labels.CIRCUMSTANCES))
        self.chain = Chain(labels.ROLES)

    def forward(
        self, words: Tensor, cue: Tensor, place: Tensor, sentence: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor]:
        """words [c, w, STATE], cue [c, STATE], place and sentence [c, w], mask [c, w] of ones and noughts.

        Gives the scores of roles [c, w, n] and of circumstances [c, w, m].
        """
        x = (
            words * torch.sigmoid(self.gate(cue))[:, None] * 2
            + cue[:, None]
            + self.place(place)
            + self.sentence(sentence)
        )
        hide = (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, hide)
        x = self.norm(x)
        return self.roles(x), self.circumstances(x)


class Parser(nn.Module):
    """Biaffine arcs and labels (Dozat and Manning 2017); its weights are exported as arrays."""

    def __init__(self) -> None:
        super().__init__()
        self.root = nn.Parameter(torch.zeros(ARC))
        self.root_rel = nn.Parameter(torch.zeros(REL))
        self.arc = nn.Parameter(torch.eye(ARC) * 0.1)
        self.head_bias = nn.Parameter(torch.zeros(ARC))
        self.rel = nn.Parameter(torch.randn(len(labels.DEPRELS), REL + 1, REL + 1) * 0.02)

    def arcs(self, arcs: Tensor) -> Tensor:
        """[w, 2 ARC + 2 REL] of one sentence -> [w, w + 1] scores of heads, column 0 the root."""
        dependent, head = torch.tanh(arcs[:, :ARC]), torch.tanh(arcs[:, ARC : 2 * ARC])
        head = torch.cat([self.root[None], head])
        return dependent @ self.arc @ head.T + head @ self.head_bias

    def rels(self, arcs: Tensor, heads: Tensor) -> Tensor:
        """[w, …] and heads [w] (0 the root) -> [w, relations]."""
        dependent, head = torch.tanh(arcs[:, 2 * ARC : 2 * ARC + REL]), torch.tanh(arcs[:, 2 * ARC + REL :])
        head = torch.cat([self.root_rel[None], head])[heads]
        ones = torch.ones(len(heads), 1, device=arcs.device)
        return torch.einsum("wi,rij,wj->wr", torch.cat([dependent, ones], 1), self.rel, torch.cat([head, ones], 1))


class Net(nn.Module):
    """All of it, trained together."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.encoder, self.roles, self.parser = Encoder(path), Roles(), Parser()
