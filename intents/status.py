"""Questions after what somebody is or what counts (算不算他们的人, 归不归劳动局管), and the signs told that decide them."""

from collections.abc import Collection, Mapping

from pydantic import model_validator

from intents.compiled import compiled
from intents.intake_form import Identifier, IntakeShape


class StatusQuestion(IntakeShape):
    """One question by the words of one clause that ask it, of at most `longest` characters, met with the reply
    `say`: only in disputes of the kinds `only` (any where empty) or where the words told hold `where`,
    and in none of `never`."""

    said: str
    say: Identifier
    longest: int = 40
    only: tuple[Identifier, ...] = ()
    never: tuple[Identifier, ...] = ()
    where: str | None = None

    def fits(self, clause: str, kind: str | None, told: str) -> bool:
        """Whether the clause asks this, in a dispute of that kind, after these words."""
        if kind in self.never or len(clause) > self.longest:
            return False
        if not compiled(self.said).search(clause):
            return False
        if kind in self.only or (not self.only and self.where is None):
            return True
        return self.where is not None and compiled(self.where).search(told) is not None


class StatusWords(IntakeShape):
    """word_lists/status.yaml: `managed` and `free` are signs for and against an employment
    relationship, by the name the worker sees and the words that tell them; `questions` in
    the `order` they are looked for; `settings` are circumstances a reply may differ by. Signs matter in
    disputes of the kinds `signs_in`, and where the words told hold `signs_where`; beside them a clause
    asks only in the words of `asks`; `wrongs` is what is done to who is employed through others;
    `of_agency` tells that who works in a home is paid or employed by a firm."""

    managed: Mapping[str, str]
    free: Mapping[str, str]
    months_at_work: str
    settings: Mapping[Identifier, str]
    wrongs: str
    of_agency: str
    asks: str
    signs_in: tuple[Identifier, ...]
    signs_where: str
    order: tuple[Identifier, ...]
    questions: Mapping[Identifier, StatusQuestion]

    @model_validator(mode="after")
    def _all_in_order(self) -> "StatusWords":
        if sorted(self.order) != sorted(self.questions):
            raise ValueError("order names every question once")
        return self

    def asked(self, clause: str, kind: str | None, told: str) -> StatusQuestion | None:
        """The question the clause asks, if it is one of these."""
        fitting = (name for name in self.order if self.questions[name].fits(clause, kind, told))
        found = next(fitting, None)
        return self.questions[found] if found else None

    def foremost(self, asked: Collection[StatusQuestion | None]) -> StatusQuestion | None:
        """Of the questions of several clauses the one that stands first in the order."""
        return next((self.questions[n] for n in self.order if self.questions[n] in asked), None)

    def signs(self, told: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The names of the signs told, for the relationship and against it."""
        return _named(self.managed, told), _named(self.free, told)

    def surely_asks(self, clause: str) -> bool:
        """Whether a clause beside signs told asks, and does not only sound like it (班次还是他排)."""
        return compiled(self.asks).search(clause) is not None

    def tells_months_with_child(self, text: str) -> bool:
        """Whether the months told are those of a woman with child (我八个月了), and not of work."""
        stages = (self.settings["seven_months"], self.settings["under_seven"])
        told = any(compiled(stage).search(text) for stage in stages)
        return told and compiled(self.months_at_work).search(text) is None

    def is_wronged(self, text: str) -> bool:
        """Whether words of being employed through others tell what was done, and are no background."""
        return compiled(self.wrongs).search(text) is not None

    def is_of_agency(self, told: str) -> bool:
        """Whether who works in somebody's home is paid or employed by a firm, as the words tell."""
        return compiled(self.of_agency).search(told) is not None

    def weighs(self, kind: str | None, told: str) -> bool:
        """Whether the relationship is in doubt in a dispute of that kind, after these words."""
        return kind in self.signs_in or compiled(self.signs_where).search(told) is not None

    def set_in(self, told: str) -> dict[str, bool]:
        """Which circumstances the words tell."""
        return {name: bool(compiled(words).search(told)) for name, words in self.settings.items()}


def _named(signs: Mapping[str, str], told: str) -> tuple[str, ...]:
    return tuple(name for name, words in signs.items() if compiled(words).search(told))
