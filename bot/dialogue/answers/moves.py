"""Short messages that are up to something: where to go, how much, until when, later, faster ..."""

from collections.abc import Callable
from dataclasses import replace

from bot.dialogue import commands, offered
from bot.dialogue.answers import answering, asides, following, meanwhile, remarks, reopening
from bot.dialogue.calculation import asked_within, sum_asking
from bot.dialogue.care import calm
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, hurrying, intake, matters
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.onward import handoff, papers, referral, ways
from bot.dialogue.onward.limits import in_time, limit_lines
from bot.dialogue.state import DialogueState
from bot.dialogue.told import proofs
from bot.dialogue.told.facts import absorb, question_for
from bot.dialogue.turn import Turn
from intents.papers_wished import PREFIX

_ELSEWHERE = frozenset({"erasing", "erased"})
STILL_THERE = 10
"""Letters of an answer that says no more than that somebody is still there (现在还在坐 还在做)."""

NOT_FOR_THE_MEDIATOR = frozenset({"human", "privacy", "erase", "not_text", "my_case"})
"""Wishes met by the bot even where a mediator has the case; all else is for the mediator to hear."""

WITHIN = frozenset({"how_much_within"})
"""Wishes that stand within longer words, which may tell of a danger, too."""
SUMS = frozenset({"how_much", "how_much_within"})
"""Wishes for what is owed, and none for what going on costs."""
IN_LEAVING = frozenset({"still_employed"})
"""What going away may seem to tell of the job (我先去产检)."""
PAPERS = "papers"
"""A wish for some paper, which may name the one."""
BARE = 6
"""Letters of 继续, 接着说: where nothing was begun, the worker is asked to tell."""
REMEMBERS = "remembers"
"""A wish met after all was erased, too."""
OF_MATTER = frozenset({"my_case", "my_data", "how_much", "how_long", "what_now", "resume"})
"""Wishes about what was told: after all was erased there is nothing left of it."""

Move = Callable[[DialogueState, str, Scene], Turn | None]


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """What the message is up to, done; None where it is up to nothing known here."""
    name = scene.content.intents.manners.move(scene.content.extractor.script.fold(text))
    if name in (None, PAPERS):
        name = papers.wished_within(state, text, scene) or name
    asks_cost = name in SUMS and scene.content.intents.follow_ups.asks_cost(text)
    return meet(state, name, text, scene) if name is not None and not asks_cost else None


def meet(state: DialogueState, name: str, text: str, scene: Scene) -> Turn | None:
    """The move of that name, made; None where it leads nowhere from here."""
    if name == REMEMBERS or (state.stage == "erased" and name in OF_MATTER):
        return _remembers(state, scene)
    if state.stage in _ELSEWHERE or state.mediator_waits:
        return None
    with_mediator = state.stage == "handed_off" and state.case_status in handoff.REACHABLE
    if with_mediator and name not in NOT_FOR_THE_MEDIATOR:
        return None
    if name.startswith(PREFIX):
        return papers.wished(state, name.removeprefix(PREFIX), text, scene)
    return _MOVES[name](state, text, scene)


