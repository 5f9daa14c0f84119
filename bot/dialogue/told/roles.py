"""What a sum of money is: a debt of the matter, or an offer, a counter-claim, a fine for each time."""

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState

CLAIMS = ("amount_claimed", "monthly_wage")


def of_matter(
    state: DialogueState, told: dict[str, Answer], text: str, scene: Scene
) -> dict[str, Answer]:
    """The facts told without a sum that the words give another part: 签了给我一千 is no claim. Before
    any matter is talked about such a sum still makes a story of the words (`tallying` drops it)."""
    if state.dispute_kind is None:
        return told
    extractor, tally = scene.content.extractor, scene.content.intents.manners.tally
    named = [key for key in CLAIMS if key in told]
    other = tally.not_owed_in(extractor.script.fold(text)) if named else None
    sum_ = extractor.money.bare(other) if other else None
    wrong = {key for key in named if sum_ is not None and told[key].value == f"{sum_:.2f}"}
    return {key: answer for key, answer in told.items() if key not in wrong}


def kept(before: DialogueState, after: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state after words were read part by part, without such a sum either."""
    new = {k: answer for k, answer in after.answers.items() if before.answers.get(k) != answer}
    wrong = new.keys() - of_matter(after, new, text, scene).keys()
    left = {key: answer for key, answer in after.answers.items() if key not in wrong}
    return after.changed(answers=left) if wrong else after
