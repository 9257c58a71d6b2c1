"""Turns the corpora into what the trainer reads: JSON lines over the words of :class:`sayso.reader.common.page.Page`.

Every range of words is half-open, ``[first, last)``, and every range of characters too. ``python -m training.data``
writes all files; ``training/MANIFEST.toml`` says where each corpus came from and what it may be used for.
"""
