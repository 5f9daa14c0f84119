"""Whose matter it is, as workers say it: for whom they speak, who they are to them, whose turn it is."""

from collections.abc import Mapping

from intents.compiled import compiled
from intents.intake_form import Identifier, IntakeShape, Label

EDGES = " 　，。,.！!？?～~、；;：:…"
"""Blanks and punctuation around words."""


class Relation(IntakeShape):
    """Somebody a worker may speak for: how they are named, called and asked about."""

    words: tuple[Label, ...]
    name: Label
    pronoun: Label


class Relating(IntakeShape):
    """The part of word_lists/manners.yaml about the one whose matter it is."""

    relations: Mapping[Identifier, Relation]
    speaks_for_asks: str
    own_trouble: str
    speaker: Mapping[Identifier, str]
    turning: str
    own_life: str
    others_service: str

    def speaks_for(self, text: str) -> tuple[str, str] | None:
        """The relation a story is about and the words that say so; None where it is the speaker's."""
        if compiled(self.own_trouble).search(text):
            return None
        found = [
            (text.index(word), relation, word)
            for relation, its in self.relations.items()
            for word in its.words
            if word in text and self._about(text[text.index(word) + len(word) :])
        ]
        _, relation, word = min(found, default=(0, "", ""))
        return (relation, word) if relation else None

    def _about(self, after: str) -> bool:
        return not after or bool(compiled(self.speaks_for_asks).match(after))

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
        match = compiled(self.turning).match(text.strip())
        if match is None:
            return None
        whose = match.group("whose")
        named = (name for name, its in self.relations.items() if whose in its.words)
        relation = next(named, None)
        rest = (match.group("rest") or "").strip(EDGES)
        return (relation, rest) if relation or len(whose) == 1 else None
