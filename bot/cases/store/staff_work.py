"""The part of a transaction about organizations, mediators and their sessions."""

from datetime import datetime

from bot.cases.staff import Mediator, NewOrganization, ServedOrganization, Session, SessionToken
from bot.cases.store import mediators, organizations, sessions
from bot.cases.store.unit import Unit


class StaffWork(Unit):
    """See Transaction."""

    def add_organization(self, new: NewOrganization) -> str:
        """Serve an organization; returns its id."""
        return organizations.add_organization(self._connection, new)

    def organizations(self) -> tuple[ServedOrganization, ...]:
        """All of them, active or not."""
        return organizations.all_organizations(self._connection)

    def organization(self, organization_id: str) -> ServedOrganization | None:
        """One, or None."""
        return organizations.organization(self._connection, organization_id)

    def set_organization_active(self, organization_id: str, *, active: bool) -> None:
        """Whether it gets new cases."""
        organizations.set_active(self._connection, organization_id, active=active)

    def set_telegram_group(self, organization_id: str, group: str | None) -> None:
        """The chat that gets its cards."""
        organizations.set_telegram_group(self._connection, organization_id, group)

    def add_mediator(
        self,
        organization_id: str,
        login: str,
        display_name: str,
        password_hash: str,
        now: datetime,
    ) -> str:
        """Write a mediator; returns the id."""
        names = (login, display_name)
        return mediators.add_mediator(self._connection, organization_id, names, password_hash, now)

    def mediator(self, mediator_id: str) -> Mediator | None:
        """One, or None."""
        return mediators.mediator(self._connection, mediator_id)

    def mediator_by_login(self, login: str) -> Mediator | None:
        """The mediator of this login, active or not."""
        return mediators.mediator_by_login(self._connection, login)

    def mediator_by_telegram(self, account: str) -> Mediator | None:
        """The mediator who linked this account."""
        return mediators.mediator_by_telegram(self._connection, self._vault, account)

    def mediators(self, organization_id: str) -> tuple[Mediator, ...]:
        """Those of an organization."""
        return mediators.all_mediators(self._connection, organization_id)

    def link_telegram(self, mediator_id: str, account: str | None) -> None:
        """Know a mediator by a Telegram account."""
        mediators.link_telegram(self._connection, self._vault, mediator_id, account)

    def set_password(self, mediator_id: str, password_hash: str) -> None:
        """Replace the password's hash and sign the mediator out everywhere."""
        mediators.set_password(self._connection, mediator_id, password_hash)
        sessions.end_sessions_of(self._connection, mediator_id)

    def set_mediator_active(self, mediator_id: str, *, active: bool) -> None:
        """Whether the mediator may work; either way signed out everywhere."""
        mediators.set_active(self._connection, mediator_id, active=active)
        sessions.end_sessions_of(self._connection, mediator_id)

    def open_session(self, mediator_id: str, now: datetime) -> SessionToken:
        """Sign a mediator in."""
        return sessions.open_session(self._connection, self._vault, mediator_id, now)

    def session(self, token: str, now: datetime) -> Session | None:
        """The live session of a token, or None."""
        return sessions.session(self._connection, self._vault, token, now)

    def end_session(self, token: str) -> None:
        """Sign out."""
        sessions.end_session(self._connection, self._vault, token)
