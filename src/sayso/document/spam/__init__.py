"""Comment spam, judged with reasons."""

from sayso.document.spam.judge import judge

__all__ = ["judge"]
