"""Builder drafts, invitations, known facts, waiting list, fields per pick, jobs."""

import sqlalchemy as sa
from alembic import op

revision = "002"
down_revision = "001"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _add_columns()
    _create_pilot_draft()
    _create_staff_invite()
    _create_customer_fact()
    _create_waiting_entry()
    _create_suppression()
    _create_job()


def downgrade() -> None:
    tables = ("job", "suppression", "waiting_entry", "customer_fact", "staff_invite", "pilot_draft")
    for table in tables:
        op.drop_table(table)
    op.drop_index("uq_customer_invite_hash", "customer")
    for table, columns in (
        ("customer", ("cohort", "invited_at", "invite_hash")),
        ("staff", ("on_shift", "open_cap", "expertise")),
        ("tray_pick", ("fields",)),
        ("pick", ("fields",)),
    ):
        for column in columns:
            op.drop_column(table, column)


def _add_columns() -> None:
    op.add_column(
        "staff", sa.Column("on_shift", sa.Boolean, nullable=False, server_default=sa.true())
    )
    op.add_column("staff", sa.Column("open_cap", sa.Integer))
    op.add_column("staff", sa.Column("expertise", sa.JSON, nullable=False, server_default="[]"))
    op.add_column("tray_pick", sa.Column("fields", sa.JSON, nullable=False, server_default="{}"))
    op.add_column("pick", sa.Column("fields", sa.JSON, nullable=False, server_default="{}"))
    op.add_column("customer", sa.Column("cohort", sa.String(80)))
    op.add_column("customer", sa.Column("invited_at", MOMENT))
    op.add_column("customer", sa.Column("invite_hash", sa.String(64)))
    op.create_index("uq_customer_invite_hash", "customer", ["invite_hash"], unique=True)


def _create_pilot_draft() -> None:
    op.create_table(
        "pilot_draft",
        sa.Column("pilot_id", KEY, nullable=False),
        sa.Column("document", sa.JSON, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("changed_by", KEY),
        sa.ForeignKeyConstraint(["pilot_id"], ["pilot.id"], name="fk_pilot_draft_pilot_id_pilot"),
        sa.ForeignKeyConstraint(
            ["changed_by"], ["staff.id"], name="fk_pilot_draft_changed_by_staff"
        ),
        sa.PrimaryKeyConstraint("pilot_id", name="pk_pilot_draft"),
    )


def _create_staff_invite() -> None:
    op.create_table(
        "staff_invite",
        sa.Column("id", KEY, nullable=False),
        sa.Column("pilot_id", KEY, nullable=False),
        sa.Column("email", sa.String(255)),
        sa.Column("roles", sa.JSON, nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("invited_by", KEY),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.Column("revoked_at", MOMENT),
        sa.ForeignKeyConstraint(["pilot_id"], ["pilot.id"], name="fk_staff_invite_pilot_id_pilot"),
        sa.ForeignKeyConstraint(
            ["invited_by"], ["staff.id"], name="fk_staff_invite_invited_by_staff"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_staff_invite"),
        sa.UniqueConstraint("token_hash", name="uq_staff_invite_token_hash"),
    )
    op.create_index("ix_staff_invite_pilot_id", "staff_invite", ["pilot_id"])


def _create_customer_fact() -> None:
    op.create_table(
        "customer_fact",
        sa.Column("id", KEY, nullable=False),
        sa.Column("pilot_id", KEY, nullable=False),
        sa.Column("customer_id", KEY, nullable=False),
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("basis", sa.String(200), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("erased_at", MOMENT),
        sa.ForeignKeyConstraint(["pilot_id"], ["pilot.id"], name="fk_customer_fact_pilot_id_pilot"),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name="fk_customer_fact_customer_id_customer"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_customer_fact"),
        sa.UniqueConstraint("customer_id", "key", name="uq_customer_fact_customer_id_key"),
    )
    op.create_index("ix_customer_fact_pilot_id", "customer_fact", ["pilot_id"])


def _create_waiting_entry() -> None:
    op.create_table(
        "waiting_entry",
        sa.Column("id", KEY, nullable=False),
        sa.Column("pilot_id", KEY, nullable=False),
        sa.Column("key_hash", sa.String(64), nullable=False),
        sa.Column("address", sa.Text),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("told_at", MOMENT),
        sa.Column("erased_at", MOMENT),
        sa.ForeignKeyConstraint(["pilot_id"], ["pilot.id"], name="fk_waiting_entry_pilot_id_pilot"),
        sa.PrimaryKeyConstraint("id", name="pk_waiting_entry"),
        sa.UniqueConstraint("pilot_id", "key_hash", name="uq_waiting_entry_pilot_id_key_hash"),
    )


def _create_suppression() -> None:
    op.create_table(
        "suppression",
        sa.Column("id", KEY, nullable=False),
        sa.Column("pilot_id", KEY, nullable=False),
        sa.Column("key_hash", sa.String(64), nullable=False),
        sa.Column("reason", sa.String(24), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["pilot_id"], ["pilot.id"], name="fk_suppression_pilot_id_pilot"),
        sa.PrimaryKeyConstraint("id", name="pk_suppression"),
        sa.UniqueConstraint("pilot_id", "key_hash", name="uq_suppression_pilot_id_key_hash"),
    )


def _create_job() -> None:
    op.create_table(
        "job",
        sa.Column("id", KEY, nullable=False),
        sa.Column("public_id", sa.String(32), nullable=False),
        sa.Column("pilot_id", KEY, nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("ref", sa.JSON, nullable=False),
        sa.Column("done", sa.Integer, nullable=False),
        sa.Column("total", sa.Integer),
        sa.Column("result", sa.JSON, nullable=False),
        sa.Column("error", sa.Text),
        sa.Column("staff_id", KEY),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("finished_at", MOMENT),
        sa.ForeignKeyConstraint(["pilot_id"], ["pilot.id"], name="fk_job_pilot_id_pilot"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_job_staff_id_staff"),
        sa.PrimaryKeyConstraint("id", name="pk_job"),
        sa.UniqueConstraint("public_id", name="uq_job_public_id"),
    )
    op.create_index("ix_job_pilot_id", "job", ["pilot_id"])
