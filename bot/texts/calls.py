"""Residents who are phoned back 回访: the list, and what became of each call."""

from bot.texts.text import Text
from models.effects import CALL_TRIES
from models.satisfaction import Answer

ANSWER = {
    Answer.VERY_SATISFIED: Text("非常满意", "very satisfied"),
    Answer.SATISFIED: Text("满意", "satisfied"),
    Answer.FAIRLY_SATISFIED: Text("基本满意", "fairly satisfied"),
    Answer.DISSATISFIED: Text("不满意", "dissatisfied"),
    Answer.VERY_DISSATISFIED: Text("非常不满意", "very dissatisfied"),
}
CALL_LINE = Text(
    "📞 <b>#{number}</b> {community} {address}\n{caller} <code>{phone}</code>\n"
    "{description}\n{firm} {resolved} 办结",
    "📞 <b>#{number}</b> {community} {address}\n{caller} <code>{phone}</code>\n"
    "{description}\n{firm}, done {resolved}",
)
UNREACHED = Text("未联系上", "Not reached")
NO_CALLS = Text("今天没有待回访的居民。", "Nobody to phone back today.")
CALL_DONE = Text("已记录：{answer}", "Noted: {answer}")
CALL_AGAIN = Text(
    "未联系上（第 {count} 次），明早再打。", "Not reached ({count}×), again tomorrow."
)
CALL_OVER = Text(f"{CALL_TRIES} 次未联系上，不再回访。", f"Not reached {CALL_TRIES} times; closed.")
CALL_IN_VAIN = Text("没有电话，不再回访。", "No phone; closed.")
