"""合同2023年10月8号签到2026年10月7号: of the two days of a contract the first is that of coming to work, where none is
known, and the second, where it was not renewed, that of its end."""

from itertools import pairwise

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState
from intents.compiled import compiled
from intents.extraction.date_mention import DateMention

FIRST, SERVICE = "employed_from", "employer_service_years"
EVENT, KIND, ENDED = "event_date", "event_kind", "contract_end"
WHOLE = len("2026-10-07")
Told = dict[str, Answer]


def is_told(text: str, scene: Scene) -> bool:
    """Whether the words tell the two days of a contract."""
    return _term(scene.content.extractor.parted(text), scene) is not None


def settled(state: DialogueState, told: Told, text: str, scene: Scene) -> Told:
    """The facts told with the days of the contract in their places."""
    parted = scene.content.extractor.parted(text)
    if (term := _term(parted, scene)) is None:
        return told
    begin, last = term[0], str(term[1].value)
    if begin is not None:
        first = str(begin.value)
        if _begun(state, told, begin, parted, scene):
            told = {**told, FIRST: Answer(value=first, said=text.strip())}
        if told.get(EVENT) is not None and told[EVENT].value == first:
            told = {key: answer for key, answer in told.items() if key not in (EVENT, KIND)}
    story = f"{scene.content.extractor.script.fold(state.story)}\n{parted}"
    words = scene.content.extractor.words.day_roles
    before = str(state.facts().get(EVENT, ""))
    nearer = len(before) < WHOLE and last.startswith(before)
    known = not nearer or EVENT in told or len(last) != WHOLE
    if known or not compiled(words.not_renewed).search(story):
        return told
    end = {EVENT: Answer(value=last, said=text.strip()), KIND: Answer(value=ENDED, said=text)}
    return {**told, **end}


def _begun(state: DialogueState, told: Told, first: DateMention, text: str, scene: Scene) -> bool:
    """Whether the contract is the only word on when the work began, and is not told as a further one."""
    known = {FIRST, SERVICE} & {*told, *state.answers}
    further = compiled(scene.content.extractor.words.day_roles.further_contract)
    return not known and first.value.first_day <= scene.today and not further.search(text)


def _term(text: str, scene: Scene) -> tuple[DateMention | None, DateMention] | None:
    """The two days between which a contract runs, or the last alone; None where the words tell none."""
    words = scene.content.extractor.words.day_roles
    if compiled(words.contract).search(text) is None:
        return None
    days = scene.content.extractor.dates.find(text, scene.today)
    for first, last in pairwise(days):
        led = compiled(words.term_before).search(text[: first.start])
        joined = compiled(words.term_between).fullmatch(text[first.end : last.start])
        if led and joined and first.value.first_day < last.value.first_day:
            return first, last
    ends = compiled(words.term_end)
    return next(((None, day) for day in days if ends.search(text[: day.start])), None)
