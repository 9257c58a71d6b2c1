"""Pages about the same event: what a page is about (*signature*), and how far two pages agree (*affinity*)."""

from sayso.origins.stories.affinity import Affinity, affinity, score
from sayso.origins.stories.clusters import stories
from sayso.origins.stories.rarity import rarity
from sayso.origins.stories.signature import Signature, signature

__all__ = ["Affinity", "Signature", "affinity", "rarity", "score", "signature", "stories"]
