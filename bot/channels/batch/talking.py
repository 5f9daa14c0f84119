"""The verb talk: a whole conversation, kept in memory only."""

from datetime import date, datetime, time, timedelta, timezone

from bot.channels.batch.lines import MOST_CHARACTERS, Line, LineError
from bot.channels.rehearsal import Rehearsal
from bot.dialogue.content import Content
from bot.dialogue.messages import Choice, Incoming, Place, Reply, Text
from intents.normalize import clean

CHINA = timezone(timedelta(hours=8))


def talk(line: Line, content: Content, today: date) -> Line:
    """A whole conversation, kept in memory only."""
    says = line.get("says")
    if not isinstance(says, list):
        raise LineError("missing_says", "the field says is missing or is not a list")
    rehearsal = Rehearsal(content, str(line.get("id")))
    now = datetime.combine(today, time(10), CHINA)
    turns = []
    for item in says:
        if not isinstance(item, dict):
            raise LineError("bad_say", "each item of says must be an object")
        now += timedelta(hours=_hours(item))
        done = rehearsal.hear(_incoming(item), now)
        replies = [_reply(reply) for reply in done.replies]
        turns.append({"stage": done.stage, "replies": replies, "effects": list(done.effects)})
    return {"turns": turns}


def _hours(item: Line) -> float:
    hours = item.get("hours_later", 0)
    if not isinstance(hours, int | float) or not 0 <= hours <= 100_000:
        raise LineError("bad_hours", "hours_later must be a number from 0")
    return float(hours)


def _incoming(item: Line) -> Incoming:
    if isinstance(item.get("say"), str):
        return Text(clean(item["say"])[:MOST_CHARACTERS])
    if isinstance(item.get("choice"), str):
        return Choice(item["choice"])
    place = item.get("place")
    if isinstance(place, dict):
        lat, lon = place.get("lat"), place.get("lon")
        if all(isinstance(n, int | float) and abs(n) <= 180 for n in (lat, lon)):
            return Place(float(lat or 0), float(lon or 0))
    raise LineError("bad_say", "each item of says needs say, choice or place {lat, lon}")


def _reply(reply: Reply) -> Line:
    choices = [{"id": choice.id, "label": choice.label} for choice in reply.choices]
    return {"text": reply.text, "choices": choices}
