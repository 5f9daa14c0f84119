"""What a worker agreed to, refused, took back or was told, as a plain value."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Answer = Literal["given", "refused", "withdrawn", "told"]


@dataclass(frozen=True, slots=True)
class Consent:
    """One answer at one moment of asking; rows are added, never changed.

    `moment` names what was asked (referral, sensitive, abroad, first_notice), `version` the text
    that was shown, `organization_id` the receiver where there is one.
    """

    moment: str
    version: str
    answer: Answer
    channel: str
    at: datetime
    organization_id: str | None = None
    case_id: str | None = None
