"""Whether words say that the work is finished: all of it, for good, and nobody disputes it.

Three steps: words that say so at all (SAID), what makes them no report (tells), and what is said
besides that leaves the work open (leaves_open). In doubt it is open: that costs a tap.
"""

import re
from collections.abc import Iterable

from models.phrases import either

_NOW = r"(?:已经?|现已|业已)(?:经|都|全部?|顺利|及时|当场|现场|彻底|完全)*"
_ALL = r"(?:都|均|全部?)(?:顺利|及时|当场|现场|彻底|完全|给)*"
_WORK = (
    r"(?:解决|恢复|疏通|更换(?!时间)|处理|维修|修理|修复|清理|抢修|通水|通电"
    r"|修剪|清运|打扫|安装|加固|[清拉运搬移]走"
    r"|换(?!了?个?(?:人|班|家|单位|师傅|号|电话))|修(?![改订剪复理])"
    r"|排除(?=$|了|完|故障|隐患|险情|问题)|办理(?=$|了|完|好|结))"
)
_PART = (
    r"(?:勘[察查测]|报价|评估|检[测查]|初步|前期|准备|方案|设计|招标|采购|申请|上报|登记|第|一期)"
)
_NOT_NOUN = (
    r"(?!中|不|时[间限]|率|情况|度|日|期限|报告|量|前|后|之[前后]|以[前后]|再|的话|方案|需|要|师傅|按|键"
    r"|流程|手续|标准)"
)
_WELL = r"(?:修|修理|维修|处理|弄|搞|办|换|更换|疏通|安装|装|补|堵|焊)好"
_MUCH = r"(?!几|多|久|些|像|长|大|转|一[会阵])"  # 修好几次了, 好多了

SAID = either(
    rf"{_WELL}{_MUCH}{_NOT_NOUN}",
    rf"(?:搞定|办结|完工|完毕|(?:修|处理|弄)完(?!成)){_NOT_NOUN}",
    rf"{_NOW}(?:{_WORK}|完成(?!.{{0,4}}{_PART}|[\d一二三四五六七八九几大]))(?!方){_NOT_NOUN}",
    rf"{_ALL}{_WORK}了",
    rf"{_WORK}(?:(?<![换修])了|完成了?|正常(?:运行|使用)?了?)(?:$|[啦哦!])|修复$|完成了(?:$|[啦哦!])",
    rf"^(?:{_ALL})?{_NOW}好了$|^(?:{_ALL}|现在)好了$|^现在已经好了$|^完成$",
    r"(?:清理|清扫|打扫|清洗|冲洗|收拾)干净了?$",
    r"恢复(?:供[水电气暖热]|通[水电气车行]|照明|运行|使用)了",
    r"^(?:all )?(?:done|fixed|resolved|finished)$",
)

STATE = either(  # how things are once it is mended, which alone does not tell that all of it is
    r"(?<![说约谈定订看量想买备排系通报讲找配到就])好了[啊呀]?$|[早昨][天晚]?就好了$",
    r"^(?:现在|都|已经?)*(?:可以|ok|正常)了$",
    r"(?:亮|(?<![打接沟])(?<!电话)通|[水电气网]来)了$|(?:有|通)[水电气网暖]了$|^(?:现在|已经)?来电了$",
    r"不[漏堵响滴渗闪臭跳卡]了$|没(?:问题|事|漏)了$|救出|[换拆堵补锯清][掉上]?了(?:$|个?新)",
)

