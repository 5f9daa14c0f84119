"""Competence first, distance only among the competent; a sibling district's body never."""

from dataclasses import replace

import pytest

from knowledge.library import Knowledge
from knowledge.organizations.nearest import Candidate, Referral, ReferralQuery, find_organizations
from knowledge.organizations.organization import Organization
from knowledge.organizations.organization_rows import KINDS


def ids(referral: Referral) -> list[str]:
    return [candidate.organization.id for candidate in referral.candidates]


def body(identifier: str, kind: str, level: str, adcode: str, **more: object) -> Organization:
    made = Organization(identifier, f"{identifier} {kind}", kind, level, adcode, certainty="high")
    return replace(made, **more)


def refer(knowledge: Knowledge, bodies: list[Organization], query: ReferralQuery) -> Referral:
    return find_organizations(
        query, bodies, knowledge.hotlines, knowledge.places, knowledge.competence
    )


def test_no_county_is_ever_sent_to_a_sibling_district(knowledge: Knowledge) -> None:
    counties = [region for region in knowledge.places.regions.values() if region.level == "county"]
    assert len(counties) == 2873
    for county in counties:
        query = ReferralQuery(
            county.adcode, industry="外卖", employer="顺丰", worker_kind="platform", kinds=KINDS
        )
        chain = {region.adcode for region in knowledge.places.chain(county.adcode)}
        for candidate in knowledge.refer(query).candidates:
            assert candidate.organization.adcode in chain, (county, candidate)
            assert candidate.organization.level not in ("town", "park"), (county, candidate)


