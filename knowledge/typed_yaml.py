"""From a YAML document to a typed shape, with each fault on the line an editor must change."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from knowledge.problems import ContentError, Problem
from knowledge.strict_yaml import Key, YamlDocument

Model = TypeVar("Model", bound=BaseModel)

_LENGTHS = {
    "too_short": "{actual_length} are too few, {min_length} are needed",
    "too_long": "{actual_length} are too many, {max_length} may stand here",
    "string_too_short": "too short, at least {min_length} characters",
    "string_too_long": "too long, at most {max_length} characters",
}


def typed(document: YamlDocument, model: type[Model]) -> Model:
    """The document as `model`; raises ContentError with every fault and its line."""
    try:
        return model.model_validate(document.value)
    except ValidationError as fault:
        raise ContentError(list(problems_of(document, fault))) from fault


def problems_of(
    document: YamlDocument, fault: ValidationError, under: tuple[Key, ...] = ()
) -> Iterator[Problem]:
    """Each fault of the part `under` these keys, in words for an editor."""
    for error in fault.errors(include_url=False):
        trail = (*under, *(part for part in error["loc"] if isinstance(part, str | int)))
        yield Problem(document.shown_as, document.line(*trail), _words(trail, dict(error)))


def _words(trail: tuple[Key, ...], error: dict[str, Any]) -> str:
    where = ".".join(str(part + 1) if isinstance(part, int) else part for part in trail)
    if error["type"] == "extra_forbidden":
        return f"{where}: no such key here"
    if error["type"] == "missing":
        return f"{where}: missing"
    if error["type"] in _LENGTHS:
        return f"{where}: {_LENGTHS[error['type']].format(**error['ctx'])}"
    message = str(error["msg"]).removeprefix("Value error, ")
    said = error.get("input")
    shown = (
        f" (found {said!r})"
        if isinstance(said, str | int | float) and len(repr(said)) <= 60
        else ""
    )
    return f"{where}: {message}{shown}".removeprefix(": ")
