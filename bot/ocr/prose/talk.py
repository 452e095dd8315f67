"""What a note says besides the trouble: greetings, what is asked of the office, what was answered,
how to call back, who wrote it down, a chat's and a letter's own words."""

import re

from bot.ocr.prose.who_called import ANY_NAME, TITLED
from models.kinds import URGENCIES, kind_implied
from models.labels.grammar import field_named
from models.phrases import either

_WHEN = (
    "[^，。]{0,3}(?:[早晚]上|[上下中]午|白天|周末|[\\d一二三四五六七八九十]+点)"  # 请晚上六点后联系
)
_BEGINS = (
    "[您你](?:们?好|别急)|管家好|[早晚]上好|好的|收到|谢谢|多谢|辛苦|此致|敬礼|盼复|嗯|人没事|[Hh]i|Best|OK|ok",
    f"请(?!求|{_WHEN})",
    "麻烦|烦请|恳请|求求|[你您]们?快|快[叫派来]|帮.{0,4}报修",
    "已[向告通答转打]|我已|先打|答应|告知|转告|回[他她]|回电|跟[他她]说|打[过我她他]|换了|找过",
    "(?:昨天|今天|第[二三]次).{0,4}[打报]|电话还是",
    "[我她他]?(?:对方)?的?(?:联系)?(?:电话|手机|座机)|[Mm]obile|[Tt]el",
    "(?:发件|收件|抄送)人|主题|日期|[Ff]rom|To:|[Ss]ent|[Ss]ubject|第\\d页|短信|文件传输助手|工作通知",
    "值班(?:[员人：:]|日志|[一-鿿]{2,3}$)|经[手办]|谁接|接[电线听]|记录|[交接当]班|[夜白]班|本周|程度|此事|等级",
    "方面的?问题|#[一-鿿]{2,4}$|[很不加非]急|[很非]常急|(?:属于?|算|归).{2,3}类?$",
)
_WITHIN = (
    f"(?:请(?!{_WHEN})|麻烦).{{0,6}}(?:派|来|安排|处理|修|看|联系|通知|回电|转)|特此|已经?(?:修好|恢复|解决|处理)",
    "留个(?:手机|电话)|贵姓|哪个小区|没听清|巡[查看视]|一件.{0,3}的事$|来电求助|热线|客服",
    "说英文|[会讲].{0,3}中文|外国人|please|EnglishOK|年纪大了",
    "(?:品名|件数|重量|金额|单价|规格|数量)[：:]?$",
)
_ENDS = re.compile(
    "^.{0,5}(?:记|接|留|经手|值班|[当交接]班|[夜白]班)$|(?<![不会去])报修$|来电$|打来的?$|[?？]$|(?:地址|电话|姓名)呢$|[Mm]obile$"
)
_BEGINS_TALK = either(*_BEGINS)
_TALK = either(*_WITHIN)
# What leads to a value: 家住, 我是, 电话. A clause of nothing else says nothing.
_LEADS = re.compile(
    "(?:家住|住在|住|位于|地址|小区|房号|我是|我叫|本人|系|姓名|业主|住户|居民|租客|户主|客户|来电人?|打电话来"
    "|打来的?|致电|来电说|反映|联系(?:方式|电话)?|电话(?:号码)?|手机号?(?:码)?|座机|家里电话|回电|留|号码|tel|Tel|TEL"
    "|mobile|Mobile|[Pp]hone|[Cc]aller|的|在|说|讲|称|她|他|接到?|您好|你好|早上好|管家|上午|下午|晚上|夜里|凌晨|室"
    "|这?是|姓|又|刚|昨天|今天|于)+"
)
_SIGNED = re.compile(rf"{ANY_NAME}(?:记|接|留)?")
_WHO = re.compile(rf"{TITLED}|的?(?:业主|住户|居民|租客|户主){ANY_NAME}")
_BEFORE = re.compile("[\\d○●·•—-](?=[一-鿿]{4})")  # an item's mark, a picture in a chat
_LABEL = 6  # characters of a word before a colon


def begins_talk(said: str) -> bool:
    """Whether it is talk, whatever follows."""
    return bool(_BEGINS_TALK.match(said) or _TALK.search(said))


def is_talk(said: str, *, alone: bool, asks: bool) -> bool:
    """Whether a clause is none of the trouble. `alone`: in its row; `asks`: before a colon."""
    said = _BEFORE.sub("", said)
    if said in URGENCIES or field_named(said) is not None:
        return True
    if begins_talk(said) or _ENDS.search(said) or not _LEADS.sub("", said):
        return True
    if _WHO.fullmatch(said) or (alone and _SIGNED.fullmatch(said) and not kind_implied(said)):
        return True
    return asks and len(said) <= _LABEL and not kind_implied(said)
