"""What may happen to a ticket: one vocabulary for buttons, commands, the rules and the record."""

from enum import StrEnum


class Deed(StrEnum):
    """Each value is what the record says was done."""

    DISPATCH = "dispatch"  # 派单, by the bot
    ACKNOWLEDGE = "acknowledge"  # 接单
    PROMISE = "promise"  # 承诺时间
    CONTACT = "contact"  # 先行联系 / 到场
    REFUSE = "refuse"  # 退单
    SEND_BACK = "send_back"  # 退单不同意, the dispatcher sends it back
    REASSIGN = "reassign"  # 转派
    ASK_EXTENSION = "ask_extension"  # 申请延期
    GRANT = "grant"  # 同意延期
    DECLINE = "decline"  # 不同意延期
    OFFER = "offer"  # 协助
    ACCEPT_HELP = "accept_help"  # 接受协助
    THANK = "thank"  # 婉谢协助
    WITHDRAW = "withdraw"  # 撤回协助, by who offered
    CALL_HELP = "call_help"  # 求助
    RESOLVE = "resolve"  # 办结
    ANSWER = "answer"  # 回访: the resident's answer
    UNREACHED = "unreached"  # 回访未联系上
    REOPEN = "reopen"  # 重办
    HOLD = "hold"  # 挂账
    RESUME = "resume"  # 恢复办理
    MERGE = "merge"  # 并单
    CANCEL = "cancel"  # 作废
    BACKFILL = "backfill"  # 补录
    KEEP_RULE = "keep_rule"  # 立规: what was ruled is the rule from now on
    DROP_RULE = "drop_rule"  # 撤销规则
    CORRECT = "correct"  # 更正: a fact of the call was wrong
    NOTE = "note"  # 备注
    REMIND = "remind"  # 催办, by the bot
    ESCALATE = "escalate"  # 督办, by the bot
    ASK_AGAIN = "ask_again"  # by the bot: the dispatchers, about what waits for them
    LAPSE = "lapse"  # 接单失效, by the bot: acknowledged, then no progress
    DISCLOSE = "disclose"  # personal data were shown
    DENY = "deny"  # somebody tried what they may not do
