"""All tables. A change here needs a step in migrations/versions; a test compares the two."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
    text,
)

from bot.cases.store.column_types import (
    Json,
    Moment,
    PlainText,
    internal,
    personal,
    public,
    sensitive,
)

VERSION = "0003"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_counting = BigInteger().with_variant(Integer, "sqlite")

inbox = Table(
    "inbox",
    metadata,
    internal("channel", PlainText, primary_key=True),
    # A blind index: update keys hold chat ids.
    internal("update_hash", PlainText, primary_key=True),
    internal("received_at", Moment, index=True),
    internal("handled", Boolean),
)

keys = Table(
    "keys",
    metadata,
    internal("id", PlainText, primary_key=True),
    internal("wrapped", LargeBinary),
    internal("created_at", Moment),
)

organizations = Table(
    "organizations",
    metadata,
    public("id", PlainText, primary_key=True),
    public("name", PlainText),
    public("kind", PlainText),
    public("level", PlainText),
    public("adcode", PlainText),
    public("town_code", PlainText, nullable=True),
    public("industries", Json),
    public("address", PlainText, nullable=True),
    public("phone", PlainText, nullable=True),
    public("hours", PlainText, nullable=True),
    public("directory_id", PlainText, nullable=True),
    internal("telegram_group", PlainText, nullable=True),
    internal("active", Boolean),
)

# Names of mediators are told to workers as part of their office, so they are not sealed.
mediators = Table(
    "mediators",
    metadata,
    internal("id", PlainText, primary_key=True),
    internal("organization_id", PlainText, ForeignKey(organizations.c.id), index=True),
    internal("login", PlainText, unique=True),
    internal("display_name", PlainText),
    internal("password_hash", PlainText),
    internal("telegram_hash", PlainText, nullable=True, unique=True),
    internal("active", Boolean),
    internal("created_at", Moment),
)

sessions = Table(
    "sessions",
    metadata,
    internal("id", PlainText, primary_key=True),
    internal("mediator_id", PlainText, ForeignKey(mediators.c.id), index=True),
    internal("created_at", Moment),
    internal("last_seen_at", Moment),
    internal("expires_at", Moment, index=True),
    internal("csrf", PlainText),
)

# An erased case keeps its row, without key or content, so that the audit can be read.
cases = Table(
    "cases",
    metadata,
    internal("id", PlainText, primary_key=True),
    internal("number", PlainText, unique=True),
    internal("code_hash", PlainText, nullable=True, unique=True),
    internal("key_id", PlainText, ForeignKey(keys.c.id), nullable=True),
    internal("status", PlainText),
    internal("awaiting", PlainText),
    internal("dispute_kind", PlainText),
    internal("region", PlainText),
    internal("organization_id", PlainText, ForeignKey(organizations.c.id), nullable=True),
    internal("mediator_id", PlainText, ForeignKey(mediators.c.id), nullable=True),
    internal("urgency", PlainText),
    internal("amount_band", PlainText),
    internal("last_safe_day", Date, nullable=True),
    sensitive("facts", nullable=True),
    sensitive("said", nullable=True),
    sensitive("story", nullable=True),
    internal("consent", PlainText),
    internal("outcome", PlainText, nullable=True),
    internal("passed", Json),
    internal("last_seq", Integer),
    internal("opened_at", Moment),
    internal("referred_at", Moment, nullable=True),
    internal("accepted_at", Moment, nullable=True),
    internal("closed_at", Moment, nullable=True),
    internal("changed_at", Moment),
    Index("ix_cases_organization_id_status", "organization_id", "status"),
    Index("ix_cases_status_changed_at", "status", "changed_at"),
)

timeline = Table(
    "timeline",
    metadata,
    internal("case_id", PlainText, ForeignKey(cases.c.id), primary_key=True),
    internal("seq", Integer, primary_key=True, autoincrement=False),
    internal("code", PlainText),
    internal("awaiting", PlainText),
    internal("actor_kind", PlainText),
    internal("actor_id", PlainText, nullable=True),
    internal("organization_id", PlainText, nullable=True),
    internal("at", Moment),
    sensitive("note", nullable=True),
    internal("details", Json),
)

conversations = Table(
    "conversations",
    metadata,
    internal("id", PlainText, primary_key=True),
    internal("channel", PlainText),
    internal("sender_hash", PlainText),
    personal("sender"),
    internal("key_id", PlainText, ForeignKey(keys.c.id)),
    sensitive("state", nullable=True),
    internal("case_id", PlainText, ForeignKey(cases.c.id), nullable=True, index=True),
    internal("last_seq", Integer),
    internal("updated_at", Moment, index=True),
    UniqueConstraint("channel", "sender_hash"),
)

transcript = Table(
    "transcript",
    metadata,
    internal("conversation_id", PlainText, ForeignKey(conversations.c.id), primary_key=True),
    internal("seq", Integer, primary_key=True, autoincrement=False),
    internal("who", PlainText),
    sensitive("body"),
    internal("at", Moment, index=True),
)

# Words of questions not answered well, for the editors' list; they go with their conversation.
open_questions = Table(
    "open_questions",
    metadata,
    internal("id", PlainText, primary_key=True),
    internal("conversation_id", PlainText, ForeignKey(conversations.c.id), index=True),
    sensitive("asked"),
    internal("reason", PlainText),
    internal("entry_id", PlainText, nullable=True),
    internal("asked_at", Moment, index=True),
)

# `sealed_body` under the key of the conversation or case; `body` for rows that belong to neither.
outbox = Table(
    "outbox",
    metadata,
    internal("seq", _counting, primary_key=True, autoincrement=True),
    internal("id", PlainText, unique=True),
    internal("kind", PlainText),
    internal("conversation_id", PlainText, ForeignKey(conversations.c.id), nullable=True),
    internal("case_id", PlainText, ForeignKey(cases.c.id), nullable=True, index=True),
    internal("organization_id", PlainText, ForeignKey(organizations.c.id), nullable=True),
    internal("channel", PlainText),
    sensitive("sealed_body", nullable=True),
    internal("body", Json, nullable=True),
    internal("urgent", Boolean),
    internal("due_at", Moment),
    internal("status", PlainText),
    internal("attempts", Integer),
    internal("next_try_at", Moment, nullable=True),
    internal("last_error", PlainText, nullable=True),
    internal("created_at", Moment),
    internal("settled_at", Moment, nullable=True),
    internal("key_hash", PlainText, nullable=True, unique=True),
    Index("ix_outbox_conversation_id_status", "conversation_id", "status"),
    Index(
        "ix_outbox_waiting",
        "due_at",
        "seq",
        sqlite_where=text("status = 'waiting'"),
        postgresql_where=text("status = 'waiting'"),
    ),
)

evidence = Table(
    "evidence",
    metadata,
    internal("id", PlainText, primary_key=True),
    internal(
        "conversation_id", PlainText, ForeignKey(conversations.c.id), nullable=True, index=True
    ),
    internal("case_id", PlainText, ForeignKey(cases.c.id), nullable=True, index=True),
    internal("key_id", PlainText, ForeignKey(keys.c.id)),
    personal("name"),
    internal("media_type", PlainText),
    internal("size", Integer),
    personal("sha256"),
    internal("path", PlainText, unique=True),
    internal("at", Moment),
)

# Each row carries an HMAC over itself and the row before it.
audit = Table(
    "audit",
    metadata,
    internal("seq", Integer, primary_key=True, autoincrement=False),
    internal("at", Moment, index=True),
    internal("actor", PlainText),
    internal("action", PlainText),
    internal("case_id", PlainText, nullable=True, index=True),
    internal("field_class", PlainText),
    internal("chain", PlainText),
)

# Counts by day, so that no row tells who rated.
ratings = Table(
    "ratings",
    metadata,
    internal("entry_id", PlainText, primary_key=True),
    internal("on_day", Date, primary_key=True),
    internal("useful", Boolean, primary_key=True),
    internal("count", Integer),
)

# What was wrong with answers that did not help: counts as above.
rating_reasons = Table(
    "rating_reasons",
    metadata,
    internal("entry_id", PlainText, primary_key=True),
    internal("on_day", Date, primary_key=True),
    internal("reason", PlainText, primary_key=True),
    internal("count", Integer),
)

# Codes only, and no foreign keys: the record of what was agreed outlives conversation and case.
consents = Table(
    "consents",
    metadata,
    internal("id", PlainText, primary_key=True),
    internal("conversation_id", PlainText, index=True),
    internal("case_id", PlainText, nullable=True),
    internal("moment", PlainText),
    internal("version", PlainText),
    internal("answer", PlainText),
    internal("organization_id", PlainText, nullable=True),
    internal("channel", PlainText),
    internal("at", Moment, index=True),
)

# A blind index of each token: the link itself is known only to who got it.
data_links = Table(
    "data_links",
    metadata,
    internal("token_hash", PlainText, primary_key=True),
    internal("conversation_id", PlainText, ForeignKey(conversations.c.id), index=True),
    internal("expires_at", Moment, index=True),
)
