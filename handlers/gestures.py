"""Every gesture that has a command: its Chinese words, who may use it, its line in /help.

/help and /start, which need this table, join it in help.py and start.py."""

from dataclasses import dataclass

from bot.texts.help import LINES
from bot.texts.text import Text
from handlers import (
    backfill,
    deeds,
    follow_up,
    helping,
    joining,
    lookups,
    rules,
    rulings,
    stats,
    typing,
)
from handlers.call import Handler
from models.deed import Deed
from models.rights import MAY, Standing

S = Standing
_MEMBERS = frozenset({S.LEAD, S.FIRM, S.CLERK, S.DISPATCHER, S.SECRETARY})
EVERYONE = _MEMBERS | {S.STRANGER}
_LEADS = frozenset({S.LEAD, S.FIRM})  # of some firm: which one, the ticket says


@dataclass(frozen=True)
class Gesture:
    """`words`: what starts a plain sentence that means the same; the first is the one taught.
    `deed`: what it does to a ticket, which then decides who may."""

    command: str
    words: tuple[str, ...]
    handler: Handler
    who: frozenset[Standing]
    deed: Deed | None = None

    @property
    def line(self) -> Text:
        """Its line in /help."""
        return LINES[self.command]


def _deed(
    command: str, words: tuple[str, ...], deed: Deed, handler: Handler | None = None
) -> Gesture:
    may = MAY[deed]
    who = may | _LEADS if may & _LEADS else may
    return Gesture(command, words, handler or deeds.command(deed), who, deed)


def _answer_to_offer(command: str, words: tuple[str, ...], deed: Deed) -> Gesture:
    return _deed(command, words, deed, rulings.answer_help(deed))


_ROSTER = frozenset({S.DISPATCHER, S.SECRETARY})  # theirs to change

GESTURES: tuple[Gesture, ...] = (
    Gesture("new", ("登记",), typing.new, MAY[Deed.DISPATCH]),
    _deed("ack", ("接单", "签收"), Deed.ACKNOWLEDGE),
    _deed("contact", ("已联系", "已到场"), Deed.CONTACT),
    _deed("promise", ("承诺",), Deed.PROMISE),
    _deed("done", ("办结",), Deed.RESOLVE),
    _deed("refuse", ("退单",), Deed.REFUSE),
    _deed("extend", ("延期",), Deed.ASK_EXTENSION),
    _deed("assist", ("协助", "会诊"), Deed.OFFER),
    _deed("withdraw", ("撤回协助", "取消协助"), Deed.WITHDRAW, helping.withdraw),
    _deed("callhelp", ("求助",), Deed.CALL_HELP),
    _answer_to_offer("accept", ("接受协助",), Deed.ACCEPT_HELP),
    _answer_to_offer("thank", ("婉谢", "谢绝协助"), Deed.THANK),
    _deed("note", ("备注",), Deed.NOTE),
    _deed("reassign", ("转派",), Deed.REASSIGN, rulings.reassign),
    _deed("sendback", ("退回",), Deed.SEND_BACK),
    _deed("grant", ("同意延期",), Deed.GRANT),
    _deed("decline", ("不同意延期",), Deed.DECLINE),
    _deed("hold", ("挂账",), Deed.HOLD),
    _deed("resume", ("恢复",), Deed.RESUME),
    Gesture("keep", ("留用",), rules.keep_this, MAY[Deed.KEEP_RULE]),
    Gesture("rules", ("规则",), rules.show, MAY[Deed.DROP_RULE]),
    _deed("merge", ("并单",), Deed.MERGE, rulings.merge),
    _deed("cancel", ("作废",), Deed.CANCEL),
    _deed("remind", ("催办",), Deed.REMIND),
    _deed("reopen", ("重办",), Deed.REOPEN),
    _deed("backfill", ("补录",), Deed.BACKFILL, backfill.command),
    Gesture("calls", ("回访名单",), follow_up.calls, MAY[Deed.ANSWER]),
    _deed("answer", ("回访",), Deed.ANSWER, follow_up.answer),
    Gesture("ticket", ("工单", "查单"), lookups.ticket, _MEMBERS),
    Gesture("mine", ("我的工单",), lookups.mine, _LEADS),
    Gesture("open", ("未结",), lookups.open_tickets, _MEMBERS),
    Gesture("find", ("查找",), lookups.find, _MEMBERS),
    Gesture("experts", ("专家", "谁修过"), lookups.who_solved, _MEMBERS),
    Gesture("stats", ("统计",), stats.stats, _MEMBERS),
    Gesture("audit", ("记录",), lookups.audit, frozenset({S.SECRETARY})),
    Gesture("invite", ("邀请",), joining.invite, _ROSTER),
    Gesture("bind", ("绑定",), joining.bind, _ROSTER),
    Gesture("unbind", ("解绑",), joining.unbind, _ROSTER),
    Gesture("whoami", ("我是谁",), lookups.whoami, EVERYONE),
)