# Before the words: somebody has been sent or told to do it, or it is done at this moment.
_SENT = re.compile(
    r"(?:(?<!现)在|[去来到派叫让请找喊转交]|报(?![警修])|(?<!已)由|上门|[进入到]场|着手|联系|通知|继续|持续|陆续)[^已了]{0,8}$"
)
_PERFECT = either(  # for all that it is done: 已派人修好, 让师傅修好了
    rf"{_NOW}(?:派.{{1,3}}|上门|到现场)?{_WELL}|{_NOW}{_WORK}|{_WELL}[了啦]",
    r"(?:[完办][毕结]|搞定|[修理弄]完)[了啦]",
)
_SINCE = (  # 昨天就修好了 has been, 晚上就修好了 is to come
    r"昨|前[几两]?[天日晚]|上个?[周月]|(?<!明)早(?![点些一])|已|刚|当[天场时晚]|凌晨|(?:^|今[天日])上午"
)
_HEDGED = either(
    r"好像|大概|也许|或许|似乎|貌似|看样子|看起来|感觉|(?<![根依数证])据"
    r"|(?<![首事预原])先(?!生|前|后|进)|稍|简单|初步|大致|大体|勉强|凑合|应急|很快|主体|显示(?![屏器板])|自称|(?<!没)想(?![办到])"
    r"|(?:其[他它余]|别的)(?!.*也)",
    rf"^(?!.*(?:{_SINCE})).*就(?!是)",
)
_TAKEN_BACK = re.compile(r"误[点按发写触操]|不小心|取消|撤[回销]|驳回|[你您]们?确[定认]")
_TO_COME = re.compile(r"[\d一二两三四五六七八九十几][天周]|[底年节班]前")  # 两天修好, 月底前修好
# Behind the words, where nothing says 已: 修好了告诉我 is still to come.
_THEN = re.compile(
    r"^[了啦]?(?:请|麻烦|记得|就|再|要|我们?|及时)*[给跟和向]?.{0,4}"
    r"(?:告诉|通知|告知|说|反馈|回(?:复|个?电|话|个|我)|打个?电话|发|拍|叫|喊|联系)(?!.*[了过])"
)

_DENIES = r"[没未](?:有|能|完全|彻底|真正|什么|啥|得到|办?法)*"
_FAILS = either(  # after the words: it is of no use, or not accepted
    rf"{_DENIES}(?:修|弄|搞|处理|解决|疏通|恢复|好(?!意)|通(?![话知过])|亮|用|果|效|愈|反应|改善|变化|起色|彻底"
    r"|干净|完|到位|换|装|水|电(?![话梯])|热|气|网|信号|认|同意|验收|签|止|停|达|除)|未能|未见(?!异常|漏)",
    r"不(?:认|满意|同意|接受|肯|服|买账|签|让|愿|管用|起作用|顶用|好用|见效|行|畅|亮|足|够|稳|热|制冷|凉|冷"
    r"|[出来下]水|工作|动|灵|理想|明显|彻底|干净|[太大]?好(?!意)|正常|牢|紧|严|能[用开关走]|到位|对|转|走|大$|合|匹配|信|知道|确定)",
    r"(?<!打)(?<!电话)不通(?![知过])|无(?:果|效|用(?!户)|济|改善|变化|好转|水|电(?![话梯])|反应|望)",
    r"效果(?:差|一般)|有限|偏[低小弱高慢]|作用不大|依旧|老样子|照[旧样]|原样|白[修换弄]|失败|返工|又.{0,3}[坏漏堵停报]",
    r"投诉(?![人者电件单])|异议|有意见|争议|质疑|拒[绝签收不]|嫌|抱怨|要求(?:重|再|赔|退|换)"
    r"|(?:觉得|认为|反映)(?!.*(?:满意|不错|可以|[挺很]好|正常))",
)
_LEFT = either(  # a part of the work, a thing waited for, a thing to come
    r"(?<!100)(?<!\d)(?:\d{1,2}|\d+\.\d+)\s?%|[一二三四五六七八九几两\d]成(?![员立功本])|[大小多]半|一半|部[分份]",
    r"剩|余下|其余|另行|另外?(?:[一两二三四五六七八九几\d]|有)",
    r"(?<![同平中高低上相])等(?!级|于|$|[了已都均]|待?[您你们客服居民业主的]*(?:回访|评价))",
    r"(?<![接招期等])待(?!遇|[您你们客服居民业主的]*(?:回访|评价))",
    r"再(?:来|去|处理|修|换|弄|做|补|看|检|观察|上门|安排|跟)(?!电)",
    r"明[天日早晚]|后天|下个?[周月]|今晚|稍后|随后|回头|改天|晚点|后[期续]|下一步|接下来|继续|尚|有待",
    r"(?:下午|晚上|周[一二三四五六日末]|星期.)(?!.*[了已过])",
    r"(?<![无不])需|须|(?<![主重必])要(?:等|换|修|更换|重|动|再|做|另|找|请|厂家|专业)|缺(?!点)|差[一两几\d个点]|欠",
    r"^(?!.*(?:之前|以前|原|一直|上次|昨|当时|反映|报修)).*[没未](?:有|能)?(?:修|换|弄|处理|解决|疏通|恢复)",
    r"订[货购]|采购|下单|报价|走流程|审批|立项|招标|排期|抢修|(?:运行|处理|修|施工|调试|进行|协商|排查)中|试运行(?!正常|良好)|收尾|跟进|观察|治标",
    r"^(?:是|对|真)的?(?:吧|吗|么|嘛|不是|不对|不)|^(?:是不是|对不对)",
)
# What comes afterwards and is no work: 修好了，明天来回访就行; 稍后发照片.
_AFTERWARDS = re.compile(
    r"(?:明[天日早晚]|后天|下个?周.?|下午|晚上|今晚|稍后|随后|回头|改天|晚点|等[会下]儿?|后[期续])"
    r"[请您你们我客服值班可以能来去再就打个电话给跟业主居民住户上下午做进行补发传把]*"
    r"(?:回访|评价|照片|图片?|视频)|(?:照片|图片?|视频)(?:稍后|随后|回头|晚点|明天|等[会下]儿?)"
)
_TIMES = re.compile(  # directly behind the words: 已维修过, 已维修两次, 已处理一下
    r"^过(?![滤道])|^.{0,3}[\d一二两三四五六七八九十几多数][次遍趟回](?!访)|^了?一[下点]|^第一|^好?了?一(?:[台部个盏处层户扇]|路.{0,3})$"
)
_OTHERWISE = re.compile(  # from here on it is about what may happen, or about phoning back
    r"(?:如|若|万一|要是|有(?:什么|任何|其他|别的)?)(?:果|再|还)*.{0,4}"
    r"(?:问题|情况|异常|需要|不满|疑问|[漏滴渗堵坏]|不[亮通行])"
)
_RELAPSED = re.compile(
    r"又[坏漏不堵停出来开]|还是|仍|依[然旧]|复发|反复|有点[漏渗堵响松滴]"
    r"|(?<![如若果是])还(?:有|在|会|要|得|需|差|不|没|漏|滴|渗|堵|响|坏|闪|跳|慢|臭|黑|卡)"
    r"|(?:但|不过|可是|只是|就是|然而).{0,12}(?:还|漏|渗|堵|坏|不[亮通行好稳]|没[好修通亮完解处恢水电])"
)


