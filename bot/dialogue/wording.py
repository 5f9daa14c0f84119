"""Reply key and values to text: the only place of the dialogue where words are rendered."""

from collections.abc import Mapping

from jinja2 import StrictUndefined, Template, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment


class Wording:
    """The bot's short texts (intents/replies/*.yaml), each compiled at its first use.

    Replies are plain text, never markup; a channel escapes for its own format.
    """

    def __init__(self, replies: Mapping[str, str], labels: Mapping[str, str]) -> None:
        environment = ImmutableSandboxedEnvironment(
            undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self._environment = environment
        self._replies = dict(replies)
        self._compiled: dict[str, Template] = {}
        self._labels = dict(labels)

    def say(self, key: str, **values: object) -> str:
        """Render a reply; KeyError or UndefinedError is a programmer's error a test must catch."""
        if key not in self._compiled:
            self._compiled[key] = self._environment.from_string(self._replies[key])
        return self._compiled[key].render(**values).strip()

    def faults(self) -> dict[str, str]:
        """The replies that are not well-formed templates, and why."""
        found = {}
        for key, text in self._replies.items():
            try:
                self._environment.from_string(text)
            except TemplateSyntaxError as fault:
                found[key] = fault.message or "not a template"
        return found

    def label(self, key: str) -> str:
        """The words of a label: a button, a fact, a dispute kind."""
        return self._labels[key]

    def label_or(self, key: str, otherwise: str) -> str:
        """The words of a label, or `otherwise` where none is written."""
        return self._labels.get(key, otherwise)
