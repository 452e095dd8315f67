"""A member's firm, shown beside the name in the group where the bot may do that."""

from sqlmodel import select

from bot.services import telling
from bot.services.people import Person
from bot.services.work import Work
from models.firm import Firm
from models.member import Member
from models.message import MessageKind

LENGTH = 16  # characters that Telegram takes


def show(work: Work, member: Member, firm_name: str) -> None:
    """Owe the member this tag; "": none."""
    tag = firm_name if len(firm_name) <= LENGTH else firm_name.removesuffix("物业")[:LENGTH]
    if member.tag == tag or member.user_id is None:
        return
    member.tag = tag
    telling.owe(
        work,
        f"member:{member.id}:tag:{work.now.timestamp()}",
        MessageKind.TAG,
        facts={"user_id": member.user_id, "tag": tag},
    )


def seen(work: Work, person: Person) -> None:
    """Somebody is there in the group: a lead without a tag gets one."""
    member = person.member
    if member is not None and member.firm_id is not None and not member.tag:
        show(work, member, work.session.get_one(Firm, member.firm_id).name)


def anew(work: Work) -> None:
    """The bot's rights in the group have changed: tags that could not be set will be, as soon as
    each lead is seen."""
    query = select(Member).where(Member.federation_id == work.scope.id, Member.tag != "")
    for member in work.session.exec(query):
        member.tag = ""
