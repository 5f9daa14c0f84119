"""What is told beside the question and surely is what an entry is about: the answer stands above the
next question, in place of a mere 记下了."""

from dataclasses import replace

from bot.dialogue.answers import answering, asking, following, suiting
from bot.dialogue.calculation import tally_corrected, tallying
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting, signs
from bot.dialogue.told.kinds_told import CLEAR
from bot.dialogue.turn import Turn, lasting_button
from intents.recognition import Match, Recognition
from knowledge.schemas import FaqEntry

LONG_ENOUGH = 8
"""Characters: shorter words answer the question."""
SURE_OF_MATTER, SURE_OF_OTHER, OF_LABOUR = 0.8, 0.9, 0.7
"""Scores from which what is told is met with an entry: of the matter at hand, and of another."""
ALMOST_EXACTLY = 0.95
"""Score from which words that merely tell facts are met with an entry, of the matter at hand alone."""
INJURIES = frozenset({"work_injury_determination", "work_injury_benefits"})
"""Matters in which wages unpaid are those of the treatment, and deductions those of an advance."""
LIKELY_OF_CLAIM = 0.55
"""Score from which another claim named is met with an answer of its own."""
OF_ITS_OWN = frozenset(
    {"service_contract", "enforcement", "death_benefit", "platform_deactivation"}
)
"""Matters into whose application no other claim goes: what sounds like one is their own money."""
RIDER = "platform_injury"
SMALL_TALK, NO_LABOUR = "small_talk", 0.02
"""The door of words about nothing, and how unlikely they are about work."""
SEVERAL = 2
"""Facts: words that tell so many and ask nothing go on with the story."""
NO_NEWS = frozenset({"still_employed"})
"""Facts that follow from much that is told."""
WAGES = frozenset({"monthly_wage", "base_wage", "daily_wage"})
"""What one earns: told alone it asks nothing, whatever it resembles (说好四千五一个月, 六千包吃住)."""


def advised(before: DialogueState, turn: Turn, text: str, scene: Scene) -> Turn:
    """The turn with the answer to what was told, where the words tell no fact that was asked."""
    after = turn.state
    if signs.only_told(before, text, scene):
        return turn
    if (own := _of_this_case(before, text, scene)) is not None:
        return _met_with(turn, own, text, scene)
    answered = before.asking in after.answers and before.asking not in before.answers
    if answered:
        return _with_counsel(turn, text, scene)
    if before.asking in after.skipped and before.asking not in before.skipped:
        return turn
    telling = after.stage == "intake" and len(text) >= LONG_ENOUGH and turn.replies
    if not telling or noting.counsel(text, scene) or scene.content.extractor.line(text).is_whole:
        return turn
    if set(echoing.news(before, after)) - NO_NEWS:
        return _beside_news(before, turn, text, scene)
    return _told_of(before, turn, text, scene)


def may_go_on(before: DialogueState, text: str, scene: Scene) -> bool:
    """Whether words within a matter that was answered ask nothing."""
    begun = before.dispute_kind is not None and before.entry_id is not None
    return begun and not asking.clauses(text, scene)


