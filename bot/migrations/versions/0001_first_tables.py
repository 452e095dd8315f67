"""The first tables"""

from bot.migrations.first_tables import intake, people, sending, tickets
from bot.migrations.guards import guard_events

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Each table after those that it refers to."""
    people.create_federation()
    intake.create_update()
    people.create_community()
    people.create_firm()
    intake.create_form()
    people.create_rosterahead()
    people.create_alias()
    people.create_member()
    people.create_tenure()
    tickets.create_ticket()
    tickets.create_assist()
    tickets.create_event()
    people.create_invite()
    sending.create_message()
    intake.create_photo()
    sending.create_request()
    tickets.create_rule()
    guard_events()
