"""Check all content, or show the settings in force."""

from argparse import Namespace

from bot.documents.fonts import font_fault
from bot.operations.building import check_content
from bot.operations.command_line import today_in_china
from bot.operations.settings import describe_settings, read_settings, unknown_settings


def run(arguments: Namespace) -> int:
    """Print every fault with file and line and count them; exit code 1 when there is one."""
    if arguments.settings:
        for name, value in describe_settings(read_settings()):
            print(f"{name}={value}")
        for name in unknown_settings():
            print(f"warning: {name} is no setting and changes nothing")
        return 0
    problems = check_content(today_in_china())
    for problem in problems:
        print(problem)
    print(f"{len(problems)} fault(s) in the content")
    if fault := font_fault():
        print(f"warning: {fault}")
    return 1 if problems else 0
