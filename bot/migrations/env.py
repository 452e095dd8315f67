"""Alembic's entry: runs the migrations on the connection that db.Database.migrate hands over."""

from alembic import context

from models.tables.metadata import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite cannot alter a column in place
)
with context.begin_transaction():
    context.run_migrations()
