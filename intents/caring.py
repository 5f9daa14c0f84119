"""Words within and after the care of a danger: what was done about it, who is there, the matter again."""

from collections.abc import Mapping
from functools import cached_property

from intents.compiled import compiled
from intents.intake_form import Identifier, IntakeShape
from intents.named_patterns import NamedPatterns
from intents.parted import parted

ANY = "any"
"""What tells another thing than any danger that the hint hears."""
SAID_WITHIN = ("hushed", "sign_forced", "place_unknown", "not_family", "call_forbidden")
"""Asked or told in danger that goes on (要不要先签了, 不知道这是哪): nothing is over by it, it goes before all else."""

NEARER = {"reached": "with_someone", "come_down": "with_someone", "cut_off": "called"}
"""What says less than another step told in the same words (打通了 室友在陪他)."""


class Caring(IntakeShape):
    """word_lists/care.yaml: patterns by danger and by what they name."""

    still: str
    unended: str
    settled: Mapping[Identifier, str]
    done_first: tuple[Identifier, ...]
    done: Mapping[Identifier, Mapping[Identifier, str]]
    in_anger: str
    matter_again: str
    near: Mapping[Identifier, str]
    feelings: Mapping[Identifier, str]
    feelings_order: tuple[Identifier, ...]
    no_feeling: str
    unless_meant: Mapping[Identifier, str]
    no_danger: Mapping[Identifier, str]
    told_calmly: Mapping[Identifier, str]
    outweighs: Mapping[Identifier, tuple[Mapping[Identifier, str], ...]]
    worried_words: str
    despair_words: str
    injury_words: str
    danger_words: Mapping[Identifier, str]
    idioms: str
    where_harassed: Mapping[Identifier, str]
    witnessed: Mapping[Identifier, str]
    fears: str
    asks_of_pay: str
    takes_leave: str
    comforts: str
    head_wound: str
    blow_told: str
    died: Mapping[Identifier, str]
    in_ward: str
    treated: str
    call_first: str
    own_danger: str
    self_named: str
    person: str
    anothers_danger: Mapping[Identifier, str]
    pronouns: Mapping[Identifier, str]
    woman: str
    goes_in_after: Mapping[Identifier, str]
    climbs_for_pay: Mapping[Identifier, str]
    fumes: Mapping[Identifier, str]
    gas_leaks: Mapping[Identifier, str]
    splashed_eyes: str
    plainly_other: Mapping[Identifier, tuple[Mapping[Identifier, str], ...]]
    expecting_ill: Mapping[Identifier, str]
    giving_in: Mapping[Identifier, str]

    def tells_otherwise(self, danger: str, text: str) -> bool:
        """Whether words in which only the learned hint hears a danger tell another thing: shut out is
        not shut in, 一次了结 of an offer ends a matter."""
        if self.outweighs_patterns(danger, text):
            return True
        plainly = (*self.plainly_other[ANY], *self.plainly_other.get(danger, ()))
        if any(_is_said(other, text) for other in plainly):
            return True
        if danger not in self.unless_meant or compiled(self.unless_meant[danger]).search(text):
            return False
        own = self.told_calmly.get(danger)
        others = (own,) if own is not None else self.no_danger.values()
        return any(compiled(said).search(text) for said in others)

    def outweighs_patterns(self, danger: str, text: str) -> bool:
        """Whether the words tell an ordinary thing though a pattern of the danger stands in them: a child of the
        worker's that does not work, a gate shut at a fixed hour, leave to quit that is not given."""
        return any(_is_said(other, text) for other in self.outweighs.get(danger, ()))

    def holds_worry(self, text: str) -> bool:
        """Whether any word of danger or distress stands in the words."""
        return compiled(self.worried_words).search(self.without_idioms(text)) is not None

    def without_idioms(self, text: str) -> str:
        """The words without idioms of work that hold a word of danger by chance (重活干不了)."""
        return compiled(self.idioms).sub(" ", text)

    def asks_where_harassed(self, text: str) -> bool:
        """Whether who was harassed asks where to go, or whether to call the police."""
        asked = compiled(self.where_harassed["asked"]).search(text) is not None
        return asked and compiled(self.where_harassed["unless"]).search(text) is None

    def saw_it(self, text: str) -> bool:
        """Whether the writer saw a colleague die, or be hurt on a day before."""
        told = _named(self.witnessed, text)
        return "unless" not in told and (
            told >= {"saw", "dead"} or told >= {"saw", "hurt", "before"}
        )

    def enters_after(self, text: str, *, in_care: bool) -> bool:
        """Whether others go down where somebody lies in a pit or tank (他倒在池子里 老板喊我下去拉)."""
        told = _named(self.goes_in_after, text)
        if "unless" in told or "enters" not in told:
            return False
        return in_care or "help" in told or {"place", "fallen"} <= told

    def breathes_fumes(self, text: str) -> bool:
        """Whether somebody is harmed by the fumes of a fire in a room (屋里生了炭盆 头疼 喊他不应)."""
        told = _named(self.fumes, text)
        return told >= {"source", "harm"} and "unless" not in told

    def leaks_gas(self, text: str) -> bool:
        """Whether gas leaks where people are at work now, and somebody is harmed (味道呛人 有人吐了 让接着干)."""
        told = _named(self.gas_leaks, text)
        return (
            "harm" in told
            and "unless" not in told
            and ("leaks" in told or told >= {"smells", "now"})
        )

    def hurts_eyes(self, text: str) -> bool:
        """Whether something was splashed into the eyes."""
        return compiled(self.splashed_eyes).search(text) is not None

    def climbs(self, text: str, *, of_pay: bool = False) -> str | None:
        """Whether somebody climbs high for the pay (爬塔吊讨薪): `plans` it, or is `up` there already;
        None beside any word of despair, which goes before. `of_pay`: the talk is about pay that is owed."""
        told = _named(self.climbs_for_pay, text)
        if {"despair", "unless"} & told or "climbs" not in told:
            return None
        if "for_pay" not in told and not (of_pay and "plans" in told):
            return None
        return "up" if "up" in told else "plans"

    def tells_expecting_ill(self, text: str, *, expecting: bool) -> bool:
        """Whether the body of a woman with child gives warning; `expecting` where it was told before."""
        told = _named(self.expecting_ill, text)
        return "body" in told and "unless" not in told and (expecting or "expecting" in told)

    def gives_in(self, text: str) -> bool:
        """Whether somebody is about to sign, take less or let go (家里等钱用 五万也想签了算了)."""
        return _is_said(self.giving_in, text)

    def is_just_seen(self, text: str) -> bool:
        """Whether what was seen happened just now, or no day before is told."""
        now = compiled(self.witnessed["now"]).search(text) is not None
        return now or compiled(self.witnessed["before"]).search(text) is None

    def is_of_pay(self, text: str) -> bool:
        """Whether it is asked how or where the money is had (那工资去哪要)."""
        return compiled(self.asks_of_pay).search(text) is not None

    def tells_fear(self, text: str) -> bool:
        """Whether fear of telling, or of losing the work, is told (不敢跟她女儿说 怕丢工作)."""
        return compiled(self.fears).search(text) is not None

    def asks_to_comfort(self, text: str) -> bool:
        """Whether it is asked how to talk with somebody who despairs (我怎么劝他)."""
        return compiled(self.comforts).search(text) is not None

    def may_take_leave(self, text: str) -> bool:
        """Whether words stand in the text with which somebody may take leave for good."""
        return compiled(self.takes_leave).search(text) is not None

    def may_despair(self, text: str) -> bool:
        """Whether any word stands in the words that who despairs or takes leave may use."""
        return compiled(self.despair_words).search(self.without_idioms(text)) is not None

    def may_be_hurt(self, text: str) -> bool:
        """Whether a body, a blow, an accident or help stands in the words."""
        return compiled(self.injury_words).search(self.without_idioms(text)) is not None

    def names_danger(self, danger: str, text: str) -> bool:
        """Whether any word stands in the words that who tells this danger may use; True where none are
        listed for it."""
        said = self.danger_words.get(danger)
        return said is None or compiled(said).search(self.without_idioms(text)) is not None

    def tells_head_wound(self, text: str) -> bool:
        """Whether somebody was hurt on the head, vomits or does not wake after a blow (头上流血 吐了两回)."""
        told = compiled(self.head_wound).search(text) is not None
        return told and compiled(self.blow_told).search(text) is not None

    def tells_death(self, text: str, *, surely: bool) -> bool:
        """Whether the one hurt has died; `surely` where nobody is known to look after him."""
        if compiled(self.died["unless"]).search(text):
            return False
        certain = compiled(self.died["surely"]).search(text) is not None
        return certain or (not surely and compiled(self.died["told"]).search(text) is not None)

    def is_in_ward(self, text: str) -> bool:
        """Whether the one hurt is looked after in hospital (现在昏迷在icu)."""
        return compiled(self.in_ward).search(text) is not None

    def is_treated(self, text: str) -> bool:
        """Whether a hospital, an operation or its bills were told of."""
        return compiled(self.treated).search(text) is not None

    def without_call(self, text: str) -> str:
        """A step without its first words that an ambulance is to be called (伤重打120，...)."""
        return compiled(self.call_first).sub("", text)

    def is_own_danger(self, text: str) -> bool:
        """Whether the writer is in danger (老板不让我走), alone or with others."""
        return compiled(self.own_danger).search(text) is not None

    def is_of_self(self, text: str) -> bool:
        """Whether the writer speaks of himself (我现在在六楼)."""
        return compiled(self.self_named).search(text) is not None

    def is_anothers_danger(self, danger: str, text: str) -> bool:
        """Whether the words tell this danger of somebody else (我弟被关在厂里)."""
        said = self.anothers_danger.get(danger)
        if said is None:
            return False
        return compiled(said.replace("<person>", self.person)).search(text) is not None

    def pronoun(self, text: str) -> str:
        """How the one told of is called: by the words for a woman where they name one."""
        return self.pronouns["woman" if compiled(self.woman).search(text) else "other"]

    def done_in_danger(self, danger: str, text: str) -> str | None:
        """What was done about a danger that is not over, as the words say: the name of the next step."""
        steps = self.done.get(danger, {})
        for step in SAID_WITHIN:
            if step in steps and compiled(steps[step]).search(text):
                return step
        if self.goes_on(text) or self.is_settled(danger, text):
            return None
        order = sorted(steps, key=lambda step: step not in self.done_first)
        told = [step for step in order if compiled(steps[step]).search(text)]
        return next((step for step in told if NEARER.get(step) not in told), None)

    def goes_on(self, text: str) -> bool:
        """Whether the words tell of danger still: nothing beside them ends the care (没跳 坐在边上)."""
        return compiled(self.still).search(text) is not None

    def is_unended(self, text: str) -> bool:
        """Whether words that sound as if a danger were over tell that it is not (没跳 等天黑)."""
        return self.goes_on(text) or compiled(self.unended).search(text) is not None

    def is_settled(self, danger: str, text: str) -> bool:
        """Whether the words tell that a danger of this class is over."""
        over = danger in self.settled and compiled(self.settled[danger]).search(text) is not None
        return over and not self.is_unended(text)

    def only_in_anger(self, text: str) -> bool:
        """Whether it was said in anger and not meant (说说而已)."""
        return compiled(self.in_anger).search(text) is not None and not self.goes_on(text)

    def asks_for_matter(self, text: str) -> bool:
        """Whether it is asked if the matter can still be seen to (钱的事还能弄不)."""
        return compiled(self.matter_again).search(text) is not None

    def feeling(self, text: str) -> str | None:
        """The feeling that is told beside the matter (我有点怕), if any."""
        name = self._feelings.first(parted(text))
        return None if name is None or compiled(self.no_feeling).search(text) else name

    def near_danger(self, text: str) -> str | None:
        """What is told after a danger that is no fact of the matter: somebody is there, it is better."""
        said = text.strip()
        if self.is_unended(said):
            return None
        return next(
            (name for name, words in self.near.items() if compiled(words).search(said)), None
        )

    @cached_property
    def _feelings(self) -> NamedPatterns:
        return NamedPatterns({name: self.feelings[name] for name in self.feelings_order})


def _is_said(words: Mapping[Identifier, str], text: str) -> bool:
    """Whether `said` stands in the words, and nothing of `unless`."""
    return _named(words, text) == {"said"}


def _named(patterns: Mapping[Identifier, str], text: str) -> set[str]:
    """The names of the patterns that stand in the words."""
    return {name for name, said in patterns.items() if compiled(said).search(text)}
