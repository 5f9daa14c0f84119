"""The gazetteer: nesting, names, what lies near a point."""

import math

import pytest

from knowledge.library import Knowledge
from knowledge.places.places import distance_km


def test_a_county_lies_in_its_city_and_province(knowledge: Knowledge) -> None:
    assert [region.name for region in knowledge.places.chain("510114")] == [
        "新都区",
        "成都市",
        "四川省",
    ]
    assert knowledge.places.chain("999999") == ()


@pytest.mark.parametrize(
    ("adcode", "name"),
    [
        ("510114", "四川省成都市新都区"),
        ("110105", "北京市朝阳区"),
        ("429004", "湖北省仙桃市"),
        ("441900", "广东省东莞市"),
        ("440000", "广东省"),
        ("nowhere", ""),
    ],
)
def test_full_name_repeats_nothing(adcode: str, name: str, knowledge: Knowledge) -> None:
    assert knowledge.places.full_name(adcode) == name


def test_every_chain_ends_in_a_province(knowledge: Knowledge) -> None:
    for adcode in knowledge.places.regions:
        assert knowledge.places.chain(adcode)[-1].level == "province"


def test_counties_near_a_point_come_nearest_first(knowledge: Knowledge) -> None:
    near = knowledge.places.counties_near(30.823, 104.158)
    assert near[0][0].adcode == "510114"
    assert len(near) == 3
    assert [km for _, km in near] == sorted(km for _, km in near)


def test_a_city_without_counties_is_offered_itself(knowledge: Knowledge) -> None:
    assert "441900" in [
        region.adcode for region, _ in knowledge.places.counties_near(23.02, 113.74)
    ]


@pytest.mark.parametrize(
    "point", [(0.0, 0.0), (91.0, 10.0), (math.nan, 104.0), (30.0, math.inf), (48.85, 2.35)]
)
def test_a_point_abroad_has_no_county(point: tuple[float, float], knowledge: Knowledge) -> None:
    assert knowledge.places.counties_near(*point) == ()


def test_a_county_without_a_point_of_its_own_is_never_near(knowledge: Knowledge) -> None:
    urumqi = knowledge.places.regions["650000"]
    near = knowledge.places.counties_near(urumqi.lat, urumqi.lon, limit=20)
    assert "659013" not in [region.adcode for region, _ in near]


def test_towns_are_found_by_either_form_of_their_name(knowledge: Knowledge) -> None:
    for name in ("西乡", "西乡街道", " 西乡 "):
        assert [town.code for town in knowledge.places.towns_named(name, within="440306")] == [
            "440306003"
        ]


def test_distance_agrees_with_a_known_one() -> None:
    beijing_to_shanghai = distance_km(39.9042, 116.4074, 31.2304, 121.4737)
    assert beijing_to_shanghai == pytest.approx(1067, abs=3)
    assert distance_km(10, 20, 10, 20) == 0
