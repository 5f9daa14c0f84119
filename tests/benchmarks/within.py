"""How many questions within strangers' talks are met with an answer that a reader found to answer them: within.yaml."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.channels.rehearsal import Rehearsal
from bot.dialogue.content import Content
from bot.dialogue.messages import Reply, Text
from bot.operations.builds import ensure_build, read_build
from bot.working_hours import CHINA
from knowledge.strict_yaml import read_yaml
from tests.conftest import BUILT_ON

TALKS = Path(__file__).with_name("within.yaml")
BEGAN = datetime(2026, 11, 23, 10, tzinfo=CHINA)
FIRST = 12
"""Letters of an answer by which it is known again."""


def run(root: Path, _folder: Path, *options: str) -> int:
    """Print by the part of the talk how many questions were met; with --missed each that was not."""
    content = read_build(ensure_build(root / ".data", BUILT_ON, print))
    talks = read_yaml(TALKS, TALKS.name).value["talks"]
    told = [row for talk in talks for row in played(content, talk)]
    met = Counter(part for part, right, _ in told if right)
    asked = Counter(part for part, _, _ in told)
    for part, count in sorted(asked.items()):
        print(f"{part}: {met[part]} of {count} questions met, {met[part] / count:.3f}")
    print(f"all: {met.total()} of {len(told)} questions met, {met.total() / len(told):.3f}")
    if "--missed" in options:
        print("\n".join(line for _, right, line in told if not right))
    return 0


def played(content: Content, talk: Mapping[str, Any]) -> Iterator[tuple[str, bool, str]]:
    """For each message that asks: which part of the talk it is, whether it was met, and the line that tells it."""
    rehearsal = Rehearsal(content, talk["id"])
    for number, said in enumerate(talk["says"], 1):
        heard = rehearsal.hear(Text(said), BEGAN + timedelta(minutes=number))
        wanted = talk.get("asked", {}).get(number)
        if wanted:
            line = f"{talk['id']} {number} {said} -> {', '.join(wanted)}"
            part = "first messages" if number == 1 else "within"
            yield part, any(is_given(content, each, heard.replies) for each in wanted), line


def is_given(content: Content, name: str, replies: Sequence[Reply]) -> bool:
    """Whether an entry or a detail is said in one of the replies."""
    entry, detail = content.knowledge.entries.get(name), content.intents.details.by_id.get(name)
    says = entry.short_answer if entry else detail.says if detail else name
    buttons = {choice.id for reply in replies for choice in reply.choices}
    shown = any(id.endswith(f"law:{name}") for id in buttons)
    return shown or any(says[:FIRST] in reply.text for reply in replies)