def tells_money_alone(before: DialogueState, told: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the words tell what one earns, or a payment on the debt, and nothing else, and
    complain of nothing."""
    news = set(echoing.news(before, told)) - NO_NEWS
    plain = not asking.clauses(text, scene) and not scene.content.intents.manners.complains(text)
    earned = bool(news) and news <= WAGES and plain
    return earned or (news == {tallying.TOTAL} and tally_corrected.tells_payment(text, scene))


def goes_on(before: DialogueState, told: DialogueState, found: Recognition, scene: Scene) -> bool:
    """Whether words that ask nothing only go on with the story: they tell several facts of it, or
    resemble an answer of a dispute that nobody named."""
    if len(set(echoing.news(before, told)) - NO_NEWS) >= SEVERAL:
        return True
    best = next(iter(found.matches), None)
    return best is not None and best.score < ALMOST_EXACTLY and _is_unnamed(told, best, scene)


def _is_unnamed(told: DialogueState, match: Match, scene: Scene) -> bool:
    """Whether an answer is of a dispute that was neither talked about nor named."""
    entry = scene.content.knowledge.entries[match.entry_id]
    named = told.facts().get("dispute_kinds")
    kinds = named if isinstance(named, tuple) else ()
    return entry.dispute_kind not in kinds and not following.is_of_matter(told, entry)


def _beside_news(before: DialogueState, turn: Turn, text: str, scene: Scene) -> Turn:
    """余额一千多提不出来: facts were told, and surely what an entry is about."""
    if tells_money_alone(before, turn.state, text, scene):
        return turn
    found = following.within(before, text, scene)
    if may_go_on(before, text, scene) and goes_on(before, turn.state, found, scene):
        return turn
    meant = _meant(before, found, text, scene)
    sure = meant is not None and meant == following.surely_asked(before, text, scene)
    return _met_with(turn, meant, text, scene) if meant and sure else turn


def _told_of(before: DialogueState, turn: Turn, text: str, scene: Scene) -> Turn:
    """The turn with the answer to what was told, more of the one given, or another claim named."""
    found = following.within(before, text, scene)
    if entry_id := _meant(before, found, text, scene):
        return _met_with(turn, entry_id, text, scene)
    if more := _more_of_it(before, found, text, scene):
        return _without_note(turn, text, scene).after(more)
    return _besides(before, turn, text, scene) or _chatted(turn, found, text, scene)


def _of_this_case(before: DialogueState, text: str, scene: Scene) -> str | None:
    """没签合同 told of an injury: the answer that an excuse or a proof has in this kind of matter."""
    counsel = scene.content.intents.manners.counsel_named(text)
    usual = scene.content.intents.suiting.counsel_in.get(before.dispute_kind or "", {})
    entry_id = usual.get(counsel or "")
    new = entry_id is not None and entry_id not in following.given(before, scene)
    return suiting.meant_by(before, entry_id, text, scene) if entry_id and new else None


def _more_of_it(before: DialogueState, found: Recognition, text: str, scene: Scene) -> Reply | None:
    """那件不是我弄丢的: what stands behind the answer just given, where an objection is surely about it."""
    best = next(iter(found.matches), None)
    if best is None or best.score < ALMOST_EXACTLY or best.entry_id != before.entry_id:
        return None
    entry = scene.content.knowledge.entries[best.entry_id]
    told = before.shown_card == entry.id and before.asked
    if not entry.more or told or not scene.content.intents.manners.complains(text):
        return None
    law = lasting_button(f"law:{entry.id}", scene.label("law"))
    return Reply(scene.say("answer_more", entry=entry), (law,))


def _met_with(turn: Turn, entry_id: str, text: str, scene: Scene) -> Turn:
    """The turn with an answer above its question, in place of what merely notes the words."""
    entry = scene.content.knowledge.entries[entry_id]
    law = lasting_button(f"law:{entry.id}", scene.label("law"))
    answer = Reply(answering.answer_text(turn.state, entry, scene), (law,))
    told = replace(turn, state=turn.state.changed(entry_id=entry_id))
    return _without_note(told, text, scene).after(answer)


def _with_counsel(turn: Turn, text: str, scene: Scene) -> Turn:
    """A word on what the employer claims or offers, though the words answer the question, too."""
    manners = scene.content.intents.manners
    word = noting.counsel(text, scene, turn.state)
    said = any(word in reply.text for reply in turn.replies)
    of_money = manners.counsel_named(text) in manners.counsel_replies
    return echoing.led(turn, word) if of_money and turn.replies and not said else turn


def _besides(before: DialogueState, turn: Turn, text: str, scene: Scene) -> Turn | None:
    """加班也没给过: another claim of the same worker is named, and goes into the same application."""
    old, new = (state.facts().get("dispute_kinds") for state in (before, turn.state))
    known = old if isinstance(old, tuple) else ()
    kinds = [kind for kind in new if kind not in known] if isinstance(new, tuple) else []
    named = [kind for kind in kinds if kind in CLEAR and kind != turn.state.dispute_kind]
    kind = turn.state.dispute_kind
    if not named or kind != before.dispute_kind or kind in OF_ITS_OWN:
        return None
    if turn.state.dispute_kind in INJURIES and (known_as := _beside_injury(named, scene)):
        entry = scene.content.knowledge.entries[known_as]
        law = lasting_button(f"law:{entry.id}", scene.label("law"))
        answer = Reply(answering.answer_text(turn.state, entry, scene), (law,))
        return _without_note(turn, text, scene).after(answer)
    words = scene.say("list", items=[scene.label(f"dispute_kind.{kind}") for kind in named])
    noted = scene.say("also_noted", words=words)
    bare = _without_note(turn, text, scene)
    if (own := _likely_of(turn.state, named, text, scene)) is not None:
        return echoing.led(bare.after(answering.in_short(own, scene)), noted)
    return echoing.led(bare, f"{noted}{scene.say('together')}")


def _likely_of(state: DialogueState, named: list[str], text: str, scene: Scene) -> FaqEntry | None:
    """国庆三天都是我顶的: the likeliest answer to the claim named, where it suits the case."""
    entries, found = scene.content.knowledge.entries, suiting.recognized(state, text, scene)
    likely = (m.entry_id for m in found.matches if m.score >= LIKELY_OF_CLAIM)
    injury = next((kind for kind in named if kind in INJURIES or kind == RIDER), None)
    usual = scene.content.intents.asides.entry_of.get(injury or "")
    fitting = (each for each in likely if entries[each].dispute_kind in named)
    entry_id = next(fitting, usual)
    meant = suiting.meant_by(state, entry_id, text, scene) if entry_id else None
    return entries.get(meant or "")


def _beside_injury(named: list[str], scene: Scene) -> str | None:
    """一分工资没发, told of an injury: the wage goes on while one is treated."""
    usual = scene.content.intents.asides.beside_injury
    return next((usual[kind] for kind in named if kind in usual), None)


def _chatted(turn: Turn, found: Recognition, text: str, scene: Scene) -> Turn:
    """今天食堂的饺子真难吃: a friendly word, and nothing is noted."""
    chat = found.door == SMALL_TALK and found.domain_score <= NO_LABOUR
    bare = _without_note(turn, text, scene)
    if not chat or bare == turn or scene.content.intents.manners.holds_number(text):
        return turn
    return echoing.led(bare, scene.say("small_talk"))


def _without_note(turn: Turn, text: str, scene: Scene) -> Turn:
    """The turn without 这些也记下了 or a general word, where something better is said."""
    first, *rest = turn.replies
    bare = replace(
        first, text=first.text.replace(f"{noting.line(text, scene, turn.state)}\n\n", "", 1)
    )
    return replace(turn, replies=(bare, *rest))


def _meant(state: DialogueState, found: Recognition, text: str, scene: Scene) -> str | None:
    """The one entry the words surely are about, if it was not given already."""
    if found.outcome != "answer" or found.domain_score < OF_LABOUR:
        return None
    best, agreed = found.matches[0], following.surely_asked(state, text, scene)
    if agreed and agreed != best.entry_id:
        return agreed if scene.content.intents.manners.complains(text) else None
    kind = scene.content.knowledge.entries[best.entry_id].dispute_kind
    needed = SURE_OF_MATTER if agreed or kind == state.dispute_kind else SURE_OF_OTHER
    given = following.given(state, scene)
    if best.score < needed or best.entry_id in given or not wants_answer(state, found, text, scene):
        return None
    return best.entry_id


def _is_stray(state: DialogueState, match: Match, text: str, scene: Scene) -> bool:
    """Whether an answer is of a dispute that neither the matter nor the words themselves name (平均7000
    上个月到手只有5300 is no dismissal); those for one trade are
    passed over elsewhere."""
    entry = scene.content.knowledge.entries[match.entry_id]
    kind = entry.dispute_kind
    named = scene.content.extractor.read(text, scene.today).get("dispute_kinds")
    kinds = named.value if named is not None and isinstance(named.value, tuple | list) else ()
    general = kind in (None, following.OTHER)
    known = general or kind in kinds or bool(entry.worker_kinds)
    return not known and _is_unnamed(state, match, scene)


def wants_answer(state: DialogueState, found: Recognition, text: str, scene: Scene) -> bool:
    """Whether words within a matter ask or complain; what merely tells (一个月歇2天 工资3200) is met
    with an entry only where it says almost exactly, alone and within the matter, what one is about."""
    complains = scene.content.intents.manners.complains(text)
    if state.dispute_kind is None or asking.clauses(text, scene):
        return True
    best = found.matches[0]
    if complains:
        return not _is_stray(state, best, text, scene)
    return (
        best.score >= ALMOST_EXACTLY and following.surely_asked(state, text, scene) == best.entry_id
    )
