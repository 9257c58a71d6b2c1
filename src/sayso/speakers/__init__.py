"""Who is speaking: entities of one document, their titles and roles, and the sources linked to them."""

from sayso.speakers.resolve import Speakers, resolve

__all__ = ["Speakers", "resolve"]
