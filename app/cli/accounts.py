"""`backroom user`: the people who work here."""

import secrets
import sys

import click

from app.accounts.services import add_staff, disable_staff, grant, list_staff
from app.cli.frame import Refusal, at_work, json_option, print_json, refusing
from app.lifecycle import Role
from app.log import SYSTEM
from app.pilots.services import get_pilot


@click.group()
def user() -> None:
    """Manage the people who may sign in."""


@user.command()
@click.argument("email")
@click.option("--name", required=True, help="The person's name, as colleagues see it.")
@click.option("--admin", is_flag=True, help="May see every pilot and add people.")
@click.option(
    "--role",
    "roles",
    multiple=True,
    metavar="SLUG:ROLE",
    help="A role in a pilot, for example books:curator; may be given several times.",
)
@click.option("--password", help="Given here, asked for on a terminal, made up otherwise.")
@json_option
@refusing
def add(
    email: str, name: str, admin: bool, roles: tuple[str, ...], password: str | None, as_json: bool
) -> None:
    """Add a member of staff; a password that was made up is printed this once."""
    with at_work():
        wanted = [_role_of(text) for text in roles]
        password, made_up = _password(password, may_ask=not as_json)
        staff_id = add_staff(email, name, password, is_admin=admin)
        for pilot_id, role in wanted:
            grant(pilot_id, staff_id, role, actor=SYSTEM)
    if as_json:
        print_json({"id": staff_id, "email": email, "password": made_up})
        return
    click.echo(f"{name} may sign in as {email}.")
    if made_up:
        click.echo(f"Password, shown this once: {made_up}")


def _role_of(text: str) -> tuple[int, Role]:
    slug, _, role = text.partition(":")
    if role not in set(Role):
        raise Refusal(f"'{text}' is no role: write SLUG:ROLE with one of {', '.join(Role)}")
    return get_pilot(slug).id, Role(role)


def _password(given: str | None, *, may_ask: bool) -> tuple[str, str | None]:
    """Return the password and, when it was made up, the words to show once."""
    if not given and may_ask and sys.stdin.isatty():
        given = click.prompt(
            "Password (empty: make one up)",
            hide_input=True,
            confirmation_prompt=True,
            default="",
            show_default=False,
        )
    made_up = None if given else secrets.token_urlsafe(12)
    return given or str(made_up), made_up


@user.command("list")
@json_option
@refusing
def list_people(as_json: bool) -> None:
    """List everybody with their roles."""
    with at_work(needs_secret=False):
        people = list_staff()
    if as_json:
        print_json(
            [
                {
                    "id": person.id,
                    "email": person.email,
                    "name": person.name,
                    "active": person.active,
                    "admin": person.is_admin,
                    "roles": [{"pilot": pilot, "role": role} for pilot, role in person.roles],
                }
                for person in people
            ]
        )
        return
    for person in people:
        held = [*(["admin"] if person.is_admin else []), *(f"{r} of {p}" for p, r in person.roles)]
        state = "" if person.active else "  (shut out)"
        click.echo(f"{person.email:40} {person.name:25} {', '.join(held)}{state}")


@user.command()
@click.argument("email")
@refusing
def disable(email: str) -> None:
    """Shut a person out: every session ends now."""
    with at_work(needs_secret=False):
        disable_staff(email)
    click.echo(f"{email} is shut out.")
