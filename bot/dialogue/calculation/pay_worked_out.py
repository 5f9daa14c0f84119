"""Pay that follows from what was told: so much a piece, months and odd days at the wage, agreed less given."""

import re
from decimal import Decimal

from bot.dialogue.calculation import hourly_told, months_and_days, service_length
from bot.dialogue.calculation.months_and_days import (
    MONTHS,
    MOST_MONTHS,
    WAGE,
    YUAN,
    Part,
    number_in,
)
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from intents.compiled import compiled
from knowledge.law.money import plain

MOST_PIECES, LEAST_SUM, CENT = Decimal(1_000_000), Decimal(10), Decimal("0.01")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def parts(state: DialogueState, text: str, scene: Scene) -> tuple[Part, ...]:
    """The parts of the one sum the words bring about with what was told before; none where they do not."""
    folded = scene.content.extractor.script.fold(text)
    told = state.story if text.strip() in state.story else f"{state.story}\n{text}"
    story = scene.content.extractor.script.fold(told)
    ways = (
        hourly_told.parts(story, scene),
        _by_piece(state, folded, scene),
        months_and_days.parts(state, story, scene),
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
    said = number_in(scene.content.intents.manners.pay_told.months_alike(story), scene)
    owed = state.facts().get(MONTHS)
    served = service_length.lengths(state.changed(story=story), scene)
    whole = [length for length, rough in served.items() if not rough and length < MOST_MONTHS]
    if said is not None:
        return said
    if owed is not None:
        return Decimal(str(owed))
    return whole[0] if len(whole) == 1 else None
