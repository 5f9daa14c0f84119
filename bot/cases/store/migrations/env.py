"""Alembic's entry: runs the steps on the connection handed over by upgrading.py."""

from alembic import context

from bot.cases.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
context.run_migrations()
