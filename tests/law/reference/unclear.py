"""What the articles and readings do not settle."""


class Unclear(Exception):
    """The text gives no answer to this case; the reference takes none rather than guess."""
