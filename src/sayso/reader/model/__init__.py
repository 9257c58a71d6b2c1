"""The trained reader: profile ``model``."""

from sayso.reader.model.reader import ModelReader

__all__ = ["ModelReader"]
