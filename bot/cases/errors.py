"""What can go wrong when cases are kept. Each message is one sentence an operator can act on."""


class StoreError(Exception):
    """The store can't be opened or a row asked for is not there."""


class StoreUnavailable(StoreError):
    """The database did not answer, is locked or full: nothing was written, try again later."""


class Conflict(StoreError):
    """A row of this name is there already, or one it points to is not; nothing was written."""


class KeyFileError(StoreError):
    """The master key is missing, unreadable or not the one this database was sealed with."""


class SealBroken(StoreError):
    """A sealed value was altered, moved to another row, or its key is gone."""


class NotKept(StoreError):
    """The row asked for does not exist, or no longer does."""


class ChangeNotAllowed(Exception):
    """The case may not change this way; nothing was changed.

    `reason` is one of: status, organization, passed, mediator, outcome, unknown_organization,
    unknown_mediator, unknown_case, unknown_code.
    """

    def __init__(self, code: str, status: str, reason: str) -> None:
        super().__init__(f"{code} is not allowed on a case that is {status}: {reason}")
        self.code = code
        self.status = status
        self.reason = reason
