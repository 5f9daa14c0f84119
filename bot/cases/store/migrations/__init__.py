"""Steps of the schema, run by alembic only when the version differs."""
