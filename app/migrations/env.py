"""Run the numbered migrations on the application's engine, one at a time per database."""

from alembic import context
from flask import current_app
from sqlalchemy import text

from app import models  # noqa: F401  (fills the metadata)
from app.database import writing_connection

database = current_app.extensions["migrate"].db


def run() -> None:
    """Apply what is missing in one transaction, under a lock."""
    with writing_connection() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(20261121)"))
        context.configure(
            connection=connection,
            target_metadata=database.metadata,
            render_as_batch=True,
            transaction_per_migration=False,
        )
        context.run_migrations()


run()
