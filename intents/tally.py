"""How workers tell what adds to a debt or lessens it: paid in part, owed besides, days at a rate."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from intents.compiled import compiled, filled
from intents.intake_form import IntakeShape


class Recount(IntakeShape):
    """Patterns of words that count days or pieces anew (跟前说错了 工是41个): `marks` that something is taken
    back, what is `counted`, so many `less` or `more`, and whose count it is where it is `of_others`."""

    marks: str
    counted: str
    by_pieces: str
    less: str
    more: str
    of_others: str
    of_month: str

    def counts_in(self, clauses: Sequence[str], units: Sequence[str]) -> list[tuple[str, bool]]:
        """The counts the worker tells, as said, and whether a half more; without those of others."""
        pieces = self.by_pieces.replace("UNITS", "|".join(units))
        own = [each for each in clauses if not compiled(self.of_others).search(each)]
        found = (compiled(p).finditer(each) for each in own for p in (self.counted, pieces))
        return [(m["n"], bool(m.groupdict().get("half"))) for matches in found for m in matches]

    def count_of_month(self, text: str, month: str, units: Sequence[str]) -> list[str]:
        """What was counted of that month, as said (10月上了28节)."""
        pattern = self.of_month.replace("MONTH", month).replace("UNITS", "|".join(units))
        return [match["n"] for match in compiled(pattern).finditer(text)]

    def takes_back(self, text: str) -> bool:
        """Whether the words say that something told was wrong, or was looked up."""
        return compiled(self.marks).search(text) is not None

    def steps_in(self, clauses: Sequence[str]) -> list[tuple[int, str]]:
        """So many forgotten (少算了两天: +1) or too many (多记了一天: -1), as said."""
        own = [each for each in clauses if not compiled(self.of_others).search(each)]
        signed = ((1, self.more), (-1, self.less))
        found = ((s, compiled(p).search(each)) for each in own for s, p in signed)
        return [(sign, match["n"]) for sign, match in found if match]


class Tally(IntakeShape):
    """Patterns of one clause each, with the sum or the number as the group `n`."""

    sum: str
    paid: tuple[str, ...]
    paid_to_others: str
    paid_times: str
    each_time: str
    group_of_times: str
    in_order: str
    sum_of_time: str
    half_paid: str
    days_beside_rate: str
    group_wage: str
    rough: str
    rest: tuple[str, ...]
    rest_of_paid: tuple[str, ...]
    besides: tuple[str, ...]
    said_again: str
    asks_for_rest: str
    pays_each: str
    paid_since: str
    paid_for_other: str
    paid_in_all: str
    other_debtor: str
    left: tuple[str, ...]
    rate: tuple[str, ...]
    daily_cost: str
    not_owed: tuple[str, ...]
    threatened: tuple[str, ...]
    held: tuple[str, ...]
    wanted: tuple[str, ...]
    roughly: str
    shown: str
    no_pay: tuple[str, ...]
    fines: str
    fined_in_all: tuple[str, ...]
    in_all: tuple[str, ...]
    all_alone: tuple[str, ...]
    days: tuple[str, ...]
    by_month: str
    short: str
    short_before: str
    new_base: str
    owing: str
    deposit: str
    month_days: tuple[str, ...]
    half_more: str
    days_each: str
    owed_sum: str
    bare_days: tuple[str, ...]
    age_of_kin: str
    sides: Mapping[str, tuple[str, ...]]
    shares: Mapping[str, str]
    share_taken: str
    recount: Recount

    def paid_in(self, clause: str) -> str | None:
        """What was paid of the debt (9月发过2000)."""
        if compiled(self.pays_each).search(clause) or compiled(self.paid_to_others).search(clause):
            return None
        return self._found(self.paid, clause)

    def counts_in_order(self, text: str) -> bool:
        """Whether the times are told one after the other (头回1000 二回600)."""
        return compiled(self.in_order).search(text) is not None

    def groups_paid(self, text: str) -> tuple[tuple[str, str], ...]:
        """两回一千一回五百: how often each sum came, as said."""
        found = compiled(self.group_of_times).finditer(text)
        return tuple((match["k"], match["s"]) for match in found)

    def paid_times_in(self, text: str) -> tuple[str, tuple[str, ...], bool] | None:
        """How many times was paid, the sums told of it, all as said, and whether one holds for each (给了两次
        一次1000一次500; 给过三回 每次800)."""
        match = compiled(self.paid_times).search(text)
        if match is None:
            return None
        sums = compiled(self.sum_of_time).findall(match["rest"])
        return match["t"], tuple(sums), compiled(self.each_time).search(match["rest"]) is not None

    def halves_paid(self, text: str) -> bool:
        """Whether a half of one month's pay came (其中一个月给了一半)."""
        return compiled(self.half_paid).search(text) is not None

    def days_with_rate(self, text: str) -> str | None:
        """Days alone, of words that tell the pay of one (270一天 30天)."""
        return self._found((self.days_beside_rate,), text)

    def rest_in(self, clause: str, *, paid: bool) -> str | None:
        """What is left of the debt (还差一万); beside a payment by fewer words, too (还欠九千)."""
        return self._found(self.rest_of_paid if paid else self.rest, clause)

    def besides_in(self, clause: str) -> str | None:
        """What is owed beside it (提成还欠3500)."""
        return self._found(self.besides, clause)

    def asks_rest(self, text: str) -> bool:
        """Whether it is asked how much of the pay is still to come (总共欠我多少, 还有几多未拿)."""
        return compiled(self.asks_for_rest).search(text) is not None

    def is_paid_since(self, clause: str) -> bool:
        """Whether a payment came after the debt was told, or besides it (又给过1000)."""
        return compiled(self.paid_since).search(clause) is not None

    def is_paid_in_all(self, clause: str) -> bool:
        """Whether what came is counted from the first day on (前前后后给过一万二), and not of the months owed."""
        return compiled(self.paid_in_all).search(clause) is not None

    def is_of_other_debtor(self, clause: str) -> bool:
        """Whether somebody else holds the sum than who the work was done for (租车押金2000不退)."""
        return compiled(self.other_debtor).search(clause) is not None

    def left_in(self, text: str) -> str | None:
        """What is left of the debt once a payment is off (去掉那一千还剩17600)."""
        return self._found(self.left, text)

    def not_owed_in(self, text: str) -> str | None:
        """What is no debt of this matter: an offer, what the employer claims, a fine for each time."""
        return self._found(self.not_owed, text)

    def threatened_in(self, text: str) -> str | None:
        """What is only to be deducted, or to be kept for good (说擅自离岗扣500)."""
        return self._found(self.threatened, text)

    def held_in(self, text: str) -> str | None:
        """What stands on the account with a platform (里面还有2380)."""
        return self._found(self.held, text)

    def wanted_in(self, text: str) -> str | None:
        """The sum that is wanted (那我就要那2380)."""
        return self._found(self.wanted, text)

    def no_pay_in(self, text: str) -> str | None:
        """What is no debt where pay is owed: a bill of a hospital, a fee, a rent."""
        return self._found(self.no_pay, text)

    def fines_in(self, text: str) -> tuple[str, ...]:
        """Each fine of several told in a row (差评扣400 拒单扣300)."""
        return tuple(m["n"] for m in filled(self.fines, "SUM", self.sum).finditer(text))

    def names_deposit(self, text: str) -> bool:
        """Whether the words name a deposit."""
        return compiled(self.deposit).search(text) is not None

    def months_in(self, text: str) -> tuple[str, ...]:
        """What is owed of each month named (九月六千一，十月五千四)."""
        return tuple(m["n"] for m in filled(self.by_month, "SUM", self.sum).finditer(text))

    def months_named_in(self, text: str) -> tuple[tuple[str, str], ...]:
        """Each month named with what is owed of it, as said (十月, 五千四)."""
        found = filled(self.by_month, "SUM", self.sum).finditer(text)
        return tuple((m.group()[: m.start("n") - m.start()], m["n"]) for m in found)

    def sums_in(self, text: str) -> tuple[str, ...]:
        """Each sum in the words, by its number alone."""
        return tuple(m["n"] for m in compiled(self.sum).finditer(text))

    def falls_short(self, text: str, story: str) -> bool:
        """Whether less came in some months than was due (只发了3100; 少发, told before)."""
        before = compiled(self.short_before).search(story)
        return bool(before or compiled(self.short).search(text))

    def owes(self, text: str) -> bool:
        """Whether the sums may be those that did not come (九月六千一没发)."""
        return compiled(self.owing).search(text) is not None

    def tells_new_base(self, text: str) -> bool:
        """Whether a base wage is that of another post, and no part of the wage before (调过去按底薪2490)."""
        return compiled(self.new_base).search(text) is not None

    def total_in(self, text: str) -> str | None:
        """What is owed in all, beside what is owed to one (总共38万 我自己14200)."""
        return self._found(self.in_all, text)

    def all_told_in(self, text: str) -> str | None:
        """The sum of all that is owed, where nothing else is said (加起来七千三)."""
        return self._found(self.all_alone, text)

    def all_fines_in(self, text: str) -> str | None:
        """The sum of all fines, where it is told (加起来罚了1350)."""
        return self._found(self.fined_in_all, text)

    def rate_in(self, text: str) -> str | None:
        """The pay of one day (三百二一天)."""
        return self._found(self.rate, compiled(self.daily_cost).sub(" ", text))

    def days_in(self, text: str) -> str | None:
        """How many days were worked (做了一百四十个工)."""
        return self._found(self.days, text)

    def days_of_months_in(self, text: str) -> tuple[str, ...]:
        """The days worked in each of several months, as said (9月干了24天 10月干了21天)."""
        return tuple(m["n"] for m in compiled(self.days_each).finditer(text))

    def owed_in(self, text: str) -> str | None:
        """The debt told as such (欠我工资23000)."""
        return self._found((self.owed_sum,), text)

    def month_days_in(self, text: str) -> str | None:
        """The days worked in a month (一个月干二十六天)."""
        return self._found(self.month_days, text)

    def bare_days_in(self, text: str) -> str | None:
        """Days alone (二十六天左右, 是七十八个工)."""
        return self._found(self.bare_days, text)

    def share_in(self, text: str) -> Decimal | None:
        """The share of the wage that was withheld (扣一半)."""
        taken = self.share_taken
        for share, said in self.shares.items():
            if filled(taken, "SHARE", said).search(text):
                part = Fraction(share)
                return Decimal(part.numerator) / Decimal(part.denominator)
        return None

    def is_rough(self, text: str, said: str) -> bool:
        """Whether a sum is told as so much or more (四万多)."""
        rough = compiled(self.rough)
        after = (rest[: len(said)] for rest in text.split(said)[1:]) if said else ()
        return rough.search(said) is not None or any(map(rough.match, after))

    def groups_in(self, text: str) -> list[tuple[str, str]]:
        """How many people have what wage, as said, of each group told (四个老师一个月3800)."""
        found = compiled(self.group_wage).finditer(text)
        return [(match["n"], match["sum"]) for match in found]

    def sides_in(self, text: str) -> dict[str, str]:
        """What is told of side matters (押金, 医药费, an age), by the key of the fact."""
        found = {key: self._found(patterns, text) for key, patterns in self.sides.items()}
        return {key: said for key, said in found.items() if said is not None}

    def is_age_of_kin(self, text: str) -> bool:
        """Whether the age told is that of one of the family (我妈七十三, 儿子今年十五)."""
        return compiled(self.age_of_kin).search(text) is not None

    def _found(self, patterns: tuple[str, ...], text: str) -> str | None:
        for pattern in patterns:
            if match := filled(pattern, "SUM", self.sum).search(text):
                return match["n"]
        return None
