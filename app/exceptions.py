"""Refusals in product words: each text is fit for the person who reads it."""

from collections.abc import Mapping


class ProductError(Exception):
    """A refusal whose text may be shown as it is."""

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class NotFound(ProductError):
    """The thing does not exist, or is not this person's to see."""


class NotAllowed(ProductError):
    """The person is known but holds no role that allows it."""


class SignInNeeded(ProductError):
    """Nobody is signed in, or the session has ended."""


class Conflict(ProductError):
    """Somebody or something else was quicker."""


class Full(Conflict):
    """Every place is taken at the moment; what was written is kept."""


class StaleVersion(Conflict):
    """What was edited has changed meanwhile; `theirs` is what is stored now."""

    def __init__(self, message: str, *, theirs: Mapping[str, object] | None = None) -> None:
        super().__init__(message)
        self.theirs = dict(theirs or {})


class Gone(ProductError):
    """It was here and is here no more (a revoked link, a closed pilot)."""


class Invalid(ProductError):
    """The input has the right shape but cannot be true; `problems` maps fields to words."""

    def __init__(
        self,
        message: str,
        *,
        field: str | None = None,
        problems: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message, field=field)
        self.problems = dict(problems or {})


class TooMany(ProductError):
    """Asked for too often; try again later."""


class Unavailable(ProductError):
    """The database or a service we need does not answer at the moment."""
