"""A member's firm, shown beside the name in the group where the bot may do that."""

from datetime import timedelta

from sqlmodel import col, select

from bot.services import people, telling
from bot.services.people import Person
from bot.services.work import Work
from models.tables.firm import Firm
from models.tables.member import Member
from models.tables.message import Message, MessageKind, MessageState

LENGTH = 16  # characters that Telegram takes
PAUSE = timedelta(days=1)  # before a tag that Telegram refused is tried once more
TRIES = 7  # then it is let be until the bot's rights change


def show(work: Work, member: Member, firm_name: str) -> None:
    """Owe the member this tag; "": none."""
    tag = firm_name if len(firm_name) <= LENGTH else firm_name.removesuffix("物业")[:LENGTH]
    if member.tag != tag and member.user_id is not None:
        member.tag = tag
        _owe(work, member)


def _owe(work: Work, member: Member, tries: int = 1) -> None:
    telling.owe(
        work,
        f"member:{member.id}:tag:{work.now.timestamp()}",
        MessageKind.TAG,
        facts={"user_id": member.user_id, "tag": member.tag, "tries": tries},
    )


def seen(work: Work, person: Person) -> None:
    """Somebody is there in the group: a lead without a tag gets one."""
    member = person.member
    if member is not None and member.firm_id is not None and not member.tag:
        show(work, member, work.session.get_one(Firm, member.firm_id).name)


def anew(work: Work) -> None:
    """The bot has been given rights in the group: the tags that it had set, or could not set, are
    set once more."""
    query = select(Member).where(Member.federation_id == work.scope.id, Member.tag != "")
    for member in work.session.exec(query.where(col(Member.left_at).is_(None))):
        _owe(work, member)


def again(work: Work) -> None:
    """Tags that Telegram refused a day ago are tried once more, for a week."""
    query = select(Message).where(Message.federation_id == work.scope.id)
    query = query.where(Message.kind == MessageKind.TAG).order_by(col(Message.id))
    newest = {message.facts["user_id"]: message for message in work.session.exec(query)}
    for user_id, message in newest.items():
        member, tries = people.find(work.session, work.scope, user_id), message.facts["tries"]
        refused = message.state is MessageState.FAILED and message.due_at <= work.now - PAUSE
        if refused and tries < TRIES and member is not None:
            _owe(work, member, tries + 1)
