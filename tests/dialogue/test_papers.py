"""写材料 in the talk: offered where it fits, chosen by a button, never asking for a name."""

import pytest

from bot.channels.rehearsal import Heard, Rehearsal
from bot.dialogue.content import Content
from bot.dialogue.messages import Choice, Text
from bot.documents.template_files import templates
from tests.conftest import NOW

STORY = "我在成都新都宏达电子厂上班，老板三个月没发工资，一共欠我18600，也没签合同"


class Talk:
    """A talk in memory; buttons are pressed by their words."""

    def __init__(self, content: Content) -> None:
        self._rehearsal = Rehearsal(content, "papers")
        self._content = content
        self.last: Heard = self.say("")

    def say(self, text: str) -> Heard:
        self.last = self._rehearsal.hear(Text(text), NOW)
        return self.last

    def press(self, label: str) -> Heard:
        (id,) = {id for id, words in self.offered().items() if words == label}
        self.last = self._rehearsal.hear(Choice(id), NOW)
        return self.last

    def choose(self, id: str) -> Heard:
        self.last = self._rehearsal.hear(Choice(id), NOW)
        return self.last

    def offered(self) -> dict[str, str]:
        return {c.id: c.label for reply in self.last.replies for c in reply.choices}

    def to_summary(self) -> None:
        for _ in range(12):
            if self.last.stage == "summary":
                return
            self.say("跳过")
        raise AssertionError("no summary")


@pytest.fixture
def talk(content: Content) -> Talk:
    """A talk at its beginning."""
    return Talk(content)


def test_without_a_matter_it_asks_what_happened(talk: Talk, content: Content) -> None:
    heard = talk.say("写材料")
    assert heard.replies[0].text == content.wording.say("papers_which_matter")
    assert not heard.replies[0].choices


def test_before_the_questions_are_answered_papers_are_offered_all_the_same(
    talk: Talk, content: Content
) -> None:
    talk.say(STORY)
    heard = talk.say("写申请书")
    assert heard.stage == "intake"
    assert heard.replies[0].text == content.wording.say("papers_early")
    assert "劳动仲裁申请书" in talk.offered().values()


@pytest.mark.parametrize(
    ("said", "paper"),
    [
        ("直接帮我写那个被迫离职通知", "forced_resignation_notice"),
        ("仲裁申请书也要", "arbitration_application"),
        ("给我个投诉书", "inspection_complaint"),
        ("证据清单给我一份", "evidence_list"),
    ],
)
def test_a_paper_asked_for_in_words_is_written(talk: Talk, said: str, paper: str) -> None:
    talk.say(STORY)
    heard = talk.say(said)
    assert heard.effects == ("make_paper",)
    assert heard.replies[0].paper == paper
    assert "还空着" in heard.replies[0].text
    assert heard.stage == "intake"


def test_the_summary_offers_papers_and_one_is_written(talk: Talk, content: Content) -> None:
    talk.say(STORY)
    talk.say("写申请书")
    talk.to_summary()
    heard = talk.press(content.wording.label("papers"))
    labels = set(talk.offered().values())
    assert {"劳动仲裁申请书", "劳动监察投诉书", "调解申请书", "催告函", "证据清单"} <= labels
    assert "工伤认定申请书" not in labels
    heard = talk.press("劳动仲裁申请书")
    assert heard.effects == ("make_paper",)
    assert heard.replies[0].paper == "arbitration_application"
    assert "姓名" in heard.replies[0].text
    assert "18600" not in heard.replies[0].text
    assert heard.stage == "summary"
    assert content.wording.label("right") in talk.offered().values()


def test_who_has_left_is_not_offered_to_leave(talk: Talk) -> None:
    talk.say(STORY + "，上个月我已经走了")
    talk.say("写申请书")
    talk.to_summary()
    talk.press("写申请书")
    assert "被迫解除通知书" not in talk.offered().values()


def test_a_paper_that_does_not_fit_or_exist_leads_to_those_that_do(
    talk: Talk, content: Content
) -> None:
    talk.say(STORY)
    talk.say("写申请书")
    talk.to_summary()
    for id in ("any:paper:injury_application", "any:paper:nonsense", "any:paper:../x"):
        heard = talk.choose(id)
        assert heard.replies[0].text == content.wording.say("papers_not_fitting")
        assert heard.effects == ()


def test_a_pressed_button_without_a_matter_asks_what_happened(talk: Talk, content: Content) -> None:
    heard = talk.choose("any:paper:evidence_list")
    assert heard.replies[0].text == content.wording.say("papers_which_matter")


def test_without_a_date_there_is_no_calendar(talk: Talk) -> None:
    talk.say("老板拖着工资不发，在成都新都")
    talk.say("写材料")
    talk.to_summary()
    talk.press("写申请书")
    heard = talk.press("期限进日历")
    assert not any(reply.paper for reply in heard.replies)


def test_every_kind_of_dispute_has_papers(content: Content) -> None:
    kinds = content.knowledge.vocabulary.dispute_kinds
    for kind in kinds:
        offered = content.intents.papers.for_kind(kind, {})
        assert 3 <= len(offered) <= 9
        assert all(paper.calendar or paper.id in templates().papers for paper in offered)


@pytest.mark.parametrize("said", ["帮我写那个通知", "那辞职信怎么写", "出个离职通知书给我"])
def test_a_paper_called_in_short_is_written_and_sent_again(talk: Talk, said: str) -> None:
    talk.say("公司三年没给我交社保 我想走人还想要补偿")
    assert talk.say(said).replies[0].paper == "forced_resignation_notice"
    assert talk.say("好 发给我").replies[0].paper == "forced_resignation_notice"


def test_an_injury_over_the_age_of_retirement_has_its_application(talk: Talk) -> None:
    talk.say("我帮我爸问的 他62了当保安 上周三巡逻从楼梯上摔下来 腿骨折 物业说超龄不算工伤")
    assert talk.say("那工伤认定的申请表给我一份").replies[0].paper == "injury_application"


def test_a_number_sent_by_mistake_is_taken_back_alone(talk: Talk, content: Content) -> None:
    talk.say("老板欠我8000块 两个月了")
    talk.say("我手机号13800138000")
    heard = talk.say("删了吧 我到时候自己填")
    assert heard.stage == "intake"
    assert heard.replies[0].text == content.wording.say("numbers_not_kept")
    assert talk.say("都删了").stage == "erasing"
