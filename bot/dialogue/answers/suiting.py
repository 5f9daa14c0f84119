"""Whether an answer suits the case at hand: the kind of work, who it is about, how it came to it.
Of the answers that words resemble, the first that suits is meant; none is no answer."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from intents.compiled import compiled
from intents.recognition import Match, Outcome, Recognition, TalkedAbout
from intents.suiting import EMPLOYEE, Presumption
from knowledge.schemas import FaqEntry

WORKER_KIND, CIRCUMSTANCES = "worker_kind", "circumstances"
IN_PASSING = frozenset({EMPLOYEE, "part_time", "self_employed"})
"""Kinds of work that words tell in passing: they count within a matter alone."""
DEATH = "death_benefit"
"""What goes before any answer about a wound, whoever the worker is."""
MOST_STEPS = 3
"""How often an answer may give way to the next."""
PLAUSIBLE = 0.35
"""Score from which an answer may still be meant after a likelier one did not suit the case."""
OWN, AS_LIKELY = 0.2, 0.55
"""The least score of an answer for this very kind of worker, and how much less likely it may be than
the likeliest one."""


def recognized(
    state: DialogueState, text: str, scene: Scene, after: TalkedAbout | None = None
) -> Recognition:
    """What the words resemble, of answers that suit the case alone."""
    return suited(state, scene.content.matcher.recognize(text, after), text, scene)


def suited(
    state: DialogueState, found: Recognition, text: str, scene: Scene, *, own_first: bool = True
) -> Recognition:
    """What was recognized, of answers that suit the case alone; those for this very kind of worker
    first, unless they were read so."""
    found = _of_this_matter(state, found, text, scene)
    if not found.matches:
        return found
    suiting = _suiting(state, found.matches, text, scene)
    others = tuple(m for m in found.others if suits(state, m.entry_id, text, scene))
    ordered = _own_first(state, suiting, text, scene) if own_first else suiting
    if ordered == found.matches:
        return replace(found, others=others)
    if ordered and ordered[0] == found.matches[0]:
        single = found.outcome == "choices" and len(ordered) == 1
        return replace(
            found, matches=ordered, others=others, outcome="answer" if single else found.outcome
        )
    return _instead(found, ordered, others)


def _suiting(
    state: DialogueState, matches: Sequence[Match], text: str, scene: Scene
) -> tuple[Match, ...]:
    """The matches that suit the case, each answer once, where it is likeliest."""
    suiting: dict[str, Match] = {}
    for match in matches:
        if entry_id := meant_by(state, match.entry_id, text, scene):
            suiting.setdefault(entry_id, replace(match, entry_id=entry_id))
    return tuple(suiting.values())


def _of_this_matter(
    state: DialogueState, found: Recognition, text: str, scene: Scene
) -> Recognition:
    """停工工资, told of an injury, is the pay while it is treated."""
    other = _gives_way(state, text, scene)
    if not any(match.entry_id in other for match in found.matches):
        return found
    meant = (replace(m, entry_id=other.get(m.entry_id, m.entry_id)) for m in found.matches)
    return replace(found, matches=tuple(meant))


def _instead(
    found: Recognition, suiting: tuple[Match, ...], others: tuple[Match, ...]
) -> Recognition:
    """The next likely answers in place of the likeliest, which does not suit the case."""
    own = found.matches[0] in suiting
    likely = tuple(match for match in suiting if own or match.score >= PLAUSIBLE)
    if not likely:
        return replace(found, outcome="clarify", matches=(), others=())
    outcome: Outcome = "answer" if found.outcome == "answer" or len(likely) == 1 else "choices"
    return replace(found, outcome=outcome, matches=likely, others=others)


def _own_first(
    state: DialogueState, matches: Sequence[Match], text: str, scene: Scene
) -> tuple[Match, ...]:
    """An answer for this very kind of worker goes before one for any, where it is about as likely."""
    worker = worker_kind(state, text, scene)
    if worker in (None, EMPLOYEE) or not matches:
        return tuple(matches)
    entries, best = scene.content.knowledge.entries, matches[0]
    of_death = entries[best.entry_id].dispute_kind == DEATH
    own = [
        match
        for match in matches
        if worker in entries[match.entry_id].worker_kinds
        and match.score >= max(OWN, best.score - AS_LIKELY)
        and of_death <= (entries[match.entry_id].dispute_kind == DEATH)
    ]
    return (*own, *(match for match in matches if match not in own))


def suits(state: DialogueState, entry_id: str, text: str, scene: Scene) -> bool:
    """Whether an answer may be given in this case."""
    entry = scene.content.knowledge.entries[entry_id]
    suiting = scene.content.intents.suiting
    kinds = suiting.kinds_of(text)
    if kinds and entry.dispute_kind not in kinds:
        return False
    worker, of_words = worker_kind(state, text, scene), named(text, scene)
    if not _of_such_work(entry, worker, of_words, scene):
        return False
    trades = suiting.other_trades(_talk(state, text))
    if trades.include(entry_id, entry.worker_kinds):
        return False
    told = worker in entry.worker_kinds or entry.dispute_kind in of_words
    if not told and trades.leave_untold(entry_id, entry.worker_kinds):
        return False
    return is_presumed(state, entry_id, text, scene)


def is_presumed(state: DialogueState, name: str, text: str, scene: Scene) -> bool:
    """Whether all that an entry or a detail presumes holds in this case."""
    presumed = scene.content.intents.suiting.presumptions(name)
    return all(_holds(each, state, text, scene) for each in presumed)


def _gives_way(state: DialogueState, text: str, scene: Scene) -> Mapping[str, str]:
    """Which answers give way to which: in a matter of this kind, and to a worker of whom only one kind of
    dispute tells (a student, somebody past the age of retirement), whatever the matter is."""
    suiting = scene.content.intents.suiting
    own = suiting.gives_way.get(state.dispute_kind or "", {})
    worker = worker_kind(state, text, scene)
    of_worker = [kind for kind, told in suiting.worker_kinds_of.items() if told == worker]
    if len(of_worker) != 1 or of_worker[0] == state.dispute_kind:
        return own
    return {**suiting.gives_way.get(of_worker[0], {}), **own}


def meant_by(state: DialogueState, entry_id: str, text: str, scene: Scene) -> str | None:
    """The answer where it suits the case, else the one that takes its place, if any, or the place of that."""
    gives_way = _gives_way(state, text, scene)
    for _ in range(MOST_STEPS):
        entry_id = gives_way.get(entry_id, entry_id)
        if suits(state, entry_id, text, scene):
            return entry_id
        presumed = scene.content.intents.suiting.presumptions(entry_id)
        failed = (each for each in presumed if not _holds(each, state, text, scene))
        other = next((each.instead for each in failed), None)
        if other is None:
            return None
        entry_id = other
    return None


def for_others(state: DialogueState, text: str, scene: Scene) -> frozenset[str]:
    """The ids of the answers for another kind of worker."""
    worker, kinds = worker_kind(state, text, scene), named(text, scene)
    entries = scene.content.knowledge.entries.values()
    other = scene.content.intents.suiting.other_trades(_talk(state, text))
    return frozenset(
        entry.id
        for entry in entries
        if not _of_such_work(entry, worker, kinds, scene)
        or other.include(entry.id, entry.worker_kinds)
    )


def _of_such_work(
    entry: FaqEntry, worker: str | None, named: Collection[str], scene: Scene
) -> bool:
    """Whether the answer is for this kind of worker, as far as the talk tells it, or of a dispute the
    words name."""
    if worker is None or not entry.worker_kinds or worker in entry.worker_kinds:
        return True
    if entry.dispute_kind in named:
        return True
    own = scene.content.intents.suiting.worker_kinds_of
    return own.get(entry.dispute_kind or "") is None and EMPLOYEE in entry.worker_kinds


def named(text: str, scene: Scene) -> tuple[str, ...]:
    """The disputes the words name."""
    found = scene.content.extractor.read(text, scene.today).get("dispute_kinds")
    return tuple(found.value) if found and isinstance(found.value, tuple | list) else ()


def worker_kind(state: DialogueState, text: str, scene: Scene) -> str | None:
    """Which kind of worker it is: by the dispute, by what was told before, or by these words."""
    own = scene.content.intents.suiting.worker_kinds_of.get(state.dispute_kind or "")
    facts = state.facts()
    told = facts.get(WORKER_KIND)
    if own is not None or "platform" in facts:
        return own or "platform"
    said = scene.content.extractor.read(text, scene.today).get(WORKER_KIND)
    now = str(said.value) if said is not None else None
    if now is not None and now not in IN_PASSING:
        return now
    if told is None or (told in IN_PASSING and state.dispute_kind is None):
        return None
    return str(told)


def _talk(state: DialogueState, text: str) -> str:
    """All the worker's own words of the matter, and these."""
    return f"{state.story}\n{text}"


