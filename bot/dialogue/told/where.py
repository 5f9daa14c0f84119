"""Where the work is done: a place told step by step, or one that may mean several; a day as well."""

from collections.abc import Collection

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState
from intents.compiled import compiled
from intents.extraction.found import Found

DAYS = frozenset({"employed_from", "employed_to", "event_date"})
COUNTY, TO_ASK_AGAIN, ASKED_TWICE = "county", "county_again", "county_twice"
"""Marks among the questions skipped: a county refused, or passed over once, or twice."""
SHORTEST = 2
"""Characters of a name that is not told without its last one (沙县)."""


def is_nearer(state: DialogueState, key: str, fact: Found, scene: Scene) -> bool:
    """包河区, after 合肥: the county within the city told before; 12月19号, after 12月: the day in it."""
    before = state.facts().get(key)
    if key in DAYS:
        return before is not None and str(fact.value).startswith(f"{before}-")
    places, code = scene.content.knowledge.places, str(fact.value)
    if key != "region" or not isinstance(before, str) or before == code:
        return False
    return places.region(before) is not None and places.contains(before, code)


def is_wider(state: DialogueState, key: str, fact: Found, scene: Scene) -> bool:
    """广州悦禾文化传播公司, after 天河区: a city or province that only holds the place told before."""
    if key != "region":
        return False
    return not_wider(state, str(fact.value), scene) != str(fact.value)


def with_candidates(state: DialogueState, found: Found | None, scene: Scene) -> DialogueState:
    """A place that may lie in several regions is remembered for when the place is asked; 朝阳区, after
    北京, is the one of them that lies there."""
    if found is None or not isinstance(found.value, tuple):
        return state
    meant = tuple(map(str, found.value))
    if "region" not in state.answers:
        return state.changed(candidates=meant)
    before, places = state.answers["region"], scene.content.knowledge.places
    city = str(before.value)
    within = [code for code in meant if code != city and places.contains(city, code)]
    if len(within) != 1:
        return state
    nearer = Answer(value=within[0], said=found.said)
    return state.changed(answers={**state.answers, "region": nearer})


def told(state: DialogueState, text: str, found: Found | None, scene: Scene) -> DialogueState:
    """The state with the place that the words confirm, or that is still to be chosen."""
    chosen = confirmed(with_candidates(state, found, scene), text, scene)
    return _in_zone(_of_branch(chosen, text, scene), text, scene)


def within_told(state: DialogueState, options: tuple[str, ...], scene: Scene) -> tuple[str, ...]:
    """五华, after 昆明: of the regions a name may mean those in the city told before; all where none is."""
    city, places = state.facts().get("region"), scene.content.knowledge.places
    if not isinstance(city, str):
        return options
    return tuple(code for code in options if places.contains(city, code)) or options


def _of_branch(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """辣巴适火锅雨花店, after 长沙: the county by which a shop or a station is called."""
    city, places = state.facts().get("region"), scene.content.knowledge.places
    folded = scene.content.extractor.plain(text)
    branch = compiled(scene.content.intents.manners.branch)
    if not isinstance(city, str) or branch.search(folded) is None:
        return state
    called = {match["name"] for match in branch.finditer(folded)}
    meant = [each for each in places.children(city) if _calls(each.name, called)]
    if len(meant) != 1:
        return state
    county = Answer(value=meant[0].adcode, said=text.strip())
    return state.changed(answers={**state.answers, "region": county})


def _calls(county: str, branches: Collection[str]) -> bool:
    """Whether one of the branches is called by the county, without its last character."""
    stem = county[:-1]
    return len(stem) >= SHORTEST and any(name.endswith(stem) for name in branches)


def _in_zone(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """惠州仲恺, 苏州工业园区: whoever tells a zone that is no district is not asked for the district."""
    extractor = scene.content.extractor
    folded = extractor.plain(text)
    if COUNTY in state.skipped or not compiled(scene.content.intents.manners.zone).search(folded):
        return state
    if state.asking != "region" and not extractor.places.read(folded).mentions:
        return state
    return state.changed(skipped=(*state.skipped, COUNTY))


def confirmed(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """对余杭的, of the regions offered or near the point shared: the one that the words name."""
    if "region" in state.answers:
        return state
    places = scene.content.knowledge.places
    near = places.counties_near(*state.point) if state.point else ()
    codes = dict.fromkeys((*state.offered, *(region.adcode for region, _ in near)))
    regions = filter(None, (places.region(code) for code in codes))
    named = [each for each in regions if len(each.name) > SHORTEST and each.name[:-1] in text]
    if len(named) != 1 or scene.content.intents.manners.denies(text):
        return state
    meant = Answer(value=named[0].adcode, said=text.strip())
    return state.changed(answers={**state.answers, "region": meant})


def zone_told(state: DialogueState) -> tuple[str, ...]:
    """What stays skipped when a matter begins: the county, where a zone was told in its place."""
    return (COUNTY,) if COUNTY in state.skipped and TO_ASK_AGAIN not in state.skipped else ()


def among_offered(state: DialogueState, adcode: str, scene: Scene) -> str:
    """北京的, after several districts were offered: the one of them that lies there."""
    places = scene.content.knowledge.places
    meant = [
        code for code in state.offered if places.region(code) and places.contains(adcode, code)
    ]
    return meant[0] if len(meant) == 1 else adcode


def not_wider(state: DialogueState, adcode: str, scene: Scene) -> str:
    """海南某某公司, after 海口: the place told before, where the one named now only holds it."""
    before, places = state.facts().get("region"), scene.content.knowledge.places
    known = isinstance(before, str) and places.region(before) is not None
    return str(before) if known and places.contains(adcode, str(before)) else adcode


def passed_over(state: DialogueState) -> DialogueState:
    """The state after the county was asked and something else was told: it is asked at the end."""
    again = () if ASKED_TWICE in state.skipped else (TO_ASK_AGAIN,)
    return state.changed(skipped=(*state.skipped, COUNTY, *again), misread=0)


def asked_once_more(state: DialogueState) -> DialogueState:
    """The state in which a county only passed over is open again, for once."""
    if TO_ASK_AGAIN not in state.skipped:
        return state
    left = (each for each in state.skipped if each not in (COUNTY, TO_ASK_AGAIN))
    return state.changed(skipped=(*left, ASKED_TWICE))
