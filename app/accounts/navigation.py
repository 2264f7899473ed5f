"""What the staff frame shows around each page: pilots, the pages of this one, who is here."""

from dataclasses import dataclass

from flask import Flask, g, request

from app.pilots.info import PilotInfo
from app.pilots.services import list_pilots
from app.web.current import Member, find_member
from app.web.permission import may_open

PLACES = (
    ("inbox", "Queue", "/queue"),
    ("library", "Catalogue", "/pilots/{slug}/catalogue"),
    ("chart-no-axes-column", "Numbers", "/pilots/{slug}/insights"),
    ("sliders-horizontal", "Set-up", "/pilots/{slug}/setup"),
    ("users", "Team", "/pilots/{slug}/team"),
    ("user-plus", "Invite", "/pilots/{slug}/invitations"),
    ("layers", "Pilots", "/pilots"),
    ("mail", "Outbox", "/pilots/{slug}/outbox"),
    ("shield", "Admin", "/admin"),
)
AVATARS = "abcdef"


@dataclass(frozen=True, slots=True)
class Navigation:
    """The values `staff.html` shows; items are (icon, label, address, is current)."""

    pilot_name: str | None
    pilot_slug: str | None
    pilots: tuple[tuple[str, str], ...]
    items: tuple[tuple[str, str, str, bool], ...]
    staff_name: str
    staff_initials: str
    avatar: str
    search_href: str | None
    keys_on: bool


def install_navigation(app: Flask) -> None:
    """Hand `nav` to every page of staff."""
    app.context_processor(_values)


def _values() -> dict[str, object]:
    member = find_member()
    if member is None:
        return {}
    return {"nav": navigation(member, g.get("pilot"), request.path)}


def navigation(member: Member, pilot: PilotInfo | None, path: str) -> Navigation:
    """Return the frame's values for one person on one page."""
    pilots = list_pilots(None if member.is_admin else tuple(member.roles))
    if pilot is not None and not member.belongs_to(pilot.id):
        pilot = None
    if pilot is None and len(pilots) == 1:
        pilot = pilots[0]
    items = tuple(
        (icon, label, address, _is_current(address, path))
        for icon, label, pattern in PLACES
        if (address := _address(pattern, pilot)) is not None and may_open(member, address, pilot)
    )
    catalogue = _address("/pilots/{slug}/catalogue", pilot)
    return Navigation(
        pilot_name=pilot.name if pilot else None,
        pilot_slug=pilot.slug if pilot else None,
        pilots=tuple((found.slug, found.name) for found in pilots),
        items=items,
        staff_name=member.name,
        staff_initials=member.initials,
        avatar=AVATARS[member.id % len(AVATARS)],
        search_href=catalogue if any(item[2] == catalogue for item in items) else None,
        keys_on=member.keys_on,
    )


def _address(pattern: str, pilot: PilotInfo | None) -> str | None:
    if "{slug}" not in pattern:
        return pattern
    return pattern.format(slug=pilot.slug) if pilot is not None else None


def _is_current(address: str, path: str) -> bool:
    if address == "/queue" and path.startswith("/briefs/"):
        return True
    if address.endswith("/setup") and f"{path}/".startswith(
        f"{address.removesuffix('setup')}form/"
    ):
        return True
    return path == address or (address != "/pilots" and path.startswith(f"{address}/"))
