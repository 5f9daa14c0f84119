"""After a danger was told the talk stays with the person, whatever short words come."""

import itertools
import random
from datetime import timedelta

from bot.dialogue.care.crisis import HELD
from bot.dialogue.content import Content
from bot.dialogue.effects import CallHuman, MessageMediator
from bot.dialogue.messages import Text
from bot.dialogue.state import DialogueState
from bot.dialogue.step import step
from tests.conftest import NOW
from tests.dialogue.sum_talk import Talk
from tests.intents.examples import example_file

FILE = example_file("care.yaml")


def test_three_turns_of_a_hundred_scripts_stay_in_the_care_frame(content: Content) -> None:
    dice = random.Random(5)
    triples = list(itertools.permutations(FILE["after"], 3))
    for number, after in enumerate(dice.sample(triples, 100)):
        kind, told = FILE["told"][number % len(FILE["told"])]
        state = step(DialogueState(stage="question"), Text(told), content, NOW).state
        assert state.care_class == kind, told
        before = ""
        for said in after:
            turn = step(state, Text(said), content, NOW)
            danger = turn.state.care_class or kind
            crisis = content.intents.crisis[danger]
            other = "care_on_held" if danger in HELD else f"care_on_{danger}"
            again = content.wording.say(other)
            assert turn.replies[0].text in (crisis.care, crisis.reply, again), (told, said)
            assert turn.replies[0].text != before, (told, said)
            before, state = turn.replies[0].text, turn.state


def test_a_danger_told_over_several_messages_is_heard(content: Content) -> None:
    for pieces in FILE["in_pieces"]:
        state = DialogueState(stage="question")
        called = []
        for piece in pieces:
            turn = step(state, Text(piece), content, NOW)
            called += [effect for effect in turn.effects if isinstance(effect, CallHuman)]
            state = turn.state
        assert called, pieces


def test_short_ordinary_messages_do_not_add_up_to_a_danger(content: Content) -> None:
    dice = random.Random(6)
    for _ in range(200):
        state = DialogueState(stage="question")
        for said in dice.sample(FILE["short"], 4):
            turn = step(state, Text(said), content, NOW)
            assert not any(isinstance(effect, CallHuman) for effect in turn.effects), said
            state = turn.state


def test_a_mediator_who_waits_hears_what_is_said_in_care(content: Content) -> None:
    waiting = DialogueState(
        stage="handed_off", case_number="GY", case_status="accepted", mediator_waits=True
    )
    state = step(waiting, Text("我不想活了"), content, NOW).state
    turn = step(state, Text("我怕"), content, NOW)
    assert turn.replies[0].text == content.intents.crisis["self_harm"].care
    assert turn.effects == (MessageMediator("我怕"),)


def test_facts_told_beside_a_danger_are_kept(content: Content) -> None:
    talk = Talk(content, "老板拖欠工资三个月", "在苏州昆山 他说再要钱就打断我的腿 现在带人堵在门口")
    assert talk.state.care_class == "violence"
    assert talk.state.facts()["region"] == "320583"


def test_after_a_night_a_calm_word_ends_the_care(content: Content) -> None:
    talk = Talk(content, "老板拖欠工资三个月", "我不想活了 药都买好了")
    assert talk.state.care_class == "self_harm"
    talk.hear(Text("昨天不好意思 还是接着说工资的事吧"), NOW + timedelta(hours=20))
    assert talk.state.care_class is None
    assert talk.state.asking == "region"


def test_who_is_locked_out_is_not_taken_for_locked_in(content: Content) -> None:
    talk = Talk(content, "公司把我辞退了 不给赔偿", "昨天起门卡就停了 保安不放我进厂")
    assert talk.state.care_class is None
    assert "12110" not in talk.text


def test_words_that_only_sound_of_danger_keep_the_matter(content: Content) -> None:
    shut_out = Talk(content, "汽配厂 今天早上保安不准我进门 说我遭开了 啥子手续都莫得")
    assert shut_out.state.care_class is None
    assert shut_out.state.dispute_kind == "unlawful_dismissal"
    offered = Talk(content, "我爸上班摔断腿 公司不给报工伤", "他们让他签个字 说给一万块一次了结")
    assert offered.state.care_class is None


def test_an_emergency_moves_with_what_is_told(content: Content) -> None:
    talk = Talk(content, "旁边的人手卷到绞肉机里了 血止不住", "打了120了 还没来")
    assert talk.state.care_said == "next_called"
    talk = Talk(content, "工友从架子上掉下来不动了", "120叫了", "还没来", "救护车拉走了 吓死我了")
    assert talk.state.care_said == "next_taken"
    assert not talk.state.care_turns
    assert Talk(content, "工友从架子上掉下来不动了", "拉走了一个 还有一个埋着").state.care_turns


def test_who_is_held_and_scolds_for_the_money_stays_in_care(content: Content) -> None:
    talk = Talk(
        content, "他们把我们关在宿舍不让出来", "你个死机器人 我要钱 三个月没发了", "警察来了"
    )
    assert talk.state.care_said == "next_police"


def test_despair_once_told_is_no_way_of_a_dispute(content: Content) -> None:
    talk = Talk(
        content, "老板欠我三个月工资 一共一万八 在杭州余杭区", "累死了 这班上得想死", "找谁"
    )
    assert "心理援助热线" not in talk.text
