"""What words of a worker tell beside facts: service, promises, a beginning, proof there is none of."""

from intents.bond import Bond
from intents.compiled import compiled
from intents.intake_form import IntakeShape
from intents.ledger import Ledger


class Telling(IntakeShape):
    """Patterns of word_lists/manners.yaml; `no_proof` is taken out of what tells of proof."""

    ledger: Ledger
    bond: Bond
    lasts_service: str
    promise: str
    total_service: str
    own_service: str
    amount: str
    beginning: str
    compensation_asked: str
    no_proof: str
    day_of_matter: str
    plans_to_leave: str
    end_of_month: str
    told_for_tomorrow: str
    branch: str
    not_a_place: str
    names_like_questions: str

    def without_names(self, text: str) -> str:
        """The words without names that end like a question (饿了么)."""
        return compiled(self.names_like_questions).sub("", text)

    def lasts_of_service(self, text: str) -> bool:
        """Whether a clause tells how long somebody worked there, and no other length of time."""
        return compiled(self.lasts_service).search(text) is not None

    def promises(self, text: str) -> bool:
        """Whether somebody promised something (说今年五一给)."""
        return compiled(self.promise).search(text) is not None

    def service_told(self, text: str) -> tuple[str | None, str | None]:
        """All the years ever worked, and those with this employer, as they are said (累计12年，这家4年半)."""
        total = compiled(self.total_service).search(text)
        own = compiled(self.own_service).search(text)
        said = (total["length"] or total["length_too"]) if total else None
        return said, own["length"] if own else None

    def holds_amount(self, text: str) -> bool:
        """Whether a sum, a length of time or a count stands in the words (十二个钟头)."""
        return compiled(self.amount).search(text) is not None

    def begins(self, text: str) -> bool:
        """Whether the words tell when something began (是从七月)."""
        return compiled(self.beginning).search(text) is not None

    def asks_compensation(self, text: str) -> bool:
        """Whether the words speak of money for what was done (能赔点不)."""
        return compiled(self.compensation_asked).search(text) is not None

    def without_denied_proof(self, text: str) -> str:
        """The words without proof there is none of (欠条没打 就记工本)."""
        return compiled(self.no_proof).sub("", text)

    def is_no_place(self, text: str) -> bool:
        """Whether the words can name no place (做前台的)."""
        return compiled(self.not_a_place).search(text) is not None
