"""Which version the database's schema has, and which is the newest."""

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from app import paths
from app.extensions import db


def head_revision() -> str | None:
    """Return the newest version of the schema."""
    return ScriptDirectory(str(paths.MIGRATIONS)).get_current_head()


def current_revision() -> str | None:
    """Return the version the database has, or None for an empty one."""
    with db.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()
