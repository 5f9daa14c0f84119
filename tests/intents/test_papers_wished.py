"""Papers wished for in plain words, and papers only asked about."""

import pytest

from bot.dialogue.content import Content

WISHED = {
    "直接帮我写那个被迫离职通知": "paper_forced_resignation_notice",
    "仲裁申请书也要": "paper_arbitration_application",
    "没签合同只有记工的本子那你给我弄个投诉的材料嘛": "paper_inspection_complaint",
    "能不能帮忙出一份工伤申报表": "paper_injury_application",
    "证据那个清单算了，帮我弄个证据目录呗": "paper_evidence_list",
    "把仲裁申请书也写了 公司全称是河南某某公司": "paper_arbitration_application",
    "能不能帮俺写封给劳动局的信": "paper_inspection_complaint",
    "那封催款的信也要": "paper_demand_letter",
}
NOT_WISHED = [
    "我已经写了投诉书",
    "投诉书交上去了",
    "公司给我发了仲裁申请书",
    "投诉信咋写",
    "工伤认定申请表谁填",
    "老板叫我写情况说明",
    "写好的仲裁申请书在哪看",
    "老板欠我三个月工资",
]


@pytest.mark.parametrize(("said", "wish"), WISHED.items())
def test_a_paper_is_wished_for(content: Content, said: str, wish: str) -> None:
    assert content.intents.paper_wishes.named(said) == wish


@pytest.mark.parametrize("said", NOT_WISHED)
def test_a_paper_is_only_spoken_of(content: Content, said: str) -> None:
    assert content.intents.paper_wishes.named(said) is None
