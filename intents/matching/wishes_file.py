"""The reader of wishes as one .npz file: the same model gives the same bytes."""

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from intents.matching.model_file import as_bytes, as_lines, write_arrays
from intents.matching.wishes import WishModel

_FORMAT = 1


def save_wishes(model: WishModel, path: Path) -> None:
    """Write the model."""
    about = {
        "format": _FORMAT,
        "labels": model.labels,
        "lead": model.lead,
        "clear": model.clear,
    }
    arrays: dict[str, NDArray[Any]] = {
        "about": as_bytes(json.dumps(about, ensure_ascii=False, sort_keys=True)),
        "grams": as_bytes("\n".join(model.grams)),
        "rarity": model.rarity,
        "weights": model.weights,
        "scale": model.scale,
        "bias": model.bias,
    }
    write_arrays(arrays, path)


def load_wishes(path: Path) -> WishModel:
    """Read a model; raises ValueError when the file is of another format."""
    with np.load(path, allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    about = json.loads(arrays["about"].tobytes())
    if about["format"] != _FORMAT:
        raise ValueError(f"{path.name} has format {about['format']}, not {_FORMAT}: learn it again")
    return WishModel(
        grams=as_lines(arrays["grams"]),
        rarity=arrays["rarity"],
        labels=tuple(about["labels"]),
        weights=arrays["weights"],
        scale=arrays["scale"],
        bias=arrays["bias"],
        lead=about["lead"],
        clear=about["clear"],
    )
