"""When, where, how many: expressions of a text and what they mean, each with the rule that says so."""
