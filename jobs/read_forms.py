"""Forms that wait are fetched, read by a worker process, and settled."""

import asyncio
import logging
from pathlib import Path

from sqlmodel import Session
from telegram.error import BadRequest, TelegramError

from bot.ocr import UnreadableError, fingerprint
from bot.parts import Parts
from bot.services import filing, intake
from bot.services.roster import stored
from bot.services.scope import scope_of
from bot.services.work import Work
from jobs.fetch_photos import fetch
from models.directory import Directory
from models.intake import Reading
from models.tables.form import Form

log = logging.getLogger(__name__)


async def run(parts: Parts) -> None:
    """Read one form after another until none waits. As many run at once as there are readers."""
    while form := await parts.reading.claim(parts.db.run(filing.claim, parts.clock.now())):
        with parts.reading.held(form):
            if form.tries > filing.MAX_TRIES:  # whoever read it before did not live to say so
                await parts.db.run(_set_aside, parts, form, "reader_died")
            else:
                await _read(parts, form)
        parts.wake("deliver")


async def _read(parts: Parts, form: Form) -> None:
    form_id = form.id or 0
    try:
        photo = form.photo or await _fetch(parts, form)
        path = parts.store.path(photo)
        mark = await asyncio.to_thread(fingerprint, path)
        readings = await _readings(parts, form, path)
        await parts.db.run(_settle, parts, form, readings, photo, mark)
    except UnreadableError as error:
        await parts.db.run(_set_aside, parts, form, str(error.reason))
    except BadRequest as error:  # Telegram does not hand out files over 20 MB
        log.info("form %s: %s", form_id, error)
        reason = "too_big" if "too big" in str(error) else "not_fetched"
        await parts.db.run(_set_aside, parts, form, reason)
    except TelegramError as error:
        log.warning("form %s cannot be fetched: %s", form_id, error)
        await _later(parts, form, "not_fetched")
    except Exception:
        log.exception("form %s", form_id)
        await _later(parts, form, "reader_died")


async def _later(parts: Parts, form: Form, reason: str) -> None:
    """Once more in a while; after three tries its poster is told."""
    if not await parts.db.run(filing.postpone, form, parts.clock.now()):
        await parts.db.run(_set_aside, parts, form, reason)


async def _fetch(parts: Parts, form: Form) -> str:
    """The picture from Telegram into the store; its name there."""
    name = await fetch(parts, form.file_id, form.file_name)
    await parts.db.run(_note_photo, form.id or 0, name)
    return name


def _note_photo(session: Session, form_id: int, name: str) -> None:
    session.get_one(Form, form_id).photo = name


async def _readings(parts: Parts, form: Form, path: Path) -> tuple[Reading, ...]:
    directory = await parts.db.read(_directory, parts, form)
    seconds = parts.settings.reading.seconds
    return await parts.readers.read(path, directory, seconds, declared=form.declared)


def _directory(session: Session, parts: Parts, form: Form) -> Directory:
    own = scope_of(session, parts.settings, form.federation_id)
    return stored.directory(session, own, parts.clock.now())


def _work(session: Session, parts: Parts, form: Form) -> Work:
    own = scope_of(session, parts.settings, form.federation_id)
    return Work(session, own, parts.clock.now())


def _set_aside(session: Session, parts: Parts, form: Form, reason: str) -> None:
    intake.set_aside(_work(session, parts, form), form, reason)


def _settle(
    session: Session,
    parts: Parts,
    form: Form,
    readings: tuple[Reading, ...],
    photo: str,
    mark: str,
) -> None:
    intake.settle(_work(session, parts, form), form, readings, photo, mark)
