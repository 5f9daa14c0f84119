"""A talk about a sum, and the facts it starts from."""

from bot.channels.rehearsal import Rehearsal
from bot.dialogue.content import Content
from bot.dialogue.messages import Button, Choice, Place, Text
from bot.dialogue.state import Answer
from tests.conftest import NOW

DISMISSED = ("被公司辞退了", "帮我算算", "2023年3月1号", "2026年10月15号", "8000")


class Talk(Rehearsal):
    """A talk whose last answer can be looked at."""

    def __init__(self, content: Content, *says: str) -> None:
        super().__init__(content, "sums")
        self.text, self.buttons = "", {}  # type: str, dict[str, str]
        self.say(*says)

    def say(self, *says: str) -> "Talk":
        for text in says:
            self._take(self.hear(Text(text), NOW).replies)
        return self

    def press(self, label: str) -> "Talk":
        self._take(self.hear(Choice(self.buttons.get(label, label)), NOW).replies)
        return self

    def share(self, lat: float, lon: float) -> "Talk":
        self._take(self.hear(Place(lat, lon), NOW).replies)
        return self

    def _take(self, replies: object) -> None:
        assert isinstance(replies, tuple)
        assert replies
        self.text = "\n".join(reply.text for reply in replies)
        choices: list[Button] = [choice for reply in replies for choice in reply.choices]
        self.buttons |= {choice.label: choice.id for choice in choices}


def told(**facts: str | bool) -> dict[str, Answer]:
    return {key: Answer(value=value, said=str(value)) for key, value in facts.items()}
