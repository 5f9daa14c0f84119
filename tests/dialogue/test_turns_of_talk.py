"""What a counsellor does between the questions: lets go, comes back, answers beside the matter."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk


def test_a_place_passed_over_is_let_go_and_asked_before_an_organization_is_sought(
    content: Content,
) -> None:
    talk = Talk(content, "酒店不要我了 做客房保洁的", "跳过")
    assert "到找机构那一步再说" in talk.text
    assert talk.state.asking != "region"
    talk.say(*["跳过"] * 8, "对")
    assert talk.state.asking == "region"
    talk.say("跳过", "对")
    assert talk.state.stage == "referral_offer"


def test_a_place_unread_twice_is_let_go(content: Content) -> None:
    talk = Talk(content, "老板不给工资", "就那边", "反正那里")
    assert talk.state.asking != "region"


@pytest.mark.parametrize("said", ["说回我那个事", "算了 还是你接着问吧", "接着说钱的事吧"])
def test_the_talk_comes_back(content: Content, said: str) -> None:
    talk = Talk(content, "老板欠我两个月工资 一个月5000", "成都武侯")
    talk.say("去仲裁要不要花钱的", said)
    assert talk.state.stage == "intake"
    assert talk.state.asking is not None


def test_a_question_about_another_leaves_the_matter_alone(content: Content) -> None:
    talk = Talk(content, "老板欠我两个月工资 一个月5000", "成都武侯")
    before = talk.state.facts()
    talk.say("先问个别的 我妈77年2月生的 啥时候能退休")
    assert talk.state.facts() == before
    assert "女工人" in talk.text


def test_what_went_wrong_goes_before_a_guess(content: Content) -> None:
    talk = Talk(content, "我想辞职", "帮我处理", "成都武侯")
    guessed = talk.state.dispute_kind
    talk.say("他压了我两个月工资没给")
    assert guessed != talk.state.dispute_kind == "wage_arrears"


def test_abuse_is_met_otherwise_the_second_time(content: Content) -> None:
    talk = Talk(content, "老板两个月没发工资", "废物机器人")
    first = talk.text
    assert talk.say("废物机器人").text != first
    assert "往心里去" not in talk.say("刚才骂你别往心里去哈").text
    assert talk.state.stage == "intake"


def test_after_a_danger_calm_is_believed(content: Content) -> None:
    talk = Talk(content, "工地欠我38000", "合肥包河区", "再不给我就从塔吊上跳下去")
    assert "12356" in talk.text
    assert "陪着" in talk.say("回宿舍了 工友陪着我 没事了").text
    assert "还在这家干" in talk.say("接着说钱的事吧").text


def test_the_matter_told_calmly_twice_ends_the_care(content: Content) -> None:
    talk = Talk(content, "老板两个月没发工资", "我不想活了", "一个月5000", "在成都武侯区")
    assert talk.state.care_turns == 0
    assert talk.state.facts()["monthly_wage"] == "5000.00"


def test_small_talk_is_no_date(content: Content) -> None:
    talk = Talk(content, "我被辞退了", "杭州余杭", "今天天气真好")
    assert "event_date" not in talk.state.answers
