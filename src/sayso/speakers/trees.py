"""The dependencies of a document, as the linking of mentions asks them: clauses, co-arguments, what lies in what.

The conditions are those of binding theory as far as dependencies show them (Chomsky 1981; for pronoun resolution Lappin
and Leass 1994): a pronoun is not its own verb's other argument, and is no part of what it possesses.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reader.layers import Token

#: Relations that a clause hangs on, and those of the arguments of a verb.
_CLAUSES = frozenset({"root", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "csubj", "csubj:pass", "parataxis"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent"})
_PARTS = frozenset({"appos", "nmod", "nmod:poss", "compound", "flat", "conj", "amod"})
_VERBS = frozenset({"VERB", "AUX"})
#: Steps that are climbed at most: a wrong parse can be deep.
_CLIMB = 40
#: Clauses that are climbed at most.
_LEVELS = 5


class Trees:
    """Heads and relations of all words of a document; every question takes a bounded number of steps."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.heads = [-1 if token.head is None else token.head for token in tokens]
        self.relations = [token.deprel or "" for token in tokens]
        self._kinds = [token.upos or "" for token in tokens]
        self._subjects: dict[int, int] = {}
        self._objects: dict[int, int] = {}
        for at, (head, relation) in enumerate(zip(self.heads, self.relations, strict=True)):
            if relation in {"nsubj", "nsubj:pass"}:
                self._subjects.setdefault(head, at)
            elif relation in {"obj", "iobj"}:
                self._objects.setdefault(head, at)

    def head_of(self, first: int, last: int) -> int:
        """The word of the span ``[first, last)`` that the others hang on."""
        for at in range(first, min(last, len(self.heads))):
            if not first <= self.heads[at] < last:
                return at
        return first

    def clauses(self, at: int) -> list[tuple[int, str]]:
        """The clauses round a word, the innermost first: the word each hangs on its tree by, and its relation."""
        found: list[tuple[int, str]] = []
        for _ in range(_CLIMB):
            relation = self.relations[at]
            clause = relation in _CLAUSES or (
                relation == "conj" and (self._kinds[at] in _VERBS or at in self._subjects)
            )
            if clause:
                found.append((at, relation))
            at = self.heads[at]
            if at < 0 or len(found) == _LEVELS:
                break
        return found

    def depth(self, at: int) -> int:
        """How many clauses a word lies under: 0 in a main clause, at most 2. Joined clauses lie side by side."""
        return min(2, sum(relation not in {"root", "conj", "parataxis"} for _, relation in self.clauses(at)))

    def governor(self, at: int) -> int:
        """The word that a mention's head hangs on, past those that it is joined to by *and*; -1 for none."""
        for _ in range(_CLIMB):
            if self.relations[at] != "conj" or self.heads[at] < 0:
                break
            at = self.heads[at]
        return self.heads[at]

    def path(self, pronoun: int, figure: int) -> str:
        """Where a figure's head stands as seen from a pronoun of its sentence: ``same`` clause, ``above`` it (with how
        the clause hangs there), ``below`` it, ``beside`` it; ``relative`` where the pronoun lies in its relative
        clause."""
        ours, theirs = self.clauses(pronoun), self.clauses(figure)
        for head, relation in ours:
            if relation.startswith("acl") and self.heads[head] == figure:
                return "relative"
        if not ours or not theirs:
            return "beside"
        here = theirs[0][0]
        for level, (head, _) in enumerate(ours):
            if head == here:
                return "same" if level == 0 else f"above{min(level, 2)}:{ours[level - 1][1]}"
        return "below" if any(head == ours[0][0] for head, _ in theirs) else "beside"

    def agents(self, at: int) -> list[tuple[int, str]]:
        """Who acts in the clauses round a word, the innermost first: the subject, or where a clause has none who its
        clause above gives it (*told him to …*); with ``own`` or the relation of the clause below it."""
        found: list[tuple[int, str]] = []
        via = "own"
        for head, relation in self.clauses(at):
            subject = self._subjects.get(head)
            if subject is None and relation == "xcomp":
                subject = self._objects.get(self.heads[head])
            if subject is not None and subject != at and not (found and found[-1][0] == subject):
                found.append((subject, via))
            if subject is not None:
                via = relation
        return found

    def bond(self, pronoun: int, figure: int) -> str:
        """What forbids that a pronoun means a figure of its clause, if anything: ``argument`` of the same verb,
        ``control`` (the subject or object that a clause without subject takes from above), ``within`` (what the pronoun
        possesses, or a part of it)."""
        verb = self.governor(pronoun)
        if verb < 0:
            return ""
        if self.relations[pronoun] == "nmod:poss":
            return "within" if self._inside(figure, verb) else ""
        if self.relations[pronoun] not in _ARGUMENTS:
            return ""
        if self.governor(figure) == verb and self.relations[figure] in _ARGUMENTS | {"conj"}:
            return "argument"
        for _ in range(_LEVELS):
            if verb in self._subjects or self.relations[verb] not in {"xcomp", "conj", "advcl"}:
                break
            relation, verb = self.relations[verb], self.heads[verb]
            if verb < 0:
                break
            controller = self._objects.get(verb) if relation == "xcomp" else None
            controller = self._subjects.get(verb) if controller is None else controller
            if controller == figure:
                return "control"
        return ""

    def _inside(self, at: int, phrase: int) -> bool:
        for _ in range(6):
            if at == phrase:
                return True
            if at < 0 or self.relations[at] not in _PARTS:
                return False
            at = self.heads[at]
        return False
