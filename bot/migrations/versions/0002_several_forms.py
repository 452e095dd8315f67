"""Pictures that somebody on duty says are forms; several forms on one page"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    no = sa.false()
    op.add_column("form", sa.Column("declared", sa.Boolean(), nullable=False, server_default=no))
    op.add_column("form", sa.Column("leaf", sa.Integer(), nullable=False, server_default="0"))
    op.execute("UPDATE form SET leaf = page")
