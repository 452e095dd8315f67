"""A federation on a database of its own, without any Telegram: people act, messages are shown."""

import random
from datetime import datetime, timedelta
from pathlib import Path

from sqlmodel import Session, col, select

from bot import outbox
from bot.config import Settings
from bot.db import Database
from bot.demo.cast import ROSTER
from bot.messages import render
from bot.messages.card import card_text
from bot.messages.outgoing import Outgoing, Way
from bot.messages.view import View
from bot.services import people, photos, questions, typed
from bot.services.filing import Posted
from bot.services.people import Person
from bot.services.roster import stored
from bot.services.scope import enrol, scopes
from bot.services.work import Work
from bot.store import Store
from models.tables.form import Form, FormState
from models.tables.message import Message, MessageKind, MessageState
from models.tables.ticket import Ticket
from tests.rules.tickets import MONDAY
from tests.stories.stage import CLERK, DISPATCHER, SECRETARY

GROUP = -1001
COMMUNITIES = ("丰翔新城", "洛场新村", "丰宝苑")
FAULTS = ("天花板漏水", "楼道灯不亮", "电梯停运", "道闸坏了")


def settings(url: str) -> Settings:
    federation = {
        "name": "联合体",
        "chat_id": GROUP,
        "roster": ROSTER,
        "duty": [CLERK],
        "dispatchers": [DISPATCHER],
        "secretaries": [SECRETARY],
    }
    return Settings.model_validate({"database": {"url": url}, "federations": [federation]})


def found_town(url: str) -> None:
    """Tables, roster and posts, once: each town is a copy."""
    own = settings(url)
    database = Database(own.database.url)
    database.migrate()
    with database.transaction() as session:
        enrol(session, own)
        scope = scopes(session, own)[0]
        stored.take_in_if_empty(session, scope, MONDAY)
        people.enrol_posts(session, scope)
    database.close()


class Town:
    """`screen` is what stands in each chat, with the moment for which it was rendered."""

    def __init__(self, url: str, folder: Path) -> None:
        self.settings = settings(url)
        self.store = Store(folder / "photos")
        self.now = MONDAY
        self.database = Database(self.settings.database.url)
        self.screen: dict[tuple[int, int], tuple[str, datetime]] = {}
        self.said = 0
        self._looked_at: dict[int, object] = {}
        self.dice = random.Random(7)

    def restart(self) -> None:
        """The process ends and begins anew on the same data: every connection is closed. (A new
        engine would know nothing more, and compile every statement again.)"""
        self.database.engine.dispose()
        with self.database.transaction() as session:
            outbox.recover(session, self.now)

    def work(self, session: Session) -> Work:
        return Work(session, scopes(session, self.settings)[0], self.now)

    def view(self, work: Work, now: datetime) -> View:
        return View(work.session, work.scope, self.store, now, "bot")

    def person(self, work: Work, user_id: int) -> Person:
        return people.recognise(work.session, work.scope, user_id, "某人", None, present=True)

    def open(self, community: str, fault: str, phone: str) -> None:
        """The clerk types a form; with a phone that lacks a digit it is asked about."""
        fields = {"community": community, "address": "3号502室", "caller": "沈建国"}
        fields |= {"phone": phone, "description": f"{fault}，502室沈建国，电话{phone}"}
        self.said += 1
        with self.database.transaction() as session:
            work = self.work(session)
            typed.file(work, self.person(work, CLERK), (GROUP, self.said), [fields])

    def settle(self, user_id: int, phone: str) -> bool:
        """Somebody says what the phone of the oldest form is that is asked about, if they may."""
        with self.database.transaction() as session:
            query = select(Form).where(Form.state == FormState.ASKING).order_by(col(Form.id))
            form, work = session.exec(query).first(), self.work(session)
            person = self.person(work, user_id)
            if form is None or not questions.may_settle(form, person):
                return False
            return questions.correct(work, form, person, {"phone": phone}) is not None

    def post_picture(self, session: Session, ticket: Ticket, user_id: int) -> None:
        """Somebody posts a picture in reply to the card; it is fetched."""
        self.said += 1
        work = self.work(session)
        posted = Posted(GROUP, self.said, user_id, file_id=f"file{self.said}")
        photos.keep(work, ticket, self.person(work, user_id), posted)
        session.flush()
        while photo := photos.claim(session, self.now):
            name = self.store.put(photo.file_id.encode())
            photos.fetched(session, self.store, photo.id or 0, name)

    def pass_time(self, span: timedelta) -> None:
        self.now += span

    def deliver(self) -> list[Outgoing]:
        """Everything owed is rendered and stands on the screen; what was shown."""
        shown = []
        with self.database.transaction() as session:
            while message := outbox.claim(session, self.now, (), ()):
                out = render(self.view(self.work(session), self.now), message)
                if out is None:
                    outbox.dropped(session, message.id or 0)
                    continue
                self._show(session, message, out)
                shown.append(out)
        return shown

    def _show(self, session: Session, message: Message, out: Outgoing) -> None:
        if out.way is Way.SAY:
            self.said += 1
        place = self.said if out.way is Way.SAY else out.message_id
        outbox.sent(session, message.id or 0, self.now, place)
        if out.way in (Way.SAY, Way.EDIT):
            self.screen[out.chat_id, place or 0] = (out.text, self.now)

    def wrong_cards(self, *, every: bool = False) -> list[str]:
        """Cards in the group that do not say how their ticket stands; of those of which card or
        ticket has changed since they were looked at, or of every one."""
        wrong = []
        with self.database.transaction(write=False) as session:
            work = self.work(session)
            for ticket in session.exec(select(Ticket)):
                text, then = self.screen[GROUP, self._card(session, ticket)]
                stands = (text, ticket.model_dump())
                if not every and self._looked_at.get(ticket.number) == stands:
                    continue
                self._looked_at[ticket.number] = stands
                if text != card_text(self.view(work, then), ticket):
                    wrong.append(f"#{ticket.label}: {text}")
        return wrong

    def _card(self, session: Session, ticket: Ticket) -> int:
        query = select(Message.message_id).where(Message.ticket_id == ticket.id)
        query = query.where(Message.kind == MessageKind.CARD, Message.state == MessageState.SENT)
        return session.exec(query.order_by(col(Message.id).desc())).first() or 0
