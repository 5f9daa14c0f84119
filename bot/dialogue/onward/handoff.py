"""After the case is handed over: the worker's words reach the mediator, questions are answered."""

from bot.dialogue.answers import open_talk
from bot.dialogue.content import Scene
from bot.dialogue.effects import AttachEvidence, MessageMediator, WithdrawCase
from bot.dialogue.messages import File, Reply
from bot.dialogue.onward import papers
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn, button, offering

SURELY_LABOUR = 0.8
"""Domain score from which words to a mediator are a question for the bot."""
REACHABLE = frozenset({"accepted"})


def hear(state: DialogueState, text: str, scene: Scene) -> Turn:
    """A mediator who wrote gets the words as the reply; otherwise a question is a question."""
    if state.case_status == "referred" and scene.content.intents.supplements(text):
        return Turn(state, (Reply(scene.say("supplemented")),), (MessageMediator(text),))
    if state.stage == "handed_off" and state.case_number and _agrees(text, scene):
        return present(state, scene)
    if state.case_status not in REACHABLE:
        return open_talk.hear(state, text, scene)
    if state.mediator_waits:
        return relay(state, text, scene)
    about_help = state.help_offered_for and scene.content.intents.agreement(text) is not None
    found = scene.content.matcher.recognize(text)
    asked = found.outcome in ("answer", "choices") and found.domain_score >= SURELY_LABOUR
    if about_help or asked:
        return open_talk.hear(state, text, scene)
    return relay(state, text, scene)


def _agrees(text: str, scene: Scene) -> bool:
    """好的, 同意: nothing was asked any more."""
    intents = scene.content.intents
    return intents.manners.acknowledges(text) or intents.agreement(text) is True


def relay(state: DialogueState, text: str, scene: Scene) -> Turn:
    """Pass the words on and say so."""
    passed = state.changed(mediator_waits=False)
    return Turn(passed, (Reply(scene.say("relayed")),), (MessageMediator(text),))


def receive_file(state: DialogueState, file: File, scene: Scene) -> Turn:
    """Keep a photo or document as evidence; before there is a case it waits for one."""
    reply = Reply(scene.say("file_kept", file=file, has_case=state.case_number is not None))
    return Turn(state, (reply,), (AttachEvidence(file.file_id, file.name),))


def present(state: DialogueState, scene: Scene) -> Turn:
    """How the case stands."""
    standing = offering(state)
    text = scene.say(
        "case_standing",
        number=state.case_number,
        status=state.case_status,
        organization=state.organization_name,
        earlier=state.earlier_cases,
    )
    open_now = state.case_status in ("referred", "accepted")
    withdraw = (button(standing, "withdraw", scene.label("withdraw")),) if open_now else ()
    return Turn(standing, (Reply(text, (*papers.buttons(standing, scene), *withdraw)),))


def withdraw(state: DialogueState, scene: Scene) -> Turn:
    """The worker takes the case back."""
    back = state.changed(mediator_waits=False)
    return Turn(back, (), (WithdrawCase(),))
