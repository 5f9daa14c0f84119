"""However the buttons are pressed, nothing goes to an organization without a consent of its own."""

import random

from bot.dialogue.content import Content
from bot.dialogue.effects import Effect, NoteConsent, OpenCase
from bot.dialogue.messages import Choice, Incoming, Text
from bot.dialogue.state import Answer, DialogueState
from bot.dialogue.step import step
from tests.conftest import NOW
from tests.dialogue.test_consenting import SERVED

WALKS, STEPS = 150, 14
WORDS = ("好", "不", "转给它", "帮我处理", "对", "跳过", "返回", "重来")


def given_before(effects: tuple[Effect, ...], organization_id: str, moment: str) -> bool:
    return any(
        isinstance(effect, NoteConsent)
        and (effect.moment, effect.answer) == (moment, "given")
        and effect.organization_id == organization_id
        for effect in effects
    )


def pressed(dice: random.Random, buttons: list[str]) -> Incoming:
    if buttons and dice.random() < 0.8:
        return Choice(dice.choice(buttons))
    return Text(dice.choice(WORDS))


def test_no_case_is_handed_over_without_its_rows(content: Content) -> None:
    served = content.serving((SERVED,))
    dice, handed = random.Random(7), 0
    for _ in range(WALKS):
        told = {"region": "510114", "injured": dice.random() < 0.5}
        answers = {key: Answer(value=value, said="") for key, value in told.items()}
        state = DialogueState(stage="summary", dispute_kind="wage_arrears", answers=answers)
        turn = step(state, Text("对"), served, NOW)
        for _ in range(STEPS):
            buttons = [choice.id for reply in turn.replies for choice in reply.choices]
            turn = step(turn.state, pressed(dice, buttons), served, NOW)
            for effect in turn.effects:
                if isinstance(effect, OpenCase) and effect.organization_id is not None:
                    handed += 1
                    assert given_before(turn.effects, effect.organization_id, "referral")
                    assert not effect.facts.get("injured") or given_before(
                        turn.effects, effect.organization_id, "sensitive"
                    )
    assert handed > WALKS / 10
