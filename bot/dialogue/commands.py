"""Words that always work: back, restart, human, my data, delete, why, skip, help, my case."""

from collections.abc import Callable

from bot.dialogue import offered
from bot.dialogue.answers import answering
from bot.dialogue.calculation import sum_result, sum_steps, sums
from bot.dialogue.calculation.sum_asking import is_asking
from bot.dialogue.content import Scene
from bot.dialogue.effects import CallHuman, FindCase
from bot.dialogue.interview import echoing, going_back, intake, summary
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.onward import handoff, papers
from bot.dialogue.onward.limits import limit_lines
from bot.dialogue.rights import erasing, rights
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn, offering


def named(text: str, scene: Scene) -> str | None:
    """The command these words are, if they are one."""
    return scene.content.intents.command(text)


def obey(state: DialogueState, command: str, scene: Scene) -> Turn:
    """Carry a command out."""
    return _COMMANDS[command](state, scene)


def find_case(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """A case code from another phone or channel; None where the words hold none."""
    code = scene.content.intents.case_code(text)
    return Turn(state, (), (FindCase(code),)) if code else None


def _welcome(state: DialogueState, scene: Scene) -> Turn:
    """Start over, keeping an open case in reach."""
    fresh = DialogueState(
        ask_no=state.ask_no,
        told_limits=state.told_limits,
        case_number=state.case_number,
        case_status=state.case_status,
        organization_name=state.organization_name,
        mediator_waits=state.mediator_waits,
        earlier_cases=state.earlier_cases,
        refused=state.refused,
        abroad=state.abroad,
        told_abroad=state.told_abroad,
    )
    return present(fresh, scene)


def _back(state: DialogueState, scene: Scene) -> Turn:
    if is_asking(state):
        return sum_steps.back(state, scene)
    if state.stage == "intake":
        return going_back.back(state, scene)
    if state.stage == "erasing":
        return erasing.keep(state, scene)
    if state.stage in ("summary", "referral_offer", "referral_consent") and state.asked:
        return _back_from_result(state, scene)
    return present(state.changed(stage="question", help_offered_for=None), scene)


def _back_from_result(state: DialogueState, scene: Scene) -> Turn:
    if state.stage == "referral_consent":
        return present(state.changed(stage="referral_offer"), scene)
    if state.stage == "referral_offer":
        return present(state.changed(stage="summary"), scene)
    return going_back.ask_again(state, state.asked[-1], scene)


def _human(state: DialogueState, scene: Scene) -> Turn:
    mediator = state.case_status == "accepted"
    kind = state.dispute_kind if not state.handed_over else None
    known = scene.label(f"dispute_kind.{kind}") if kind else ""
    placed = "region" in state.answers
    text = scene.say("human", mediator=mediator, known=known, placed=placed)
    return Turn(state, (Reply(text),), (CallHuman("asked"),))


def _why(state: DialogueState, scene: Scene) -> Turn:
    if is_asking(state):
        return sum_steps.why(state, scene)
    if state.stage == "intake":
        return intake.why(state, scene)
    return rights.why(state, scene)


def _skip(state: DialogueState, scene: Scene) -> Turn:
    if is_asking(state):
        return sums.skip(state, scene)
    if state.stage == "summary":
        return Turn(state, (Reply(scene.say("nothing_to_skip"), offered.buttons(state)),))
    return intake.skip(state, scene) if state.stage == "intake" else present(state, scene)


def _help(state: DialogueState, scene: Scene) -> Turn:
    return Turn(state, (Reply(scene.say("help_text")),))


def _thanks(state: DialogueState, scene: Scene) -> Turn:
    """不客气, and until when to act; what was being asked is asked again."""
    lines = limit_lines(state, scene)[:1] if not state.handed_over else ()
    text = "\n".join((scene.say("thanks"), *lines))
    if state.stage == "intake" or is_asking(state):
        return Turn(state, (Reply(f"{text}\n{scene.say('whenever')}", offered.buttons(state)),))
    return Turn(state, (Reply(text),))


def _greeting(state: DialogueState, scene: Scene) -> Turn:
    """Greet back; a talk in progress goes on where it stood."""
    if state.stage == "welcome" and state.on_offer:
        return Turn(state, (Reply(scene.say("still_here"), offered.buttons(state)),))
    fresh = state.stage in ("question", "erased", "handed_off") and not state.answers
    return present(state.changed(stage="welcome") if fresh else state, scene)


def _saying(key: str) -> Callable[[DialogueState, Scene], Turn]:
    """A command that is answered with one text and changes nothing."""

    def say(state: DialogueState, scene: Scene) -> Turn:
        return Turn(state, (Reply(scene.say(key)),))

    return say


def _withdraw(state: DialogueState, scene: Scene) -> Turn:
    if state.case_number is None:
        return Turn(state, (Reply(scene.say("no_case_yet", kind=state.dispute_kind)),))
    return handoff.withdraw(state, scene)


def _stop(state: DialogueState, scene: Scene) -> Turn:
    """Leave what is being asked; what was told stays."""
    if state.stage == "erasing":
        return erasing.keep(state, scene)
    if is_asking(state):
        return sum_steps.leave(state, scene)
    stopped = offering(state.changed(stage="question", asking=None, help_offered_for=None))
    return Turn(stopped, (Reply(scene.say("stopped")),))


def _my_case(state: DialogueState, scene: Scene) -> Turn:
    if state.case_number is None:
        none = Reply(scene.say("no_case_yet", kind=state.dispute_kind))
        return (
            present(state, scene).after(none) if state.stage == "intake" else Turn(state, (none,))
        )
    return present(sums.put_down(state).changed(stage="handed_off"), scene)


def _help_me(state: DialogueState, scene: Scene) -> Turn:
    """帮我处理: for the dispute talked about, else ask what it is about; while questions are asked, that they are
    for this."""
    kind = state.help_offered_for or state.dispute_kind
    state = sums.put_down(state)
    if state.stage == "intake":
        return echoing.led(present(state, scene), scene.say("helping"))
    if state.stage in ("summary", "referral_offer", "referral_consent"):
        return present(state, scene)
    if kind is None:
        return answering.clarify(state, scene)
    return intake.begin(offering(state), kind, scene)


def _change(state: DialogueState, scene: Scene) -> Turn:
    """改答案: the last answer of the calculation, of the intake, or one of the summary."""
    changing = sum_steps.change(state, scene)
    if changing is not None and state.stage != "erasing":
        return changing
    if state.stage == "intake":
        return going_back.back(state, scene)
    choosing = state.stage == "summary"
    return summary.choose_correction(state, scene) if choosing else present(state, scene)


def _claim(state: DialogueState, scene: Scene) -> Turn:
    return sum_result.claim(state, "", scene)


_COMMANDS: dict[str, Callable[[DialogueState, Scene], Turn]] = {
    "back": _back,
    "restart": _welcome,
    "human": _human,
    "my_data": rights.my_data,
    "export": rights.export,
    "rectify": rights.rectify,
    "delete": erasing.ask,
    "why": _why,
    "skip": _skip,
    "help": _help,
    "thanks": _thanks,
    "about_cost": _saying("about_cost"),
    "about_privacy": _saying("about_privacy"),
    "about_robot": _saying("about_robot"),
    "withdraw": _withdraw,
    "stop": _stop,
    "greeting": _greeting,
    "my_case": _my_case,
    "help_me": _help_me,
    "calculate": sums.begin,
    "claim": _claim,
    "papers": papers.offer,
    "change": _change,
}
