"""How workers talk, beside what they tell: abuse, corrections, speaking for others, voice-to-text."""

import re
from collections.abc import Mapping
from functools import cached_property

from pydantic import model_validator

from intents.compiled import compiled
from intents.first_matter import FirstMatter
from intents.intake_form import Identifier, IntakeShape, Label
from intents.move_finder import Move, MoveFinder
from intents.named_patterns import NamedPatterns
from intents.other_side import OtherSide
from intents.parted import parted
from intents.pay_told import PayTold
from intents.relating import EDGES, Relating
from intents.standpoint import Standpoint
from intents.taking_back import Correction, TakingBack
from intents.tally import Tally
from intents.telling import Telling
from intents.two_employers import TwoEmployers

LONGEST_REMARK = 30
"""Characters: abuse or a reason is short; longer messages are stories."""
LONGEST_NAME = 24
_TWO_PARTS = re.compile(r"\S{3,}\s+\S{3,}")


class Abuse(IntakeShape):
    """`words` and `fillers` are patterns; at most `left` other characters may be left of a message."""

    words: str
    fillers: str
    left: int


class Voice(IntakeShape):
    """Signs of speech turned to text: many fillers, or a long run without any punctuation."""

    fillers: str
    fillers_from: int
    unbroken_from: int
    unbroken: str