def is_ordinary(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the whole message is what is said in any talk (等我, 不是八百是八百六, 签不签), told by
    no pattern of danger, and nobody is in care. What the learned hint alone makes of it does not
    count then."""
    intents, folded = scene.content.intents, scene.content.extractor.script.fold(text)
    leaves = intents.manners.is_farewell(folded) or intents.caring.may_take_leave(text)
    if state.care_turns or leaves or scene.content.crisis.danger_in_pieces((text,)) is not None:
        return False
    if calm.is_clearly_told(text, scene):
        return False
    if intents.manners.move(folded) not in (None, *WITHIN) or intents.manners.is_abuse(text):
        return True
    if state.stage == "intake" and len(text) <= STILL_THERE:
        new = echoing.news(state, absorb(state, text, scene, anew=True))
        if new == ("still_employed",) or _chooses(state, text, scene):
            return True
    supposes = bool(state.dispute_kind) and intents.follow_ups.supposes_of_them(folded)
    if supposes or proofs.is_calmly_told(state, text, scene):
        return True
    corrects = bool(state.answers) and intents.manners.correction(folded) is not None
    aside = intents.asides.named(folded)
    return corrects or (aside is not None and not intents.asides.asides[aside].grave)


def _chooses(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the words are one of the choices of the question asked (当着我面说的)."""
    question = scene.content.intents.questions.get(state.asking or "")
    return question is not None and question.type == "choice" and asides.answers(state, text, scene)


def _where_to(state: DialogueState, _text: str, scene: Scene) -> Turn | None:
    """Who to go to: the way at once; which office, too, where the place of work is known."""
    if state.handed_over:
        return None
    if state.dispute_kind is None:
        return answering.ask_what_happened(state, scene.say("first_what"), scene)
    if "region" in state.answers:
        return referral.begin(state, scene)
    return hurrying.only_region(state, scene).after(ways.shown(state, scene))


def _remembers(state: DialogueState, scene: Scene) -> Turn | None:
    """你还记得我工资多少吗, where nothing is known, or not any more."""
    if state.answers or state.story or state.case_number is not None or state.stage == "erasing":
        return None
    fresh = state.changed(stage="question")
    return Turn(fresh, (Reply(scene.say("nothing_remembered", erased=state.stage == "erased")),))


def _why(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """为什么要知道我在哪个区: why the question named is asked, else the one that is open."""
    questions = scene.content.intents.questions
    named = [key for key in scene.content.intents.manners.asked_why(text) if key in questions]
    if not named or state.asking in named:
        return commands.obey(state, "why", scene)
    reply = Reply(scene.say("why", question=question_for(state, named[0], scene)))
    return present(state, scene).after(reply) if state.stage == "intake" else Turn(state, (reply,))


def _what_now(state: DialogueState, _text: str, scene: Scene) -> Turn | None:
    """The way for what was told so far; nothing is asked, what is on offer stays."""
    if state.dispute_kind is None:
        return None
    steps = first_steps(state, scene)
    if not state.handed_over or state.case_number is None:
        return steps
    return handoff.present(state, scene).after(*steps.replies)


def first_steps(state: DialogueState, scene: Scene) -> Turn:
    """What to do today in the matter talked about; the way, where no answer stands for it."""
    entry = scene.content.knowledge.entries.get(following.matter_entry(state, scene) or "")
    reply = remarks.steps(state, entry, scene) if entry else ways.shown(state, scene)
    if state.stage == "intake":
        return present(state, scene).after(reply)
    return Turn(state, (replace(reply, choices=offered.buttons(state)),))


def _my_case(state: DialogueState, _text: str, scene: Scene) -> Turn | None:
    """我的案子到哪了: how the case stands, where there is one."""
    return commands.obey(state, "my_case", scene) if state.case_number is not None else None


def _how_long(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """Until when, by what was told and these words tell; the law alone where that is too little."""
    told = meanwhile.overheard(state, text, scene)
    heard = echoing.news(state, told)
    lines = limit_lines(told, scene)
    if not lines:
        return None
    late = scene.content.intents.follow_ups.asks_whether_late(text)
    led = in_time(told, scene) if late else ""
    said = "\n".join(filter(None, (echoing.line(told, heard, scene), led, *lines)))
    known = echoing.said(told, heard)
    if state.stage == "intake":
        return present(known, scene).after(Reply(said))
    return Turn(known, (Reply(said, offered.buttons(known)),))


def _closing(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The worker leaves it at that: until when to act, and that all is kept."""
    tells = echoing.news(state, absorb(state, text, scene, anew=True))
    asks = scene.content.intents.manners.may_be_question(text)
    if state.stage == "referral_consent" or asks or {*tells} - IN_LEAVING:
        return None
    told = bool(state.answers) and not state.handed_over
    lines = limit_lines(state, scene) if told else ()
    civil = state.dispute_kind in remarks.NOT_TO_ARBITRATION
    return Turn(state, (Reply(scene.say("closing", limits=lines, told=told, civil=civil)),))


def _wait(state: DialogueState, _text: str, scene: Scene) -> Turn:
    return Turn(state, (Reply(scene.say("take_your_time")),))


def _hurry(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    return _where_to(state, text, scene) if state.stage == "intake" else None


def _resume(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """继续: where this dispute stood; 继续刚才的事: the one put aside, where there is one."""
    if (turn := reopening.named(state, text, scene)) is not None:
        return turn
    if sum_asking.is_asking(state):
        return present(state, scene)
    if state.put_aside and scene.content.intents.manners.means_earlier(text):
        return matters.swap(state, scene)
    begun = state.stage in intake.UNDER_WAY or state.put_aside or state.answers
    fresh = state.dispute_kind is None and len(text) <= BARE
    return matters.take_up(state, scene) if begun or fresh else None


def _another(state: DialogueState, _text: str, scene: Scene) -> Turn:
    return matters.put_aside(state, scene)


def _unwilling(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """老板叫什么我不想说: what is named is left out, else what is asked now."""
    if state.dispute_kind is None:
        return None
    named = scene.content.intents.manners.facts_named_in(text)
    if state.stage == "intake" and (not named or state.asking in named):
        return echoing.led(intake.skip(state, scene), scene.say("no_need"))
    if not named:
        return None
    left = state.changed(skipped=tuple(dict.fromkeys((*state.skipped, *named))))
    again = present(left, scene) if left.stage == "intake" else Turn(left)
    return again.after(Reply(scene.say("no_need")))


def _not_text(state: DialogueState, text: str, scene: Scene) -> Turn:
    spoken = scene.label("voice") in text or scene.label("video") in text
    reply = Reply(
        scene.say("voice_not_read" if spoken else "picture_not_seen"), offered.buttons(state)
    )
    return Turn(state, (reply,))


def _command(name: str) -> Move:
    def obey(state: DialogueState, _text: str, scene: Scene) -> Turn:
        return commands.obey(state, name, scene)

    return obey


_MOVES: dict[str, Move] = {
    "where_to": _where_to,
    "what_now": _what_now,
    "human": _command("human"),
    "privacy": _command("about_privacy"),
    "erase": _command("delete"),
    "about_cost": _command("about_cost"),
    "about_robot": _command("about_robot"),
    "how_much": asked_within.how_much,
    "how_much_within": asked_within.within,
    "how_long": _how_long,
    "my_case": _my_case,
    "papers": _command("papers"),
    "send_paper": papers.send,
    "why": _why,
    "my_data": _command("my_data"),
    "closing": _closing,
    "wait": _wait,
    "hurry": _hurry,
    "resume": _resume,
    "another": _another,
    "unwilling": _unwilling,
    "not_text": _not_text,
}
