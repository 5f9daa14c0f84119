"""Where clauses end: workers often type a blank for a comma, and a pattern must not reach over it."""

import re

_BLANKS = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff])")
_BLANK, _COMMA = " ", "，"


def parted(text: str) -> str:
    """The text with a comma for blanks between Chinese letters."""
    return _BLANKS.sub(_COMMA, text) if _BLANK in text or "\u3000" in text else text
