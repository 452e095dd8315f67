"""Which form a picture was posted in reply to"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("form", sa.Column("in_reply_to", sa.Integer(), nullable=True))
    op.create_index("ix_form_in_reply_to", "form", ["in_reply_to"])