class Manners(Relating, Telling):
    """word_lists/manners.yaml."""

    abuse: Abuse
    corrections: TakingBack
    two_employers: TwoEmployers
    fact_names: Mapping[Identifier, tuple[Label, ...]]
    why_names: Mapping[Identifier, str]
    voice: Voice
    tally: Tally
    pay_told: PayTold
    standpoint: Standpoint
    first_matter: FirstMatter
    other_side: OtherSide
    whether_right: str
    refers_back: str
    acknowledgements: tuple[Label, ...]
    telling: str
    no_name: str
    name_opening: str
    questions: str
    rating_reasons: Mapping[Identifier, tuple[Label, ...]]
    commands_forgiven: tuple[Identifier, ...]
    moves: Mapping[Identifier, Move]
    denials: str
    rates: str
    counsel: Mapping[Identifier, str]
    counsel_order: tuple[Identifier, ...]
    counsel_replies: Mapping[Identifier, Identifier]
    tells_wage: str
    of_another: str
    supposes: str
    told_to_go: str
    wage_in_probation: str
    day_alone: str
    notice_after: str
    last_day_before: str
    gone_that_day: str
    tries_at: Mapping[str, str]
    name_endings: str
    place_said_of_oneself: str
    zone: str
    complaint: str
    own_case: str
    by_month: str
    changes: str
    may_ask: str
    surely_asks: str
    tells_service: str
    platform_words: str
    farewell: str
    confirms: str
    numbers: str
    other_measures: str
    unsays_number_named: str
    unsays_last: str

    @model_validator(mode="after")
    def _counsel_in_order(self) -> "Manners":
        if sorted(self.counsel_order) != sorted(self.counsel):
            raise ValueError("counsel_order names every counsel once")
        return self

    def is_abuse(self, text: str) -> bool:
        """Whether the message is abuse and nothing else."""
        if len(text) > LONGEST_REMARK or not compiled(self.abuse.words).search(text):
            return False
        bare = compiled(self.abuse.fillers).sub("", compiled(self.abuse.words).sub("", text))
        return len(bare.strip(EDGES)) <= self.abuse.left

    def scolds(self, text: str) -> bool:
        """Whether abuse stands in the words, whatever else they tell."""
        return compiled(self.abuse.words).search(text) is not None

    def correction(self, text: str) -> Correction | None:
        """What a message takes back, in the likeliest reading."""
        return next(self.corrections.readings(text), None)

    def named_fact(self, name: str) -> str | None:
        """The fact that is called so."""
        return next((fact for fact, names in self.fact_names.items() if name in names), None)

    def facts_named_in(self, text: str) -> tuple[str, ...]:
        """The facts whose names stand in the words, but for single letters."""
        return tuple(
            fact
            for fact, names in self.fact_names.items()
            if any(len(name) > 1 and name in text for name in names)
        )

    def asked_why(self, text: str) -> tuple[str, ...]:
        """The facts whose question the words ask the reason of (为什么要知道我在哪个区)."""
        return tuple(fact for fact, words in self.why_names.items() if compiled(words).search(text))

    def change(self, text: str) -> tuple[str, str] | None:
        """The fact that is to be changed (返回 改 工资), and what counts now where it is said."""
        match = compiled(self.changes).fullmatch("".join(text.split()).strip(EDGES))
        fact = self.named_fact(match.group("name")) if match else None
        return (fact, match.group("new")) if match and fact else None

    def sounds_spoken(self, text: str) -> bool:
        """Whether the message looks like speech turned to text."""
        if len(compiled(self.voice.fillers).findall(text)) >= self.voice.fillers_from:
            return True
        run = f"(?:{self.voice.unbroken}){{{self.voice.unbroken_from},}}"
        return compiled(run).fullmatch(text.strip(EDGES)) is not None

    def means_earlier(self, text: str) -> bool:
        """Whether a message goes back to what was talked about before (继续刚才的事)."""
        return compiled(self.refers_back).search(text) is not None

    def acknowledges(self, text: str) -> bool:
        """Whether the whole message only keeps the talk going (好的, 嗯, 知道了)."""
        return text.strip(EDGES).casefold() in self.acknowledgements

    def move(self, text: str) -> str | None:
        """What the whole message is up to (where to go, how much, later ...), if anything named."""
        return self._moves_ready.named(text)

    @cached_property
    def _moves_ready(self) -> MoveFinder:
        return MoveFinder(self.moves)

    def asks_amount(self, text: str) -> bool:
        """Whether how much may be had is asked anywhere in the words."""
        return (
            compiled(self.moves["how_much_within"].said).search("".join(text.split())) is not None
        )

    def asks(self, text: str) -> bool:
        """Whether the message sounds like a question, or only supposes something."""
        return compiled(self.questions).search(self.without_names(text)) is not None

    def tells(self, text: str) -> bool:
        """Whether somebody tells what happened, rather than looking something up."""
        return compiled(self.telling).search(text) is not None

    def may_be_name(self, text: str) -> bool:
        """Whether the words may name a company or a person, and are no sentence."""
        if len(text) > LONGEST_NAME or compiled(self.no_name).search(text):
            return False
        return not _TWO_PARTS.search(text) or bool(compiled(self.name_endings).search(text))

    def bare_name(self, text: str) -> str:
        """The name without the words before it (就是那个宏达厂)."""
        return compiled(self.name_opening).sub("", text.strip()).strip(EDGES) or text

    def is_of_platform(self, text: str) -> bool:
        """Whether the words are those of riders and drivers (站长, 送单)."""
        return compiled(self.platform_words).search(text) is not None

    def may_be_question(self, text: str) -> bool:
        """Whether words that answer nothing may be meant as a question."""
        return (
            self.asks(text) or compiled(self.may_ask).search(self.without_names(text)) is not None
        )

    def is_surely_question(self, text: str) -> bool:
        """Whether the words ask whether something can or will be, whatever number they hold."""
        return compiled(self.surely_asks).search(text) is not None

    def tells_of_service(self, text: str) -> bool:
        """Whether a length of time is that of the work done (干了半年), and nothing owed."""
        return compiled(self.tells_service).search(text) is not None

    def tells_rate(self, text: str) -> bool:
        """Whether money is told by the day or the hour (一天三百二)."""
        return compiled(self.rates).search(text) is not None

    def unsays_number(self, text: str, just_told: bool) -> bool:
        """Whether a number is to be deleted, and nothing else (把号码删了; 删了吧, right after one)."""
        last = just_told and compiled(self.unsays_last).fullmatch(text)
        return bool(last or compiled(self.unsays_number_named).search(text))

    def is_farewell(self, text: str) -> bool:
        """Whether the words may be a farewell, so that no wish in them is taken for ordinary."""
        return compiled(self.farewell).search(text) is not None

    def confirms_heard(self, text: str) -> bool:
        """Whether the whole message says that what was heard is right (嗯对的就是这个数)."""
        bare = compiled(rf"[{EDGES}\s]").sub("", text)
        return len(bare) <= LONGEST_REMARK and compiled(self.confirms).fullmatch(bare) is not None

    def denies(self, text: str) -> bool:
        """Whether the message says what is not so (不是北京的)."""
        return compiled(self.denials).match(text.strip()) is not None

    def holds_number(self, text: str) -> bool:
        """Whether any figure or number word stands in the message."""
        return compiled(self.numbers).search(text) is not None

    def tries(self, kind: str, text: str) -> bool:
        """Whether the message holds what an answer of that type would hold."""
        return (
            compiled(self.tries_at[kind]).search(text) is not None
            if kind in self.tries_at
            else False
        )

    def complains(self, text: str) -> bool:
        """Whether the message tells that something went wrong."""
        return compiled(self.complaint).search(text) is not None

    def tells_monthly(self, text: str) -> bool:
        """Whether money is told by the month (一个月一百多), which is no sum owed in all."""
        return compiled(self.by_month).search(text) is not None

    def complains_of_own(self, text: str) -> bool:
        """Whether the speaker tells what happened to himself, though he asks about it."""
        return compiled(self.own_case).search(text) is not None

    def counsel_named(self, text: str) -> str | None:
        """What told beside an answer wants a word: a proof, or what the employer says."""
        return self._counsel.first(parted(text))

    @cached_property
    def _counsel(self) -> NamedPatterns:
        return NamedPatterns({kind: self.counsel[kind] for kind in self.counsel_order})

    def is_of_another(self, text: str) -> bool:
        """Whether the words speak of somebody who has no part in the matter (她是周口的)."""
        return compiled(self.of_another).search(text.strip()) is not None

    def only_supposes(self, text: str) -> bool:
        """Whether the words suppose what has not happened (要是他开除我咋整)."""
        return compiled(self.supposes).search(text.strip()) is not None

    def tells_to_go(self, text: str) -> bool:
        """Whether somebody is told to go in these words (明天不用来了)."""
        return compiled(self.told_to_go).search(text) is not None

    def wage_told(self, text: str) -> str | None:
        """The sum where the whole message tells the wage and nothing else."""
        match = compiled(self.tells_wage).match(text.strip(EDGES))
        return match.group("sum") if match else None

    def is_other_measure(self, text: str) -> bool:
        """Whether the message tells an age, hours or the like, and neither money nor a day."""
        return compiled(self.other_measures).search(text) is not None

    def is_wordless(self, text: str) -> bool:
        """Whether the message holds no letter and no digit (。。。, 😭)."""
        return bool(text.strip()) and not any(letter.isalnum() for letter in text)

    def rating_reason(self, text: str) -> str | None:
        """Which reason of an answer's uselessness the whole message gives."""
        said = text.strip(EDGES)
        for reason, words in self.rating_reasons.items():
            if said in words:
                return reason
        return None
