"""Pay that follows from what was told: so much a piece, months and odd days at the wage, agreed less given."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from bot.dialogue.calculation import hourly_told, service_length
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from intents.compiled import compiled
from knowledge.law.money import plain
from knowledge.law.service_years import month_begins

Part = tuple[str, Decimal]
"""How it is worked out, and the yuan."""
Length = tuple[Decimal, Decimal]
"""Whole months, and days beyond them."""
WAGE, MONTHS = "monthly_wage", "months_owed"
DAYS_OF_MONTH = 30
"""By which odd days of a month are counted at the least: all of its days."""
MOST_MONTHS, MOST_PIECES = 60, Decimal(1_000_000)
LEAST_SUM = Decimal(10)
YUAN, CENT = Decimal(1), Decimal("0.01")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def parts(state: DialogueState, text: str, scene: Scene) -> tuple[Part, ...]:
    """The parts of the one sum the words bring about with what was told before; none where they do not."""
    folded = scene.content.extractor.script.fold(text)
    told = state.story if text.strip() in state.story else f"{state.story}\n{text}"
    story = scene.content.extractor.script.fold(told)
    ways = (
        hourly_told.parts(story, scene),
        _by_piece(state, folded, scene),
        _of_months_and_days(state, story, scene),
        _agreed_less_given(state, story, scene),
    )
    return next(filter(None, ways), ()) or _short_each_month(state, folded, scene)


def put_right(state: DialogueState, old: str, new: str, scene: Scene) -> tuple[Part, ...]:
    """The parts with one number in their working put right (不是1130，是1103单); none where none is meant."""
    fold = scene.content.extractor.script.fold
    wrong, right = (_bare_number(fold(each), scene) for each in (old, new))
    if wrong is None or right is None or wrong == right or right <= 0 or not state.parts:
        return ()
    found = [n for n, (said, _) in enumerate(state.parts) if plain(wrong) in _NUMBER.findall(said)]
    if len(found) != 1:
        return ()
    parts = [(said, Decimal(amount)) for said, amount in state.parts]
    said = _exchanged(parts[found[0]][0], plain(wrong), plain(right))
    parts[found[0]] = (said, _worth(said))
    return tuple(parts)


def with_number(state: DialogueState, old: str, new: str) -> tuple[Part, ...]:
    """All parts with one number of their workings as it is now."""
    anew = ((_exchanged(said, old, new), amount) for said, amount in state.parts)
    before = [said for said, _ in state.parts]
    return tuple(
        (said, Decimal(amount) if said == told else _worth(said))
        for told, (said, amount) in zip(before, anew, strict=True)
    )


def _exchanged(working: str, old: str, new: str) -> str:
    return _NUMBER.sub(lambda each: new if each[0] == old else each[0], working)


def _bare_number(said: str, scene: Scene) -> Decimal | None:
    digits = compiled(scene.content.intents.manners.pay_told.leading).match(said)
    extractor = scene.content.extractor
    return extractor.numerals.read(digits[0]) if digits else extractor.money.bare(said)


def _worth(working: str) -> Decimal:
    """What a working like ＋（3500－2100）×4, －2000 or ＋6800÷30×11 comes to, in yuan."""
    sign = -1 if working.startswith("－") else 1
    inner, _, factors = working.lstrip("＋－").rpartition("）")
    if inner:
        agreed, given = inner.lstrip("（").split("－")
        made = Decimal(agreed) - Decimal(given)
    else:
        first, *less = factors.split("－")
        made, factors = Decimal(_NUMBER.findall(first)[0]), first[len(_NUMBER.findall(first)[0]) :]
        made -= sum(map(Decimal, less), Decimal(0))
    for by, number in re.findall(r"([×÷])([0-9.]+)", factors):
        made = made * Decimal(number) if by == "×" else made / Decimal(number)
    return sign * made.quantize(YUAN if "÷" in factors else CENT)


def is_of_piece(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether what counts as the total is the pay of one piece just told (一小时60 讲了42个小时)."""
    told = scene.content.intents.manners.pay_told.pieces_in(
        scene.content.extractor.script.fold(text)
    )
    rate = scene.content.extractor.money.bare(told.rate) if told else None
    return rate is not None and Decimal(str(state.facts().get("amount_claimed"))) == rate


