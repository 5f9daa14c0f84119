"""How workers tell of a training paid for and the service agreed for it: 医院出了3600学费 服务三年 从去年10月1号起算."""

from intents.compiled import compiled
from intents.intake_form import IntakeShape


class Bond(IntakeShape):
    """Patterns: the `cost` as the group `n`, the `length` agreed, and what stands before and behind the day it
    is counted from."""

    cost: tuple[str, ...]
    length: str
    before: str
    begins: str
    no_beginning: str

    def cost_in(self, text: str) -> str | None:
        """What the training cost, as said."""
        found = (compiled(pattern).search(text) for pattern in self.cost)
        return next((match["n"] for match in found if match), None)

    def length_in(self, text: str) -> str | None:
        """How long the service was agreed for, as said (三年)."""
        match = compiled(self.length).search(text)
        return match["n"] if match else None

    def is_beginning(self, before: str, after: str, *, alone: bool = False) -> bool:
        """Whether a day between these words is the one the service is counted from; `alone` where nothing
        else is spoken of."""
        if compiled(self.no_beginning).search(before + after):
            return False
        named = alone or compiled(self.before).search(before)
        return bool(named and compiled(self.begins).match(after))
