"""Keeping cases: the only place that imports sqlalchemy and alembic."""
