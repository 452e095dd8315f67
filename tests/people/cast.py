"""Who there is, and the roster of which a test says only what matters to it."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.roster_file import RosterFile, RosterRow
from bot.services.people import Person, recognise
from bot.services.roster import stored
from bot.services.roster.changes import Plan
from bot.services.roster.importing import apply
from bot.services.work import Work
from models.tables.member import Member

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2024, 12, 2, 9, tzinfo=SHANGHAI)
DISPATCHER, SECRETARY, CHEN, XU, LIN = 1002, 1003, 51, 52, 53
FURUI, WANAN = "复瑞物业", "万安物业"


def row(firm: str = FURUI, community: str = "", lead: str = "", **rest: Any) -> RosterRow:
    """One row; its line does not matter."""
    return RosterRow(2, firm, community=community, lead=lead, **rest)


def file(*rows: RosterRow) -> RosterFile:
    return RosterFile(rows)


USUAL = (
    row(FURUI, "丰翔新城", "陈晓东", aliases=("丰翔",), phone="13900000051", telegram=str(CHEN)),
    row(FURUI, "大华二村", "徐磊", telegram="@xu_lei"),
    row(WANAN, "华灵小区", "林海峰"),
)


def take_in(work: Work, *rows: RosterRow) -> Plan:
    """Import these rows now → what that changed."""
    plan = stored.plan(work.session, work.scope, file(*rows), work.now)
    apply(work, plan)
    work.session.flush()
    return plan


def person(work: Work, user_id: int, name: str = "某人", username: str | None = None) -> Person:
    """Somebody who writes in the group."""
    return recognise(work.session, work.scope, user_id, name, username, present=True)


def member(work: Work, user_id: int, name: str = "某人", username: str | None = None) -> Member:
    """The same, who must be known."""
    found = person(work, user_id, name, username).member
    assert found is not None
    return found
