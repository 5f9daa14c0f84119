"""The shape of the word list on what else a day may be than one of the work at issue."""

from intents.extraction.list_shape import ListShape, Words


class RoleLine(ListShape):
    """Words right after a day, or right before it (or `both`), by which it is that of something else."""

    role: str
    after: str | None = None
    before: str | None = None
    both: bool = False
    span_only: bool = False
    answers_only: bool = False


class AskedDay(ListShape):
    """Facts or kinds of event, and the words that stand beside the day of one."""

    days: Words
    words: str


class KindOfDay(ListShape):
    """An event, by the words that stand beside its day in an answer."""

    kind: str
    words: str


class AwardWords(ListShape):
    """Of an award: its names, the words before or after the day it came, and the days to pay."""

    paper: str
    judgment: str
    came_after: str
    came_before: str
    within: str
    in_force: str


class DayRoleWords(ListShape):
    """Roles of other days, what stands beside a bare answer, and the words of each day asked for."""

    joined: str
    others: tuple[RoleLine, ...]
    beside: str
    verbs: str
    denied: str
    asked_back: str
    named: str
    looked_up: str
    worked_until: str
    contract: str
    term_before: str
    term_between: str
    term_end: str
    not_renewed: str
    further_contract: str
    is_meant: Words
    contested: str
    award: AwardWords
    asked: tuple[AskedDay, ...]
    surely: tuple[AskedDay, ...]
    bare_beginning: str
    hurt: str
    not_of_hurt: Words
    kinds: tuple[KindOfDay, ...]
