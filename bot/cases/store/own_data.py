"""The part of a transaction about what a worker may ask of the own data."""

from datetime import datetime

from bot.cases.consents import Consent
from bot.cases.evidence import Evidence
from bot.cases.open_questions import OpenQuestion
from bot.cases.store import consents, data_links, evidence, open_questions
from bot.cases.store.unit import Unit


class OwnData(Unit):
    """See Transaction."""

    def note_consent(self, conversation_id: str, consent: Consent) -> None:
        """Write down what a worker agreed to, refused, took back or was told."""
        consents.note_consent(self._connection, conversation_id, consent)

    def consents_of(self, conversation_id: str) -> tuple[Consent, ...]:
        """The answers of a conversation, oldest first."""
        return consents.consents_of(self._connection, conversation_id)

    def make_data_link(self, conversation_id: str, now: datetime) -> str:
        """A token that fetches the data of a conversation once, within a day."""
        return data_links.make_link(self._connection, self._vault, conversation_id, now)

    def data_link_owner(self, token: str, now: datetime) -> str | None:
        """The conversation whose data a token fetches; None when it is no longer good."""
        return data_links.owner_of(self._connection, self._vault, token, now)

    def use_data_link(self, token: str, now: datetime) -> str | None:
        """As `data_link_owner`, and the token is used up."""
        return data_links.use_link(self._connection, self._vault, token, now)

    def open_questions_of(self, conversation_id: str) -> tuple[OpenQuestion, ...]:
        """Questions of a conversation noted for the editors, oldest first."""
        return open_questions.open_questions_of(self._connection, self._vault, conversation_id)

    def evidence_given_in(self, conversation_id: str) -> tuple[Evidence, ...]:
        """The files given in a conversation, oldest first."""
        return evidence.evidence_given_in(self._connection, self._vault, conversation_id)
