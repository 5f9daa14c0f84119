"""Organizations and hotlines as the directory knows them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Organization:
    """A body that mediates, arbitrates, inspects or aids, with the source of each fact.

    `adcode` is the region it is competent for (GB/T 2260, six digits); a town body also has
    `town_code`. `certainty` low means phone and address are never shown. `served` means its
    mediators work cases at our desk, so that a case can be handed to it.
    """

    id: str
    name: str
    kind: str
    level: str
    adcode: str
    town_code: str | None = None
    address: str | None = None
    phone: str | None = None
    hours: str | None = None
    lat: float | None = None
    lon: float | None = None
    coord_precision: str = ""
    industries: tuple[str, ...] = ()
    source: str = ""
    source_date: str = ""
    certainty: str = "low"
    notes: str = ""
    served: bool = False

    @property
    def shown_phone(self) -> str | None:
        """The phone a worker may see: none when its certainty is low."""
        return None if self.certainty == "low" else self.phone

    @property
    def shown_address(self) -> str | None:
        """The address a worker may see: none when its certainty is low."""
        return None if self.certainty == "low" else self.address


@dataclass(frozen=True, slots=True)
class Hotline:
    """A number or online service: `contact` is what to dial or open, `region` an adcode or None."""

    contact: str
    type: str
    name: str
    what_for: str
    hours: str
    source: str
    source_date: str
    certainty: str
    region: str | None = None
