"""What the core speaks from: knowledge, intents and the organizations that work at our desk."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from bot.dialogue.wording import Wording
from intents.crisis_check import CrisisCheck
from intents.library import Intents
from intents.ranking import Ranker
from knowledge.library import Knowledge
from knowledge.organizations.nearest import Referral, ReferralQuery, find_organizations
from knowledge.organizations.organization import Organization

if TYPE_CHECKING:
    from intents.extraction.extractor import Extractor
    from intents.matching.choices import ChoiceReader
    from intents.matching.matcher import Matcher
    from intents.matching.wishes import WishReader


@dataclass(frozen=True)
class Content:
    """All that `step` may consult. Nothing in it changes while a message is handled.

    What takes long to load comes as a function that loads it once, so that a process serves its
    first page before its first message.
    """

    knowledge: Knowledge
    intents: Intents
    crisis: CrisisCheck
    wording: Wording
    load_matcher: "Callable[[], Matcher]"
    load_extractor: "Callable[[], Extractor]"
    load_wishes: "Callable[[], WishReader]"
    load_choices: "Callable[[], ChoiceReader]"
    load_ranker: Callable[[], Ranker]
    served: tuple[Organization, ...] = field(default=())

    def serving(self, organizations: tuple[Organization, ...]) -> "Content":
        """The same content with the organizations that work at our desk today."""
        return replace(self, served=organizations)

    @property
    def matcher(self) -> "Matcher":
        """Recognizes what a message asks."""
        return self.load_matcher()

    @property
    def extractor(self) -> "Extractor":
        """Reads facts out of a message."""
        return self.load_extractor()

    @property
    def wishes(self) -> "WishReader":
        """Hears what a short message in the middle of a talk is up to."""
        return self.load_wishes()

    @property
    def choices(self) -> "ChoiceReader":
        """Hears which choice of a question is meant by other words."""
        return self.load_choices()

    @property
    def ranker(self) -> Ranker:
        """Hears which answer a question in the middle of a case asks for."""
        return self.load_ranker()

    @cached_property
    def organizations(self) -> tuple[Organization, ...]:
        """Served organizations and the directory, a served one standing for its directory row."""
        names = {organization.name for organization in self.served}
        listed = (row for row in self.knowledge.directory if row.name not in names)
        return (*self.served, *listed)

    def find_organizations(
        self, query: ReferralQuery, *, without: Collection[str], only_served: bool = False
    ) -> Referral:
        """The bodies that may help, best first, as if those in `without` did not exist.

        `only_served` leaves out the mere directory.
        """
        knowledge = self.knowledge
        listed = self.served if only_served else self.organizations
        among = [organization for organization in listed if organization.id not in without]
        return find_organizations(
            query, among, knowledge.hotlines, knowledge.places, knowledge.competence
        )


@dataclass(frozen=True)
class Scene:
    """What every handler gets beside the state: the content and the worker's date."""

    content: Content
    today: date

    def say(self, key: str, **values: object) -> str:
        """The reply of that key, filled in."""
        return self.content.wording.say(key, **values)

    def label(self, key: str) -> str:
        """The words on a button."""
        return self.content.wording.label(key)
