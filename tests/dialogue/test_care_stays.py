"""What sounds as if a danger were over, and is not: the care stays. Found by a second reader."""

import pytest

from bot.dialogue.content import Content

STILL = """好多了 吃了一半药
没跳 坐在边上
没跳成 还想 我决定了
没事了 再见
没事了 谢谢你们 照顾好我妈
想通了 不拖累家里了
冷静了 我决定了
说说而已？我是认真的
我老婆来了又走了
不是气话
不是开玩笑
我不安全
还没出来
求你放我出去
他们不会放了我
老板走了 门还锁着
他打了我
他们打了我一顿
打了三个人
药倒了出来 一大把
下来了 又上去了
换个地方
药收了 还有绳子
老婆在家 我在桥上
工友下班了 就剩我一个
老婆来了 我把门反锁了
在去医院的路上 没气了
医生说没救了
到医院了 人没了
工头把他拉走了
电话打通了 他说要跳
他说再见
我要报警他就打我
警察来了又走了
警察来了他们又打
同事在外面敲门
我老公在 他打我
我很平静 都安排好了
说话了 又晕了
他在动 一直抽""".splitlines()

ENDS_NOTHING = """没送医院了
没到医院
没冷静了
他还不敢出来了
我爸来了 还在机器里
没跳 等天黑
想通了 死了就好了
证件拿回来了 人还关着
好多了 等他出来再捅
到家了 他在门口
老板说明天放了我
朋友来了 他还没走""".splitlines()

OVER = """没事了
老婆回来了 在做饭
警察来了
120打了
发了
我从楼顶下来了
药扔了
血止住了
有呼吸
到医院了 医生在看
他老婆看着他呢
说说而已
12356打了
我出来了 在车站
我就那么一说 谁真砍啊""".splitlines()


@pytest.mark.parametrize("said", STILL)
def test_the_care_stays(content: Content, said: str) -> None:
    intents = content.intents
    assert intents.caring.goes_on(said)
    assert not intents.is_safe(said)
    assert intents.caring.near_danger(said) is None
    for danger in intents.caring.done:
        assert intents.caring.done_in_danger(danger, said) is None
        assert not intents.caring.is_settled(danger, said)


@pytest.mark.parametrize("said", ENDS_NOTHING)
def test_nothing_is_over(content: Content, said: str) -> None:
    intents = content.intents
    assert not intents.is_safe(said)
    assert intents.caring.near_danger(said) is None
    assert not any(intents.caring.is_settled(danger, said) for danger in intents.caring.settled)


@pytest.mark.parametrize("said", OVER)
def test_what_was_done_is_heard(content: Content, said: str) -> None:
    assert not content.intents.caring.is_unended(said)
