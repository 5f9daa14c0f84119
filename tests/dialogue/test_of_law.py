"""Numbers of the law come from knowledge/law: another value there makes another sum."""

from dataclasses import replace

from bot.dialogue.content import Content
from knowledge.law.parameters import Parameter, Parameters
from tests.dialogue.sum_talk import Talk

GUARD = ("在长春一家商场做保安，国庆三天都上班没给加班费，月薪4350", "这三天该给多少")


def _with(content: Content, name: str, number: str) -> Content:
    """The content under a law that fixes another number."""
    basis = content.knowledge.calculation_basis
    before = basis.parameters.file.root[name]
    values = tuple(each.model_copy(update={"value": number}) for each in before.values)
    other: Parameter = before.model_copy(update={"values": values})
    file = basis.parameters.file.model_copy(
        update={"root": {**basis.parameters.file.root, name: other}}
    )
    changed = replace(basis, parameters=Parameters(file))
    return replace(content, knowledge=replace(content.knowledge, calculation_basis=changed))


def test_a_holiday_is_paid_by_the_days_of_the_law(content: Content) -> None:
    assert "4350元÷21.75＝200元，3倍是一天600元" in Talk(content, *GUARD).text
    other = _with(content, "monthly_paid_days", "20")
    assert "4350元÷20＝217.5元，3倍是一天652.5元" in Talk(other, *GUARD).text


def test_so_is_its_multiple(content: Content) -> None:
    other = _with(content, "overtime_public_holiday", "4")
    assert "4倍是一天800元" in Talk(other, *GUARD).text


def test_the_share_that_may_be_withheld_is_that_of_the_law(content: Content) -> None:
    says = ("餐馆扣了我三成工资，说我打碎盘子，在昆明",)
    assert "每月最多也只能扣20%" in Talk(content, *says).text
    other = _with(content, "wage_deduction_share", "0.5")
    assert "每月最多也只能扣20%" not in Talk(other, *says).text
