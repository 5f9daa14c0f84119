"""Several groups at wages of their own (四个老师一个月3800 两个保育员2800): no one wage is that of the matter."""

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer

WAGE, PEOPLE = "monthly_wage", "people_count"
FEWEST = 2


def told(facts: dict[str, Answer], text: str, scene: Scene) -> dict[str, Answer]:
    """The facts with how many people the groups are, and without the wage of one of them."""
    extractor = scene.content.extractor
    groups = scene.content.intents.manners.tally.groups_in(extractor.script.fold(text))
    sums = {extractor.money.bare(said) for _, said in groups}
    if len(groups) < FEWEST or len(sums) < FEWEST:
        return facts
    people = [extractor.numerals.read(count) for count, _ in groups]
    left = {key: answer for key, answer in facts.items() if key != WAGE}
    if None in people or PEOPLE in facts:
        return left
    return {**left, PEOPLE: Answer(value=int(sum(filter(None, people))), said=text.strip())}
