"""Development zones as zones.yaml states them."""

from typing import Annotated

from pydantic import Field, StringConstraints

from knowledge.places.region import Zone
from knowledge.schemas import Identifier, Shape

Name = Annotated[str, StringConstraints(min_length=2, max_length=20)]


class ZoneEntry(Shape):
    """One zone of the file; the meaning of each field is that of places.region.Zone."""

    id: Identifier
    names: Annotated[tuple[Name, ...], Field(min_length=1)]
    adcode: Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]
    towns: tuple[Annotated[str, StringConstraints(pattern=r"^[0-9]{9}$")], ...] = ()
    organizations: Annotated[tuple[str, ...], Field(min_length=1)]

    def zone(self) -> Zone:
        """The same as the plain record the gazetteer holds."""
        return Zone(self.id, self.names, self.adcode, self.towns, self.organizations)


class ZoneTable(Shape):
    """zones.yaml."""

    zones: tuple[ZoneEntry, ...]