def _by_piece(state: DialogueState, text: str, scene: Scene) -> tuple[Part, ...]:
    """一平方38 贴了420平; 一趟提200 9月跑了18趟 10月15趟, beside the base of each month."""
    before = scene.content.extractor.script.fold(state.story)
    pay_told, money = scene.content.intents.manners.pay_told, scene.content.extractor
    told = pay_told.pieces_in(text, before)
    if told is None:
        return ()
    rate, counts = money.money.bare(told.rate), [money.numerals.read(each) for each in told.made]
    count = sum((each for each in counts if each is not None), Decimal(0))
    if rate is None or None in counts or not 0 < count <= MOST_PIECES or rate <= 0:
        return ()
    made = (rate * count).quantize(CENT)
    piece = ((f"＋{plain(rate)}×{plain(count)}", made),) if made >= LEAST_SUM else ()
    return (*_base(state, f"{before}\n{text}", scene), *piece) if piece else ()


def _base(state: DialogueState, story: str, scene: Scene) -> tuple[Part, ...]:
    """底薪5000 跑一趟提200, both not paid: the base of the months owed."""
    wage, months = state.facts().get(WAGE), state.facts().get(MONTHS)
    if wage is None or months is None or not scene.content.intents.manners.pay_told.has_base(story):
        return ()
    each, times = Decimal(str(wage)), Decimal(str(months))
    return ((f"＋{plain(each)}×{plain(times)}", each * times),)


def _of_months_and_days(state: DialogueState, story: str, scene: Scene) -> tuple[Part, ...]:
    """6800一个月 做了一个月零十一天 一分没拿到: the whole months, and the days by thirty, less the months paid."""
    wage, told = state.facts().get(WAGE), scene.content.intents.manners.pay_told
    length = odd_days(story, scene) if MONTHS not in state.answers else None
    if length is None and MONTHS not in state.answers and told.is_unpaid(story):
        length = _worked(state)
    length = length or _owed_and_days(state, story, scene)
    paid = _number(told.first_months_in(story), scene)
    unpaid = told.is_unpaid(story) or MONTHS in state.answers or paid or _paid(story, scene)
    if wage is None or length is None or not unpaid:
        return ()
    months, days = length[0] - (paid or 0), length[1]
    each = Decimal(str(wage))
    if not 0 <= months <= MOST_MONTHS or not 0 <= days < DAYS_OF_MONTH + 1:
        return ()
    whole = f"＋{plain(each)}" if months == 1 else f"＋{plain(each)}×{plain(months)}"
    found = ((whole, each * months),) if months else ()
    by_day = (each / DAYS_OF_MONTH * days).quantize(YUAN)
    odd = ((f"＋{plain(each)}÷{DAYS_OF_MONTH}×{plain(days)}", by_day),) if days else ()
    return (*found, *odd)


def _owed_and_days(state: DialogueState, story: str, scene: Scene) -> Length | None:
    """The months owed and the days told beside them: 一个月零十一天, 9月10月还有11月干了12天."""
    told, owed = scene.content.intents.manners.pay_told, state.facts().get(MONTHS)
    if (span := _number(told.days_of_span(story), scene)) is not None:
        return (Decimal(0), span)
    if owed is None:
        return None
    months = Decimal(str(owed))
    counted = _told_length(story, scene)
    if counted is not None:
        return counted if counted[0] == months else None
    days = _number(told.days_besides_in(story), scene)
    in_part = months == 1 and scene.content.intents.manners.ledger.is_this_month(story)
    if in_part and (days := days or _days_of_this_month(state, scene)) is not None:
        return (Decimal(0), days)
    return (months, days) if days is not None else None


def _days_of_this_month(state: DialogueState, scene: Scene) -> Decimal | None:
    """Up to the last day at work, where the running month is owed and it began before."""
    last = str(state.facts().get("employed_to") or "")
    this, first = scene.today.isoformat()[:7], str(state.facts().get("employed_from") or "")
    if len(last) != len("2026-08-15") or not last.startswith(this) or first.startswith(this):
        return None
    return Decimal(int(last[-2:]))


def odd_days(story: str, scene: Scene) -> Length | None:
    """The whole months not paid and the days beyond them: told as such, or from one day to another."""
    if (told := _told_length(story, scene)) is not None:
        return told
    besides = scene.content.intents.manners.pay_told.days_besides_in(story)
    if (owed := _span(story, scene, of_pay=True)) is not None:
        months, days = _between(owed[0], owed[1] - timedelta(days=owed[0].day == owed[1].day))
        return months, days + (_number(besides, scene) or 0)
    worked = _span(story, scene, of_pay=False)
    return None if worked is None else _between(*worked)


