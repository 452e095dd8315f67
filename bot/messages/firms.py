"""Which firms a ticket may well go to."""

from sqlmodel import col, select

from bot.messages.view import View
from bot.services import experts, people
from bot.services.consequences import open_request
from bot.services.roster import stored
from bot.services.work import Work
from models.deed import Deed
from models.tables.community import Tenure
from models.tables.firm import Firm
from models.tables.ticket import Ticket

MOST_FIRMS = 4  # offered for a reassignment; any other by /reassign


def likely_firms(view: View, ticket: Ticket) -> list[Firm]:
    """The one that the refusal names, the one that serves the community now, then those that
    solved the like."""
    query = select(Firm).join(Tenure, col(Tenure.firm_id) == Firm.id)
    query = query.where(Tenure.community_id == ticket.community_id, *stored.in_force(view.now))
    found = [*_named(view, ticket), *view.session.exec(query)]
    found += [e.firm for e in experts.who_solved(view.session, view.scope, ticket.category)]
    unique = {f.id: f for f in found if f.id != ticket.firm_id}
    return list(unique.values())[:MOST_FIRMS]


def _named(view: View, ticket: Ticket) -> list[Firm]:
    work = Work(view.session, view.scope, view.now)
    request = open_request(work, ticket, Deed.REFUSE)
    if request is None or not request.reason:
        return []
    return people.firms_in(view.session, view.scope, request.reason)
