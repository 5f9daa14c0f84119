"""The folder of GONGYOU_DATA."""

from pathlib import Path

from bot.operations.faults import OperatorError


def prepare_folder(folder: Path) -> None:
    """Make the data folder; raises OperatorError naming the variable when it can't be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".writable").touch()
        (folder / ".writable").unlink()
    except OSError as fault:
        raise OperatorError(
            f"GONGYOU_DATA: {folder} can't be written ({fault.strerror}); name another folder."
        ) from None
