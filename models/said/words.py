"""Plain words of the group as gestures: 收到, 已修好, 退单, 我们来帮 …

Conservative: what is negated, asked, wished or only promised does not count, and a text of which
one half says otherwise than the other is not understood. Not understanding costs a tap; a false
办结 costs a resident.
"""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum

from models.phrases import either
from models.said import contacted, finished
from models.said.lengths import LENGTH
from models.said.residents import RESIDENT


class Gesture(StrEnum):
    """What somebody means to do to a ticket."""

    ACKNOWLEDGE = "acknowledge"  # 收到 · 接单 · 马上安排
    RESOLVE = "resolve"  # 已修好 · 处理完毕 · 办结
    REFUSE = "refuse"  # 退单 · 不是我们小区
    CONTACT = "contact"  # 已联系居民 · 已到现场 · 在路上
    OFFER = "offer"  # 我们来帮 · 我们小区碰到过
    CALL_HELP = "call_help"  # 求助 · 请支援
    HOLD = "hold"  # 挂账
    ASK_EXTENSION = "ask_extension"  # 申请延期 · 宽限到周五


G = Gesture
_WE = r"(?:我们?|我司|我方|咱们?|本公司)"
_WANT = rf"(?:{_WE}|这[单个张]|想|要|需要?|申请|得|先|再|最好|只能|麻烦|请|往后)*"
_LONGER = rf"(?:延(?:[到至]|后?{LENGTH})|(?:多|再)*给{_WE}(?:多|再)*{LENGTH})"
_WORK = r"(?:处理|维修|抢修|修理?|疏通|清理|更换|换|弄|检修|排查|检查|施工|解决|恢复)"

