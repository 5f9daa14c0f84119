"""What workers agreed to and refused, and the links by which their data can be fetched once."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_MOMENT = sa.String(32).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    """Two tables more; what is there stays as it is."""
    op.create_table(
        "consents",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=True),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("organization_id", sa.Text(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_consents"),
    )
    op.create_index("ix_consents_conversation_id", "consents", ["conversation_id"])
    op.create_index("ix_consents_at", "consents", ["at"])
    op.create_table(
        "data_links",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name="fk_data_links_conversation_id"
        ),
        sa.PrimaryKeyConstraint("token_hash", name="pk_data_links"),
    )
    op.create_index("ix_data_links_conversation_id", "data_links", ["conversation_id"])
    op.create_index("ix_data_links_expires_at", "data_links", ["expires_at"])
