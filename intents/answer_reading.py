"""What every reader of an answer is given: the question, the words, and how they read without fillers."""

from datetime import date

from intents.answer_kinds import NotUnderstood
from intents.compiled import compiled
from intents.extraction.extractor import Extractor
from intents.extraction.found import Value
from intents.intake_form import Question

UNREADABLE = NotUnderstood("unreadable")
Read = Value | NotUnderstood


class Reading:
    """One answer being read: the text folded, and stripped of fillers."""

    def __init__(self, question: Question, said: str, today: date, extractor: Extractor) -> None:
        self.question, self.said, self.today, self.extractor = question, said, today, extractor
        self.words = extractor.words.answers
        self.folded = extractor.plain(said).casefold().strip()
        self.last = extractor.corrections.last_part(self.folded)
        self.bare = (
            compiled(self.words.fillers).sub("", self.last.strip()).strip() or self.last.strip()
        )

    def asks(self) -> bool:
        """Whether it sounds like a question."""
        return bool(compiled(self.words.asks).search(self.folded))

    def stated(self) -> Value | None:
        """The fact of this question as a whole sentence states it (我是去年8月入职的)."""
        found = self.extractor.read(self.said, self.today).get(self.question.id)
        return found.value if found else None
