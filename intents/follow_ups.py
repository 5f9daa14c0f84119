"""Questions without a subject (能补吗, 去哪告, 那咋办), which are about what was said last."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from intents.compiled import compiled
from intents.intake_form import IntakeShape
from intents.named_patterns import NamedPatterns

Aspect = Literal["can", "where", "what", "when", "cost"]
_NOT_LETTERS = re.compile(r"[^\w]+|_")


class FollowUps(IntakeShape):
    """word_lists/follow_ups.yaml: for each aspect a pattern of the whole message."""

    longest: int
    concludes: str
    of_sums: str
    names_sums: str
    of_costs: str
    of_claims: str
    of_lateness: str
    bare_amount: str
    supposes_them: str
    of_steps: str
    of_persons: str
    of_papers: str
    to_hand_over: str
    not_to_hand_over: str
    aspects: Mapping[Aspect, str]

    def aspect(self, text: str) -> Aspect | None:
        """What is asked of what was said last; None for all other words."""
        bare = _NOT_LETTERS.sub("", text)
        if len(bare) > self.longest:
            return None
        fitting = dict(self._aspects.may_fit(bare))
        told = (each for each in self.aspects if each in fitting and fitting[each].fullmatch(bare))
        return next(told, None)

    def is_conclusion(self, answer: str) -> bool:
        """Whether an answer begins with whether it can be had."""
        return compiled(self.concludes).match(answer) is not None

    def may_ask_sum(self, text: str) -> bool:
        """Whether the words may ask for a sum."""
        return compiled(self.of_sums).search(text) is not None

    def asks_cost(self, text: str) -> bool:
        """Whether the words ask what the worker has to spend (鉴定要花多少钱), and no sum owed."""
        return compiled(self.of_costs).search(text) is not None

    def names_sum(self, text: str) -> bool:
        """Whether the words ask in so many words how much or how long."""
        return compiled(self.names_sums).search(text) is not None

    def asks_whether_late(self, text: str) -> bool:
        """Whether the words ask if the time to act is past (过期没, 会不会晚了)."""
        return compiled(self.of_lateness).search(text) is not None

    def hands_over(self, clause: str) -> bool:
        """Whether a clause wants the case handed to a mediator, and says nothing else (转吧, 你帮我递上去)."""
        bare = _NOT_LETTERS.sub("", clause)
        return compiled(self.to_hand_over).fullmatch(bare) is not None

    def keeps_to_himself(self, clause: str) -> bool:
        """Whether a clause that speaks of handing over wants none, or only asks about it (我不想调解)."""
        return compiled(self.not_to_hand_over).search(clause) is not None

    def asks_how_much_alone(self, text: str) -> bool:
        """Whether the words ask how much or how long and not of what (大概能领多少): of what was answered last."""
        return compiled(self.bare_amount).fullmatch(_NOT_LETTERS.sub("", text)) is not None

    def may_ask_chances(self, text: str) -> bool:
        """Whether the words may ask whether something can be had."""
        return compiled(self.of_claims).search(text) is not None

    def may_ask_steps(self, text: str) -> bool:
        """Whether the words may ask what to do now (下一步咋弄), and not how one named thing is done (我怎么辞)."""
        return compiled(self.of_steps).search(text) is not None

    def may_want_paper(self, text: str) -> bool:
        """Whether the words may ask for a paper to be made."""
        return compiled(self.of_papers).search(text) is not None

    def may_want_person(self, text: str) -> bool:
        """Whether the words may ask for a person in place of the program."""
        return compiled(self.of_persons).search(text) is not None

    def supposes_of_them(self, text: str) -> bool:
        """Whether the words suppose what the employer may do (要是他一直不回来呢), and nothing grave."""
        return compiled(self.supposes_them).search(text.strip()) is not None

    @cached_property
    def _aspects(self) -> NamedPatterns:
        return NamedPatterns(dict(self.aspects.items()))
