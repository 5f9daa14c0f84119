"""Run time: recognizes one message with a trained model. Numpy and rapidfuzz only, pure."""

from dataclasses import replace
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from intents.matching.decision import Verdict, decide, offered
from intents.matching.features import Floats, Integers
from intents.matching.following import Following, together
from intents.matching.meaning import Meaning
from intents.matching.model import Model
from intents.matching.normalise import Normaliser, shortened
from intents.matching.several import with_others
from intents.matching.signals import SignalReader, Signals
from intents.matching.within import leaning, rank, within
from intents.recognition import Case, Explanation, Match, Recognition, TalkedAbout

# Posts up to here are read whole (measured: better than any choice of their sentences).
_LONG = 160
_SENTENCES = 3
_NEAR_EXACT = 90
_NEAR = 0.4
_NEAREST = 12
_NEAR_EXACT_SCORE = 0.97
_FEWEST_CHARACTERS = 4
_FEW_CHARACTERS = 8
_SENTENCES_ASKED = 3
_DOOR_MARGIN = -0.85
_DOOR_LEAD = 0.03
_FAR_DOWN = 60
"""An answer which so many others are likelier than by the words alone is not what they ask."""
_READINGS_KEPT = 16
"""One turn asks several times what its message means, alone and within its case."""
_ELSEWHERE_WITHIN = 0.1
"""A question within a case this little about labour is of another field (狗主人赔还是站点赔 is none)."""


