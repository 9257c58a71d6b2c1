"""The workbench: the ledger in a browser, served on this machine alone unless somebody says otherwise.

Pages are made on the server, and their address is their whole state: a set of filters is a link, and every page is
there as ``.json`` and ``.csv`` too. Scripts (``islands/``) draw maps, charts and graphs beside a table that says the
same; all but these drawings works without them.

``app`` puts it together; ``views`` answer, one file a view; ``templates`` say how it looks; ``safety`` keeps what pages
bring from doing harm. Needs ``pip install 'sayso[workbench]'``.
"""