# The first gesture whose pattern stands in a text wins.
_SAID: Mapping[Gesture, re.Pattern[str]] = {
    G.REFUSE: either(
        r"退单(?!率|理由|原因|记录|流程|次)",
        rf"^{_WE}?(?:拒绝?(?:接受?|受理|签收)?(?:这[个张]?)?(?:派?单|签收)|不接这?单|接不了这?单?$)",
        rf"不[是属归]于?{_WE}(?:这边?|这里)?的?(?:小区|物业|管|范围|负责|职责|区域|的?$)"
        r"(?!的?(?:人|车|业主|住户|居民|租))",
        rf"不归{_WE}|非{_WE}?(?:小区|管辖|管理|服务)范围",
        rf"(?:不(?:在|属于?)|超出了?){_WE}?(?:公司|小区|物业)?的?"
        r"(?:管辖|管理|服务|职责|业务|维修|责任)?的?范围",
        rf"不是(?:{_WE}|物业)(?:公司)?的?(?:活|事(?!故)|责任|职责|业务)",
        r"不[属归]于?物业.{0,4}(?:职责|管|范围|负责)|不归物业",
        r"(?<!师傅)(?<!人)(?<!工)(?:派错(?!了?人|师傅)|错派)|^not our(?:s|\b.*)$",
    ),
    G.CALL_HELP: either(
        r"(?<!居民)(?<!业主)求助(?!人|者|电话|热线|的|于)|求支?援",
        r"请求?(?!居民|业主|住户|派单员|客服|居委|秘书长|群主).{0,6}(?:支援|协助|援助|帮忙|帮助|会诊)"
        r"(?!.{0,2}(?:并单|改|联系|看|转发|解释|催|登记|查|问|通知))|申请(?:会诊|支援|协助)",
        r"需要?(?:专业|厂家|专家|兄弟单位|大家(?!等|配合)|支援|协助|帮助|帮忙|增援|会诊)",
        r"^(?:we )?need help$|^help$",
    ),
    G.HOLD: either(r"(?<!同意)(?<!取消)(?<!解除)挂账|^on hold$"),
    G.ASK_EXTENSION: either(
        r"(?<!同意)(?<!驳回)(?<!批准)(?:申请)?(?:延期|延长(?!线)|延时|宽限|缓期|展期)",
        rf"^{_WANT}{_LONGER}",
        r"^(?:need |ask for )?(?:an )?extension$",
    ),
    G.RESOLVE: finished.SAID,
    G.OFFER: either(
        rf"{_WE}(?:这边|公司|小区|物业)?(?:可以|能够?|来|去|愿意|过来|过去|派人|有人|也)*"
        r"(?:帮|协助|支援|搭把手)",
        rf"{_WE}(?:这边|公司|小区|物业)?(?:可以|能够?|愿意)(?:马上)?(?:[来去](?![电问])|过[来去])",
        rf"{_WE}(?:这边|公司|小区|物业)?(?:可以|能|来)?派(?:人|师傅|工程)",
        rf"{_WE}[^没未不]{{0,8}}(?:碰到|遇到|碰上|遇上|碰见|遇见)过|处理过(?:类似|同样|这种|这类|一样)",
        rf"{_WE}.{{0,6}}有.{{0,4}}经验|(?:可以|愿意|前来|过来)(?:协助|支援|帮忙)|^协助$",
        r"^we can help$",
    ),
    G.CONTACT: contacted.SAID,
    G.ACKNOWLEDGE: either(
        r"收悉|收到(?:了|啦)?(?:$|工单|派单|任务|单子|通知|消息|马上|立即|立刻|安排|谢谢)",
        r"接单(?!率|时间|超时)|签收(?!率|时间)|^(?:好|好的|好滴|好嘞|行|明白了?|了解|没问题|知道了)$|^好[的滴嘞]",
        r"(?:马上|立即|立刻|这就|现在就|尽快)(?:去|到|来|安排|处理|派|过去|过来|修|联系|落实|办|上门)",
        r"安排(?:了|好了|中|师傅|人|维修|工程|上门|处理)|已安排|已派|派(?:人|师傅|工程).{0,3}(?:了|过?去)",
        rf"^(?:正在|在)(?:{_WORK}|安排)|^(?!业主|居民|住户).{{0,6}}(?<![存现])在{_WORK}[了中]?$",
        rf"[派叫让找喊]了?(?:人|师傅|工程部?|维修工|工人|[水电]+工|同事|保洁|保安).{{0,4}}{_WORK}了?$",
        rf"^{contacted.CREW}(?:[赶过]*去|来){_WORK}了$|处理中|已?联系(?:了|好)?(?:师傅|维修|厂家|电梯公司)",
        rf"^{_WE}?(?:就|马上)?来了$|^{_WE}(?:来|去|过去)(?:处理|看看|看一下|修|安排)",
        r"^(?:ok|okay|okk|roger|received|noted|copy|got it|on it|will do|👍|👌|🆗)$",
    ),
}

_QUESTION = either(
    r"[?]|[吗嘛么呢]$|(?:没有?|不|否)[啊呀哦]?$|什么|何时|几时|几点|怎么|多久|为何|谁|哪|[是要]不[是要]|需不需要|有没有|能不能|能否|可否|是否"
)
# Questions that are gestures all the same.
_ASKED: Mapping[Gesture, re.Pattern[str]] = {
    G.CALL_HELP: either(
        r"(?:谁|哪家|哪位|有没有人|有人).{0,8}(?:帮|协助|支援|修过|碰到过|遇到过|会修|懂)"
    ),
    G.OFFER: either(rf"(?:需要|要|需不需要|要不要|是否需要){_WE}?.{{0,4}}(?:帮|协助|支援)"),
    G.ASK_EXTENSION: either(
        rf"^.{{0,4}}(?:能不能|能否|可否|可不可以|可以|能)(?:再|申请)?(?:延期|宽限|{_LONGER})"
    ),
}

