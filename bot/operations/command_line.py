"""The verbs of main.py: each reads its arguments here and does its work elsewhere."""

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta, timezone
from importlib import import_module

CHINA = timezone(timedelta(hours=8))

Command = Callable[[argparse.Namespace], int]

_NEW_OBJECTS = 50_000
"""How many are made before the next search for garbage: what a start makes stays, and to search it
every 700 objects took a tenth of the start."""


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code. Expected faults end in one sentence, not a trace."""
    from bot.operations.faults import EXPECTED, sentence

    gc.set_threshold(_NEW_OBJECTS)
    chosen = _parser().parse_args(arguments)
    try:
        return _command(chosen.command or "serve")(chosen)
    except EXPECTED as fault:
        print(sentence(fault), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def today_in_china() -> date:
    """The date where the workers are."""
    return datetime.now(CHINA).date()


def _command(name: str) -> Command:
    """The function behind a verb; its module is imported only now, so that starts stay quick."""
    modules = {"import": "import_figures"}
    module = import_module(f"bot.operations.commands.{modules.get(name, name.replace('-', '_'))}")
    command: Command = module.run
    return command


def _iso_date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write 2027-01-05") from None


def _days(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) < 5 and 1 <= int(text) <= 366:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r}: write a number of days from 1 to 366")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="main.py",
        description="工友问问 (Gongyou): labour-rights answers, and the way to a mediator.",
        epilog="Without a command it serves the chat page and the mediators' desk. Settings are"
        " environment variables or lines of .env: see check --settings.",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("serve", help="serve the chat page, the desk and Telegram (default)")
    _add_terminal(commands)
    _add_explain(commands)
    _add_explain_law(commands)
    _add_batch(commands)
    _add_check(commands)
    _add_import(commands)
    commands.add_parser("build", help="build the content now instead of at the next start")
    _add_impact(commands)
    _add_organization(commands)
    _add_mediator(commands)
    _add_gaps(commands)
    commands.add_parser("demo", help="fill an empty database with a small demo world")
    return parser


def _add_terminal(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    terminal = commands.add_parser("terminal", help="talk with the bot here, nothing is stored")
    terminal.add_argument("--today", type=_iso_date, help="simulate a date (2027-01-05)")


def _add_explain(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    explain = commands.add_parser("explain", help="show why a message gets its answer")
    explain.add_argument("text", help="the message, in quotes")


def _add_explain_law(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    explain = commands.add_parser("explain-law", help="show a calculation as a worker sees it")
    explain.add_argument("rule", help="economic_compensation, overtime_pay ...")
    explain.add_argument(
        "--given", nargs="*", default=[], metavar="KEY=VALUE", help="monthly_wage=8000 ..."
    )
    explain.add_argument("--region", help="six-digit code of the place of work")
    explain.add_argument("--today", type=_iso_date, help="simulate a date (2027-01-05)")


def _add_import(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    imported = commands.add_parser("import", help="take new local figures from a CSV file")
    kinds = imported.add_subparsers(dest="kind", metavar="figures", required=True)
    figures = kinds.add_parser("figures", help="minimum wages, average wages, allowances ...")
    figures.add_argument("file", help="a CSV file with the header of one of ours")
    figures.add_argument("--yes", action="store_true", help="enter without asking")


def _add_batch(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    batch = commands.add_parser("batch", help="JSON lines in, JSON lines out; stores nothing")
    verbs = ("answer", "calculate", "intake", "refer", "talk", "triage")
    batch.add_argument("verb", choices=verbs)


def _add_check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    check = commands.add_parser("check", help="check all content; every fault with file and line")
    check.add_argument("--settings", action="store_true", help="print the settings in force")


def _add_impact(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    impact = commands.add_parser("impact", help="list all content that rests on an article")
    impact.add_argument("law", help="id of the law, as in knowledge/statutes: labour_contract_law")
    impact.add_argument("article", type=int, nargs="?", help="its article; without it, the law")


def _add_organization(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    organization = commands.add_parser("organization", help="organizations that receive cases")
    acts = organization.add_subparsers(
        dest="act", metavar="add|list|deactivate|activate", required=True
    )
    acts.add_parser("list", help="list them with their ids")
    add = acts.add_parser("add", help="add one; its mediators can then sign in at the desk")
    add.add_argument("--name", required=True)
    add.add_argument("--kind", required=True, help="joint_center, township_mediation ...")
    add.add_argument("--level", required=True, help="city, district, town, park, industry")
    add.add_argument("--region", required=True, help="six-digit code it is competent for")
    add.add_argument("--town", help="nine-digit code of its town or street")
    add.add_argument("--industries", default="", help="comma separated, for industry bodies")
    add.add_argument("--address")
    add.add_argument("--phone")
    add.add_argument("--hours")
    add.add_argument("--directory-id", help="its row in the directory (org-510114-001)")
    add.add_argument("--telegram-group", help="chat id of its Telegram group")
    for act, words in (
        ("deactivate", "no new cases go to it"),
        ("activate", "they go to it again"),
    ):
        acts.add_parser(act, help=words).add_argument(
            "--id", required=True, help="as list shows it"
        )


def _add_mediator(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    mediator = commands.add_parser("mediator", help="people who work cases at the desk")
    acts = mediator.add_subparsers(
        dest="act", metavar="add|list|password|deactivate|activate", required=True
    )
    acts.add_parser("list", help="list them by organization")
    add = acts.add_parser("add", help="add one; the password is asked for, or made")
    add.add_argument("--organization", required=True, help="id of the organization")
    add.add_argument("--login", required=True)
    add.add_argument("--name", required=True, help="the name the worker sees")
    add.add_argument("--telegram-id", help="to accept cases in the organization's group")
    password = acts.add_parser("password", help="give one a new password, asked for or made")
    for parser in (add, password):
        parser.add_argument("--make-password", action="store_true", help="make and print it once")
    off = acts.add_parser("deactivate", help="signed out at once, can't sign in or accept cases")
    on = acts.add_parser("activate", help="may sign in and work again")
    for parser in (password, off, on):
        parser.add_argument("--login", required=True, help="as list shows it")


def _add_gaps(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    gaps = commands.add_parser(
        "gaps", help="questions not answered well, stripped and grouped, for editors"
    )
    gaps.add_argument("--days", type=_days, default=30, help="how far back (30, the longest kept)")
    gaps.add_argument("--csv", metavar="FILE", help="write the groups into a table too")
