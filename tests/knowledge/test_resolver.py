"""The place of work out of a sentence: examples in places.yaml."""

from pathlib import Path
from typing import Any

import pytest

from knowledge.library import Knowledge
from knowledge.strict_yaml import read_yaml

EXAMPLES: list[dict[str, Any]] = read_yaml(
    Path(__file__).with_name("places.yaml"), "places.yaml"
).value


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=[example["say"] or "empty" for example in EXAMPLES]
)
def test_place_of_work(example: dict[str, Any], knowledge: Knowledge) -> None:
    reading = knowledge.read_place(example["say"])
    assert list(reading.adcodes) == example["expect"], reading
    if "towns" in example:
        assert list(reading.town_codes) == example["towns"]
    if "zones" in example:
        assert list(reading.zones) == example["zones"]
    if "employer" in example:
        assert list(reading.employer_adcodes) == example["employer"]


@pytest.mark.parametrize(
    ("within", "said", "adcode", "town"),
    [
        ("440300", "南山", "440305", None),
        ("440300", "光明", "440311", None),
        ("440300", "在西乡那边", "440306", "440306003"),
        ("441900", "长安", "441900", "441900119"),
        ("110000", "朝阳", "110105", None),
        ("510100", "不是成都，在绵阳涪城", "510703", None),
        ("440300", "南山区", "440305", None),
        ("440300", "公司天天加班", None, None),
        ("999999", "浦东", "310115", None),
    ],
)
def test_a_part_of_a_known_region_is_read_in_it(
    within: str, said: str, adcode: str | None, town: str | None, knowledge: Knowledge
) -> None:
    reading = knowledge.resolver.read(said, within=within)
    assert reading.adcodes == ((adcode,) if adcode else ())
    assert reading.town_codes == ((town,) if town else ())


def test_a_mention_points_into_the_text_as_it_was_given(knowledge: Knowledge) -> None:
    text = "我在廣州天河　上班"
    mention = knowledge.read_place(text).mentions[0]
    assert text[mention.start : mention.end] == mention.text == "廣州天河"


@pytest.mark.parametrize(
    "text",
    [
        "朝阳" * 50_000,
        "\ud800在\0北京" * 20,
        "深圳" + "\u202e" * 300 + "宝安",
        "省市区县" * 5_000,
        "²①٣ 東 " * 1000,
        "从在到去" * 5_000,
    ],
)
def test_hostile_text_is_read_without_harm(text: str, knowledge: Knowledge) -> None:
    assert len(knowledge.read_place(text).mentions) <= 60
