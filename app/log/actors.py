"""Who did it: a customer, a member of staff, a program, the worker."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """Kind (customer, staff, program, system) and id of whoever acts."""

    kind: str
    id: int | None = None

    @classmethod
    def staff(cls, staff_id: int) -> "Actor":
        """Return a member of staff as actor."""
        return cls("staff", staff_id)

    @classmethod
    def customer(cls, customer_id: int | None) -> "Actor":
        """Return a customer as actor; None before the address is known."""
        return cls("customer", customer_id)


SYSTEM = Actor("system")
