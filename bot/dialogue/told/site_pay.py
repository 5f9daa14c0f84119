"""Pay owed on a site is one matter (回来以后一分钱没给), by whatever words."""

from bot.dialogue.state import Answer, DialogueState

KINDS, WAGES, SITE_WAGES = "dispute_kinds", "wage_arrears", "construction_wage_arrears"


def alone(told: dict[str, Answer], state: DialogueState) -> dict[str, Answer]:
    """The facts without a further matter of pay beside that of the site."""
    kinds = told.get(KINDS)
    named = kinds.value if kinds is not None else ()
    if kinds is None or not isinstance(named, tuple) or state.dispute_kind != SITE_WAGES:
        return told
    own = dict.fromkeys(SITE_WAGES if kind == WAGES else kind for kind in named)
    return {**told, KINDS: Answer(value=tuple(own), said=kinds.said)}
