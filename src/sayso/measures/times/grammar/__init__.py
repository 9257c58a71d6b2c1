"""The grammar of time expressions: stages of rules, each over what the one before has made."""

from sayso.measures.times.grammar.read import EXPRESSIONS, read_expressions

__all__ = ["EXPRESSIONS", "read_expressions"]