def test_every_dispute_keeps_to_its_kinds_in_every_seat_of_a_body(knowledge: Knowledge) -> None:
    places = sorted({organization.adcode for organization in knowledge.directory})
    for dispute in knowledge.vocabulary.dispute_kinds:
        bodies = knowledge.competence.disputes[dispute]
        allowed = {*bodies.first, *bodies.also}
        for adcode in places[:: len(places) // 40]:
            referral = knowledge.refer(ReferralQuery(adcode, dispute_kinds=(dispute,)))
            special = {"industry_mediation"} if "platform" in dispute else set()
            assert {c.organization.kind for c in referral.candidates} <= allowed | special
            assert [line.contact for line in referral.fallback][:1] == ["12333"]


def test_a_towns_body_serves_that_town_only(knowledge: Knowledge) -> None:
    for organization in knowledge.directory:
        if organization.level != "town" or organization.town_code is None:
            continue
        town = knowledge.places.towns[organization.town_code]
        here = ReferralQuery(
            town.county,
            town=town.code,
            worker_kind="platform",
            industry=",".join(organization.industries),
            kinds=(organization.kind,),
        )
        assert organization.id in ids(knowledge.refer(here))
        assert organization.id not in ids(knowledge.refer(replace(here, town=None)))


def test_a_zone_serves_its_streets_and_those_who_name_it(knowledge: Knowledge) -> None:
    zone_center, city_center = "org-510100-002", "org-510100-001"
    disputes = ("unlawful_dismissal",)
    street = ReferralQuery("510107", town="桂溪街道", dispute_kinds=disputes)
    assert ids(knowledge.refer(street))[0] == zone_center
    named = ReferralQuery("510100", zone="成都高新区", dispute_kinds=disputes)
    assert ids(knowledge.refer(named))[0] == zone_center
    as_town = ReferralQuery("510100", town="成都高新区", dispute_kinds=disputes)
    assert ids(knowledge.refer(as_town))[0] == zone_center
    other_street = ReferralQuery("510107", town="浆洗街街道", dispute_kinds=disputes)
    assert zone_center not in ids(knowledge.refer(other_street))
    assert ids(knowledge.refer(ReferralQuery("510100", dispute_kinds=disputes))) == [city_center]


def test_the_county_comes_before_the_city_and_the_city_only_where_the_county_has_none(
    knowledge: Knowledge,
) -> None:
    county = body("county", "joint_center", "district", "510114")
    city = body("city", "joint_center", "city", "510100")
    province = body("province", "joint_center", "province", "510000")
    query = ReferralQuery("510114", dispute_kinds=("unlawful_dismissal",))
    assert ids(refer(knowledge, [province, city, county], query)) == ["county"]
    assert ids(refer(knowledge, [province, city], query)) == ["city"]
    assert ids(refer(knowledge, [province], query)) == ["province"]
    sibling = body("sibling", "joint_center", "district", "510115")
    assert refer(knowledge, [sibling], query).candidates == ()


def test_an_enterprise_commission_only_for_its_own_people(knowledge: Knowledge) -> None:
    own = "org-330105-002"
    query = ReferralQuery("330105", dispute_kinds=("overtime_pay",), employer="顺丰速运杭州分公司")
    found = ids(knowledge.refer(query))
    assert found[-1] == own
    assert len(found) > 1
    for employer in (None, "圆通速递", "浙江", "速运", "顺"):
        assert own not in ids(knowledge.refer(replace(query, employer=employer)))
    harassment = replace(query, dispute_kinds=("sexual_harassment",))
    assert own not in ids(knowledge.refer(harassment))
    elsewhere = replace(query, region="330106")
    assert own not in ids(knowledge.refer(elsewhere))


def test_trade_bodies_take_their_trade_only(knowledge: Knowledge) -> None:
    drivers = "org-510700-002"
    query = ReferralQuery("510703", dispute_kinds=("platform_deduction",), industry="滴滴司机")
    assert ids(knowledge.refer(query))[0] == drivers
    assert drivers not in ids(knowledge.refer(replace(query, industry="美团外卖")))
    property_trade = ReferralQuery("110102", dispute_kinds=("unlawful_dismissal",), industry="外卖")
    assert "org-110102-001" not in ids(knowledge.refer(property_trade))


def test_served_bodies_come_first_among_equals_only(knowledge: Knowledge) -> None:
    query = ReferralQuery("510114", dispute_kinds=("unlawful_dismissal",))
    plain = body("a", "joint_center", "district", "510114")
    served = body("b", "joint_center", "district", "510114", served=True, certainty="low")
    far_served = body("c", "township_mediation", "city", "510100", served=True)
    found = refer(knowledge, [plain, served, far_served], query)
    assert ids(found) == ["b", "a", "c"]
    assert "served" in found.candidates[0].reasons


def test_distance_decides_among_equals_and_says_when_it_is_rough(knowledge: Knowledge) -> None:
    near = body(
        "near", "joint_center", "district", "510114", lat=30.83, lon=104.16, coord_precision="poi"
    )
    far = body(
        "far",
        "joint_center",
        "district",
        "510114",
        lat=30.90,
        lon=104.30,
        coord_precision="county_seat",
    )
    court = body("court", "arbitration", "district", "510114", lat=30.83, lon=104.16)
    query = ReferralQuery("510114", point=(30.83, 104.16), dispute_kinds=("unlawful_dismissal",))
    found = refer(knowledge, [court, far, near], query)
    assert ids(found) == ["near", "far", "court"]
    distances = [candidate.distance_km for candidate in found.candidates]
    assert distances[0] == 0.0
    assert distances[2] is None
    assert "approximate_distance" in found.candidates[1].reasons
    assert "approximate_distance" not in found.candidates[0].reasons


def test_low_certainty_facts_are_never_shown(knowledge: Knowledge) -> None:
    low = [organization for organization in knowledge.directory if organization.certainty == "low"]
    assert len(low) > 100
    assert all(o.shown_phone is None and o.shown_address is None for o in low)


@pytest.mark.parametrize(
    "dispute", ["housing_fund", "pension", "unemployment_insurance", "enforcement"]
)
def test_what_belongs_to_other_offices_names_none_of_ours(
    dispute: str, knowledge: Knowledge
) -> None:
    referral = knowledge.refer(ReferralQuery("370112", dispute_kinds=(dispute,), employer="顺丰"))
    assert referral.candidates == ()
    assert referral.fallback


def test_families_and_their_domestic_workers_are_not_sent_to_arbitration(
    knowledge: Knowledge,
) -> None:
    query = ReferralQuery("320412", dispute_kinds=("wage_arrears",), worker_kind="domestic")
    kinds = {candidate.organization.kind for candidate in knowledge.refer(query).candidates}
    assert kinds.isdisjoint({"arbitration", "inspection"})


def test_over_retirement_age_keeps_arbitration_for_pay_but_not_for_dismissal(
    knowledge: Knowledge,
) -> None:
    pay = ReferralQuery(
        "441900", dispute_kinds=("wage_arrears",), worker_kind="over_retirement_age"
    )
    dismissal = replace(pay, dispute_kinds=("unlawful_dismissal",))
    assert "arbitration" in {c.organization.kind for c in knowledge.refer(pay).candidates}
    assert "arbitration" not in {c.organization.kind for c in knowledge.refer(dismissal).candidates}


def test_the_employers_seat_adds_arbitration_after_the_place_of_work(knowledge: Knowledge) -> None:
    query = ReferralQuery("320583", dispute_kinds=("unlawful_dismissal",), employer_region="441900")
    found: tuple[Candidate, ...] = knowledge.refer(query).candidates
    seat = [candidate for candidate in found if "employer_seat" in candidate.reasons]
    assert [candidate.organization.id for candidate in seat] == ["org-441900-001"]
    assert found[-1] == seat[0]


def test_a_point_alone_gives_counties_to_choose_from_and_no_body(knowledge: Knowledge) -> None:
    referral = knowledge.refer(ReferralQuery(None, point=(30.823, 104.158)))
    assert referral.candidates == ()
    assert referral.region_options[0].adcode == "510114"
    assert len(referral.region_options) == 3


def test_the_fallback_holds_everywhere(knowledge: Knowledge) -> None:
    for adcode in knowledge.places.regions:
        lines = knowledge.refer(ReferralQuery(adcode)).fallback
        contacts = [line.contact for line in lines]
        assert {"12333", "12345", "http://tiaojie.12333.gov.cn/portal/"} <= set(contacts)
        assert all(line.certainty != "low" and line.source for line in lines)
    suzhou = knowledge.refer(ReferralQuery("320583")).fallback
    assert "0512-12333" in [line.contact for line in suzhou]
    hong_kong = knowledge.refer(ReferralQuery("810005")).fallback
    assert hong_kong[0].contact.startswith("+852")


def test_an_area_code_that_is_not_sure_is_not_given(knowledge: Knowledge) -> None:
    for adcode in ("340181", "370116", "659013"):
        contacts = [line.contact for line in knowledge.refer(ReferralQuery(adcode)).fallback]
        assert not any(contact.endswith("-12333") for contact in contacts)


@pytest.mark.parametrize(
    "query",
    [
        ReferralQuery("not a code", dispute_kinds=("no such kind",), town="²" * 5000),
        ReferralQuery(None, point=(float("nan"), 1e300)),
        ReferralQuery("510114", town="", employer="", industry="\0", worker_kind="?", zone="?"),
        ReferralQuery("510114", kinds=()),
    ],
)
def test_nonsense_still_gets_the_hotlines(query: ReferralQuery, knowledge: Knowledge) -> None:
    assert knowledge.refer(query).fallback
