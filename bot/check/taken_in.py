"""Whether a group's roster was taken in already: then the config's file is no longer needed."""

from pathlib import Path

from sqlalchemy import create_engine, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, select

from models.tables.federation import Federation
from models.tables.firm import Firm


def taken_in(url: str, chat_id: int) -> bool:
    """Whether the database has a firm of this group. False also where it cannot be asked, which
    is told besides; no file is made where there is none."""
    query = select(Firm.id).join(Federation).where(Federation.configured_chat_id == chat_id)
    try:
        parsed = make_url(url)
        if url.startswith("sqlite") and not Path(parsed.database or "").is_file():
            return False
        engine = create_engine(parsed)
    except (SQLAlchemyError, ImportError, ValueError):
        return False
    try:
        with Session(engine) as session:
            return session.exec(query.limit(1)).first() is not None
    except SQLAlchemyError:
        return False
    finally:
        engine.dispose()
