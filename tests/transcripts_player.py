"""Plays whole talks (tests/transcripts/*.yaml) through the real step with the real content.

A transcript reads like the talk: what the worker says or presses, then the stage and what the bot
answers, word for word. `python -m tests.record_transcripts` rewrites the bot's side; a person
reads the difference before it is committed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

from bot.channels.rehearsal import Heard, Rehearsal
from bot.dialogue.content import Content
from bot.dialogue.messages import Button, Choice, Happened, Incoming, Place, Text
from intents.normalize import clean
from knowledge.organizations.organization import Organization
from knowledge.strict_yaml import read_yaml

FOLDER = Path(__file__).parent / "transcripts"
CHINA = timezone(timedelta(hours=8))


@dataclass(frozen=True)
class Transcript:
    """One recorded talk."""

    path: Path
    about: str
    today: date
    served: tuple[Organization, ...]
    turns: tuple[Mapping[str, Any], ...]


def read_transcript(path: Path) -> Transcript:
    """Read a talk; `served` names organizations that work at the desk in it."""
    raw = read_yaml(path, path.name).value
    served = tuple(
        Organization(certainty="high", served=True, **row) for row in raw.get("served", ())
    )
    return Transcript(path, raw["about"], raw["today"], served, tuple(raw["turns"]))


def play(transcript: Transcript, content: Content) -> list[dict[str, Any]]:
    """The talk as it goes today: every turn with the bot's side filled in."""
    rehearsal = Rehearsal(content.serving(transcript.served), transcript.path.stem)
    heard = conversation(transcript, rehearsal)
    return [
        {**_worker_side(turn), **_bot_side(answer)}
        for turn, answer in zip(transcript.turns, heard, strict=True)
    ]


def conversation(transcript: Transcript, rehearsal: Rehearsal) -> Iterator[Heard]:
    """What is heard at each turn, one after the other."""
    now = datetime.combine(transcript.today, time(10), CHINA)
    buttons: dict[str, str] = {}
    for turn in transcript.turns:
        now += timedelta(hours=int(turn.get("hours_later", 0)))
        heard = rehearsal.hear(_incoming(turn, buttons), now)
        buttons |= _buttons(heard)
        yield heard


def _incoming(turn: Mapping[str, Any], buttons: Mapping[str, str]) -> Incoming:
    if "says" in turn:
        return Text(clean(str(turn["says"])))
    if "presses" in turn:
        label = str(turn["presses"])
        return Choice(buttons.get(label, label))
    if "shares" in turn:
        lat, lon = str(turn["shares"]).split(",")
        return Place(float(lat), float(lon))
    happened = turn["happens"]
    return Happened(happened["code"], dict(happened.get("details", {})))


def _buttons(heard: Heard) -> dict[str, str]:
    """Buttons by their words; earlier ones stay, so that a stale press can be played."""
    choices: list[Button] = [choice for reply in heard.replies for choice in reply.choices]
    return {choice.label: choice.id for choice in choices}


def _worker_side(turn: Mapping[str, Any]) -> dict[str, Any]:
    kept = ("hours_later", "says", "presses", "shares", "happens")
    return {key: turn[key] for key in kept if key in turn}


def _bot_side(heard: Heard) -> dict[str, Any]:
    side: dict[str, Any] = {"stage": heard.stage}
    if heard.effects:
        side["effects"] = list(heard.effects)
    side["bot"] = [_reply(reply.text, [c.label for c in reply.choices]) for reply in heard.replies]
    return side


def _reply(text: str, labels: list[str]) -> dict[str, Any]:
    return {"text": text, "buttons": labels} if labels else {"text": text}
