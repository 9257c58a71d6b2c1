"""Whether two statements say the same: slots compared as intervals, a small model for what slots leave open.

``judge`` decides of a pair; ``possible`` is the cheap question before; ``apart`` says why near claims stay apart;
``worth_verifying`` how much the costly verifier would help. Definitions are in ``docs/explanation/same-claim.md``.
"""

from sayso.origins.matching.apart import apart
from sayso.origins.matching.judge import doubtful, judge, worth_verifying
from sayso.origins.matching.overlap import possible
from sayso.origins.matching.seen import Seen

__all__ = ["Seen", "apart", "doubtful", "judge", "possible", "worth_verifying"]
