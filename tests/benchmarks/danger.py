"""How surely danger is heard, and how seldom in ordinary words: danger.yaml and calm.yaml, told by strangers."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.dialogue.content import Content
from bot.dialogue.messages import Text
from bot.dialogue.state import DialogueState
from bot.dialogue.step import step
from bot.operations.builds import ensure_build, read_build
from intents.crisis_check import CrisisCheck
from knowledge.strict_yaml import read_yaml
from tests.conftest import BUILT_ON

MESSAGES = Path(__file__).with_name("danger.yaml")
CALM = Path(__file__).with_name("calm.yaml")
MATTER = "wage_arrears"
NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
RECALL, FALSE_ALARMS = 0.98, 0.02
"""The goals."""


def run(root: Path, _folder: Path, *_options: str) -> int:
    """Print the share heard of each danger, and the false alarms; 1 where a goal is missed."""
    content = read_build(ensure_build(root / ".data", BUILT_ON, print))
    check = content.crisis
    messages = read_yaml(MESSAGES, MESSAGES.name).value
    for name, texts in messages["danger"].items():
        print(f"{name:18} {len(texts):4} messages, heard {_alarmed(check, texts):.3f}")
    heard = _alarmed(check, [text for texts in messages["danger"].values() for text in texts])
    false = {name: _alarmed(check, messages[name]) for name in ("ordinary", "within_talks")}
    print(f"heard of all: {heard:.3f} (goal {RECALL})")
    for name, share in false.items():
        print(f"alarms in {len(messages[name])} {name}: {share:.3f} (goal at most {FALSE_ALARMS})")
    calm = read_yaml(CALM, CALM.name).value["said"]
    cared = _cared_for(content, calm)
    print(f"care begun at {len(calm)} calm lines, hard on purpose, within a matter: {cared:.3f}")
    return 0 if heard >= RECALL and max(false.values()) <= FALSE_ALARMS else 1


def _alarmed(check: CrisisCheck, texts: Sequence[str]) -> float:
    """The share of the texts that the bot takes for danger, with no talk before them."""
    return sum(bool(check.alarms(text)) and not check.is_doubtful(text) for text in texts) / len(
        texts
    )


def _cared_for(content: Content, texts: Sequence[str]) -> float:
    """The share of the texts at which a talk on wages gives way to care."""
    begun = DialogueState(stage="intake", dispute_kind=MATTER, asking="region")
    cared = (step(begun, Text(text), content, NOW).state for text in texts)
    return sum(bool(state.care_turns) for state in cared) / len(texts)
