"""What every reader of English shares: words, sentences and quotations of a page, names, cues, kinds of source."""
