"""The same claim across pages, and how many independent origins it has.

Statements are compared with those of other pages; what is judged of a pair is kept with its reason; clusters, origins
and alerts follow from the judgements. Nothing is merged: undoing a judgement restores what was.
"""
