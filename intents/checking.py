"""Checks that need both rooms: names that must exist, and texts that must fit a phone."""

from collections.abc import Collection, Iterator, Mapping

from intents.asked_questions import ELSEWHERE
from intents.choice_words import FOLDER as CHOICES
from intents.choice_words import NONE
from intents.intake_form import FACT_KEYS, WORKED_OUT
from intents.library import Intents
from intents.loading import DOORS, NOT_REPLIES, PAPERS, QUESTIONS, SUMS
from intents.papers_wished import PREFIX
from intents.reply_names import REPLY_NAMES
from intents.wish_words import FOLDER as WISHES
from intents.wish_words import KINDS
from knowledge.law.calculation_rules import RULES
from knowledge.problems import Problem
from knowledge.strict_yaml import YamlDocument

OTHER = "other"
"""The dispute kind of the form that serves all that no other does."""


def check_intents(
    intents: Intents,
    documents: Mapping[str, YamlDocument],
    entry_ids: Collection[str],
    dispute_kinds: Collection[str],
) -> list[Problem]:
    """Faults in how this room refers to knowledge; `documents` by path within the room."""
    return [
        *_areas(intents, documents, entry_ids),
        *_forms(intents, documents, dispute_kinds),
        *_questions(intents, documents),
        *_sums(intents, documents, dispute_kinds),
        *_papers(intents, documents, dispute_kinds),
        *_labels(intents, documents),
        *_doors(intents, documents, entry_ids),
        *_asked(intents, documents, entry_ids),
        *_replies(intents, documents),
        *_wishes(intents, documents),
        *_choices(intents, documents),
    ]


def _areas(
    intents: Intents, documents: Mapping[str, YamlDocument], entry_ids: Collection[str]
) -> Iterator[Problem]:
    document = documents["phrases/areas.yaml"]
    for index, area in enumerate(intents.areas.values()):
        for entry in area.entries:
            if entry not in entry_ids:
                line = document.line("areas", index, "entries")
                yield Problem(document.shown_as, line, f"{entry} is not an entry")


def _forms(
    intents: Intents, documents: Mapping[str, YamlDocument], dispute_kinds: Collection[str]
) -> Iterator[Problem]:
    served: dict[str, str] = {}
    for form in intents.forms.values():
        document = documents[f"intake/forms/{form.id}.yaml"]
        for kind in form.fits:
            if kind not in dispute_kinds:
                yield Problem(
                    document.shown_as, document.line("fits"), f"{kind} is no dispute kind"
                )
            if form.if_told is not None:
                continue  # it serves beside the usual one, where that fact was told
            if kind in served:
                also = f"{kind} is served by {served[kind]} too"
                yield Problem(document.shown_as, document.line("fits"), also)
            served[kind] = form.id
    if unserved := set(dispute_kinds) - served.keys() - {OTHER}:
        missing = f"no form serves {', '.join(sorted(unserved))}"
        yield Problem("intents/intake/forms", 0, missing)
    if sum(not form.fits for form in intents.forms.values()) != 1:
        yield Problem("intents/intake/forms", 0, "exactly one form has no fits: it serves the rest")


def _questions(intents: Intents, documents: Mapping[str, YamlDocument]) -> Iterator[Problem]:
    """Questions that change nothing, and conditions about facts that nobody tells."""
    document = documents[QUESTIONS[0]]
    known = intents.questions.keys() | WORKED_OUT | FACT_KEYS
    for name, text in document.value.items():
        if not text.get("changes"):
            yield Problem(document.shown_as, document.line(name), f"{name}: changes nothing")
        for condition in text.get("ask_if", ()):
            if condition["fact"] not in known:
                unknown = f"{name}: ask_if is about {condition['fact']}, which nobody tells"
                yield Problem(document.shown_as, document.line(name, "ask_if"), unknown)
        meant = {fact for choice in text.get("choices", ()) for fact in choice.get("means", ())}
        for fact in sorted(meant - FACT_KEYS):
            unknown = f"{name}: means {fact}, which is no fact"
            yield Problem(document.shown_as, document.line(name, "choices"), unknown)


def _sums(
    intents: Intents, documents: Mapping[str, YamlDocument], dispute_kinds: Collection[str]
) -> Iterator[Problem]:
    """Rules, dispute kinds and values that the sums name and nobody knows."""
    document = documents[SUMS]
    served: set[str] = set()
    for index, sum_ in enumerate(intents.sums.by_id.values()):
        unknown = [f"{rule} is no calculation" for rule in sum_.rules if rule not in RULES]
        unknown += [f"{kind} is no dispute kind" for kind in sum_.fits if kind not in dispute_kinds]
        unknown += [f"{kind} has two sums" for kind in sum_.fits if kind in served]
        served |= set(sum_.fits)
        for problem in unknown:
            yield Problem(document.shown_as, document.line("sums", index), problem)
    keys = {key for rule in RULES.values() for key in (*rule.needs, *rule.uses)}
    for key, fact in intents.sums.told_by.items():
        if key not in keys or fact not in intents.questions:
            line = document.line("told_by", key)
            yield Problem(document.shown_as, line, f"{key}: {fact} tells no value of a calculation")


