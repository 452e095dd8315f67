"""A database of the version before is brought up to date with all that is in it."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

from bot import migrations
from bot.db import Database

FORM = {
    "federation_id": 1, "chat_id": -100, "message_id": 7, "page": 2, "caption": "", "poster_id": 5,
    "file_id": "x", "file_name": "", "state": "ignored", "tries": 1, "fields": "{}",
    "read_after": "2024-12-02 01:00:00", "filed_at": "2024-12-02 01:00:00", "photo": "",
    "fingerprint": "", "doubts": "[]", "ask_round": 0,
}  # fmt: skip


def test_forms_of_the_first_version_stay_as_they_are(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'paidan.db'}"
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    engine = create_engine(url)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        names = ", ".join(FORM)
        values = ", ".join(f":{name}" for name in FORM)
        connection.execute(text(f"INSERT INTO form ({names}) VALUES ({values})"), FORM)
    database = Database(url)
    database.migrate()
    with engine.begin() as connection:
        row = connection.execute(text("SELECT page, leaf, declared, state FROM form")).one()
    database.close()
    assert tuple(row) == (2, 2, 0, "ignored")
