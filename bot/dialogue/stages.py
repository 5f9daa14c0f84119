"""Where a conversation can stand, and where it may go from there. Everything about transitions.

Rules:
1. Every stage is in this table; a handler returns the next stage by name.
2. A transition that is not in the table is a programmer's error: `check_transition` raises, and
   the property tests look for it. A worker's message can only choose among the listed ones.
3. The question being asked is data in the state (`asking`), not a stage.
4. Commands (back, restart, human, my data, delete, why) work in every stage; what they may lead
   to is `EVERYWHERE`.
5. What happens to a case (accepted, declined, closed ...) reaches the conversation as an event;
   it never interrupts an intake, it only adds a message and updates the case's status.

The diagram in README.md is drawn from this table (`python -m tests.stage_diagram`).
"""

STAGES: dict[str, frozenset[str]] = {
    "welcome": frozenset({"question", "choosing_answer", "intake"}),
    "question": frozenset({"choosing_answer", "intake", "handed_off"}),
    "choosing_answer": frozenset({"question", "intake"}),
    "intake": frozenset({"summary", "question", "handed_off"}),
    "summary": frozenset({"intake", "referral_offer", "question"}),
    "referral_offer": frozenset(
        {"referral_consent", "summary", "intake", "question", "handed_off"}
    ),
    "referral_consent": frozenset({"handed_off", "referral_offer", "question"}),
    "handed_off": frozenset({"question", "choosing_answer", "intake"}),
    "erasing": frozenset({"erased"}),
    "erased": frozenset({"question", "choosing_answer", "intake", "welcome"}),
}

EVERYWHERE: frozenset[str] = frozenset({"welcome", "question", "erasing", "handed_off"})
"""Where the commands may lead from any stage: restart, leave, delete, the case found again."""

FROM_ERASING = frozenset(STAGES) - {"erasing"}
"""Saying no to deletion leads back to where the worker stood."""


class StageError(RuntimeError):
    """A handler went where the table does not allow."""


def check_transition(before: str, after: str) -> None:
    """Raise StageError unless the table allows going from one stage to the other."""
    if after == before or after in EVERYWHERE or after in STAGES[before]:
        return
    if before == "erasing" and after in FROM_ERASING:
        return
    raise StageError(f"no way from {before} to {after}")
