"""A question that no answer surely meets: that is said, the likeliest answer is given in short by its name, and the
next ones are offered as buttons."""

from bot.dialogue.answers import asking, details, likeliest, meanwhile, repeating
from bot.dialogue.content import Scene
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Button, Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn, lasting_button
from intents.recognition import Likely

WORTH_OFFERING, WORTH_SAYING, MOST = 0.04, 0.06, 3
"""How likely an answer must be to be offered, and to be said; how many are offered."""
LIKELIER = 0.1
"""How likely an answer must be to go before a remark in a part of the words."""
CARD = "card"
"""What stands before the id of an answer or a detail in a button that stays good."""


def offered(state: DialogueState, text: str, scene: Scene) -> Reply:
    """That no answer is surely at hand, with what may be meant."""
    choices = tuple(_button(each, scene) for each in _likely(state, text, scene))
    return Reply(scene.say("unsure_offering" if choices else "unsure_of_this"), choices)


def said(state: DialogueState, text: str, scene: Scene) -> Reply | None:
    """The likeliest answer in short, with what else may be meant; None where none is likely enough."""
    likely = _likely(state, text, scene)
    if not likely or likely[0].likely < WORTH_SAYING:
        return None
    choices = tuple(_button(each, scene) for each in likely)
    asked, short = choices[0].label, _in_short(state, likely[0], text, scene)
    return Reply(scene.say("unsure_saying", asked=asked, said=short, more=choices[1:]), choices)


def is_likely(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether an answer is likelier than what a part of the words alone would mean (他在群里骂我 我能告吗)."""
    likely = _likely(state, text, scene)
    return bool(likely) and likely[0].likely >= LIKELIER


def is_unsure(reply: Reply, scene: Scene) -> bool:
    """Whether a reply is such a one."""
    return reply.text.startswith((scene.say("unsure_lead"), scene.say("unsure_saying_lead")))


def _in_short(state: DialogueState, each: Likely, text: str, scene: Scene) -> str:
    """The detail or the conclusion; what stands behind it where it was given before."""
    content = scene.content
    if each.is_detail:
        return content.intents.details.by_id[each.name].says
    entry = content.knowledge.entries[each.name]
    given = each.name in (*state.cards_said, state.shown_card)
    return repeating.again(entry, text, scene) if given else entry.short_answer


def _likely(state: DialogueState, text: str, scene: Scene) -> tuple[Likely, ...]:
    folded = scene.content.extractor.script.fold(text)
    if not details.may_be_asked(state):
        return ()
    found: dict[str, Likely] = {}
    reading = likeliest.Reading(state, folded, scene)
    for own in asking.each(folded, scene):
        for each in reading.of(own):
            known = found.get(each.name)
            if each.likely >= WORTH_OFFERING and (known is None or each.likely > known.likely):
                found[each.name] = each
    return tuple(sorted(found.values(), key=lambda each: -each.likely)[:MOST])


def _button(each: Likely, scene: Scene) -> Button:
    content = scene.content
    label = (
        content.intents.details.by_id[each.name].asks
        if each.is_detail
        else content.knowledge.entries[each.name].title
    )
    return lasting_button(f"{CARD}:{each.name}", label)


def pressed(state: DialogueState, name: str, scene: Scene) -> Turn | None:
    """The answer of that button, and the talk going on where it stood; None where there is none of that id."""
    if name in scene.content.intents.details.by_id:
        return present(state, scene).after(details.reply(name, scene))
    if name not in scene.content.knowledge.entries:
        return None
    given = meanwhile.card(state, name, "", scene)
    return present(given.state, scene).after(*given.replies)
