"""Why a request is not done; each has a page of its own."""


class SignedOut(Exception):
    """Nobody is signed in, or no longer."""


class Refused(Exception):
    """The request did not come from a page we showed."""


class NotOurs(Exception):
    """The case or file is not this organization's, or is not there: nobody learns which."""


class Gone(Exception):
    """The case was shown to this mediator earlier and has left the organization since."""


class NotAcceptable(Exception):
    """What was filled in can't be taken; `fault` is a code the page has words for."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault
