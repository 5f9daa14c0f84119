"""Which answer meets a story first, and which dispute it is then: of the kind that was told, and of
what happened to the body before any money."""

from collections.abc import Sequence

from bot.dialogue.answers import leaning, suiting
from bot.dialogue.content import Scene
from bot.dialogue.interview import hearing
from bot.dialogue.state import DialogueState
from bot.dialogue.told.kinds_told import BESIDE_BODY, BESIDE_DEATH, DEATH, OF_BODY, PERSONNEL
from intents.recognition import Match, Recognition

PRESUMING = frozenset(
    {
        "over_retirement_age",
        "intern_or_student",
        "no_written_contract",
        "social_insurance",
        "housing_fund",
        "annual_leave",
        "sick_leave",
        "maternity_protection",
        "unemployment_insurance",
        "pension",
        "non_competition",
        "training_bond",
        "child_labour",
        "death_benefit",
    }
)
"""Disputes whose answers presume what is told in words of its own, if at all: an age, a contract not signed, an
insurance, a leave."""
GOES_BEFORE = ("unlawful_dismissal", "economic_compensation")
"""Sent away without a word of fault: the first, though the words speak of the second."""
LIKELY = 0.5
"""Score from which an answer may meet a story that asks nothing."""
MATERNITY = "maternity_protection"
SPECIAL = frozenset({MATERNITY, "unlawful_dismissal"})
"""Sent away while expecting: what protects then goes before what is owed."""


def of_story(
    before: DialogueState, told: DialogueState, text: str, recognition: Recognition, scene: Scene
) -> str | None:
    """Where no entry stands out: the likeliest of the story's own matters, which must be likely where nothing is
    asked; else the one that stands for its dispute."""
    kinds = told.facts().get("dispute_kinds")
    if before.dispute_kind is not None or not isinstance(kinds, tuple) or told.doubtful:
        return None
    if worse := suiting.of_circumstance(told, scene):
        return worse
    asked = hearing.asks(text, scene) or scene.content.intents.manners.may_be_question(text)
    entries, usual = scene.content.knowledge.entries, scene.content.intents.asides.entry_of
    if set(kinds) >= SPECIAL:
        return usual.get(MATERNITY)
    if wanted := _of_paper(told, kinds, text, scene):
        return wanted
    first = told.dispute_kind or kinds[0]
    near = (
        each.entry_id
        for each in _of_the_body_first(told, recognition.matches, scene)
        if entries[each.entry_id].dispute_kind in (kinds if asked else (first,))
        and (asked or each.score >= LIKELY)
    )
    standing = usual.get(first)
    return next(near, suiting.meant_by(told, standing, text, scene) if standing else None)


def _of_paper(told: DialogueState, kinds: Sequence[str], text: str, scene: Scene) -> str | None:
    """店长叫我签个离职申请: the answer to the paper the employer wants, where it is of a dispute told."""
    papers, folded = scene.content.intents.unsigned, scene.content.extractor.script.fold(text)
    if not (papers.is_wanted(folded) and papers.is_open(folded)):
        return None
    name = papers.named(folded, told.dispute_kind or kinds[0])
    entry = scene.content.knowledge.entries.get(papers.papers[name].entry or "") if name else None
    return entry.id if entry is not None and entry.dispute_kind in kinds else None


def fitting(told: DialogueState, recognition: Recognition, scene: Scene) -> str:
    """The entry likeliest; where it presumes what the story does not tell (an injury, an age), the
    first of those found that does not, else the one that stands for the dispute."""
    entries = scene.content.knowledge.entries
    usual = scene.content.intents.asides.entry_of.get(told.dispute_kind or "")
    found = _of_the_body_first(told, recognition.matches, scene)
    if not found:
        return usual or recognition.matches[0].entry_id
    named = told.facts().get("dispute_kinds")
    kinds = frozenset(named) if isinstance(named, tuple) else frozenset()
    if not kinds or not _presumes(entries[found[0].entry_id].dispute_kind, kinds, told):
        return found[0].entry_id
    fitting = (m.entry_id for m in found if entries[m.entry_id].dispute_kind in kinds)
    return next(fitting, usual or found[0].entry_id)


def _of_the_body_first(
    told: DialogueState, found: Sequence[Match], scene: Scene
) -> Sequence[Match]:
    """锁骨断了, 还罚我两百: where somebody is hurt, no answer about the money told beside it."""
    if told.dispute_kind not in OF_BODY:
        return found
    entries = scene.content.knowledge.entries
    beside = BESIDE_DEATH if told.dispute_kind == DEATH else BESIDE_BODY
    return [each for each in found if entries[each.entry_id].dispute_kind not in beside]


def _presumes(kind: str | None, kinds: frozenset[str], told: DialogueState) -> bool:
    if kind in leaning.OF_INJURY:
        return not kinds & leaning.OF_INJURY and not told.facts().get("injured")
    return kind in PRESUMING and kind not in kinds


def kind_of(told: DialogueState, of_entry: str | None, first: str) -> str:
    """The dispute of the entry where the words name it too, else the first the words name."""
    named = told.facts().get("dispute_kinds")
    if (
        of_entry is None
        or (first, of_entry) == GOES_BEFORE
        or first == PERSONNEL
        or (first in OF_BODY and of_entry in BESIDE_BODY)
        or (isinstance(named, tuple) and named and of_entry not in named)
    ):
        return first
    return of_entry
