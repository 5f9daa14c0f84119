"""How many questions a worker is asked until the referral, over the recorded talks.

A question is one that the bot put and the worker had to answer, counted once however often it was
said again; talks that never reach an offer are left out.
"""

from pathlib import Path
from statistics import median

from bot.channels.rehearsal import Rehearsal
from bot.dialogue.content import Content
from bot.operations.builds import ensure_build, read_build
from tests.conftest import BUILT_ON
from tests.transcripts_player import FOLDER, Transcript, conversation, read_transcript

GOAL = 6


def run(root: Path, _folder: Path, *_options: str) -> int:
    """Print the count of each talk and the median; 1 where it is above the goal."""
    content = read_build(ensure_build(root / ".data", BUILT_ON, print))
    counts = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        asked = asked_until_offer(read_transcript(path), content)
        if asked is not None:
            counts[path.stem] = asked
            print(f"{asked:3}  {path.stem}")
    found = median(counts.values())
    print(f"median of {len(counts)} talks that reach an offer: {found} (goal: at most {GOAL})")
    return 0 if found <= GOAL else 1


def asked_until_offer(transcript: Transcript, content: Content) -> int | None:
    """The questions put before the first offer; None where there was none."""
    rehearsal = Rehearsal(content.serving(transcript.served), transcript.path.stem)
    asked: set[str] = set()
    for heard in conversation(transcript, rehearsal):
        if heard.stage == "referral_offer":
            return len(asked)
        if heard.stage == "intake" and rehearsal.state.asking is not None:
            asked.add(rehearsal.state.asking)
    return None
