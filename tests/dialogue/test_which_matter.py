"""Which dispute a talk is about: what happened, the gravest first; and that it stays."""

import pytest

from bot.dialogue.content import Content
from bot.dialogue.told.kinds_told import BESIDE_BODY
from tests.dialogue.sum_talk import Talk


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("骑手，雪天送餐摔断了脚踝，站点反扣我一百五", "platform_injury"),
        ("面粉厂上班，皮带绞断了我小指，车间主任还罚我四百", "work_injury_determination"),
        ("父亲在采石场被压了，下半身没知觉，人还活着，老板不露面", "work_injury_determination"),
        ("我爸在罐区清淤，下池就没再上来，厂里要私了", "death_benefit"),
        ("做月嫂，客户说我洗坏羊绒衫，扣了我一千八不给", "service_contract"),
        ("家政公司的员工，公司发工资，上个月公司没给我发钱", "wage_arrears"),
        ("项目组撤了，公司叫我去前台接待，工资少两千", "transfer_or_pay_cut"),
        ("单位送我去省城规培，签了六年，现在要我赔十万才放人", "training_bond"),
        ("来的时候收了四百工服押金和身份证，干半个月走了，证不还我", "deposit_or_documents"),
        ("怀孕三个月，领班逼我自己写辞职", "maternity_protection"),
        ("提离职快一个月，店长不批，说走了就扣钱", "resignation"),
    ],
)
def test_the_matter_is_what_happened(content: Content, said: str, kind: str) -> None:
    assert Talk(content, said).state.dispute_kind == kind


@pytest.mark.parametrize(
    "said",
    [
        "儿子今年14岁，我一个人养，店里把我从早班换到夜班",
        "我十三岁就学裁缝，现在四十八了，厂里说不要我了",
        "我教十来岁的孩子书法，机构欠我两个月工资",
    ],
)
def test_the_age_of_a_pupil_or_of_long_ago_tells_of_no_child_at_work(
    content: Content, said: str
) -> None:
    assert Talk(content, said).state.dispute_kind != "child_labour"


@pytest.mark.parametrize(
    ("says", "kind"),
    [
        (("烧烤店欠我两个月工资咋办", "在洛阳老城，一个月四千，押金三百也没退"), "wage_arrears"),
        (("仲裁赢了三万，公司不给", "裁决书里工资两万补偿一万，10月9号拿到的"), "enforcement"),
        (
            ("磨床把我手背轧了，骨裂", "上个月工资也拖着", "押金二百没退"),
            "work_injury_determination",
        ),
    ],
)
def test_a_matter_told_stays_whatever_is_told_beside_it(
    content: Content, says: tuple[str, ...], kind: str
) -> None:
    assert Talk(content, *says).state.dispute_kind == kind


def test_who_is_hurt_gets_no_answer_about_the_money_first(content: Content) -> None:
    talk = Talk(content, "跑外卖摔了一跤锁骨断了，那单超时站长先罚我五十，还问我什么时候上线")
    entry = content.knowledge.entries.get(talk.state.entry_id or "")
    assert entry is None or entry.dispute_kind not in BESIDE_BODY


@pytest.mark.parametrize("said", ["我先看看合同", "先问问老板再说", "先看病的钱"])
def test_what_the_worker_is_going_to_do_names_no_matter(content: Content, said: str) -> None:
    assert not list(content.intents.manners.first_matter.named(said))


def test_the_wish_for_one_matter_names_it(content: Content) -> None:
    assert list(content.intents.manners.first_matter.named("先说押金吧"))