def tells(clause: str, said: re.Match[str]) -> bool:
    """Whether SAID tells that it has been done: 派人处理了, 就修好 and 修好了告诉我 do not."""
    return (
        tells_nearly(clause, said)
        and not _HEDGED.search(clause[: said.start()])
        and "吧" not in clause[said.end() :]
    )


def tells_nearly(clause: str, said: re.Match[str]) -> bool:
    """Whether it is at least no order and no mistake: 好像修好了, 下午就修好了."""
    before, after = clause[: said.start()], clause[said.end() :]
    if _TAKEN_BACK.search(before) or (_SENT.search(before) and not _PERFECT.search(clause)):
        return False
    sooner = "了" not in clause and _TO_COME.search(before)
    return "已" in clause or not (sooner or _THEN.search(after))


def leaves_open(clauses: Iterable[str]) -> bool:
    """Whether something is left to do, has not helped, or is disputed, in what stands besides the
    words that it is done: 已维修两次均未解决. What is said to be amiss before
    them is what has been mended."""
    claimed = False
    for clause in clauses:
        may_be = _OTHERWISE.search(clause)
        sure = clause[: may_be.start()] if may_be else clause
        said = SAID.search(sure)
        rest = sure[said.end() :] if said else sure
        if _LEFT.search(_AFTERWARDS.sub("", rest)) or (said and _TIMES.search(rest)):
            return True
        claimed = claimed or said is not None
        if claimed and _FAILS.search(rest):
            return True
        if may_be:
            return False
    return False


def relapses(text: str) -> bool:
    """Whether something is said to be as bad as before: 又漏了, 还在响."""
    return _RELAPSED.search(text) is not None
