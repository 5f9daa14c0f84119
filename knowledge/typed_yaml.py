"""From a YAML document to a typed shape, with each fault on the line an editor must change."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from knowledge.problems import ContentError, Problem
from knowledge.strict_yaml import Key, YamlDocument

Model = TypeVar("Model", bound=BaseModel)


def typed(document: YamlDocument, model: type[Model]) -> Model:
    """The document as `model`; raises ContentError with every fault and its line."""
    try:
        return model.model_validate(document.value)
    except ValidationError as fault:
        raise ContentError(
            [_problem(document, dict(error)) for error in fault.errors(include_url=False)]
        ) from fault


def _problem(document: YamlDocument, error: dict[str, Any]) -> Problem:
    trail = tuple(part for part in error["loc"] if isinstance(part, str | int))
    return Problem(document.shown_as, document.line(*trail), _words(trail, error))


def _words(trail: tuple[Key, ...], error: dict[str, Any]) -> str:
    where = ".".join(str(part + 1) if isinstance(part, int) else part for part in trail)
    if error["type"] == "extra_forbidden":
        return f"{where}: no such key here"
    if error["type"] == "missing":
        return f"{where}: missing"
    message = str(error["msg"]).removeprefix("Value error, ")
    said = error.get("input")
    shown = (
        f" (found {said!r})"
        if isinstance(said, str | int | float) and len(repr(said)) <= 60
        else ""
    )
    return f"{where}: {message}{shown}".removeprefix(": ")
