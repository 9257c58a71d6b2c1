"""One file a view: each asks the ledger and hands what it found to a template."""
