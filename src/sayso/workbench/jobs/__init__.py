"""Reading what visitors bring: in order, in a process of its own, with word of how far it has come.

``intake`` takes what a form brings, ``runner`` keeps the work and hands it to ``worker``, which runs by itself and
speaks in the ``messages``; ``job`` is what is known of one piece of work.
"""
