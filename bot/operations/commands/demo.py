"""A small demo world: two organizations, three mediators, passwords shown once."""

from argparse import Namespace
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from bot.cases.staff import NewOrganization, ServedOrganization
from bot.cases.store.transaction import Transaction
from bot.desk.passwords import hash_password, make_password
from bot.operations.data_folder import prepare_folder
from bot.operations.faults import OperatorError
from bot.operations.settings import read_settings
from bot.operations.wiring import open_store
from knowledge.schemas import Shape
from knowledge.strict_yaml import read_yaml
from knowledge.typed_yaml import typed

_FILE = Path(__file__).resolve().parents[1] / "demo.yaml"


class DemoMediator(Shape):
    """A mediator of the demo; the password is made anew."""

    login: str
    name: str


class DemoOrganization(Shape):
    """An organization of the demo, competent for `region`."""

    id: str
    name: str
    kind: str
    level: str
    region: str
    hours: str
    mediators: tuple[DemoMediator, ...]


class DemoWorld(Shape):
    """bot/operations/demo.yaml."""

    organizations: tuple[DemoOrganization, ...]


def run(_arguments: Namespace) -> int:
    """Fill an empty database; a database that holds the demo is left as it is."""
    world = typed(read_yaml(_FILE, "bot/operations/demo.yaml"), DemoWorld)
    settings = read_settings()
    prepare_folder(settings.data)
    with closing(open_store(settings)) as store, store.transaction() as transaction:
        if _is_there(world, transaction.organizations()):
            print("the demo is here already; its passwords were shown when it was made")
            return 0
        rows = [row for one in world.organizations for row in _seed(transaction, one)]
    for login, password, name, organization in rows:
        print(f"{login:<10} {password}  {name}  {organization}")
    print("these passwords are shown only now")
    print(f"sign in at http://{settings.host}:{settings.port}/desk/ after: python main.py")
    return 0


def _is_there(world: DemoWorld, organizations: tuple[ServedOrganization, ...]) -> bool:
    demo = {organization.id for organization in world.organizations}
    others = [organization for organization in organizations if organization.id not in demo]
    if others:
        raise OperatorError(
            "GONGYOU_DATA: this database already serves organizations; "
            "the demo only goes into an empty one, so name another folder"
        )
    return bool(organizations)


def _seed(transaction: Transaction, one: DemoOrganization) -> list[tuple[str, str, str, str]]:
    """Write an organization and its mediators; login, password, name, organization of each."""
    transaction.add_organization(
        NewOrganization(
            id=one.id,
            name=one.name,
            kind=one.kind,
            level=one.level,
            adcode=one.region,
            hours=one.hours,
        )
    )
    rows = []
    for mediator in one.mediators:
        password = make_password()
        kept = hash_password(password)
        transaction.add_mediator(one.id, mediator.login, mediator.name, kept, datetime.now(UTC))
        rows.append((mediator.login, password, mediator.name, one.name))
    return rows
