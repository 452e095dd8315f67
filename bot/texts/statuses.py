"""Where a ticket stands, in a word."""

from bot.texts.text import Text
from models.tables.ticket import Status

STATUS = {
    Status.DISPATCHED: Text("待接单", "to be taken"),
    Status.ACKNOWLEDGED: Text("办理中", "in hand"),
    Status.RETURNED: Text("退单待裁定", "refused, awaiting a ruling"),
    Status.ON_HOLD: Text("挂账", "on hold"),
    Status.RESOLVED: Text("已办结", "resolved"),
    Status.CLOSED: Text("已回访", "followed up"),
    Status.MERGED: Text("已并单", "merged"),
    Status.CANCELLED: Text("已作废", "cancelled"),
}