class Matcher:
    """Recognizes messages; share one between threads. It keeps its last few readings, in memory alone."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._normaliser = Normaliser(model.words.fillers, model.words.dialect)
        self._reader = SignalReader(model.linear, model.phrases, model.meaning, model.words.labour)
        self._signals = lru_cache(maxsize=_READINGS_KEPT)(self._reader.read)
        self._explained = lru_cache(maxsize=_READINGS_KEPT)(self._explain)
        self.recognize = lru_cache(maxsize=_READINGS_KEPT)(self._recognize)
        self.recognize_within = lru_cache(maxsize=_READINGS_KEPT)(self._recognize_within)
        self._following = Following(model.words)
        self._number = {label: n for n, label in enumerate(model.linear.labels)}
        self._entries = dict(list(self._number.items())[: model.linear.entry_count])
        self._own = _phrases_of(model.phrases.labels, len(model.linear.labels))

    def _recognize(self, text: str, after: TalkedAbout | None = None) -> Recognition:
        """What the message asks, alone or `after` an answer. Any text is safe once `clean`."""
        explained = self.explain(text)
        alone = explained.recognition
        rest = self._following.rest(self._normaliser.letters(text)) if after else None
        if after is not None and rest is not None and not self._is_elsewhere(explained):
            return self._recognize_after(rest, after, alone)
        return (
            with_others(alone, self._also_asked(text, alone))
            if alone.outcome == "answer"
            else alone
        )

    def _recognize_within(self, text: str, case: Case) -> Recognition:
        """What a message asks in the middle of a case; one of another field, or almost a phrase of
        an entry that suits the case, means what it says."""
        explained = self.explain(text)
        alone = explained.recognition
        own_words = explained.near_exact and alone.matches
        if own_words and alone.matches[0].entry_id not in case.excluded:
            return alone
        if self._is_elsewhere(explained) and alone.domain_score < _ELSEWHERE_WITHIN:
            return alone
        read, story = explained.read, self.explain(case.story).read
        own, told = self._signals(read), self._signals(story)
        signals = within(own, told, self._signals(story + read), case, self._entries)
        enough = len(read) >= _FEWEST_CHARACTERS
        verdict = decide(signals, len(self._entries), self._model.calibration, says_enough=enough)
        if rank(own, verdict.ranked[0], signals) >= _FAR_DOWN:
            verdict = replace(verdict, outcome="clarify")
        matches = _shown(verdict, self._matches(verdict, signals))
        return Recognition(verdict.outcome, matches, None, verdict.domain_score)

    def margins(self, text: str, case: Case | None) -> tuple[Floats, Floats]:
        """How well each of `entry_ids` fits a question: by its words alone, and leaning to the case."""
        count = len(self._entries)
        own = self._reader.margins(self._read(text, self._fold(shortened(text))))
        if case is None:
            return own[:count], own[:count]
        told = self._reader.margins(self.explain(case.story).read)
        return own[:count], leaning(own, told, case, self._entries)[:count]

    @property
    def entry_ids(self) -> tuple[str, ...]:
        """The entries, in the order of their margins."""
        return tuple(self._entries)

    @property
    def meaning(self) -> Meaning:
        """What texts mean, for other readers."""
        return self._model.meaning

    def letters(self, text: str) -> str:
        """The letters of a text in plain words, as other readers see them."""
        return self.repaired(self._normaliser.letters(text))

    def repaired(self, letters: str) -> str:
        """The letters with words written by sound mended."""
        return self._model.homophones.repaired(letters, self._reader.known)

    def explain(self, text: str) -> Explanation:
        """The same with everything that led to it."""
        return self._explained(text)

    def _explain(self, text: str) -> Explanation:
        folded = self._fold(shortened(text))
        read = self._read(text, folded)
        signals = self._signals(read)
        exact = self._near_exact(folded, signals)
        verdict = self._verdict(read, signals, exact)
        matches = self._matches(verdict, signals)
        door = self._best_door(signals)
        return Explanation(
            normalised=folded,
            read=read,
            recognition=Recognition(
                outcome=verdict.outcome,
                matches=_shown(verdict, matches),
                door=self._door(verdict, signals, exact),
                domain_score=verdict.domain_score,
            ),
            candidates=matches,
            best_door=door,
            near_exact=exact is not None,
            thresholds=self._thresholds,
        )

    def _is_elsewhere(self, explained: Explanation) -> bool:
        """Whether the words are of a door, and no entry fits them beyond doubt (那朋友借钱不还呢)."""
        alone = explained.recognition
        best = max((match.score for match in explained.candidates), default=0.0)
        refused = alone.outcome == "out_of_scope" and alone.door is not None
        return refused and best < self._model.calibration.beyond_doubt

    def _beyond_doubt(self, alone: Recognition) -> bool:
        limit = self._model.calibration.beyond_doubt
        return alone.outcome == "answer" and alone.matches[0].score >= limit

    def _fold(self, text: str) -> str:
        folded = self._normaliser.fold(text)
        return self.repaired(folded)

    def _recognize_after(self, rest: str, after: TalkedAbout, alone: Recognition) -> Recognition:
        """A short message that leans on the answer before: 那要赔多少, 没签合同呢."""
        folded = self._fold(rest)
        linear = self._model.linear
        own = self._signals(folded)
        joined = self._signals(self._fold(after.title) + folded)
        signals = together(own, joined, after, self._number)
        verdict = decide(signals, linear.entry_count, self._model.calibration, says_enough=True)
        alone_best = int(own.margins[: linear.entry_count].argmax())
        if verdict.ranked[0] == alone_best and self._beyond_doubt(alone):
            return alone
        if verdict.outcome != "answer" or verdict.ranked[0] != alone_best:
            verdict = replace(verdict, outcome="choices")
        return Recognition(
            verdict.outcome, _shown(verdict, self._matches(verdict, signals)), None,
            verdict.domain_score,
        )  # fmt: skip

    def _also_asked(self, text: str, alone: Recognition) -> list[Match]:
        """The other answers of single sentences, where a message has several and one is sure."""
        sentences = [self._fold(each) for each in self._normaliser.sentences(text)]
        telling = [each for each in sentences if len(each) >= _FEW_CHARACTERS]
        if len(telling) < 2:
            return []
        found = []
        answered = self._number[alone.matches[0].entry_id]
        for sentence in telling[:_SENTENCES_ASKED]:
            if self._reader.margins(sentence)[: len(self._entries)].argmax() == answered:
                continue
            signals = self._signals(sentence)
            verdict = self._verdict(sentence, signals, self._near_exact(sentence, signals))
            if verdict.outcome == "answer":
                found.append(self._matches(verdict, signals)[0])
        return found

    @cached_property
    def _thresholds(self) -> dict[str, float]:
        limits = self._model.calibration
        return {
            "answer": limits.answer,
            "beyond_doubt": limits.beyond_doubt,
            "choices": limits.choices,
            "in_scope": limits.in_scope,
            "sure_in_scope": limits.sure_in_scope,
        }

    def _read(self, text: str, folded: str) -> str:
        """The folded text, of a long one the most telling sentences."""
        return folded if len(folded) <= _LONG else self._most_telling(text)

    def _most_telling(self, text: str) -> str:
        """The three sentences most like our domain, in their order."""
        sentences = [self._fold(each) for each in self._normaliser.sentences(text)]
        vectors = [self._reader.vector(sentence) for sentence in sentences]
        likeness = [
            self._reader.domain_margins(vector)[0] + self._reader.labour_words(sentence)
            for vector, sentence in zip(vectors, sentences, strict=True)
        ]
        best = sorted(sorted(range(len(sentences)), key=lambda n: -likeness[n])[:_SENTENCES])
        return "".join(sentences[number] for number in best)

    def _near_exact(self, folded: str, signals: Signals) -> int | None:
        """The label of a phrase that is this message but for a slip of the finger."""
        phrases = self._model.phrases
        near = np.flatnonzero(signals.nearness > _NEAR)
        nearest = near[np.argsort(-signals.nearness[near], kind="stable")[:_NEAREST]]
        candidates = {int(number): phrases.folded[number] for number in nearest}
        found = process.extractOne(folded, candidates, scorer=fuzz.ratio, score_cutoff=_NEAR_EXACT)
        return None if found is None else int(phrases.labels[found[2]])

    def _verdict(self, read: str, signals: Signals, exact: int | None) -> Verdict:
        linear, limits = self._model.linear, self._model.calibration
        enough = len(read) >= _FEWEST_CHARACTERS
        verdict = decide(signals, linear.entry_count, limits, says_enough=enough)
        if not read:
            return replace(verdict, outcome="clarify")
        if exact is None:
            return self._unless_short(read, verdict, signals)
        if exact >= linear.entry_count:
            return Verdict("out_of_scope", verdict.ranked, verdict.scores, 0.0)
        others = [
            (label, score)
            for label, score in zip(verdict.ranked, verdict.scores, strict=True)
            if label != exact
        ][:3]
        labels = (exact, *(label for label, _ in others))
        scores = (_NEAR_EXACT_SCORE, *(min(score, 1 - _NEAR_EXACT_SCORE) for _, score in others))
        return Verdict("answer", labels, scores, max(verdict.domain_score, _NEAR_EXACT_SCORE))

    def _unless_short(self, read: str, verdict: Verdict, signals: Signals) -> Verdict:
        """A few words that fit no door are asked about, not refused."""
        short = len(read) < _FEW_CHARACTERS and self._sure_door(signals) is None
        if verdict.outcome == "out_of_scope" and short:
            return replace(verdict, outcome="clarify")
        return verdict

    def _matches(self, verdict: Verdict, signals: Signals) -> tuple[Match, ...]:
        labels = self._model.linear.labels
        return tuple(
            Match(labels[label], score, self._phrase(label, signals))
            for label, score in zip(verdict.ranked, verdict.scores, strict=True)
        )

    def _phrase(self, label: int, signals: Signals) -> str:
        own = self._own[label]
        if not own.size:
            return ""
        return self._model.phrases.written[int(own[signals.nearness[own].argmax()])]

    def _door(self, verdict: Verdict, signals: Signals, exact: int | None) -> str | None:
        if verdict.outcome != "out_of_scope":
            return None
        return self._model.linear.labels[exact] if exact is not None else self._sure_door(signals)

    def _best_door(self, signals: Signals) -> str | None:
        linear = self._model.linear
        doors = signals.margins[linear.entry_count :]
        return linear.labels[linear.entry_count + int(doors.argmax())] if doors.size else None

    def _sure_door(self, signals: Signals) -> str | None:
        """The best door where it stands out: a wrong door sends a person the wrong way."""
        doors = np.sort(signals.margins[self._model.linear.entry_count :])
        if not doors.size or doors[-1] < _DOOR_MARGIN:
            return None
        leads = doors.size == 1 or doors[-1] - doors[-2] >= _DOOR_LEAD
        return self._best_door(signals) if leads else None


def _phrases_of(labels: Integers, count: int) -> list[NDArray[np.intp]]:
    """The phrase numbers of each label."""
    order = np.argsort(labels, kind="stable")
    return np.split(order, np.searchsorted(labels[order], np.arange(1, count)))


def _shown(verdict: Verdict, matches: tuple[Match, ...]) -> tuple[Match, ...]:
    if verdict.outcome == "answer":
        return matches
    if verdict.outcome == "choices":
        return matches[: offered(verdict.scores)]
    return ()
