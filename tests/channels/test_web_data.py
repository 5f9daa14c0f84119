"""The own data over the web: each right in two taps, the file by a link that is good once."""

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.bell import Bell
from bot.cases.store.store import Store
from bot.dialogue.content import Content
from tests.channels.web_serving import Phone, Site, serving
from tests.conftest import NOW

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture
def site(store: Store, content: Content, bell: Bell) -> Iterator[Site]:
    with serving(store, content, bell) as served:
        yield served


@pytest.fixture
def phone(site: Site) -> Phone:
    return site.phone()


def link(page: str) -> str:
    return "/mydata/" + page.rpartition('action="/mydata/')[2].partition('"')[0]


def test_each_right_is_one_press_behind_my_data(phone: Phone, content: Content) -> None:
    phone.say("老板拖欠工资8000元，在成都新都")
    for right, answered in (
        ("export", content.wording.say("happened_export_ready", path="x")),
        ("rectify", content.wording.say("what_to_correct")),
        ("reason", "觉得不对"),
        ("delete", "全部删掉"),
    ):
        page = phone.say("我的资料")
        choice = page.choices[content.wording.label(f"right.{right}")]
        phone.post(choice=choice)
        assert answered in phone.page().said[-1][1], right


@pytest.mark.parametrize("command", ["/export", "/correct", "/why", "/delete", "/withdraw"])
def test_each_right_is_also_a_word(phone: Phone, command: str) -> None:
    before = phone.say("老板拖欠工资8000元").said[-1]
    assert phone.say(command).said[-1] != before


def test_the_file_holds_everything_and_comes_once(phone: Phone, store: Store) -> None:
    phone.say("老板拖欠工资8000元，我电话13800000000")
    assert phone.send_file("工资条.pdf", PDF).status_code == 303
    phone.say("导出")
    address = link(phone.client.get("/").text)
    assert "下载" in phone.client.get(address).text
    answer = phone.client.post(address)
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        names = archive.namelist()
        values = json.loads(archive.read("data.json"))
        shown = archive.read("我的资料.html").decode()
    assert names == ["data.json", "我的资料.html", "文件/01 工资条.pdf"]
    assert "13800000000" not in json.dumps(values)
    assert values["told"]
    assert values["files"][0]["name"] == "工资条.pdf"
    assert values["consents"][0]["what"] == "开头的说明"
    assert all(part in shown for part in ("老板拖欠工资8000元", "谁看过", "你同意过什么"))
    again = phone.client.post(address)
    assert again.status_code == phone.client.get(address).status_code == 404
    assert phone.client.get("/mydata/" + "x" * 43).text == phone.client.get(address).text


def test_a_link_dies_after_a_day_and_with_the_conversation(phone: Phone, store: Store) -> None:
    phone.say("你好")
    with store.transaction() as transaction:
        owner = phone.client.cookies["gongyou"]
        conversation = transaction.open_conversation("web", owner, NOW)
        token = transaction.make_data_link(conversation.id, NOW)
        late = NOW + timedelta(hours=24)
        assert transaction.data_link_owner(token, late) is None
        assert transaction.data_link_owner(token, NOW) == conversation.id
        transaction.erase_conversation(conversation.id, NOW)
        assert transaction.use_data_link(token, NOW) is None


def test_a_message_taken_back_is_gone_from_the_page(phone: Phone, content: Content) -> None:
    page = phone.say("我叫小王，电话13800000000")
    assert "13800000000" not in page.source
    pressed = page.choices[content.wording.label("unsay")]
    answer = phone.post(choice=pressed, htmx=True, after="whatever-1")
    assert answer.headers["hx-reswap"] == "innerHTML"
    assert "我叫小王" not in answer.text
    assert "我叫小王" not in phone.page().source
