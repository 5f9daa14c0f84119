"""The files of the triage table put together: knowledge/law/triage/*.yaml."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol, TypeVar

from pydantic import BaseModel

from knowledge.law.triage.table import Control, Doors, Order, Rows, TriageTable
from knowledge.problems import Problem
from knowledge.strict_yaml import YamlDocument

FOLDER = "law/triage"
BESIDES = ("control", "doors", "order")
"""The files that hold no rows."""

Model = TypeVar("Model", bound=BaseModel)


class Read(Protocol):
    """Reads one YAML file as a shape; None, with the fault noted, where it is none."""

    def __call__(self, path: Path, model: type[Model]) -> tuple[Model, YamlDocument] | None: ...


def load_triage(
    root: Path, read: Read
) -> tuple[TriageTable | None, Mapping[str, YamlDocument], list[Problem]]:
    """The table, the documents as triage/<file>, and the files that are read by nobody or missing."""
    folder = root / FOLDER
    order, doors, control = (
        read(folder / "order.yaml", Order),
        read(folder / "doors.yaml", Doors),
        read(folder / "control.yaml", Control),
    )
    if order is None or doors is None or control is None:
        return None, {}, []
    files = {name: read(folder / f"{name}.yaml", Rows) for name in order[0].read_in_order}
    documents = {"triage/order": order[1], "triage/doors": doors[1], "triage/control": control[1]}
    documents |= {f"triage/{name}": found[1] for name, found in files.items() if found}
    present = {path.stem for path in folder.glob("*.yaml")} - set(BESIDES)
    problems = [
        Problem(f"{root.name}/{FOLDER}/{name}.yaml", 0, "order.yaml does not read this file")
        for name in sorted(present - files.keys())
    ]
    rows = {name: found[0] for name, found in files.items() if found is not None}
    if len(rows) < len(files):
        return None, {}, problems
    table = TriageTable(doors=doors[0], order=order[0], control=control[0], files=rows)
    return table, documents, problems
