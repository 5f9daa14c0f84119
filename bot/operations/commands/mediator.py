"""Mediators: add one with a password, list them, give a new password, switch one off and on."""

import re
import sys
from argparse import Namespace
from contextlib import closing
from datetime import UTC, datetime
from getpass import getpass

from bot.cases.staff import Mediator
from bot.cases.store.store import Store
from bot.cases.store.transaction import Transaction
from bot.desk.passwords import LONGEST, SHORTEST, hash_password, make_password
from bot.operations.data_folder import prepare_folder
from bot.operations.faults import OperatorError
from bot.operations.settings import read_settings
from bot.operations.wiring import open_store
from intents.normalize import clean

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,63}")
_ACCOUNT = re.compile(r"[0-9]{4,20}")
_LONGEST_NAME = 20


def run(arguments: Namespace) -> int:
    """Do the act; raises OperatorError naming the option at fault."""
    settings = read_settings()
    prepare_folder(settings.data)
    if arguments.act == "add":
        _check(arguments)
    with closing(open_store(settings)) as store:
        if arguments.act in _WITH_PASSWORD:
            _with_password(store, arguments)
            return 0
        with store.transaction() as transaction:
            if arguments.act == "list":
                _list(transaction)
            else:
                _switch(transaction, arguments.login, active=arguments.act == "activate")
    return 0


def _with_password(store: Store, arguments: Namespace) -> None:
    """The acts that need a password: it is asked for outside a transaction, where time passes."""
    check, act = _WITH_PASSWORD[arguments.act]
    with store.transaction() as transaction:
        check(transaction, arguments)
    password = make_password() if arguments.make_password else _asked_password()
    with store.transaction() as transaction:
        act(transaction, arguments, password)
    if arguments.make_password:
        print(f"password (shown only now): {password}")


def _check(arguments: Namespace) -> None:
    if not _LOGIN.fullmatch(arguments.login):
        raise OperatorError("--login: write 2 to 64 of a-z 0-9 . _ - beginning with a-z or 0-9")
    name = clean(arguments.name)
    if not name or len(name) > _LONGEST_NAME or "\n" in name:
        raise OperatorError(f"--name: write 1 to {_LONGEST_NAME} characters in one line")
    if arguments.telegram_id is not None and not _ACCOUNT.fullmatch(arguments.telegram_id):
        raise OperatorError("--telegram-id: write the numeric id of the account")


def _check_free(transaction: Transaction, arguments: Namespace) -> None:
    if transaction.organization(arguments.organization) is None:
        raise OperatorError(
            f"--organization: there is none with the id {arguments.organization}; "
            "python main.py organization list shows them"
        )
    if transaction.mediator_by_login(arguments.login) is not None:
        raise OperatorError(f"--login: {arguments.login} is taken")
    account = arguments.telegram_id
    if account is not None and transaction.mediator_by_telegram(account) is not None:
        raise OperatorError(f"--telegram-id: {account} belongs to another mediator")


def _add(transaction: Transaction, arguments: Namespace, password: str) -> None:
    mediator_id = transaction.add_mediator(
        arguments.organization,
        arguments.login,
        clean(arguments.name),
        hash_password(password),
        datetime.now(UTC),
    )
    if arguments.telegram_id is not None:
        transaction.link_telegram(mediator_id, arguments.telegram_id)
    print(f"added {arguments.login}")


def _check_known(transaction: Transaction, arguments: Namespace) -> None:
    _known(transaction, arguments.login)


def _change_password(transaction: Transaction, arguments: Namespace, password: str) -> None:
    transaction.set_password(_known(transaction, arguments.login).id, hash_password(password))
    print(f"{arguments.login} has a new password and is signed out everywhere")


_WITH_PASSWORD = {"add": (_check_free, _add), "password": (_check_known, _change_password)}


def _switch(transaction: Transaction, login: str, *, active: bool) -> None:
    transaction.set_mediator_active(_known(transaction, login).id, active=active)
    print(f"{login} is active" if active else f"{login} is not active and is signed out everywhere")


def _known(transaction: Transaction, login: str) -> Mediator:
    mediator = transaction.mediator_by_login(login)
    if mediator is None:
        raise OperatorError(
            f"--login: there is no mediator {login}; python main.py mediator list shows them"
        )
    return mediator


def _list(transaction: Transaction) -> None:
    organizations = transaction.organizations()
    for organization in organizations:
        print(f"{organization.id}  {organization.name}")
        for mediator in transaction.mediators(organization.id):
            state = "active" if mediator.active else "not active"
            telegram = "Telegram linked" if mediator.has_telegram else "no Telegram"
            print(f"  {mediator.login}  {state}  {telegram}  {mediator.display_name}")
    if not organizations:
        print("no organization yet; python main.py organization add --help tells how to add one")


def _asked_password() -> str:
    """The password, asked for twice; from a pipe it is the first line, repeated on the second."""
    password = _read("Password: ")
    if not SHORTEST <= len(password) <= LONGEST:
        raise OperatorError(
            f"the password must have {SHORTEST} to {LONGEST} characters; "
            "--make-password makes a good one"
        )
    if _read("Once more: ") != password:
        raise OperatorError("the two passwords differ; nothing was changed")
    return password


def _read(prompt: str) -> str:
    return getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
