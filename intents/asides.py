"""Short questions and remarks that mean something only in the middle of a talk (真的能要吗, 签不签)."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

from pydantic import model_validator

from intents.compiled import compiled, whole_clauses
from intents.intake_form import Identifier, IntakeShape
from intents.named_patterns import NamedPatterns
from intents.needed_letters import PatternIndex
from intents.run_on import RunOn

Shows = Literal["answer", "steps", "evidence", "law", "ways", "limits", "in_time", "papers"]
_NOT_LETTERS = re.compile(r"[^\w]+|_")


class Aside(IntakeShape):
    """One kind of remark: `said` fits the whole message, of at most `longest` characters.

    One of `say` (a reply, other ones by dispute in `says`), `entry` (an answer, other ones by dispute in
    `entries`, by worker in `workers`) and `shows` (a part of the answer that stands for the matter) says how it is met. Words that
    are only read so, not said so, hold what it `needs`.
    """

    longest: int
    said: str
    say: Identifier | None = None
    says: Mapping[Identifier, Identifier] = {}
    entry: Identifier | None = None
    entries: Mapping[Identifier, Identifier] = {}
    workers: Mapping[Identifier, Identifier] = {}
    shows: Shows | None = None
    about_matter: bool = False
    only: tuple[Identifier, ...] = ()
    never: tuple[Identifier, ...] = ()
    quiet: bool = False
    yields: bool = False
    in_care: bool = False
    grave: bool = False
    telling: bool = False
    needs: str | None = None

    @model_validator(mode="after")
    def _met_one_way(self) -> "Aside":
        if [self.say, self.entry, self.shows].count(None) != 2:
            raise ValueError("an aside needs exactly one of: say, entry, shows")
        return self

    def is_of(self, kind: str | None) -> bool:
        """Whether it is met so in a dispute of that kind."""
        return kind not in self.never and (not self.only or kind in self.only)

    def say_for(self, dispute_kind: str | None) -> str | None:
        """The reply to this remark in a dispute of that kind; None where an answer or a part of one is shown."""
        return None if dispute_kind in self.entries else self.says.get(dispute_kind or "", self.say)

    def entry_for(self, dispute_kind: str | None, worker_kind: object = None) -> str | None:
        """The answer to this remark in a dispute of that kind, for a worker of that kind."""
        of_kind = self.entries.get(dispute_kind or "", self.entry)
        return self.workers.get(str(worker_kind), of_kind)


class Asides(IntakeShape):
    """word_lists/asides.yaml: what may stand before and after, and the remarks; `order` names them
    all, the first that fits before the others. `clauses` are asked of the way itself, in any clause."""

    lead: str
    tail: str
    order: tuple[Identifier, ...]
    entry_of: Mapping[Identifier, Identifier]
    beside_injury: Mapping[Identifier, Identifier]
    fields: Mapping[Identifier, str]
    asides: Mapping[Identifier, Aside]
    clauses: Mapping[Identifier, Aside]
    unasked: str
    rhetorical: Mapping[Identifier, str]
    judged: str
    asking_words: str
    telling_endings: str
    supposing: str
    bare: str
    what_to_do: str
    alternative: str
    run_on: RunOn
    claims: str
    brief: str
    brief_drops: str
    brief_keeps: str

    @model_validator(mode="after")
    def _all_in_order(self) -> "Asides":
        if sorted(self.order) != sorted(self.asides):
            raise ValueError("order names every aside once")
        return self

    def fields_in(self, text: str) -> tuple[str, ...]:
        """The ids of the fields (phrases/areas.yaml) whose words stand in the message."""
        return tuple(name for name, words in self.fields.items() if compiled(words).search(text))

    def named(self, text: str, kind: str | None = None) -> str | None:
        """The id of the remark the whole message is, if any, in a dispute of that kind."""
        bare = _NOT_LETTERS.sub("", text)
        for number in sorted(self._index.may_fit(bare)):
            name, pattern = self._patterns[number]
            aside = self.asides[name]
            if aside.is_of(kind) and len(bare) <= aside.longest and pattern.fullmatch(bare):
                return name
        return None

    def asks_nothing(self, clause: str) -> bool:
        """Whether a clause only sounds like a question (想咨询一下, 几天没睡好, app还开着呢)."""
        said = clause.strip()
        if compiled(self.unasked).search(said) or self.judges(said):
            return True
        if self.exclaims(said):
            return True
        asks = compiled(self.asking_words).search(said) is not None
        return not asks and compiled(self.telling_endings).search(said) is not None

    def exclaims(self, clause: str) -> bool:
        """Whether a clause only denies or exclaims (谁看哪, 没念过多少书), and nothing else in it asks."""
        said, asks = clause.strip(), compiled(self.asking_words)
        found = (pattern.search(said) for _, pattern in self._rhetorical.may_fit(said))
        rests = (said[: each.start()] + said[each.end() :] for each in found if each)
        return any(not asks.search(rest) for rest in rests)

    def judges(self, clause: str) -> bool:
        """Whether a clause only judges what was told before it (这不是欺负人吗)."""
        return compiled(self.judged).search(clause.strip()) is not None

    def only_leads(self, clause: str) -> bool:
        """Whether a clause is a condition, and what follows from it stands in the next one."""
        said = clause.strip()
        bare = compiled(self.supposing).sub("", said)
        return bare != said and not compiled(self.asking_words).search(bare)

    def is_alternative(self, clause: str) -> bool:
        """Whether a clause names what else may be, after one that asks (还是得我去)."""
        return compiled(self.alternative).search(clause) is not None

    def without_what_to_do(self, clause: str) -> str:
        """The clause without words that only ask what to do about it (递了申请没人理咋办)."""
        asking = compiled(self.what_to_do).search(clause.strip())
        return asking["tells"] if asking else clause

    def is_bare(self, clause: str) -> bool:
        """Whether a clause asks without saying what of (这样行吗, 是真的吗)."""
        return compiled(self.bare).fullmatch(_NOT_LETTERS.sub("", clause)) is not None

    def wants_brief(self, text: str) -> bool:
        """Whether the worker wants few words (字太多 看不清)."""
        return compiled(self.brief).search(text) is not None

    def holds_speech(self, line: str) -> bool:
        """Whether a line holds words to be said or sent on."""
        return compiled(self.brief_keeps).search(line) is not None

    def beside_brief(self, text: str) -> str:
        """The words without the wish for few of them."""
        return compiled(self.brief).sub(" ", text)

    def is_dropped(self, line: str) -> bool:
        """Whether a short reply leaves out a line."""
        return compiled(self.brief_drops).search(line) is not None

    def claims_of_them(self, text: str) -> bool:
        """Whether words tell what somebody says, wants or forbids (非要我签, 说没填单不算)."""
        return compiled(self.claims).search(text) is not None

    def of_the_way(self, clause: str, kind: str | None = None) -> Aside | None:
        """What a clause asks of the way itself (要不要花钱, 去哪告) in a dispute of that kind, if it does."""
        bare = _NOT_LETTERS.sub("", clause)
        for name, pattern in self._clauses.may_fit(bare):
            each = self.clauses[name]
            if each.is_of(kind) and len(bare) <= each.longest and pattern.search(bare):
                return each
        return None

    @cached_property
    def _clauses(self) -> NamedPatterns:
        return NamedPatterns({name: each.said for name, each in self.clauses.items()})

    @cached_property
    def _rhetorical(self) -> NamedPatterns:
        return NamedPatterns(self.rhetorical)

    @cached_property
    def _index(self) -> PatternIndex:
        return PatternIndex(pattern for _, pattern in self._patterns)

    @cached_property
    def _patterns(self) -> Sequence[tuple[str, re.Pattern[str]]]:
        said = {name: self.asides[name].said for name in self.order}
        return tuple(whole_clauses(self.lead, self.tail, said).items())
