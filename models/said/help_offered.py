"""Help between firms, in words: who offers it, who withdraws, and whether it is wanted."""

import re

from models.deed import Deed

_THANKS = re.compile(
    r"谢绝|婉[谢拒]|心领|不用|不需要|不必|暂不|先不|不麻烦|自己(?:能|可以|来)|已经?(?:修|解决|处理)好"
)
_COME = re.compile(
    r"^(?:好|行|可以|欢迎|请|麻烦|来吧?|要的?|需要|太好了|那就|辛苦|ok)|请.{0,4}来|来帮"
)
_HELPS = re.compile(  # to 能帮忙吗？
    r"^(?:可以|能|行|好的?|没问题|ok)(?:[的啊]?$|[,，。!！])"
    r"|(?:^|[,，。!！\s]|天|午|马上|这就)(?:算?我们?|咱们?)(?:这边|公司|小区)?(?:也|马上|可以|能|愿意|派人|有人)*"
    r"(?:[来去](?![电问过])|过[来去]|上门|试试)"
    r"|(?:修|做|搞|弄|碰[到上]|遇[到上]|处理|解决|干)过|(?:会|懂)(?:修|弄|搞|处理|做|一点|这[个种]|的?$)"
    r"|有.{0,3}(?:备[件用]|配件|设备|工具|师傅|人手|经验|办法)"
)
_HELPS_NOT = re.compile(r"[没未别]|(?<!要)不(?!过|止|远|少)|[?？]|[吗嘛么呢]$|谁|哪")
_WITHDRAWN = re.compile(
    r"(?:撤[回销]|取消|退出)协助|协助不了|帮不[上了]|[抽派]不出(?:人|师傅)"
    r"|(?<!居民)(?<!业主)(?<!住户)(?:[去来]不了|过不[去来]|不(?:[去来]|过[去来]|协助|帮)了)"
    r"|can(?:no|['’])t (?:come|help)"
)
_COMES_LATER = re.compile(  # or has come, or only asks
    r"明|后天|下周|晚[点些上]|改[天期日到]|稍后|再[去来过]|[上下]午|点[钟半]|如果|要是|修好|解决|[?？]|[吗嘛么呢]$"
)


def answer_to_offer(words: str) -> Deed | None:
    """Whether the lead firm says 请来 or 谢谢，不用 to those who offer help."""
    text = words.strip().casefold()
    if _THANKS.search(text):
        return Deed.THANK
    return Deed.ACCEPT_HELP if _COME.search(text) else None


def offers_help(words: str) -> bool:
    """Whether another firm says that it can, to a call for help: 我来, 这个我们修过."""
    clauses = re.split(r"(?<=[,，。;；!！\s])", words.strip().casefold().replace("没问题", "可以"))
    return any(_HELPS.search(c) and not _HELPS_NOT.search(c) for c in clauses)


def withdraws_help(words: str) -> bool:
    """Whether a firm that offered to help says that it will not come, now or later."""
    text = words.strip().casefold()
    return bool(_WITHDRAWN.search(text)) and not _COMES_LATER.search(text)
