"""Sentences with the told values put in, and marked gaps where nothing was told.

Worker's words are values, never templates; a gap travels through a template between two private
letters, which no value may hold.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.documents.paper import Run, Runs
from intents.normalize import clean

_OPEN, _SHUT = "\ue000", "\ue001"
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_GAP = re.compile(f"{_OPEN}([^{_OPEN}{_SHUT}]*){_SHUT}")
LONGEST_VALUE = 5_000

_environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined)


def safe(text: str) -> str:
    """A value that prints as it reads: no control, direction or private letters."""
    return _PRIVATE.sub("", clean(text))[:LONGEST_VALUE].strip()


def marked(label: str) -> str:
    """A gap of that label, for use within a sentence."""
    return f"{_OPEN}{label}{_SHUT}"


def fill(sentence: str, values: Mapping[str, Any]) -> str:
    """The sentence with its values; UndefinedError is a fault of the template."""
    return _compiled(sentence).render(values).strip()


@cache
def _compiled(sentence: str) -> Template:
    """Sentences are those of our YAML, so there are few."""
    return _environment.from_string(sentence)


def runs(text: str, gap: str) -> Runs:
    """Words and gaps of a filled sentence; `gap` words a label (【请填写：{label}】)."""
    parts = _GAP.split(text)
    found = (
        Run(gap.format(label=part), gap=True) if at % 2 else Run(part)
        for at, part in enumerate(parts)
    )
    return tuple(run for run in found if run.text)


def labels(texts: Iterable[str]) -> tuple[str, ...]:
    """The labels of all gaps, each once, in order."""
    return tuple(dict.fromkeys(label for text in texts for label in _GAP.findall(text)))
