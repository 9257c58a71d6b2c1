"""The reader by rules: lexicon and patterns, no model, no parser."""

from sayso.reader.rules.reader import RulesReader

__all__ = ["RulesReader"]
