"""Answers for a trade: who tells plainly of another one is not given them."""

from intents.suiting import Trade, Trades

TRADES = Trades(
    {
        "milk": Trade(entries=("milk_route",), said="奶|订户", plainly="送奶"),
        "nursing": Trade(kinds=("carer",), said="护工|病房", plainly="做护工", must_be_told=True),
    }
)


def test_an_answer_of_another_trade_is_for_others() -> None:
    told = TRADES.others("我做护工，晚上也守着")
    assert told.include("milk_route", ())
    assert not told.include("night_watch", ("carer",))


def test_words_of_both_trades_leave_both_open() -> None:
    assert not TRADES.others("做护工，早上还帮人送订户的奶").include("milk_route", ())


def test_where_no_trade_is_plainly_told_nothing_is_for_others() -> None:
    assert not TRADES.others("老板不给我结钱").include("milk_route", ())


def test_some_trades_have_to_be_told() -> None:
    assert TRADES.others("送奶的").leave_untold("night_watch", ("carer",))
    assert not TRADES.others("在病房干了三年").leave_untold("night_watch", ("carer",))


def test_an_answer_for_employees_is_of_no_trade_by_its_worker_kinds() -> None:
    assert TRADES.of("night_watch", ("employee", "carer")) == frozenset()