_NEGATED = re.compile(
    r"(?:没|未|拒绝?|(?<![修找搞理决查弄])不|(?<![识区特级])别|勿|无法|无需|(?<!困)难(?![题点])|尚|not).{0,3}$"
)
_POLITE = re.compile(  # 收到🙏, 收到[抱拳], 收到哈
    r"(?<=[一-鿿])(?:\[[一-鿿]{1,4}\]|[☀-➿\U0001f300-\U0001faff\ufe0f]+)|(?<=收到)[哈哦呀噢]"
    r"|不好意思|没关系|不客气|辛苦了?|谢谢|(?<!^)没问题(?!$)"
)
_ORDERED = re.compile(
    r"(?<!申)请|麻烦|务必|希望|要求|抓紧|赶紧|必须|应[该当]|记得|建议|提醒|通知一下"
)
_NOT_YET = re.compile(
    r"明[天早晚日儿]|后天|下周|下个?月|(?<!刚)才|(?<![委协居])会(?!同|议|所)|将|(?<![主重必])要|准备|打算|争取"
    r"|预计|估计|马上|立即|尽快|尽量|力争|等(?![已都均])|(?<!接)待|如果|保证|即将|快要?[修处完好搞办解弄]"
    r"|(?<![新功])能(?!源|量|耗)|可以(?!了$)|需要?|[点号日天午一二三四五六]前|之前|以前|上次|原来|去年|分钟|小时|半天"
    r"|^(?!.*[已了昨]).*(?:[上下中]午|晚上|今[天晚日]|周[一二三四五六日末]|星期)|以为|正在|开始|安排"
)
_NOT_QUITE = re.compile(r"差不多|基本|部分|临时|暂时|一半|说|应[该当](?=.*了)")
_TO_CLOSE = re.compile(r"(?:可以|请|麻烦|申请|这[单个])*[结关销]单了?吧?")
_ELSEWHERE = (
    r"(?:水务|自来水|水司|[供热]水|[供电]电|电[力网业]|国网|燃气|煤气|供热|热力|电信|移动|联通|铁塔|广电"
    r"|市政|环卫|城管|街道|居委|房管|开发商|消防|派出所|交警|别家|别的(?:单位|公司|物业))"
)
# Somebody else is to do it: 收到，请转申和 takes nothing.
_PASSED_ON = either(
    r"(?:请|建议|麻烦|应[该当]?|[要该得]|最好|需要?).{0,3}?(?:改派|派给|转(?![告达弯动移账换]))",
    rf"(?:[要该得]|需要?)找.{{0,2}}{_ELSEWHERE}|[归是由属]于?{_ELSEWHERE}.{{0,4}}(?:的|管|负责|处理|修|$)",
)
_GOES_ANYWAY = re.compile(r"先(?:去|来|过去|处理|看看|看一下|修|帮)")  # 不归我们，但我们先去看看
# 业主要退单 is no refusal of the firm's.
_RESIDENT_WANTS = re.compile(rf"{RESIDENT}.{{0,3}}[要想让叫说].{{0,3}}$")
_OWN_DEEDS = frozenset({G.RESOLVE, G.ACKNOWLEDGE, G.CONTACT, G.REFUSE})
_FINAL = frozenset({G.REFUSE, G.RESOLVE, G.HOLD})
_OWN_WORD = re.compile(r"^\s*(?:退单|挂账|求助)[\s,，.。:：;；、!！]+|^\s*(?:退单|挂账|求助)$")
_CLAUSE = re.compile(r"[,。.!;:、…~\n()]+|但是?|不过|(?<=[一-鿿])\s+(?=[一-鿿])")


def besides(text: str) -> str:
    """What is said besides the gesture's own word: 挂账，等大修基金 → 等大修基金."""
    return _OWN_WORD.sub("", text)


def understand(text: str) -> Gesture | None:
    """The gesture that the words make, or None where none is sure."""
    made, asked, void = _gestures(text)
    sure = (made - void) | asked
    if len(sure & _FINAL) > 1:
        return None
    return next((gesture for gesture in _SAID if gesture in sure), None)