def _told_length(story: str, scene: Scene) -> Length | None:
    told = scene.content.intents.manners.pay_told.months_and_days_in(story)
    months, days = (_number(each, scene) for each in told) if told else (None, None)
    return None if months is None or days is None else (months, days)


def _span(text: str, scene: Scene, *, of_pay: bool) -> tuple[date, date] | None:
    """9月1号干到10月20号: the first and the last day worked, or of the pay owed (…的工资没给)."""
    told = scene.content.intents.manners.pay_told
    found = scene.content.extractor.dates.find(text, scene.today)
    for first, last in pairwise(found):
        whole = first.value.day and last.value.day and last.ends_span
        between, after = text[first.end : last.start], text[last.end : last.end + 12]
        meant = told.is_of_span(after) if of_pay else told.is_worked_span(between, after)
        if whole and meant and first.value.first_day < last.value.first_day <= scene.today:
            return first.value.first_day, last.value.first_day
    return None


def _worked(state: DialogueState) -> Length | None:
    """From the first day to the last, where both are known."""
    days = [str(state.facts().get(key) or "") for key in ("employed_from", "employed_to")]
    if any(len(day) != len("2026-08-15") for day in days):
        return None
    first, last = (date.fromisoformat(day) for day in days)
    return _between(first, last) if first < last else None


def _between(first: date, last: date) -> Length:
    """The whole months from one day to another, both counted, and the days left over."""
    months = 0
    while month_begins(first, months + 1) - timedelta(days=1) <= last:
        months += 1
    return Decimal(months), Decimal((last - month_begins(first, months)).days + 1)


def _agreed_less_given(state: DialogueState, story: str, scene: Scene) -> tuple[Part, ...]:
    """说好3500 实际给2100, 四个月都这样: what is lacking, for each month where it was agreed by the month."""
    told, money = scene.content.intents.manners.pay_told, scene.content.extractor.money
    found = list(told.agreed_and_given(story))
    if len(found) != 1 or told.hour_in(story) is not None:
        return ()
    agreed, given = money.bare(found[0].agreed), money.bare(found[0].given)
    months = _months(state, story, scene) if found[0].monthly else Decimal(1)
    if months is None and found[0].one_month:
        months = Decimal(1)
    if agreed is None or given is None or months is None or not LEAST_SUM <= given < agreed:
        return ()
    monthly = months != 1
    lacking = (
        f"（{plain(agreed)}－{plain(given)}）" if monthly else f"{plain(agreed)}－{plain(given)}"
    )
    times = f"×{plain(months)}" if monthly else ""
    return ((f"＋{lacking}{times}", (agreed - given) * months),)


def _short_each_month(state: DialogueState, text: str, scene: Scene) -> tuple[Part, ...]:
    """每个月少5000，八个月多: that much for each whole month."""
    told = scene.content.intents.manners.pay_told.short_each_month_in(text)
    each = scene.content.extractor.money.bare(told[0]) if told else None
    if told is None or each is None or each < LEAST_SUM:
        return ()
    lengths = {found.value.months for found in scene.content.extractor.durations.find(told[1])}
    months = lengths.pop() if len(lengths) == 1 else _months(state, told[1], scene)
    if months is None or not 1 <= months <= MOST_MONTHS:
        return ()
    return ((f"＋{plain(each)}×{plain(months)}", each * months),)


def _months(state: DialogueState, story: str, scene: Scene) -> Decimal | None:
    """For how many months it was so."""
    said = _number(scene.content.intents.manners.pay_told.months_alike(story), scene)
    owed = state.facts().get(MONTHS)
    served = service_length.lengths(state.changed(story=story), scene)
    whole = [length for length, rough in served.items() if not rough and length < MOST_MONTHS]
    if said is not None:
        return said
    if owed is not None:
        return Decimal(str(owed))
    return whole[0] if len(whole) == 1 else None


def _paid(story: str, scene: Scene) -> bool:
    return any(_payments(story, scene))


def _payments(story: str, scene: Scene) -> Iterator[str]:
    for line in story.splitlines():
        if said := scene.content.intents.manners.tally.paid_in(line):
            yield said


def _number(said: str | None, scene: Scene) -> Decimal | None:
    return scene.content.extractor.numerals.read(said) if said else None
