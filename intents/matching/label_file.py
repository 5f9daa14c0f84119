"""The readers of wishes, of choices and of questions within a case as .npz files: the same model gives the same bytes."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from intents.matching.choices import ChoiceLimits, ChoiceModel
from intents.matching.labels import LabelModel
from intents.matching.model_file import as_bytes, as_lines, write_arrays
from intents.matching.wishes import WishModel

_FORMAT = 2
_ARRAYS = ("rarity", "weights", "scale", "of_meaning", "bias")


def save_wishes(learned: WishModel, path: Path) -> None:
    """Write the model of the wishes."""
    _save(learned.model, {"lead": learned.lead, "clear": learned.clear}, path)


def load_wishes(path: Path) -> WishModel:
    """Read the model of the wishes; raises ValueError when the file is of another format."""
    model, limits = _load(path)
    return WishModel(model, **limits)


def save_choices(learned: ChoiceModel, path: Path) -> None:
    """Write the model of the choices."""
    _save(learned.model, asdict(learned.limits), path)


def load_choices(path: Path) -> ChoiceModel:
    """Read the model of the choices; raises ValueError when the file is of another format."""
    model, limits = _load(path)
    return ChoiceModel(model, ChoiceLimits(**limits))


def save_questions(learned: LabelModel, path: Path) -> None:
    """Write the model of the questions within a case."""
    _save(learned, {}, path)


def load_questions(path: Path) -> LabelModel:
    """Read the model of the questions within a case; raises ValueError when the file is of another format."""
    return _load(path)[0]


def _save(model: LabelModel, limits: Mapping[str, float], path: Path) -> None:
    about = {"format": _FORMAT, "labels": model.labels, "limits": dict(limits)}
    arrays: dict[str, NDArray[Any]] = {
        "about": as_bytes(json.dumps(about, ensure_ascii=False, sort_keys=True)),
        "grams": as_bytes("\n".join(model.grams)),
        **{name: getattr(model, name) for name in _ARRAYS},
    }
    write_arrays(arrays, path)


def _load(path: Path) -> tuple[LabelModel, dict[str, float]]:
    with np.load(path, allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    about = json.loads(arrays["about"].tobytes())
    if about["format"] != _FORMAT:
        raise ValueError(f"{path.name} has format {about['format']}, not {_FORMAT}: learn it again")
    model = LabelModel(
        grams=as_lines(arrays["grams"]),
        labels=tuple(about["labels"]),
        **{name: arrays[name] for name in _ARRAYS},
    )
    return model, about["limits"]
