"""Patterns of the word lists, each compiled once, when it is first needed.

`re` itself keeps 512; there are more, and one turn asks for hundreds of them.
"""

import re
from functools import cache


@cache
def compiled(source: str) -> re.Pattern[str]:
    """The pattern; re.error when it is none. For sources that we wrote, never for what a user says."""
    return re.compile(source)
