"""Each view says who may come; a view that does not say so keeps the app from starting."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from flask import Flask

View = TypeVar("View", bound=Callable[..., Any])


class Who(StrEnum):
    """The audiences of DESIGN.md's staff roles and of the outside."""

    PUBLIC = "public"
    CUSTOMER = "customer link"
    SIGNED_IN = "signed in"
    CURATOR = "curator"
    LEAD = "lead"
    OWNER = "owner"
    ANALYST = "analyst"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Route:
    """One method of one rule with those who may use it."""

    method: str
    rule: str
    endpoint: str
    audience: tuple[str, ...]


def audience(*who: Who) -> Callable[[View], View]:
    """Mark a view with those who may use it; admins may use every staff view."""

    def mark(view: View) -> View:
        view.audience = frozenset(who)  # type: ignore[attr-defined]
        return view

    return mark


def audience_of(app: Flask, endpoint: str) -> frozenset[Who]:
    """Return who may use an endpoint (empty when nobody said so)."""
    view = app.view_functions[endpoint]
    marked: frozenset[Who] = getattr(view, "audience", frozenset())
    return marked


def list_routes(app: Flask) -> Iterator[Route]:
    """List every route with method and audience, in a stable order."""
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: (rule.rule, rule.endpoint)):
        methods = sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
        names = tuple(sorted(who.value for who in audience_of(app, rule.endpoint)))
        for method in methods:
            yield Route(method, rule.rule, rule.endpoint, names)


def refuse_unmarked(app: Flask) -> None:
    """Raise when a route has no audience or answers other methods than GET and POST."""
    wrong = [
        f"{route.method} {route.rule}"
        for route in list_routes(app)
        if not route.audience or route.method not in {"GET", "POST"}
    ]
    if wrong:
        raise RuntimeError("routes without an audience: " + ", ".join(wrong))
