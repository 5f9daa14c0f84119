"""Provinces, cities and counties with a point, and how they nest."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """A division of GB/T 2260: `level` is province, city or county; the point is WGS-84."""

    adcode: str
    name: str
    short_name: str
    level: str
    parent: str
    lat: float
    lon: float
    area_code: str


@dataclass(frozen=True, slots=True)
class Town:
    """A street or town: nine-digit `code`, and the county it lies in."""

    code: str
    name: str
    county: str
