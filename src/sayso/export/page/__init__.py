"""The page for publication: what stands on it, and how it is made."""
