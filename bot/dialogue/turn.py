"""What one message brings about: the new state, the replies, the effects."""

from dataclasses import dataclass, replace

from bot.dialogue.effects import Effect
from bot.dialogue.messages import Button, Reply
from bot.dialogue.state import DialogueState

ALWAYS = "any"
"""Prefix of buttons that stay good whatever is asked meanwhile (the law behind an answer ...)."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The outcome of a step."""

    state: DialogueState
    replies: tuple[Reply, ...] = ()
    effects: tuple[Effect, ...] = ()

    def after(self, *earlier: Reply) -> "Turn":
        """The same turn with some replies put before its own."""
        return replace(self, replies=(*earlier, *self.replies))

    def doing(self, *effects: Effect) -> "Turn":
        """The same turn with further effects."""
        return replace(self, effects=(*self.effects, *effects))


def offering(state: DialogueState, *ids: str) -> DialogueState:
    """A new question is on offer: buttons of earlier ones go stale."""
    return state.changed(ask_no=state.ask_no + 1, offered=ids)


def button(state: DialogueState, name: str, label: str) -> Button:
    """A button of the question now on offer."""
    return Button(f"{state.ask_no}:{name}", label)


def lasting_button(name: str, label: str) -> Button:
    """A button that never goes stale."""
    return Button(f"{ALWAYS}:{name}", label)