def _holds(presumption: Presumption, state: DialogueState, text: str, scene: Scene) -> bool:
    if presumption.unless_told and _circumstances(state, text, scene) & {*presumption.unless_told}:
        return False
    talk, facts = _talk(state, text), state.facts()
    if facts.keys() & set(presumption.unless_facts):
        return False
    named = facts.get("dispute_kinds")
    kinds = {state.dispute_kind, *(named if isinstance(named, tuple) else ())}
    if kinds & set(presumption.unless_kinds):
        return presumption.even_if is not None and bool(compiled(presumption.even_if).search(text))
    if presumption.unless is not None and compiled(presumption.unless).search(talk):
        return False
    if presumption.needs is None or facts.keys() & set(presumption.or_facts):
        return True
    return compiled(presumption.needs).search(talk) is not None


def _circumstances(state: DialogueState, text: str, scene: Scene) -> frozenset[str]:
    """What was told before, or is told by these words (怀孕五个月了)."""
    said = scene.content.extractor.read(text, scene.today).get(CIRCUMSTANCES)
    told = (state.facts().get(CIRCUMSTANCES), said.value if said else None)
    return frozenset(each for some in told if isinstance(some, tuple | list) for each in some)


def of_circumstance(state: DialogueState, scene: Scene) -> str | None:
    """The answer to what is worse in a matter than the matter itself: the boss is running away."""
    told = state.facts().get(CIRCUMSTANCES)
    worse = scene.content.intents.suiting.of_circumstance
    named = told if isinstance(told, tuple) else ()
    found = (worse.get(each, {}).get(state.dispute_kind or "") for each in named)
    return next(filter(None, found), None)
