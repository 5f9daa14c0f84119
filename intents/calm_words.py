"""Words that sound of danger by chance, and what is a real ground to ask whether somebody is safe."""

from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache, reduce

from intents.compiled import compiled
from intents.intake_form import Identifier, IntakeShape

ANY = "any"
_READINGS_KEPT = 64


class CalmWords(IntakeShape):
    """word_lists/calm.yaml: patterns by danger."""

    struck: Mapping[Identifier, tuple[str, ...]]
    lawsuit: Mapping[Identifier, str]
    worn: Mapping[Identifier, str]
    grounds: Mapping[Identifier, str]
    sent_away: str

    def rest(self, danger: str, text: str) -> str:
        """The words without what sounds of this danger by chance (拖后腿, 二审还在打)."""
        return self._rest_lately(danger, text)

    @cached_property
    def _rest_lately(self) -> Callable[[str, str], str]:
        return lru_cache(maxsize=_READINGS_KEPT)(self._rest)

    def _rest(self, danger: str, text: str) -> str:
        patterns = (*self.struck.get(ANY, ()), *self.struck.get(danger, ()))
        if self.tells_lawsuit(text):
            patterns = (*patterns, self.lawsuit["fights"])
        return reduce(lambda left, said: compiled(said).sub(" ", left), patterns, text)

    def tells_lawsuit(self, text: str) -> bool:
        """Whether a lawsuit is told of, in which to fight is to go to law."""
        return compiled(self.lawsuit["said"]).search(text) is not None

    def is_worn(self, text: str) -> bool:
        """Whether a body worn out by the work is told of, skin or dust, and no accident."""
        if compiled(self.worn["said"]).search(text) is None:
            return False
        return compiled(self.worn["unless"]).search(text) is None

    def gives_ground(self, danger: str, text: str) -> bool:
        """Whether a real ground of danger to a body stands in the words."""
        said = self.grounds.get(danger)
        return said is None or compiled(said).search(self.rest(danger, text)) is not None

    def is_sent_away(self, text: str) -> bool:
        """Whether it is told that the writer need not come to work any more (明天不用来了)."""
        return compiled(self.sent_away).search(text) is not None
