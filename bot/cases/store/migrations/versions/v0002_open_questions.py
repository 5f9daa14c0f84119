"""Questions not answered well, and why answers did not help."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_MOMENT = sa.String(32).with_variant(postgresql.TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    """Two tables more; what is there stays as it is."""
    op.create_table(
        "open_questions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("asked", sa.LargeBinary(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("entry_id", sa.Text(), nullable=True),
        sa.Column("asked_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name="fk_open_questions_conversation_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_open_questions"),
    )
    op.create_index("ix_open_questions_asked_at", "open_questions", ["asked_at"])
    op.create_index("ix_open_questions_conversation_id", "open_questions", ["conversation_id"])
    op.create_table(
        "rating_reasons",
        sa.Column("entry_id", sa.Text(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", "on_day", "reason", name="pk_rating_reasons"),
    )