def nearly_mended(text: str) -> bool:
    """Whether it is said to be mended, but not surely all of it: 已修好，但是还有点漏; 灯亮了."""
    made, _, void = _gestures(text)
    return G.RESOLVE in made & void or any(map(_nearly, _clauses(text)))


def passes_on(text: str) -> bool:
    """Whether somebody else is said to be the one to do it: 请转申和, 这个要找水务."""
    said = any(_PASSED_ON.search(c) and not _QUESTION.search(c) for c in _clauses(text))
    return said and not _GOES_ANYWAY.search(text)


def _nearly(clause: str) -> bool:
    if _TO_CLOSE.fullmatch(clause):
        return True
    said = _NOT_QUITE.sub("", clause)
    match = finished.SAID.search(said) or finished.STATE.search(said)
    if match is None or _negates(said, match) or _QUESTION.search(said) or _NOT_YET.search(said):
        return False
    perfect = said != clause or re.search("[了已]", said)
    ordered = _is_ordered(G.RESOLVE, said, match)
    return bool(perfect) and not ordered and finished.tells_nearly(said, match)


def _gestures(text: str) -> tuple[set[Gesture], set[Gesture], set[Gesture]]:
    """The gestures said, asked for, and denied."""
    plain, clauses = _plain(text), _clauses(text)
    made: set[Gesture] = set()
    asked: set[Gesture] = set()
    void: set[Gesture] = set()
    for clause in clauses:
        for gesture, pattern in _SAID.items():
            match = pattern.search(clause)
            if match:
                (made if _counts(gesture, clause, match) else void).add(gesture)
        asked |= {gesture for gesture, pattern in _ASKED.items() if _asks(clause, pattern)}
    if finished.relapses(plain) or finished.leaves_open(clauses):
        void.add(G.RESOLVE)
    if contacted.missed(plain):
        void.add(G.CONTACT)
    if passes_on(text):
        void.add(G.ACKNOWLEDGE)
    if _GOES_ANYWAY.search(plain):
        void.add(G.REFUSE)
    return made, asked, void


def _plain(text: str) -> str:
    return re.sub(r"@\S+|#\s*\d+(?:-\d+)?", " ", unicodedata.normalize("NFKC", text).casefold())


def _clauses(text: str) -> list[str]:
    parts = _CLAUSE.split(_POLITE.sub(" ", _plain(text)))
    return [clause for part in parts if (clause := part.strip())]


def _asks(clause: str, pattern: re.Pattern[str]) -> bool:
    match = pattern.search(clause)
    return bool(match and _QUESTION.search(clause) and not _negates(clause, match))


def _counts(gesture: Gesture, clause: str, match: re.Match[str]) -> bool:
    """Whether the words say so, instead of denying, asking, ordering or promising it."""
    if _negates(clause, match) or _QUESTION.search(clause):
        return False
    if gesture is G.CONTACT and contacted.by_others(clause):
        return False
    if match[0] == "退单" and _RESIDENT_WANTS.search(clause[: match.start()]):
        return False
    if _is_ordered(gesture, clause, match):
        return False
    if gesture is G.RESOLVE and not finished.tells(clause, match):
        return False
    besides_it = clause[: match.start()] + " " + clause[match.end() :]  # 和业主说过了
    done = contacted.before_its_time(clause) if gesture is G.CONTACT else clause
    hedged = _NOT_YET.search(done) or _NOT_QUITE.search(besides_it)
    return not (gesture in (G.RESOLVE, G.CONTACT) and hedged)


def _is_ordered(gesture: Gesture, clause: str, match: re.Match[str]) -> bool:
    """请尽快修好 and 修好请通知 are orders; 已修好请回访 is not."""
    if gesture in (G.RESOLVE, G.CONTACT) and re.search(r"[已了]", clause):
        return bool(_ORDERED.search(clause[: match.start()]))
    return gesture in _OWN_DEEDS and bool(_ORDERED.search(clause))


def _negates(clause: str, match: re.Match[str]) -> bool:
    return bool(_NEGATED.search(clause[: match.start()]))
