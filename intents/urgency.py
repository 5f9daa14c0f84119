"""What happens today and cannot wait: goods carried off, the boss gone, an account deleted, a paper to sign."""

from collections.abc import Mapping
from typing import Self

from pydantic import model_validator

from intents.compiled import compiled
from intents.intake_form import Identifier, IntakeShape


class Urgency(IntakeShape):
    """word_lists/urgent.yaml. `hints`: cheap to look for; the patterns are read only
    where one stands, in `order`."""

    hints: tuple[str, ...]
    unless: str
    grave: str
    done: Mapping[Identifier, str]
    order: tuple[Identifier, ...]
    kinds: Mapping[Identifier, str]
    of_pay: tuple[Identifier, ...]
    needs_pay: tuple[Identifier, ...]
    owed: str
    pay: tuple[str, ...]

    @model_validator(mode="after")
    def _all_in_order(self) -> Self:
        if sorted(self.order) != sorted(self.kinds):
            raise ValueError("order names every kind once")
        return self

    def is_grave(self, text: str) -> bool:
        """Whether the words may tell despair beside what presses."""
        return compiled(self.grave).search(text) is not None

    def tells_owed(self, text: str) -> bool:
        """Whether money owed is told (欠我们班组11万)."""
        return compiled(self.owed).search(text) is not None

    def names_pay(self, text: str) -> bool:
        """Whether the money is named (老子要钱)."""
        return any(word in text for word in self.pay)

    def done_about(self, text: str) -> str | None:
        """What was done about what presses, as the words tell (车牌拍了): the name of its reply."""
        return next((name for name, said in self.done.items() if compiled(said).search(text)), None)

    def named(self, text: str, dispute_kinds: frozenset[str]) -> str | None:
        """What cannot wait, in words about disputes of these kinds; None for all else."""
        if not any(hint in text for hint in self.hints) or compiled(self.unless).search(text):
            return None
        of_pay = not dispute_kinds.isdisjoint(self.of_pay) or self.tells_owed(text)
        return next(
            (
                name
                for name in self.order
                if (of_pay or name not in self.needs_pay)
                and compiled(self.kinds[name]).search(text)
            ),
            None,
        )
