"""The command line: one file a command, loaded when it is called."""

from typing import Final

#: an input was refused, or the ledger failed
EXIT_REFUSED: Final = 1
EXIT_INTERRUPTED: Final = 130
