"""By when the resident is to be called, of a ticket whose urgency was set right"""

import sqlalchemy as sa
from alembic import op

from models.tables.base import UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("ticket", sa.Column("contact_due", UtcDateTime(timezone=True), nullable=True))
