"""`backroom db upgrade`: the only way the schema changes."""

import logging

import click
import flask_migrate

from app.cli.frame import at_work, refusing
from app.schema import current_revision, head_revision


@click.group("db")
def db_group() -> None:
    """Manage the database's schema."""


@db_group.command()
@refusing
def upgrade() -> None:
    """Bring the database's schema to the newest version."""
    with at_work(needs_secret=False):
        before = current_revision()
        logging.getLogger("alembic").setLevel(logging.WARNING)
        flask_migrate.upgrade()
        after = current_revision()
    if before == after:
        click.echo(f"The schema is at its newest version already ({head_revision()}).")
    else:
        click.echo(f"The schema is at version {after} now.")
