"""The other side, where no name of a firm is told: somebody one works for, or a firm of no known name."""

from intents.compiled import compiled
from intents.intake_form import IntakeShape


class OtherSide(IntakeShape):
    """Patterns of word_lists/manners.yaml: a `person` with the group name, for SURNAME a letter of
    `surnames`; `nameless`, where the name is not known; one of `letters` stands in all of a person."""

    letters: str
    surnames: str
    person: tuple[str, ...]
    nameless: str

    def named(self, text: str) -> str | None:
        """老板姓梁, 老周: the person the words name as the other side, the plainest way first."""
        if not compiled(self.letters).search(text):
            return None
        readings = (
            compiled(source.replace("SURNAME", self.surnames)).search(text)
            for source in self.person
        )
        return next((match["name"] for match in readings if match), None)

    def is_nameless(self, text: str) -> bool:
        """公司名字记不全: whether the name of the firm is told not to be known."""
        return compiled(self.nameless).search(text) is not None
