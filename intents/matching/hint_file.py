"""The hint of danger as one .npz file: the same model gives the same bytes."""

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from intents.matching.hint import HintModel
from intents.matching.model_file import as_bytes, as_lines, write_arrays

_FORMAT = 1


def save_hint(model: HintModel, path: Path) -> None:
    """Write the model."""
    about = {
        "format": _FORMAT,
        "signs": dict(model.signs),
        "classes": model.classes,
        "threshold": model.threshold,
    }
    arrays: dict[str, NDArray[Any]] = {
        "about": as_bytes(json.dumps(about, ensure_ascii=False, sort_keys=True)),
        "features": as_bytes("\n".join(model.features)),
        "rarity": model.rarity,
        "weights": model.weights,
        "scale": model.scale,
        "bias": model.bias,
    }
    write_arrays(arrays, path)


def load_hint(path: Path) -> HintModel:
    """Read a model; raises ValueError when the file is of another format."""
    with np.load(path, allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    about = json.loads(arrays["about"].tobytes())
    if about["format"] != _FORMAT:
        raise ValueError(f"{path.name} has format {about['format']}, not {_FORMAT}: train it again")
    return HintModel(
        signs=about["signs"],
        features=as_lines(arrays["features"]),
        rarity=arrays["rarity"],
        classes=tuple(about["classes"]),
        weights=arrays["weights"],
        scale=arrays["scale"],
        bias=arrays["bias"],
        threshold=about["threshold"],
    )
