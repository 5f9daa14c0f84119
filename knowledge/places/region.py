"""Provinces, cities, counties and towns with a point, and how they nest."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Region:
    """A division of GB/T 2260: `level` is province, city or county; the point is WGS-84.

    `coord_kind` says what the point is: the seat, an interior_point of the area, approx, or
    only that of the parent (then it says nothing about this region). `area_code` is the
    telephone prefix, empty where it is not known for sure.
    """

    adcode: str
    name: str
    short_name: str
    level: str
    parent: str
    lat: float
    lon: float
    area_code: str
    coord_kind: str = "seat"


class Town(NamedTuple):
    """A street or town: nine-digit `code`, and the county (or undivided city) it lies in."""

    code: str
    name: str
    county: str


@dataclass(frozen=True, slots=True)
class Alias:
    """An old name, nickname or zone that people say for the region `adcode`."""

    name: str
    adcode: str
    kind: str


@dataclass(frozen=True, slots=True)
class Zone:
    """A development zone: no division of its own, but with bodies of its own.

    `names` are what people call it, `adcode` the region it hangs on, `towns` the codes of the
    streets that belong to it as far as known, `organizations` the ids of its bodies.
    """

    id: str
    names: tuple[str, ...]
    adcode: str
    towns: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
