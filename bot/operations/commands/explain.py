"""Show an editor why a message gets its answer."""

import sys
from argparse import Namespace
from collections.abc import Iterator

from bot.dialogue.content import Content
from bot.operations.builds import ensure_build, read_build
from bot.operations.command_line import today_in_china
from bot.operations.settings import read_settings
from intents.normalize import clean
from intents.recognition import Match


def run(arguments: Namespace) -> int:
    """Print the entry, the phrase most alike, scores, runner-up, gate, thresholds and facts."""
    today = today_in_china()
    content = read_build(ensure_build(read_settings().data, today, _to_stderr))
    text = clean(arguments.text)
    for line in (*_recognition(text, content), *_facts(text, content)):
        print(line)
    return 0


def _recognition(text: str, content: Content) -> Iterator[str]:
    why = content.matcher.explain(text)
    yield f"outcome       {why.recognition.outcome}"
    yield f"alarms        {', '.join(content.crisis.alarms(text)) or '-'}"
    yield f"read as       {why.read}"
    yield from _match("entry        ", why.best, content)
    yield from _match("runner-up    ", why.runner_up, content)
    yield f"nearest door  {why.best_door or '-'}"
    yield f"about labour  {why.recognition.domain_score:.3f}"
    limits = ", ".join(f"{name} {value:.3f}" for name, value in why.thresholds.items())
    yield f"thresholds    {limits}"


def _match(name: str, match: Match | None, content: Content) -> Iterator[str]:
    if match is None:
        yield f"{name} -"
        return
    title = content.knowledge.entries[match.entry_id].title
    topic = content.knowledge.topics[match.entry_id]
    yield f"{name} {match.score:.3f}  {topic}/{match.entry_id}  {title}"
    yield f"  alike        {match.phrase}"


def _facts(text: str, content: Content) -> Iterator[str]:
    for key, found in content.extractor.read(text, today_in_china()).items():
        yield f"fact          {key} = {found.value}  ({found.said})"


def _to_stderr(line: str) -> None:
    print(line, file=sys.stderr)
