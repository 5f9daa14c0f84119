"""How workers talk, beside what they tell: abuse, corrections, speaking for others, voice-to-text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import model_validator

from intents.intake_form import Identifier, IntakeShape, Label
from intents.relating import EDGES, Relating
from intents.tally import Tally

LONGEST_REMARK = 30
"""Characters: abuse, a correction or a reason is short; longer messages are stories."""
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


class Move(IntakeShape):
    """What a short message is up to: a pattern of the whole, of at most `longest` characters."""

    longest: int
    said: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What counts now, what was wrong (empty where not said) and what it was about, as said."""

    new: str
    old: str
    name: str


class Manners(Relating):
    """word_lists/manners.yaml."""

    abuse: Abuse
    corrections: tuple[str, ...]
    fact_names: Mapping[Identifier, tuple[Label, ...]]
    why_names: Mapping[Identifier, str]
    voice: Voice
    tally: Tally
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
    tries_at: Mapping[str, str]
    name_endings: str
    complaint: str
    own_case: str
    by_month: str
    in_danger: Mapping[Identifier, Mapping[Identifier, str]]
    changes: str
    not_a_place: str
    may_ask: str
    surely_asks: str
    tells_service: str
    platform_words: str
    farewell: str
    confirms: str
    numbers: str
    other_measures: str

    @model_validator(mode="after")
    def _counsel_in_order(self) -> "Manners":
        if sorted(self.counsel_order) != sorted(self.counsel):
            raise ValueError("counsel_order names every counsel once")
        return self

    def is_abuse(self, text: str) -> bool:
        """Whether the message is abuse and nothing else."""
        if len(text) > LONGEST_REMARK or not re.search(self.abuse.words, text):
            return False
        bare = re.sub(self.abuse.fillers, "", re.sub(self.abuse.words, "", text))
        return len(bare.strip(EDGES)) <= self.abuse.left

    def correction(self, text: str) -> Correction | None:
        """What a message takes back, where it begins by doing so."""
        said = text.strip(EDGES)
        if len(said) > LONGEST_REMARK:
            return None
        for pattern in self.corrections:
            if match := re.match(pattern, said):
                parts = match.groupdict()
                new = (parts.get("new") or "").strip(EDGES)
                old, name = parts.get("old") or "", parts.get("name") or ""
                inner = None if old or name or new == said else self.correction(new)
                if inner is not None and inner.old:
                    return inner
                return Correction(new, old.strip(EDGES), name.strip(EDGES)) if new else None
        return None

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
        return tuple(fact for fact, words in self.why_names.items() if re.search(words, text))

    def done_in_danger(self, danger: str, text: str) -> str | None:
        """What was done about a danger, as the words say: the name of the next step's reply."""
        steps = self.in_danger.get(danger, {})
        return next((step for step, said in steps.items() if re.search(said, text)), None)

    def change(self, text: str) -> tuple[str, str] | None:
        """The fact that is to be changed (返回 改 工资), and what counts now where it is said."""
        match = re.fullmatch(self.changes, "".join(text.split()).strip(EDGES))
        fact = self.named_fact(match.group("name")) if match else None
        return (fact, match.group("new")) if match and fact else None

    def sounds_spoken(self, text: str) -> bool:
        """Whether the message looks like speech turned to text."""
        if len(re.findall(self.voice.fillers, text)) >= self.voice.fillers_from:
            return True
        run = f"(?:{self.voice.unbroken}){{{self.voice.unbroken_from},}}"
        return re.fullmatch(run, text.strip(EDGES)) is not None

    def means_earlier(self, text: str) -> bool:
        """Whether a message goes back to what was talked about before (继续刚才的事)."""
        return re.search(self.refers_back, text) is not None

    def acknowledges(self, text: str) -> bool:
        """Whether the whole message only keeps the talk going (好的, 嗯, 知道了)."""
        return text.strip(EDGES).casefold() in self.acknowledgements

    def move(self, text: str) -> str | None:
        """What the whole message is up to (where to go, how much, later ...), if anything named."""
        said = "".join(text.split()).strip(EDGES)
        bare = re.sub(f"[{EDGES}]", "", said)
        for name, move in self.moves.items():
            if len(said) <= move.longest and re.fullmatch(move.said, bare):
                return name
        return None

    def asks_amount(self, text: str) -> bool:
        """Whether how much may be had is asked anywhere in the words."""
        return re.search(self.moves["how_much_within"].said, "".join(text.split())) is not None

    def asks(self, text: str) -> bool:
        """Whether the message sounds like a question, or only supposes something."""
        return re.search(self.questions, text) is not None

    def tells(self, text: str) -> bool:
        """Whether somebody tells what happened, rather than looking something up."""
        return re.search(self.telling, text) is not None

    def may_be_name(self, text: str) -> bool:
        """Whether the words may name a company or a person, and are no sentence."""
        if len(text) > LONGEST_NAME or re.search(self.no_name, text):
            return False
        return not _TWO_PARTS.search(text) or bool(re.search(self.name_endings, text))

    def bare_name(self, text: str) -> str:
        """The name without the words before it (就是那个宏达厂)."""
        return re.sub(self.name_opening, "", text.strip()).strip(EDGES) or text

    def is_of_platform(self, text: str) -> bool:
        """Whether the words are those of riders and drivers (站长, 送单)."""
        return re.search(self.platform_words, text) is not None

    def may_be_question(self, text: str) -> bool:
        """Whether words that answer nothing may be meant as a question."""
        return self.asks(text) or re.search(self.may_ask, text) is not None

    def is_surely_question(self, text: str) -> bool:
        """Whether the words ask whether something can or will be, whatever number they hold."""
        return re.search(self.surely_asks, text) is not None

    def tells_of_service(self, text: str) -> bool:
        """Whether a length of time is that of the work done (干了半年), and nothing owed."""
        return re.search(self.tells_service, text) is not None

    def is_no_place(self, text: str) -> bool:
        """Whether the words can name no place (做前台的)."""
        return re.search(self.not_a_place, text) is not None

    def tells_rate(self, text: str) -> bool:
        """Whether money is told by the day or the hour (一天三百二)."""
        return re.search(self.rates, text) is not None

    def is_farewell(self, text: str) -> bool:
        """Whether the words may be a farewell, so that no wish in them is taken for ordinary."""
        return re.search(self.farewell, text) is not None

    def confirms_heard(self, text: str) -> bool:
        """Whether the whole message says that what was heard is right (嗯对的就是这个数)."""
        bare = re.sub(rf"[{EDGES}\s]", "", text)
        return len(bare) <= LONGEST_REMARK and re.fullmatch(self.confirms, bare) is not None

    def denies(self, text: str) -> bool:
        """Whether the message says what is not so (不是北京的)."""
        return re.match(self.denials, text.strip()) is not None

    def holds_number(self, text: str) -> bool:
        """Whether any figure or number word stands in the message."""
        return re.search(self.numbers, text) is not None

    def tries(self, kind: str, text: str) -> bool:
        """Whether the message holds what an answer of that type would hold."""
        return re.search(self.tries_at[kind], text) is not None if kind in self.tries_at else False

    def complains(self, text: str) -> bool:
        """Whether the message tells that something went wrong."""
        return re.search(self.complaint, text) is not None

    def tells_monthly(self, text: str) -> bool:
        """Whether money is told by the month (一个月一百多), which is no sum owed in all."""
        return re.search(self.by_month, text) is not None

    def complains_of_own(self, text: str) -> bool:
        """Whether the speaker tells what happened to himself, though he asks about it."""
        return re.search(self.own_case, text) is not None

    def counsel_named(self, text: str) -> str | None:
        """What told beside an answer wants a word: a proof, or what the employer says."""
        return next(
            (kind for kind in self.counsel_order if re.search(self.counsel[kind], text)), None
        )

    def is_of_another(self, text: str) -> bool:
        """Whether the words speak of somebody who has no part in the matter (她是周口的)."""
        return re.search(self.of_another, text.strip()) is not None

    def only_supposes(self, text: str) -> bool:
        """Whether the words suppose what has not happened (要是他开除我咋整)."""
        return re.search(self.supposes, text.strip()) is not None

    def tells_to_go(self, text: str) -> bool:
        """Whether somebody is told to go in these words (明天不用来了)."""
        return re.search(self.told_to_go, text) is not None

    def wage_told(self, text: str) -> str | None:
        """The sum where the whole message tells the wage and nothing else."""
        match = re.match(self.tells_wage, text.strip(EDGES))
        return match.group("sum") if match else None

    def is_other_measure(self, text: str) -> bool:
        """Whether the message tells an age, hours or the like, and neither money nor a day."""
        return re.search(self.other_measures, text) is not None

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


def one_slip(said: str, meant: str) -> bool:
    """Whether two words of at least four letters differ in one letter alone."""
    if len(said) != len(meant) or len(meant) < 4:
        return False
    return sum(a != b for a, b in zip(said, meant, strict=True)) == 1
