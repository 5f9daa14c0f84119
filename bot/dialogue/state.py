"""Where a conversation stands: frozen, versioned JSON, with one upgrade function a version."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

VERSION = 1

Plain = str | bool | int | tuple[str, ...]
"""A fact as kept in the state: money as "800.00", dates as "2026-08", lists as tuples."""


class Answer(BaseModel):
    """One fact, as understood and as the worker said it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: Plain
    said: str


class Calculation(BaseModel):
    """A sum being worked out: intake/sums.yaml by `id` (empty while the worker picks one).

    `asking` is the fact of its open question, None once it is shown; `supposed` holds what the
    worker only tried out (如果月薪是8500呢), beside the told facts and never among them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = ""
    asking: str | None = None
    asked: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    misread: int = 0
    supposed: dict[str, Plain] = {}

    @property
    def is_open(self) -> bool:
        """Whether the next message answers it."""
        return self.asking is not None or not self.id

    def changed(self, **values: Any) -> "Calculation":
        """A copy with some fields replaced."""
        return self.model_copy(update=values)


class Matter(BaseModel):
    """A dispute put aside while another is talked about, with its sums; `of_employer` tells one of
    before from the one of now, where there are two."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dispute_kind: str
    answers: dict[str, Answer]
    skipped: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    story: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    calculated: tuple[str, ...] = ()
    entry_id: str | None = None
    of_employer: str = ""


class DialogueState(BaseModel):
    """Everything the core remembers between two messages of one chat.

    `ask_no` numbers the buttons on offer, so that a button of an earlier question is known to be
    stale; `offered` holds what those buttons stand for (entries, regions, organizations, facts).
    `taken_back` is the answer of the question asked once more; it stands again when that is passed.
    `point` is a location the worker shared, for distances only; it never goes into a case.
    `handed_over` means the answers belong to a case already opened: another dispute begins anew.
    `question` is what the worker asked last, cut short, for the editors when the answer fails.
    `candidates` are the regions that a place told so far may mean (通州), until one is confirmed.
    `asking` is the id of the open question, put `put_times` so far, `asked` the questions in the order they were put.
    `refused` are organizations the worker did not agree to, with the day; `shares_sensitive` is what
    the worker said to passing on injury and illness. `abroad`: the channel's servers are not in China.
    `care_said` names the text of care said last, `near_danger` the danger just over; `in_danger` is how
    the one in danger is called (她), empty where it is the worker; `hinted` tells that no plain words of it were said, or in jest.
    `felt` are the feelings that had their sentence, `pressing` names what could not wait and was met so far.
    `said_lately` are the short messages just before: a danger may be told over several.
    `calculation` goes before both while it is open; `calculated` are the sums shown so far.
    `last_told` are the facts the last telling message gave, `echoed` those shown back so far,
    `doubtful` those heard in what sounds like speech turned to text, until the worker confirms.
    `parts` are what the total owed holds beside the wages, as working and yuan (－2000, "-2000").
    `heard_at` is when the worker last said something (ISO); `on_offer` the buttons shown last, as
    id and label. `put_aside` are other disputes begun; `earlier_cases` the numbers of other cases.
    `shown_card` is the answer given last in between, which is not given twice word for word.
    `cards_said` are the answers given whole so far, none of which is given whole again unasked.
    `brief` tells that the worker wants few words.
    `of_employer` is the employer the dispute is with, where there are two: former or present.
    `rating` is the entry whose uselessness is being explained.
    `paper` is the paper made last; `masked`: the message before held a number that was not kept.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: int = VERSION
    stage: str = "welcome"
    ask_no: int = 0
    offered: tuple[str, ...] = ()
    told_limits: bool = False

    entry_id: str | None = None
    question: str = ""
    help_offered_for: str | None = None

    dispute_kind: str | None = None
    answers: dict[str, Answer] = {}
    candidates: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    taken_back: dict[str, Answer] = {}
    asking: str | None = None
    asked: tuple[str, ...] = ()
    misread: int = 0
    put_times: int = 0
    correcting: bool = False
    story: str = ""
    handed_over: bool = False

    calculation: Calculation | None = None
    calculated: tuple[str, ...] = ()

    last_told: tuple[str, ...] = ()
    echoed: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    heard_at: str = ""
    on_offer: tuple[tuple[str, str], ...] = ()
    put_aside: tuple[Matter, ...] = ()
    of_employer: str = ""
    earlier_cases: tuple[str, ...] = ()
    rating: str | None = None
    paper: str | None = None
    masked: bool = False
    shown_card: str | None = None
    cards_said: tuple[str, ...] = ()
    brief: bool = False

    point: tuple[float, float] | None = None
    organization_id: str | None = None
    passed: tuple[str, ...] = ()
    case_number: str | None = None
    case_status: str | None = None
    organization_name: str | None = None
    mediator_waits: bool = False

    refused: dict[str, str] = {}
    asks_sensitive: bool = False
    shares_sensitive: bool | None = None
    abroad: bool = False
    told_abroad: bool = False

    care_class: str | None = None
    care_turns: int = 0
    care_said: str = ""
    near_danger: str | None = None
    in_danger: str = ""
    hinted: bool = False
    said_lately: tuple[str, ...] = ()
    pressing: tuple[str, ...] = ()
    felt: tuple[str, ...] = ()
    before_erasing: str | None = None

    def facts(self) -> dict[str, Plain]:
        """Fact keys to plain values, as far as the worker has told."""
        return {key: answer.value for key, answer in self.answers.items()}

    def changed(self, **values: Any) -> "DialogueState":
        """A copy with some fields replaced."""
        return self.model_copy(update=values)


def dump_state(state: DialogueState) -> str:
    """The state as JSON text."""
    return state.model_dump_json()


def load_state(text: str) -> DialogueState:
    """Read a stored state of any version; empty text begins a new conversation.

    Raises ValueError for text that no version of this program wrote.
    """
    if not text:
        return DialogueState()
    raw = json.loads(text)
    version = raw.get("version", VERSION)
    while version < VERSION:
        raw = UPGRADES[version](raw)
        version = raw["version"]
    return DialogueState.model_validate(raw)


UPGRADES: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From version n to n + 1; the first change of the shape adds the first function."""
