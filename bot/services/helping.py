"""协助 and 求助: who offers to help with a ticket, is asked to come, takes it back; who is rung."""

from sqlmodel import select

from bot.services import experts, telling
from bot.services.work import Act, Work
from models.deed import Deed
from models.tables.firm import Firm
from models.tables.ticket import Assist, Ticket


def helps(work: Work, ticket: Ticket, firm_id: int | None) -> bool:
    """Whether this firm helps, or offers to. What it holds itself is no help."""
    assist = _offer_of(work, ticket, firm_id)
    return assist is not None and assist.thanked_at is None and firm_id != ticket.firm_id


def _offer_of(work: Work, ticket: Ticket, firm_id: int | None) -> Assist | None:
    query = select(Assist).where(Assist.ticket_id == ticket.id, Assist.firm_id == firm_id)
    return work.session.exec(query).first()


def offer(work: Work, act: Act) -> None:
    """A firm offers to help; its words may be added later."""
    firm_id = act.person.firm_id or 0
    assist = _offer_of(work, act.ticket, firm_id)
    again = assist is not None and assist.thanked_at is None
    if assist is None:
        assist = Assist(
            ticket_id=act.ticket.id or 0,
            firm_id=firm_id,
            user_id=act.person.user_id,
            offered_at=work.now,
        )
    assist.words = act.detail.words or assist.words
    assist.thanked_at = None
    work.session.add(assist)
    if again and not act.detail.words:
        return
    work.session.flush()
    _tell_offer(work, act.ticket, assist)


def _tell_offer(work: Work, ticket: Ticket, assist: Assist) -> None:
    firm = work.session.get_one(Firm, assist.firm_id)
    telling.about(
        work,
        ticket,
        say="offer",
        firm=firm.name,
        words=assist.words,
        assist=assist.id,
        mention=telling.leads(work, ticket.firm_id),
        buttons=[[["accept_help", f"help:{assist.id}"], ["thank", f"thank:{assist.id}"]]],
        urgent=True,
    )


def settle(work: Work, act: Act) -> None:
    """The lead firm asks those who offered to come, or thanks them."""
    assist = _offer_of(work, act.ticket, act.detail.firm_id)
    if assist is None:
        return
    if act.deed is Deed.ACCEPT_HELP:
        assist.accepted_at, assist.thanked_at = work.now, None
    else:
        assist.thanked_at, assist.accepted_at = work.now, None
    telling.take_buttons_off(work, act.ticket, f"help:{assist.id}")
    firm = work.session.get_one(Firm, assist.firm_id)
    leads = telling.leads(work, assist.firm_id) if act.deed is Deed.ACCEPT_HELP else []
    telling.about(work, act.ticket, say=act.deed.value, firm=firm.name, mention=leads)


def withdraw(work: Work, act: Act) -> None:
    """Who had offered does not come: the lead firm must not wait for them."""
    assist = _offer_of(work, act.ticket, act.person.firm_id)
    if assist is None:
        return
    assist.thanked_at, assist.accepted_at = work.now, None
    telling.take_buttons_off(work, act.ticket, f"help:{assist.id}")
    telling.about(
        work,
        act.ticket,
        say="withdraw",
        firm=work.session.get_one(Firm, assist.firm_id).name,
        words=act.detail.words,
        mention=telling.leads(work, act.ticket.firm_id),
        urgent=True,
    )


def call(work: Work, act: Act) -> None:
    """Whom the words name, or those who solved the same kind before: at most five are rung."""
    named = experts.asked_by_name(work, act.ticket, act.detail.words)
    mention = named or experts.to_call(work, act.ticket)
    telling.about(
        work,
        act.ticket,
        say="call_help_named" if named else "call_help" if mention else "call_help_anyone",
        words=act.detail.words,
        mention=mention,
        buttons=[[["offer", f"{Deed.OFFER}:{act.ticket.id}"]]],
        urgent=True,
    )