def _papers(
    intents: Intents, documents: Mapping[str, YamlDocument], dispute_kinds: Collection[str]
) -> Iterator[Problem]:
    """Dispute kinds and facts that the papers name and nobody knows."""
    document = documents[PAPERS]
    for index, paper in enumerate(intents.papers.by_id.values()):
        kinds = () if paper.fits == "all" else paper.fits
        unknown = [f"{kind} is no dispute kind" for kind in kinds if kind not in dispute_kinds]
        if paper.only_if and paper.only_if.fact not in intents.questions:
            unknown.append(f"{paper.only_if.fact} is asked by no question")
        for problem in unknown:
            yield Problem(document.shown_as, document.line("papers", index), problem)


def _labels(intents: Intents, documents: Mapping[str, YamlDocument]) -> Iterator[Problem]:
    for name in QUESTIONS:
        document = documents[name]
        for question, text in document.value.items():
            fact = text.get("answers", question)
            if f"fact.{fact}" not in intents.labels:
                missing = f"replies/labels.yaml has no fact.{fact}"
                yield Problem(document.shown_as, document.line(question), missing)


def _replies(intents: Intents, documents: Mapping[str, YamlDocument]) -> Iterator[Problem]:
    for name in sorted(REPLY_NAMES - set(intents.replies)):
        yield Problem("intents/replies", 0, f"the reply {name} is missing")
    for path, document in documents.items():
        if path.startswith("replies/") and path not in NOT_REPLIES:
            for name in document.value:
                if name not in REPLY_NAMES:
                    line = document.line(name)
                    yield Problem(document.shown_as, line, f"{name} is no reply the bot asks for")


def _doors(
    intents: Intents, documents: Mapping[str, YamlDocument], entry_ids: Collection[str]
) -> Iterator[Problem]:
    for door in intents.doors.values():
        document = documents.get(f"{DOORS}/{door.id}.yaml")
        if document is None:
            yield Problem(f"intents/{DOORS}", 0, f"{door.id} must stand in {door.id}.yaml")
        elif door.id in entry_ids:
            yield Problem(document.shown_as, document.line("id"), f"{door.id} is an entry too")


def _asked(
    intents: Intents, documents: Mapping[str, YamlDocument], entry_ids: Collection[str]
) -> Iterator[Problem]:
    """Labels that name nothing."""
    for path, document in documents.items():
        if not path.startswith("asked/"):
            continue
        for index, record in enumerate(document.value["asked"]):
            unknown = set(record.get("entries", ())) - set(entry_ids)
            door = record.get("door")
            if door is not None and door not in intents.doors and door != ELSEWHERE:
                unknown.add(door)
            line = document.line("asked", index)
            for name in sorted(unknown):
                yield Problem(document.shown_as, line, f"{name} is neither an entry nor a door")


def _wishes(intents: Intents, documents: Mapping[str, YamlDocument]) -> Iterator[Problem]:
    """Wishes that no word list knows."""
    commands = set(intents.commands.values())
    moves = {*intents.manners.moves, *(f"{PREFIX}{paper}" for paper in intents.paper_wishes.papers)}
    known = dict(zip(KINDS, (commands, moves, intents.asides.asides), strict=True))
    for kind, names in known.items():
        document = documents[f"{WISHES}/{kind}.yaml"]
        for name in document.value:
            if name not in names:
                yield Problem(document.shown_as, document.line(name), f"{name} is none of {kind}")


def _choices(intents: Intents, documents: Mapping[str, YamlDocument]) -> Iterator[Problem]:
    """Phrases for choices that no question has, and questions whose choices have no phrases."""
    taught: set[str] = set()
    for path, document in documents.items():
        if path.startswith(f"{CHOICES}/"):
            for name, by_choice in document.value.items():
                taught.add(name)
                question = intents.questions.get(name)
                choices = question.choices if question else ()
                known = {NONE, *(choice.id for choice in choices)}
                for choice in by_choice.keys() ^ known:
                    line, fault = (
                        document.line(name),
                        f"{name}: phrases and choices differ in {choice}",
                    )
                    yield Problem(document.shown_as, line, fault)
    for name, question in intents.questions.items():
        if question.choices and name not in taught:
            yield Problem(f"intents/{CHOICES}", 0, f"{name}: no phrases for its choices")
