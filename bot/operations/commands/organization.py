"""Organizations whose mediators work at our desk: add one, list them, switch one off and on."""

import re
from argparse import Namespace
from contextlib import closing

from bot.cases.staff import NewOrganization, ServedOrganization
from bot.cases.store.transaction import Transaction
from bot.operations.build_files import ROOMS
from bot.operations.data_folder import prepare_folder
from bot.operations.faults import OperatorError
from bot.operations.settings import read_settings
from bot.operations.wiring import open_store
from intents.normalize import clean
from knowledge.loading import load_sources
from knowledge.organizations.organization_rows import KINDS, LEVELS
from knowledge.places.region import Region
from knowledge.sources import Sources

_LEVELS_OF_REGION = {"province": ("province", "city"), "city": ("city",), "county": ("district",)}
_WITHIN_A_REGION = ("town", "park", "industry", "enterprise")
_GROUP = re.compile(r"-?[0-9]{5,20}|@[A-Za-z][A-Za-z0-9_]{4,31}")
_LONGEST_NAME = 60


def run(arguments: Namespace) -> int:
    """Do the act; raises OperatorError naming the option at fault."""
    settings = read_settings()
    prepare_folder(settings.data)
    new = checked(arguments) if arguments.act == "add" else None
    with closing(open_store(settings)) as store, store.transaction() as transaction:
        if new is not None:
            _add(transaction, new)
        elif arguments.act == "list":
            _list(transaction)
        else:
            _switch(transaction, arguments.id, active=arguments.act == "activate")
    return 0


def checked(arguments: Namespace) -> NewOrganization:
    """What the options say, checked against the gazetteer and the directory."""
    sources, _ = load_sources(ROOMS[0])
    region = _region(arguments.region, sources)
    _one_of("--kind", arguments.kind, KINDS)
    _one_of("--level", arguments.level, LEVELS)
    fitting = (*_WITHIN_A_REGION, *_LEVELS_OF_REGION[region.level])
    if arguments.level not in fitting:
        raise OperatorError(
            f"--level: {arguments.level} does not fit {region.adcode} {region.name}, "
            f"which is a {region.level}; use one of {', '.join(fitting)}"
        )
    return NewOrganization(
        name=_name(arguments.name),
        kind=arguments.kind,
        level=arguments.level,
        adcode=region.adcode,
        town_code=_town(arguments.town, region, sources),
        industries=_industries(arguments, sources),
        address=arguments.address,
        phone=arguments.phone,
        hours=arguments.hours,
        directory_id=_directory_id(arguments.directory_id, sources),
        telegram_group=_group(arguments.telegram_group),
    )


def _add(transaction: Transaction, new: NewOrganization) -> None:
    for known in transaction.organizations():
        if known.name == new.name:
            raise OperatorError(f"--name: {new.name} is here already, with the id {known.id}")
    organization_id = transaction.add_organization(new)
    print(organization_id)
    print(
        "next: python main.py mediator add "
        f"--organization {organization_id} --login LOGIN --name NAME"
    )


def _switch(transaction: Transaction, organization_id: str, *, active: bool) -> None:
    organization = transaction.organization(organization_id)
    if organization is None:
        raise OperatorError(
            f"--id: there is no organization {organization_id}; "
            "python main.py organization list shows them"
        )
    transaction.set_organization_active(organization_id, active=active)
    if active:
        print(f"{organization.name} gets new cases")
    else:
        print(f"{organization.name} gets no new cases; its mediators finish those it has")


def _list(transaction: Transaction) -> None:
    organizations = transaction.organizations()
    for organization in organizations:
        print(_line(organization, len(transaction.mediators(organization.id))))
    if not organizations:
        print("no organization yet; python main.py organization add --help tells how to add one")


def _line(organization: ServedOrganization, mediators: int) -> str:
    state = "active" if organization.active else "not active"
    parts = (
        organization.id,
        state,
        f"{mediators} mediator(s)",
        organization.kind,
        organization.level,
        organization.adcode,
        organization.name,
    )
    return "  ".join(parts)


def _one_of(option: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise OperatorError(f"{option}: {value} is not one of {', '.join(allowed)}")


def _name(name: str) -> str:
    kept = clean(name)
    if not kept or len(kept) > _LONGEST_NAME or "\n" in kept:
        raise OperatorError(f"--name: write 1 to {_LONGEST_NAME} characters in one line")
    return kept


def _region(adcode: str, sources: Sources) -> Region:
    for region in sources.regions:
        if region.adcode == adcode:
            return region
    raise OperatorError(
        f"--region: {adcode} is not a code of knowledge/places/regions.csv (510114 is one)"
    )


def _town(code: str | None, region: Region, sources: Sources) -> str | None:
    if code is None:
        return None
    parents = {known.adcode: known.parent for known in sources.regions}
    for town in sources.towns:
        if town.code == code and region.adcode in (town.county, parents.get(town.county)):
            return code
    raise OperatorError(
        f"--town: {code} is not a code of knowledge/places/towns.csv within {region.adcode}"
    )


def _industries(arguments: Namespace, sources: Sources) -> tuple[str, ...]:
    named = tuple(filter(None, (part.strip() for part in arguments.industries.split(","))))
    competence = sources.rules.competence
    known = tuple(competence.industries) if competence else named
    for industry in named:
        _one_of("--industries", industry, known)
    if arguments.kind == "industry_mediation" and not named:
        raise OperatorError(f"--industries: name at least one of {', '.join(known)}")
    return named


def _directory_id(directory_id: str | None, sources: Sources) -> str | None:
    if directory_id is None or any(row.id == directory_id for row in sources.organizations):
        return directory_id
    raise OperatorError(
        f"--directory-id: {directory_id} is not an id of knowledge/organizations/organizations.csv"
    )


def _group(group: str | None) -> str | None:
    if group is None or _GROUP.fullmatch(group):
        return group
    raise OperatorError("--telegram-group: write the chat id (-1001234567890) or @name")
