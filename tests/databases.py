"""Real databases of both kinds: SQLite, and PostgreSQL out of a wheel."""

from uuid import uuid4

from sqlalchemy import Engine, create_engine, make_url, text
from sqlalchemy.pool import StaticPool

from models.tables.metadata import METADATA


def new_postgresql(server: str, template: str = "") -> str:
    """The URL of a new database on the server of this URL: empty, or a copy of that at the URL
    `template`, to which nobody may be connected."""
    name = f"paidan_{uuid4().hex[:8]}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        copied = f" TEMPLATE {make_url(template).database}" if template else ""
        connection.execute(text(f"CREATE DATABASE {name}{copied}"))
    engine.dispose()
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def sqlite_in_memory() -> Engine:
    """An engine whose one connection holds the whole database."""
    return create_engine("sqlite://", poolclass=StaticPool)


def with_tables(engine: Engine) -> Engine:
    """The engine, with every table created."""
    METADATA.create_all(engine)
    return engine
