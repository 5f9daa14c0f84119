"""Whose matter it is, as workers say it: for whom they speak, who they are to them, whose turn it is."""

from collections.abc import Callable, Mapping

from intents.compiled import compiled, filled
from intents.intake_form import Identifier, IntakeShape, Label
from intents.kin import NOBODY, Kin, Mention

FARTHER = frozenset({"coworker", "friend", "girlfriend"})
"""People who may be named as witnesses or examples: theirs is a matter only where it is asked of."""
EDGES = " 　，。,.！!？?～~、；;：:…"
"""Blanks and punctuation around words."""


class Relation(IntakeShape):
    """Somebody a worker may speak for: how they are called and asked about; where the name is `vague`
    (家里人), the worker's own word goes before it."""

    name: Label
    pronoun: Label
    vague: bool = False


class Relating(IntakeShape):
    """The part of word_lists/manners.yaml about the one whose matter it is."""

    relations: Mapping[Identifier, Relation]
    kin: Kin
    own_trouble: str
    speaker: Mapping[Identifier, str]
    turning: str
    own_life: str
    others_service: str

    def speaks_for(self, text: str) -> tuple[str, str] | None:
        """The relation a story is about and the words that say so; None where it is the speaker's."""
        theirs = [each for each in self.kin.mentions(text) if self.kin.is_theirs(text, each)]
        asked = [each for each in theirs if self.kin.is_asked_for(text, each)]
        own = compiled(self.own_trouble).search(self.kin.unnamed(text)) or self.kin.tells_own(text)
        found = asked or ([] if own else theirs)
        return (found[0].relation, text[found[0].start : found[0].end]) if found else None

    def second_person(self, text: str, asks: Callable[[str], bool]) -> Mention | None:
        """Somebody else whose trouble is told or asked of, beside the speaker's own; `asks` tells whether
        words ask."""
        for each in self.kin.mentions(text):
            if not self.kin.is_theirs(text, each):
                continue
            wrong, near = self.kin.tells_trouble(each), each.relation not in FARTHER
            asked = self.kin.is_asked_for(text, each) or self.kin.asks_of_them(each)
            if asked or (wrong and (near or asks(each.about))):
                return each
        return None

    def speaker_of(self, text: str) -> tuple[str, str] | None:
        """The relation of the one whose matter it is to a speaker who says who he is (我是他表哥)."""
        found = ((relation, compiled(said).search(text)) for relation, said in self.speaker.items())
        return next(((relation, match.group()) for relation, match in found if match), None)

    def without_own_life(self, text: str) -> str:
        """The text of who speaks for another, as long as before, without where the speaker lives or
        works (我在杭州上班，能替他办吗)."""
        return compiled(self.own_life).sub(lambda match: " " * len(match.group()), text)

    def tells_service_of_others(self, text: str) -> bool:
        """Whether the words tell how long somebody else was there, or how long one is in a trade (我弟在
        那厂做了四年, 我干这行十二年了)."""
        return compiled(self.others_service).search(text) is not None

    def turns_to(self, text: str) -> tuple[str | None, str] | None:
        """Whose matter is to be talked about now (先说我的: None, 现在说我媳妇的), and the other words."""
        said = text.strip()
        match = filled(self.turning, "NAMED", NOBODY).match(self.kin.unnamed(said))
        if match is None:
            return None
        named = match.group("whose") == NOBODY
        relation = next((each.relation for each in self.kin.mentions(said)), None)
        rest = (match.group("rest") or "").strip(EDGES)
        return (relation if named else None, rest) if relation or not named else None
