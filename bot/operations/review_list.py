"""What editors learn from: questions not answered well, stripped and grouped, and poor answers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.cases.open_questions import OpenQuestion
from bot.dialogue.content import Content
from intents.extraction.stripping import Stripper
from intents.matching.grouping import group_alike
from intents.recognition import Match

OTHER_WORDINGS = 2
FEWEST_RATINGS = 3
"""An entry rated less often than this may just have had bad luck."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Questions much alike. `asked` and `others` are stripped; `people` counts conversations.

    `alike` is the entry most alike, `door` the out-of-scope matter they are taken for, `given` the
    entries that were given for them in vain.
    """

    asked: str
    others: tuple[str, ...]
    people: int
    reasons: Counter[str]
    alike: Match | None
    door: str | None
    given: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PoorAnswer:
    """How often an entry was rated, how often as no use, and what was said to be wrong."""

    entry_id: str
    rated: int
    useless: int
    reasons: Counter[str]

    @property
    def share(self) -> float:
        """Of its ratings, those that said it was no use."""
        return self.useless / self.rated


def find_gaps(questions: Sequence[OpenQuestion], content: Content, today: date) -> tuple[Gap, ...]:
    """The questions by likeness, those that most people asked first."""
    stripper = Stripper(content.extractor)
    stripped = [stripper.strip(question.asked, today) for question in questions]
    groups = group_alike(stripped, lambda text: content.matcher.explain(text).normalised)
    gaps = [_gap(group, questions, stripped, content) for group in groups]
    return tuple(sorted(gaps, key=lambda gap: -gap.people))


def _gap(
    group: tuple[int, ...],
    questions: Sequence[OpenQuestion],
    stripped: Sequence[str],
    content: Content,
) -> Gap:
    members = [questions[number] for number in group]
    why = content.matcher.explain(members[0].asked)
    wordings = list(dict.fromkeys(stripped[number] for number in group))
    return Gap(
        asked=wordings[0],
        others=tuple(wordings[1 : 1 + OTHER_WORDINGS]),
        people=len({question.conversation_id for question in members}),
        reasons=Counter(question.reason for question in members),
        alike=why.best,
        door=why.recognition.door,
        given=tuple(sorted({q.entry_id for q in members if q.entry_id is not None})),
    )


def find_poor_answers(
    ratings: Iterable[tuple[str, bool, date, int]], reasons: Iterable[tuple[str, str, date, int]]
) -> tuple[PoorAnswer, ...]:
    """Entries rated often enough and ever as no use, the worst share first."""
    rated: Counter[str] = Counter()
    useless: Counter[str] = Counter()
    for entry_id, useful, _, count in ratings:
        rated[entry_id] += count
        useless[entry_id] += 0 if useful else count
    wrong: dict[str, Counter[str]] = {}
    for entry_id, reason, _, count in reasons:
        wrong.setdefault(entry_id, Counter())[reason] += count
    poor = [
        PoorAnswer(entry_id, times, useless[entry_id], wrong.get(entry_id, Counter()))
        for entry_id, times in rated.items()
        if times >= FEWEST_RATINGS and useless[entry_id]
    ]
    return tuple(sorted(poor, key=lambda answer: (-answer.share, -answer.useless, answer.entry_id)))
