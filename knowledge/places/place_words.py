"""The words around a place name that tell what it is: place_words.yaml, typed."""

from pydantic import Field

from knowledge.schemas import Shape

Words = tuple[str, ...]


class PlaceWords(Shape):
    """Word lists the resolver reads by; the meaning of each stands in place_words.yaml."""

    town_endings: Words = ()
    region_endings: Words = ()
    joints: str = ""
    clause_ends: str = ""
    quarter_endings: str = ""
    not_places: Words = ()
    ambiguous_short_names: Words = ()
    never_alone: Words = ()
    always_ask: Words = ()
    easily_split: Words = ()
    led_by: Words = ()
    place_before: Words = ()
    work_after: Words = ()
    links: Words = ()
    from_before: Words = ()
    others_after: Words = ()
    others_links: Words = ()
    we_are: Words = ()
    firms: Words = ()
    home_before: Words = ()
    not_home_led: str = ""
    boss_before: Words = ()
    home_after: Words = ()
    not_home_after: Words = ()
    seat_before: Words = ()
    company_before: Words = ()
    company_after: Words = ()
    not_name_after: Words = ()
    name_ends: Words = ()
    not_in_names: str = ""
    away_before: Words = ()
    away_after: Words = ()
    elsewhere_after: Words = ()
    going: Words = ()
    past_after: Words = ()
    kin_before: Words = ()
    later_before: Words = ()
    traditional: str = Field(default="", repr=False)
    simplified: str = Field(default="", repr=False)

    def region_stem(self, name: str) -> str:
        """The region's name without its last word (江北区 -> 江北), if two characters are left."""
        for ending in self.region_endings:
            if name.endswith(ending) and len(name) >= len(ending) + 2:
                return name[: -len(ending)]
        return name
