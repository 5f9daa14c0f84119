"""写材料: which papers the worker may have, and the one chosen.

Composing needs more than the core holds: the effect MakePaper asks for it, and what came of it comes
back as `paper_ready`. Personal words (name, identity number) are never asked for here.
"""

from dataclasses import replace

from bot.dialogue.content import Scene
from bot.dialogue.effects import MakePaper
from bot.dialogue.interview import echoing
from bot.dialogue.messages import Button, Happened, Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting
from bot.dialogue.told.facts import absorb
from bot.dialogue.turn import Turn, lasting_button
from intents.intake_form import next_question
from intents.papers import PaperOffer
from intents.papers_wished import PREFIX

UNKNOWN = "other"
LONGEST_WISH = 32
"""Characters of words that may be no more than a wish."""
WAITING = frozenset({"summary", "referral_offer", "referral_consent"})
NOT_FINISHED = frozenset({"welcome", "question", "choosing_answer", "intake"})


def offer(state: DialogueState, scene: Scene) -> Turn:
    """The papers that fit; before the few questions are answered, what is left empty then."""
    if not _has_matter(state):
        return Turn(state, (Reply(scene.say("papers_which_matter")),))
    early = state.stage in NOT_FINISHED and not state.handed_over and _is_asking(state, scene)
    return _choose(
        state.changed(calculation=None), "papers_early" if early else "papers_choose", scene
    )


def wished(state: DialogueState, paper_id: str, text: str, scene: Scene) -> Turn | None:
    """A paper asked for in words: what they tell counts, then the paper as its button gives it."""
    if scene.content.intents.paper_wishes.only_asked_about(text) and not _named(text, scene):
        return None
    told = absorb(state, text, scene, anew=False)
    begun = told.changed(dispute_kind=told.dispute_kind or state.help_offered_for)
    if begun.stage == "welcome" and begun.dispute_kind is not None:
        begun = begun.changed(stage="question")
    turn = write(begun, paper_id, scene)
    heard = echoing.news(state, begun)
    said = (echoing.line(begun, heard, scene), noting.counsel(text, scene, begun))
    above = "\n".join(filter(None, said))
    counted = replace(turn, state=echoing.said(turn.state, heard))
    return counted.after(Reply(above)) if above else counted


def wished_within(state: DialogueState, text: str, scene: Scene) -> str | None:
    """把仲裁申请书也写了 公司全称是...: the move of the paper wished for anywhere in the words, the others
    telling facts; of words that are no more than a wish before anything is talked about, too."""
    is_all = len(text.strip()) <= LONGEST_WISH
    named = _named(text, scene) if is_all or _has_matter(state) else None
    return named or _called_in_short(state, text, scene)


def _called_in_short(state: DialogueState, text: str, scene: Scene) -> str | None:
    """帮我写那个通知: the paper these words mean within a matter it fits."""
    if not _has_matter(state):
        return None
    meant = scene.content.intents.paper_wishes.in_short(scene.content.extractor.script.fold(text))
    return f"{PREFIX}{meant}" if meant and _fits_some(state, meant, scene) else None


def send(state: DialogueState, _text: str, scene: Scene) -> Turn | None:
    """发给我: the paper made last, or else all that fit; None outside a matter."""
    if not _has_matter(state):
        return None
    return write(state, state.paper, scene) if state.paper else offer(state, scene)


def made_too(before: DialogueState, turn: Turn, text: str, scene: Scene) -> Turn:
    """...给我来一份被迫离职通知书, at the end of the story that opens a matter: the paper is made, too."""
    opens = not _has_matter(before) and _has_matter(turn.state)
    name = _named(text, scene) if opens else None
    paper_id = (name or "").removeprefix(PREFIX)
    if turn.effects or paper_id not in {paper.id for paper in _fitting(turn.state, scene)}:
        return turn
    return turn.doing(MakePaper(paper_id))


def _named(text: str, scene: Scene) -> str | None:
    return scene.content.intents.paper_wishes.named(scene.content.extractor.script.fold(text))


def press(state: DialogueState, paper_id: str, scene: Scene) -> Turn:
    """The button of one paper, or that of all of them."""
    return write(state, paper_id, scene) if paper_id else offer(state, scene)


def write(state: DialogueState, paper_id: str, scene: Scene) -> Turn:
    """The paper of that button, if it fits the dispute or another one told beside it."""
    if not _has_matter(state):
        return offer(state, scene)
    if not _fits_some(state, paper_id, scene):
        return _choose(state, "papers_not_fitting", scene)
    return Turn(state.changed(paper=paper_id), (), (MakePaper(paper_id),))


def ready(state: DialogueState, happened: Happened, scene: Scene) -> Turn:
    """Composed: what is still empty, where to hand it in, and the paper itself."""
    paper = scene.content.intents.papers.by_id[happened.details["paper"]]
    again = (lasting_button("papers", scene.label("other_paper")),)
    if paper.calendar and not happened.details["ahead"]:
        text = scene.say("happened_paper_empty", past=happened.details["past"])
        return _goes_on(state, Reply(text, again), scene)
    text = scene.say(
        "happened_paper_ready",
        title=paper.label,
        calendar=paper.calendar,
        gaps=happened.details["gaps"],
        advice=paper.advice,
    )
    return _goes_on(state, Reply(text, again, paper=paper.id), scene)


def _goes_on(state: DialogueState, reply: Reply, scene: Scene) -> Turn:
    """The paper, and then what the conversation was waiting for."""
    if state.stage not in WAITING:
        return Turn(state, (reply,))
    # Imported here: what is waited for is shown by modules that offer the papers.
    from bot.dialogue.interview.resuming import present

    return present(state, scene).after(reply)


def buttons(state: DialogueState, scene: Scene) -> tuple[Button, ...]:
    """写申请书, where there is something to write about."""
    return (lasting_button("papers", scene.label("papers")),) if _has_matter(state) else ()


def _has_matter(state: DialogueState) -> bool:
    return state.dispute_kind is not None or state.case_number is not None


def _is_asking(state: DialogueState, scene: Scene) -> bool:
    form = scene.content.intents.form_for(state.dispute_kind or UNKNOWN, state.facts())
    return next_question(form, state.facts(), state.skipped) is not None


def _fitting(state: DialogueState, scene: Scene) -> tuple[PaperOffer, ...]:
    kind = state.dispute_kind or UNKNOWN
    return scene.content.intents.papers.for_kind(kind, state.facts())


def _fits_some(state: DialogueState, paper_id: str, scene: Scene) -> bool:
    """Whether a paper fits one of the disputes told (an injury of somebody over the age of retirement)."""
    facts = state.facts()
    named = facts.get("dispute_kinds")
    kinds = (state.dispute_kind or UNKNOWN, *(named if isinstance(named, tuple) else ()))
    for_kind = scene.content.intents.papers.for_kind
    return any(paper.id == paper_id for kind in kinds for paper in for_kind(kind, facts))


def _choose(state: DialogueState, key: str, scene: Scene) -> Turn:
    choices = tuple(
        lasting_button(f"paper:{paper.id}", paper.label) for paper in _fitting(state, scene)
    )
    return Turn(state, (Reply(scene.say(key), choices),))
