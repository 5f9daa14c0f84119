"""The model as one .npz file: the same model gives the same bytes, and no code is loaded."""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from intents.matching.homophones import Homophones
from intents.matching.meaning import Meaning
from intents.matching.model import Calibration, Linear, Model, Phrases
from intents.matching.postings import Postings
from intents.matching.weights import Weights
from intents.matching.words import MatchingWords

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FORMAT = 8
_POSTINGS = ("starts", "numbers", "weights")


def save_model(model: Model, path: Path) -> None:
    """Write the model; arrays are stored plain, without times, in a fixed order."""
    write_arrays(_arrays(model), path)


def write_arrays(arrays: Mapping[str, NDArray[Any]], path: Path) -> None:
    """Arrays as an .npz file whose bytes depend on nothing else."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, array in arrays.items():
            entry = zipfile.ZipInfo(f"{name}.npy", _EPOCH)
            with archive.open(entry, "w", force_zip64=True) as file:
                np.lib.format.write_array(file, np.ascontiguousarray(array), allow_pickle=False)


def load_model(path: Path) -> Model:
    """Read a model; raises ValueError when the file is of another format."""
    with np.load(path, allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    about = json.loads(arrays["about"].tobytes())
    if about["format"] != _FORMAT:
        raise ValueError(f"{path.name} has format {about['format']}, not {_FORMAT}: train it again")
    return Model(
        words=MatchingWords(**{name: tuple(listed) for name, listed in about["words"].items()}),
        homophones=Homophones(
            characters=as_text(arrays["characters"]),
            syllables=arrays["syllables"],
            likely=tuple(filter(None, as_lines(arrays["likely_pairs"]))),
        ),
        meaning=Meaning(
            grams=as_lines(arrays["meaning_grams"]),
            rarity=arrays["meaning_rarity"],
            table=arrays["meaning_table"],
            scale=arrays["meaning_scale"],
        ),
        phrases=Phrases(
            written=as_lines(arrays["written"]),
            folded=as_lines(arrays["folded"]),
            labels=arrays["phrase_labels"],
            index=_postings("phrase", arrays),
        ),
        linear=Linear(
            grams=as_lines(arrays["grams"]),
            rarity=arrays["rarity"],
            labels=tuple(about["labels"]),
            entry_count=about["entry_count"],
            labour_count=about["labour_count"],
            weights=Weights(
                arrays["label_rows"], arrays["label_table"], _postings("label", arrays)
            ),
            scale=arrays["scale"],
            bias=arrays["bias"],
            centres=arrays["centres"],
            domain_weights=arrays["domain_weights"],
            domain_bias=arrays["domain_bias"],
        ),
        calibration=_calibration(about["calibration"]),
    )


def _calibration(stored: dict[str, Any]) -> Calibration:
    return Calibration(
        sharpness=stored["sharpness"],
        sureness=tuple(stored["sureness"]),
        gate=tuple(stored["gate"]),
        answer=stored["answer"],
        beyond_doubt=stored["beyond_doubt"],
        choices=stored["choices"],
        in_scope=stored["in_scope"],
        sure_in_scope=stored["sure_in_scope"],
    )


def _postings(name: str, arrays: Mapping[str, NDArray[Any]]) -> Postings:
    return Postings(*(arrays[f"{name}_{part}"] for part in _POSTINGS))


def _postings_arrays(name: str, postings: Postings) -> dict[str, NDArray[Any]]:
    return {f"{name}_{part}": getattr(postings, part) for part in _POSTINGS}


def _arrays(model: Model) -> dict[str, NDArray[Any]]:
    linear, phrases, meaning = model.linear, model.phrases, model.meaning
    about = {
        "format": _FORMAT,
        "words": asdict(model.words),
        "labels": linear.labels,
        "entry_count": linear.entry_count,
        "labour_count": linear.labour_count,
        "calibration": asdict(model.calibration),
    }
    return {
        "about": as_bytes(json.dumps(about, ensure_ascii=False, sort_keys=True)),
        "characters": as_bytes(model.homophones.characters),
        "syllables": model.homophones.syllables,
        "likely_pairs": as_bytes("\n".join(model.homophones.likely)),
        "meaning_grams": as_bytes("\n".join(meaning.grams)),
        "meaning_rarity": meaning.rarity,
        "meaning_table": meaning.table,
        "meaning_scale": meaning.scale,
        "grams": as_bytes("\n".join(linear.grams)),
        "written": as_bytes("\n".join(map(_one_line, phrases.written))),
        "folded": as_bytes("\n".join(phrases.folded)),
        "phrase_labels": phrases.labels,
        **_postings_arrays("phrase", phrases.index),
        "rarity": linear.rarity,
        "label_rows": linear.weights.rows,
        "label_table": linear.weights.table,
        **_postings_arrays("label", linear.weights.rest),
        "scale": linear.scale,
        "bias": linear.bias,
        "centres": linear.centres,
        "domain_weights": linear.domain_weights,
        "domain_bias": linear.domain_bias,
    }


def _one_line(text: str) -> str:
    return " ".join(text.split())


def as_bytes(text: str) -> NDArray[np.uint8]:
    """Text as an array."""
    return np.frombuffer(text.encode("utf-8"), dtype=np.uint8)


def as_lines(array: NDArray[np.uint8]) -> tuple[str, ...]:
    """The lines of a text kept as an array."""
    return tuple(as_text(array).split("\n"))


def as_text(array: NDArray[np.uint8]) -> str:
    """A text kept as an array."""
    return array.tobytes().decode("utf-8")
