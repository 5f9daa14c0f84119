"""All that this room knows, assembled once and frozen: what workers say, what we ask and reply."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, StringConstraints

from intents.asides import Asides
from intents.calm_words import CalmWords
from intents.caring import Caring
from intents.compiled import compiled
from intents.courtesies import Courtesies
from intents.crisis_check import CrisisClass
from intents.details import DetailBank
from intents.extraction.personal_numbers import PersonalNumbers
from intents.follow_ups import FollowUps
from intents.intake_form import Form, Question, form_for
from intents.manners import Manners
from intents.papers import Papers
from intents.papers_wished import PaperWishes
from intents.proofs import Proofs
from intents.status import StatusWords
from intents.suiting import Suiting
from intents.sums import Sums
from intents.unsigned import Unsigned
from intents.urgency import Urgency
from knowledge.schemas import Identifier, Line, Shape

CODE_LENGTH = 26
_CODE_RUN = re.compile(r"[0-9A-Za-z][0-9A-Za-z\s._-]*")
_CODE_LETTERS = frozenset("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
_CODE_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
_PUNCTUATION = " 　。，,.！!？?～~、；;：:…\"'“”‘’"


class Door(Shape):
    """A matter we don't help with, and who to go to: intents/phrases/doors/<id>.yaml.

    `about_labour`: it is labour law all the same, asked by somebody who is no worker.
    `tells_of_danger`: people in danger come to this door, too, so its phrases are not calm ones.
    """

    id: Identifier
    title: Line
    door: Line
    about_labour: bool = False
    tells_of_danger: bool = False
    phrases: Annotated[tuple[Line, ...], Field(min_length=6)]


class Area(Shape):
    """A field of questions offered when too little was said: intents/phrases/areas.yaml."""

    id: Identifier
    label: Annotated[str, StringConstraints(min_length=2, max_length=12)]
    entries: Annotated[tuple[Identifier, ...], Field(min_length=2, max_length=4)]


@dataclass(frozen=True)
class Intents:
    """Words in and words out. `commands`, `ordinals`, `yes` and `no` hold folded whole messages.

    `questions` gives, for each fact, a question that asks for it, whatever the form.
    """

    doors: Mapping[str, Door]
    areas: Mapping[str, Area]
    forms: Mapping[str, Form]
    questions: Mapping[str, Question]
    sums: Sums
    papers: Papers
    replies: Mapping[str, str]
    labels: Mapping[str, str]
    units: Mapping[str, str]
    commands: Mapping[str, str]
    ordinals: Mapping[str, int]
    safe: frozenset[str]
    safe_within: str
    supplement_openings: tuple[str, ...]
    yes: frozenset[str]
    no: frozenset[str]
    personal_numbers: PersonalNumbers
    crisis: Mapping[str, CrisisClass]
    manners: Manners
    asides: Asides
    caring: Caring
    calm: CalmWords
    paper_wishes: PaperWishes
    urgency: Urgency
    suiting: Suiting
    unsigned: Unsigned
    courtesies: Courtesies
    status: StatusWords
    proofs: Proofs
    follow_ups: FollowUps
    details: DetailBank

    def command(self, text: str) -> str | None:
        """The command the whole message is, if any; some may have one letter wrong."""
        said = fold(text)
        joined = "".join(said.split())
        return self.commands.get(said) or self.commands.get(joined) or self._mistyped(said)

    def _mistyped(self, said: str) -> str | None:
        forgiven = self.manners.commands_forgiven
        meant = {name for word, name in self.commands.items() if one_slip(said, word)}
        return meant.pop() if len(meant) == 1 and meant <= set(forgiven) else None

    def is_safe(self, text: str) -> bool:
        """Whether the whole message says that the danger is over."""
        said = fold(text)
        if said in self.safe:
            return True
        return (
            not self.caring.is_unended(said) and compiled(self.safe_within).search(said) is not None
        )

    def supplements(self, text: str) -> bool:
        """Whether the message adds to what was told before (再补充一下 ...)."""
        return fold(text).startswith(self.supplement_openings)

    def ordinal(self, text: str) -> int | None:
        """The place meant by 2, 第二个 ...; None for other words."""
        return self.ordinals.get(fold(text))

    def agreement(self, text: str) -> bool | None:
        """True for a plain yes, False for a plain no, None for anything else."""
        said = fold(text)
        if said in self.no:
            return False
        return True if said in self.yes else None

    def case_code(self, text: str) -> str | None:
        """The case code in a message that holds no other letters or digits, as it was issued."""
        runs = _CODE_RUN.findall(text)
        typed = "".join(letter for letter in "".join(runs) if letter.isalnum())
        letters = typed.upper().translate(_CODE_LOOKALIKES)
        if len(runs) == 1 and len(letters) == CODE_LENGTH and _CODE_LETTERS.issuperset(letters):
            return letters
        return None

    def form_for(self, dispute_kind: str, told: Mapping[str, object] | None = None) -> Form:
        """The intake form that fits a dispute kind by what else was told; the general one where none is its own."""
        return form_for((dispute_kind,), self.forms, told or {})


def fold(text: str) -> str:
    """A short message without case, outer blanks and punctuation, for whole-message look-ups."""
    return text.strip(_PUNCTUATION).casefold()


def one_slip(said: str, meant: str) -> bool:
    """Whether two words of at least four letters differ in one letter alone."""
    if len(said) != len(meant) or len(meant) < 4:
        return False
    return sum(a != b for a, b in zip(said, meant, strict=True)) == 1
