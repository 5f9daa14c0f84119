"""What the worker wants, or is wanted of: money claimed from them, a leased car, to stay in the job."""

from intents.compiled import compiled
from intents.intake_form import IntakeShape


class Standpoint(IntakeShape):
    """Patterns of the whole story. `claimed_against`: the other side wants money of the worker, who (by
    `own_claim`) claims none; `leased`: a car or a tool rented, and no work for the one who lets it;
    `stays`: the worker wants to keep the job; `owed`: money is owed or kept back; `sent_by_school`:
    a school has to do with the work."""

    claimed_against: str
    own_claim: str
    leased: str
    stays: str
    owed: str
    sent_by_school: str

    def is_claimed_against(self, story: str) -> bool:
        """喊我赔15万违约金, and nothing is owed to the worker."""
        own = compiled(self.own_claim).search(story)
        return own is None and compiled(self.claimed_against).search(story) is not None

    def is_leased(self, story: str) -> bool:
        """租车行的车跑网约车，押金不退."""
        return compiled(self.leased).search(story) is not None

    def tells_of_debt(self, story: str) -> bool:
        """Whether the words tell of money owed or kept back."""
        return compiled(self.owed).search(story) is not None

    def wants_to_stay(self, story: str) -> bool:
        """我不想走，就想回原岗."""
        return compiled(self.stays).search(story) is not None

    def is_sent_by_school(self, said: str) -> bool:
        """班主任说不去厂里就不给毕业证."""
        return compiled(self.sent_by_school).search(said) is not None
