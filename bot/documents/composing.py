"""A paper composed: its sentences filled from what was told, every empty place marked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.documents.evidence import evidence_names, evidence_rows
from bot.documents.filling import fill, labels, marked, runs, safe
from bot.documents.paper import Block, Field, Paper, Told
from bot.documents.template_files import BlockText, PaperText, Templates

AMOUNTS = ("amount", "amount_second", "amount_third")
"""The sums of the first, second and third dispute of a case."""
PLATFORM = "platform"
LEAST_LETTERS = 100
"""A `most` above this counts letters, below it rows."""
Row = tuple[str, ...]


def compose(paper_id: str, told: Told, filled: Mapping[str, str], words: Templates) -> Paper:
    """The paper of that id. `filled` are fields by id, from the web form. KeyError: no such paper."""
    text = words.papers[paper_id]
    desk = _Desk(text, told, {k: safe(v) for k, v in filled.items()}, words)
    gap = words.words["gap"]
    drafts = [desk.draft(block) for block in text.blocks]
    blocks = tuple(
        Block(
            kind=draft.block.kind,
            heading=draft.block.heading,
            opening=runs(draft.opening, gap),
            rows=tuple(tuple(runs(cell, gap) for cell in row) for row in draft.rows),
            columns=draft.columns,
            flush=draft.block.flush,
        )
        for draft in drafts
        if draft.rows or draft.block.kind == "break"
    )
    return Paper(
        id=text.id,
        title=text.title,
        blocks=blocks,
        fields=desk.used(),
        gaps=labels(cell for draft in drafts for cell in draft.cells),
        day=told.day,
    )


@dataclass(frozen=True)
class _Draft:
    block: BlockText
    rows: tuple[Row, ...]
    opening: str = ""
    columns: tuple[str, ...] = ()

    @property
    def cells(self) -> tuple[str, ...]:
        """Every text of the block, in order."""
        return (self.opening, *(cell for row in self.rows for cell in row))


@dataclass
class _Desk:
    """One paper being written."""

    text: PaperText
    told: Told
    filled: Mapping[str, str]
    words: Templates
    seen: dict[str, None] = field(default_factory=dict)

    def value(self, id: str) -> str:
        """What was filled in or told for a field, else its marked gap; KeyError for no field."""
        if id == "other_party":
            return self.value(self._other_party())
        self.seen[id] = None
        return self.known(id) or marked(self.words.fields[id].label)

    def known(self, id: str) -> str:
        """What was filled in or told for a field; empty where nothing was."""
        if id in self.filled:
            return self.filled[id]
        fact = self.words.fields[id].fact or id
        found = self.told.values.get(id) or self.told.values.get(fact)
        return safe(found or self._worked_out(id) or self.told.receivers.get(id, ""))

    def _worked_out(self, id: str) -> str:
        """The sum of the dispute that this field belongs to, where it could be worked out."""
        kinds = [kind for kind, amount in self.disputes() if amount == id]
        return "".join(found.amount for kind in kinds if (found := self.told.worked_out.get(kind)))

    def workings(self) -> tuple[str, ...]:
        """How the sums in this paper were worked out."""
        shown = [self.told.worked_out.get(kind) for kind, amount in self.disputes()
                 if self.known(amount) == self._worked_out(amount)]  # fmt: skip
        return tuple(line for found in shown if found for line in found.lines)

    def used(self) -> tuple[Field, ...]:
        """The fields this paper has, in the order they stand."""
        found = []
        for id in self.seen:
            text = self.words.fields[id]
            found.append(Field(id, text.label, text.hint, text.personal, text.long, self.known(id)))
        return tuple(found)

    def draft(self, block: BlockText) -> _Draft:
        """One block with its sentences filled."""
        rows = _SOURCES[block.of](self) if block.of else self._own(block)
        if block.kind == "items":
            rows = _ended(rows, self.words.words["item_ends"])
        if block.most:
            rows = _cut(rows, block.most, self.words.words["too_long"])
        columns = self.words.words[_COLUMNS[block.of]] if block.of in _COLUMNS else ()
        opening = self._fill(block.opening) if block.opening else ""
        return _Draft(block, rows, opening, tuple(columns))

    def _own(self, block: BlockText) -> tuple[Row, ...]:
        if block.kind == "rows":
            return tuple((self._label(id), self.value(id)) for id in block.fields)
        if block.kind == "signature":
            return ((block.who, self.words.words["date_line"]),)
        if block.kind == "receiver":
            return ((self.words.words["greeting"], self.value(self.text.receiver)),)
        sentences = (*block.sentences, *((block.text,) if block.text else ()))
        return _paragraphs(self._fill(sentence) for sentence in sentences)

    def _label(self, id: str) -> str:
        return self.words.fields[self._other_party() if id == "other_party" else id].label

    def _other_party(self) -> str:
        on_platform = self.told.kinds and self.told.kinds[0].startswith(PLATFORM)
        return PLATFORM if on_platform and not self.known("employer") else "employer"

    def _fill(self, sentence: str, amount: str = "amount") -> str:
        fields = {id: _Lazy(self, id) for id in (*self.words.fields, "other_party")}
        return fill(sentence, {**fields, **self._extra(amount)})

    def _extra(self, amount: str) -> dict[str, Any]:
        """What a sentence may use beside the fields; `amount` is the field of its own sum."""
        return {
            "me": self.text.me,
            "other": self.text.other,
            "told": self._hints(amount),
            "basis": self._basis(),
            "formal": self.text.id == "arbitration_application",
            "today": self.told.hints.get("today", ""),
            "amount": _Lazy(self, amount),
        }

    def _hints(self, amount: str) -> dict[str, str]:
        fields = {id: self.known(id) for id in self.words.fields}
        ground = next(filter(None, map(self.words.ground, self.told.kinds)), None)
        grounds = {"ground": ground.ground, "ground_item": ground.item} if ground else {}
        extra = {"months_count", "overtime", "dismissal_way", "deduction_reason", "contract"}
        blank = dict.fromkeys((*extra, "working", "death", "unreported", "ground_item"), "")
        told = {key: safe(value) for key, value in self.told.hints.items()}
        return {**blank, **fields, **told, **grounds, "amount": self.known(amount)}

    def _basis(self) -> str:
        cited = dict.fromkeys(
            citation for kind, _ in self.disputes() for citation in self.words.dispute(kind).basis
        )
        return "、".join(map(self.told.cite, cited)) if cited else ""

    def disputes(self) -> tuple[tuple[str, str], ...]:
        """The dispute kinds of the case, each with the field of its sum."""
        kinds = self.told.kinds or ("other",)
        needless = {id for kind in kinds for id in self.words.dispute(kind).instead_of}
        own = [
            kind
            for kind in kinds[1:]
            if self.words.has_own(kind) and self.words.dispute(kind).id not in needless
        ]
        groups = {self.words.dispute(kind).id: kind for kind in (*reversed(own), kinds[0])}
        ordered = [kinds[0], *(kind for kind in own if kind in groups.values())]
        return tuple(zip(dict.fromkeys(ordered), AMOUNTS, strict=False))

    def claims(self) -> tuple[Row, ...]:
        """What is asked for, one paragraph a claim."""
        return tuple(
            (self._fill(claim, amount),)
            for kind, amount in self.disputes()
            for claim in self.words.dispute(kind).claims
        )

    def facts_only(self) -> tuple[Row, ...]:
        """What happened, by the kind of dispute."""
        found = (
            self._fill(sentence, amount)
            for kind, amount in self.disputes()
            for sentence in self.words.dispute(kind).facts
        )
        return tuple((sentence,) for sentence in found if sentence)

    def facts(self) -> tuple[Row, ...]:
        """The employment, then what happened."""
        opening = "".join(self._fill(part) for part in self.words.words["employment"])
        return (*(((opening,),) if opening else ()), *self.facts_only())


@dataclass(frozen=True, slots=True)
class _Lazy:
    """A field that counts as used only where a sentence prints it."""

    desk: _Desk
    id: str

    def __str__(self) -> str:
        return self.desk.value(self.id)


def _story(desk: _Desk) -> tuple[Row, ...]:
    """The worker's words, to be put right on the form; nothing where nothing was told."""
    told = desk.known("what_happened")
    return _paragraphs([desk.value("what_happened")]) if told else ()


