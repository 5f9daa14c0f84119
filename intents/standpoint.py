"""What the worker wants, or is wanted of: money claimed from them, a leased car, to stay in the job."""

from intents.compiled import compiled
from intents.intake_form import IntakeShape


class Standpoint(IntakeShape):
    """Patterns of the whole story. `claimed_against`: the other side wants money of the worker, who (by
    `own_claim`) claims none; `leased`: a car or a tool rented, and no work for the one who lets it, with
    `lease_deposit` and `rent`, the sums as the group `n`;
    `stays`: the worker wants to keep the job; `owed`: money is owed or kept back; `paid_once`, no
    `paid_by_month`: what is owed is a bonus for joining, a deposit; `sent_by_school`: a school has to
    do with the work."""

    claimed_against: str
    own_claim: str
    leased: str
    employers_car: str
    lease_sign: str
    lease_of_car: str
    lease_deposit: tuple[str, ...]
    rent: tuple[str, ...]
    deposit_returned: str
    earnings: str
    car_back: str
    car_back_before: str
    due_after: str
    account: str
    balance: tuple[str, ...]
    stays: str
    paid_once: str
    paid_by_month: str
    owed: str
    sent_by_school: str

    def is_claimed_against(self, story: str) -> bool:
        """喊我赔15万违约金, and nothing is owed to the worker."""
        own = compiled(self.own_claim).search(story)
        return own is None and compiled(self.claimed_against).search(story) is not None

    def is_leased(self, story: str) -> bool:
        """租车行的车跑网约车，押金不退."""
        return compiled(self.leased).search(story) is not None

    def is_employers_car(self, story: str) -> bool:
        """Whether who lets the car is who one works for (租站点的电瓶车, 承包费)."""
        return compiled(self.employers_car).search(story) is not None

    def is_car_leased(self, story: str) -> bool:
        """Whether the car that is driven for a platform is another's (车是租的)."""
        if compiled(self.lease_sign).search(story) is None:
            return False
        return self.is_leased(story) or compiled(self.lease_of_car).search(story) is not None

    def lease_deposit_in(self, text: str) -> str | None:
        """The deposit, as said (押金一万二)."""
        return _first(self.lease_deposit, text)

    def returned_in(self, text: str) -> str | None:
        """What of the deposit came back, as said (退了我3000)."""
        match = compiled(self.deposit_returned).search(text)
        return (match["n"] or match["k"]) if match else None

    def speaks_of_earnings(self, text: str) -> bool:
        """Whether the words speak of what is earned (一个月净得六千)."""
        return compiled(self.earnings).search(text) is not None

    def brings_car_back(self, before: str, after: str) -> bool:
        """Whether the words about a day say that the car was given back then (8月30号退的车, 还车是9月18)."""
        if compiled(self.car_back).match(after) is not None:
            return True
        named = compiled(self.car_back_before).search(before)
        return named is not None and not after[:1].isalnum()

    def days_until_due(self, text: str) -> str | None:
        """After how many days the deposit was to come back, as said (退车后60天退)."""
        return _first((self.due_after,), text)

    def speaks_of_account(self, text: str) -> bool:
        """Whether the words speak of an account with a platform."""
        return compiled(self.account).search(text) is not None

    def balance_in(self, text: str) -> str | None:
        """What an account holds, as said (余额还有328)."""
        return _first(self.balance, text)

    def rent_in(self, text: str) -> str | None:
        """The rent of a month, as said (月租3800)."""
        return _first(self.rent, text)

    def tells_of_debt(self, story: str) -> bool:
        """Whether the words tell of money owed or kept back."""
        return compiled(self.owed).search(story) is not None

    def is_paid_once(self, story: str) -> bool:
        """返费满三个月给四千，到期不给: what is owed has no months."""
        monthly = compiled(self.paid_by_month).search(story) is not None
        return not monthly and compiled(self.paid_once).search(story) is not None

    def wants_to_stay(self, story: str) -> bool:
        """我不想走，就想回原岗."""
        return compiled(self.stays).search(story) is not None

    def is_sent_by_school(self, said: str) -> bool:
        """班主任说不去厂里就不给毕业证."""
        return compiled(self.sent_by_school).search(said) is not None


def _first(patterns: tuple[str, ...], text: str) -> str | None:
    found = (compiled(pattern).search(text) for pattern in patterns)
    return next((match["n"] for match in found if match), None)
