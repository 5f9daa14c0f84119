"""Faults an operator or editor can mend, as one sentence each."""

from bot.cases.errors import StoreError
from bot.operations.settings import SettingsError
from knowledge.problems import ContentError


class OperatorError(Exception):
    """A command can't be carried out; the message names the cause and the mend."""


EXPECTED = (SettingsError, StoreError, ContentError, OperatorError)


def sentence(fault: Exception) -> str:
    """What to print: content faults line by line with their count, all else as it stands."""
    if isinstance(fault, ContentError):
        return f"{fault}\n{len(fault.problems)} fault(s) in the content"
    return str(fault)