def _sums(desk: _Desk) -> tuple[Row, ...]:
    found = dict.fromkeys((*desk.told.sums, *desk.workings()))
    lines = tuple((safe(line),) for line in found)
    return (*lines, (desk.words.words["sums_note"],)) if lines else ()


def _ended(rows: tuple[Row, ...], ends: tuple[str, str]) -> tuple[Row, ...]:
    """Each item with its mark; the last one has its own."""
    between, last = ends
    return tuple(
        (text + (last if at == len(rows) else between),) for at, (text,) in enumerate(rows, 1)
    )


def _cut(rows: tuple[Row, ...], most: int, note: str) -> tuple[Row, ...]:
    """At most that many rows; of a long story, as one paragraph, at most so many letters."""
    if most < LEAST_LETTERS:
        return rows[:most]
    text = " ".join(cell for row in rows for cell in row)
    whole = len(text) <= most
    return ((text if whole else text[:most] + note,),) if text else ()


def _paragraphs(texts: Any) -> tuple[Row, ...]:
    lines = (line.strip() for text in texts for line in text.split("\n"))
    return tuple((line,) for line in lines if line)


_COLUMNS = {
    "held_evidence": "columns_held",
    "all_evidence": "columns_all",
    "keeping": "columns_keeping",
}

_SOURCES: Mapping[str, Callable[[_Desk], tuple[Row, ...]]] = {
    "claims": _Desk.claims,
    "facts": _Desk.facts,
    "facts_only": _Desk.facts_only,
    "story": _story,
    "sums": _sums,
    "deadlines": lambda desk: tuple((line,) for line in desk.told.deadline_lines),
    "told_rows": lambda desk: tuple((name, safe(value)) for name, value in desk.told.rows),
    "held_evidence": lambda desk: evidence_rows("held", desk.told, desk.words, desk.text.other),
    "all_evidence": lambda desk: evidence_rows("all", desk.told, desk.words, desk.text.other),
    "keeping": lambda desk: evidence_rows("keeping", desk.told, desk.words, desk.text.other),
    "evidence_names": lambda desk: evidence_names(desk.told, desk.words),
}
