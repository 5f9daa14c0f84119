"""An organization's group: mediators accept or decline cases under their cards."""

import asyncio
import contextlib
from dataclasses import dataclass, replace
from datetime import datetime

from telegram import CallbackQuery, InlineKeyboardMarkup, Message
from telegram.error import TelegramError

from bot.cases.case import Case
from bot.cases.errors import ChangeNotAllowed
from bot.cases.store.store import Store
from bot.casework import Actor, Casework
from bot.channels.telegram.card import CardPress, read_press, reasons_keyboard
from bot.delivery import TryLater
from bot.speaking import ContentNow

MOST_ALERT = 200


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a press is answered: words for the presser alone, and what the card becomes."""

    alert: str | None = None
    card: str | None = None
    keyboard: InlineKeyboardMarkup | None = None


class GroupDesk:
    """Presses under cards. Whoever presses must be a mediator of the group's organization."""

    def __init__(self, store: Store, casework: Casework, content: ContentNow) -> None:
        self._store = store
        self._casework = casework
        self._content = content

    async def press(self, query: CallbackQuery, now: datetime) -> None:
        """Act and answer; raises StoreUnavailable, then nothing was answered."""
        wanted = read_press(query.data or "")
        if wanted is None or query.message is None:
            outcome = Outcome()
        else:
            group, user = str(query.message.chat.id), str(query.from_user.id)
            outcome = await asyncio.to_thread(self._act, wanted, group, user, now)
        with contextlib.suppress(TelegramError, TryLater):
            alert = outcome.alert and outcome.alert[:MOST_ALERT]
            await query.answer(alert, show_alert=bool(alert))
        if isinstance(query.message, Message):
            await self._redraw(query.message, outcome)

    async def _redraw(self, card: Message, outcome: Outcome) -> None:
        with contextlib.suppress(TelegramError, TryLater):
            if outcome.card is not None:
                await card.edit_text(outcome.card)
            elif outcome.keyboard is not None:
                await card.edit_reply_markup(outcome.keyboard)

    def _act(self, wanted: CardPress, group: str, user: str, now: datetime) -> Outcome:
        actor, case = self._look_up(wanted.case_id, group, user)
        if actor is None:
            return Outcome(alert=self._say("group_stranger", id=user))
        if case is None:
            return Outcome()
        if wanted.act == "decline" and _awaits(case, actor):
            return self._ask_reason(case)
        try:
            return self._decide(wanted, actor, case, now)
        except ChangeNotAllowed:
            return self._too_late(wanted, actor, case.id)

    def _look_up(self, case_id: str, group: str, user: str) -> tuple[Actor | None, Case | None]:
        with self._store.transaction() as transaction:
            mediator = transaction.mediator_by_telegram(user)
            if mediator is None or not mediator.active:
                return None, None
            organization = transaction.organization(mediator.organization_id)
            if organization is None or organization.telegram_group != group:
                return None, None
            case = transaction.case(case_id)
        return Actor(mediator.id, mediator.organization_id, mediator.display_name), case

    def _ask_reason(self, case: Case) -> Outcome:
        return Outcome(
            alert=self._say("group_reason", number=case.number),
            keyboard=reasons_keyboard(case.id, self._content().wording),
        )

    def _decide(self, wanted: CardPress, actor: Actor, case: Case, now: datetime) -> Outcome:
        if wanted.act == "accept":
            self._casework.accept(actor, case.id, now)
            return self._accepted(case, actor.name)
        if wanted.reason is not None:
            self._casework.decline(actor, case.id, wanted.reason, now)
            return self._declined(case, wanted.reason)
        return self._too_late(wanted, actor, case.id)

    def _too_late(self, wanted: CardPress, actor: Actor, case_id: str) -> Outcome:
        """The press came again after a crash, or somebody else was first: say how it stands."""
        with self._store.transaction() as transaction:
            case = transaction.case(case_id)
            holder = case and case.mediator_id and transaction.mediator(case.mediator_id)
        if case is None:
            return Outcome()
        if holder and case.organization_id == actor.organization_id:
            taken = self._accepted(case, holder.display_name)
            return taken if holder.id == actor.mediator_id else replace(taken, alert=taken.card)
        if wanted.reason is not None and actor.organization_id in case.passed:
            return self._declined(case, wanted.reason)
        gone = self._say("group_gone", number=case.number)
        return Outcome(alert=gone, card=gone)

    def _accepted(self, case: Case, name: str) -> Outcome:
        return Outcome(card=self._say("group_accepted", number=case.number, by=name))

    def _declined(self, case: Case, reason: str) -> Outcome:
        words = self._content().wording.label(f"decline_reason.{reason}")
        return Outcome(card=self._say("group_declined", number=case.number, reason=words))

    def _say(self, key: str, **values: object) -> str:
        return self._content().wording.say(key, **values)


def _awaits(case: Case, actor: Actor) -> bool:
    """Whether the case still waits for this organization's answer."""
    return case.status == "referred" and case.organization_id == actor.organization_id
