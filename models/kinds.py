"""Kinds of fault 类别 and how urgent they are, as written or as the description implies."""

import re
from collections.abc import Mapping

from models.community_match import simplified
from models.tier import Tier

# The first kind, one of whose words stands in a description, is the kind; so the more telling
# words come first: a lift that smells of gas is about gas.
# fmt: off
_WORDS: Mapping[str, str] = {
    "燃气": "燃气 煤气 天然气 gas",
    "电梯": "电梯 困人 轿厢 升降梯 升降机 客梯 货梯 号梯 lift elevator",
    "消防": (
        "消防 消火栓 灭火器 充电 楼道堆 楼道里堆 推进楼道 楼道停放 堆物 火灾 起火 着火 冒烟 "
        "焦味 烟感 喷淋 飞线 安全出口 防火门 逃生 smoke"
    ),
    "外墙": (
        "外墙 外立面 高空抛物 墙砖 瓷砖脱落 瓷砖掉 瓷砖空鼓 山墙 墙皮 幕墙 高空坠物 掉落 空调外机 "
        "保温层 檐口"
    ),
    "排水": (
        "污水 下水 堵塞 返水 反水 窨井 阴井 阴沟 化粪池 排水 积水 马桶 冒溢 粪水 外溢 倒灌 "
        "地漏 进水 雨水沟 雨水井 drain toilet sewage"
    ),
    "漏水": (
        "漏水 水漏 防水 在漏 渗水 滴水 渗雨 天花板 渗漏 屋顶漏 漏雨 就漏 又漏 管漏 滴滴答答 往下漏 "
        "淌水 往外渗 leak"
    ),
    "供水": (
        "没有水 没水 水也没 停水 断水 水压 自来水 供水 水箱 水质 水管爆 爆管 水泵 水龙头 水表 总阀 "
        "water"
    ),
    "供电": "停电 跳闸 电线 配电 空开 没电 断电 供电 电表 漏电 electricity power",
    "管道": "管道 暖气 水管 管子 立管 弯头 烟道",
    "照明": "照明 灯 漆黑 摸黑 light",
    "道闸": "道闸 抬杆 起杆 起落杆 栏杆 杆子 横杆",
    "停车": (
        "停车 轿车 乱停 停满 车位 车牌 入库 违停 占道 僵尸车 挪车 有车停 车辆收费 车超时 "
        "车辆占 车辆超时 车辆停放 被车堵 parking"
    ),
    "门禁": (
        "门禁 单元门 门锁 对讲 刷卡 大门关不上 防盗门 人脸 电磁锁 密码锁 门铃 大门不能 "
        "闭门器 闸机 门卡 蓝牙开门 door"
    ),
    "绿化": "树 绿化 草坪 草皮 种菜 枝叶 藤蔓 花坛 修剪 枯枝 虫害 灌木 冬青 水杉 香樟 绿地 喷药",
    "保洁": (
        "垃圾 保洁 打扫 没拖 没有拖 狗屎 尿味 清扫 卫生 清运 异味 脏 蟑螂 老鼠 粪便 狗粪 鸟粪 大便 "
        "落叶 积灰 油污 油漆 小广告 garbage rubbish"
    ),
    "安保": "保安 安保 巡逻 门岗 门卫 岗亭 外来人员 外卖员 快递丢 快递少 监控 偷 陌生 翻墙 推销",
    "噪音": "噪音 噪声 扰民 吵 唱歌 狗叫 太响 noise noisy",
    "房屋维修": (
        "墙面 开裂 裂缝 扶手 台阶 地砖 玻璃 门窗 窗户关 窗户打不开 塌陷 信报箱 信箱 雨棚 "
        "栏板 天台门 坑洼"
    ),
}
# fmt: on
KINDS: Mapping[str, tuple[str, ...]] = {k: tuple(words.split()) for k, words in _WORDS.items()}
WRITTEN: Mapping[str, str] = {
    **{kind: kind for kind in KINDS},
    "给水": "供水",
    "用水": "供水",
    "下水": "排水",
    "路灯": "照明",
    "灯光": "照明",
    "车库": "停车",
    "车辆": "停车",
    "清洁": "保洁",
    "卫生": "保洁",
    "环境": "保洁",
    "保安": "安保",
    "秩序": "安保",
    "用电": "供电",
    "煤气": "燃气",
    "渗水": "漏水",
    "渗漏": "漏水",
    "其他": "其他",
    "其它": "其他",
}
_EXTREME = (
    "困人", "被困", "燃气泄漏", "煤气泄漏", "天然气泄漏", "触电", "漏电", "着火", "坠落",
    "高空坠物", "救命", "特急",
)  # fmt: skip
_URGENT = (
    "爆管", "漏水", "渗水", "污水", "停水", "没有水", "停电", "没电", "断电", "返水", "脱落",
    "消防通道", "充电", "冒溢", "跳闸", "滴水", "外溢", "倒灌", "摔跤", "摔倒", "爆裂", "喷水",
    "水漏", "冒水", "断水", "没水", "没有自来水", "没过脚", "漏雨", "淌水", "粪水", "满溢",
    "焦味", "起火", "失火", "加急", "很急",
)  # fmt: skip
# 热水器点不着火; 电梯厅的灯 is no lift's, and a dirty lift none's trouble; 地下水泵房 is no drain,
# 充电桩 itself no danger, 空调外机噪声大 about the noise, 外墙雨水管 a pipe, 一滴水也没有 of none;
# 不是很急; who needs light by day has a tree before the window.
_NONE = re.compile(
    "(?<=不)着火|不是?[很太]急|电梯(?=[厅口]|里[^，。]{0,3}脏)|地下(?=水泵)|充电(?=车?位|桩)"
    "|外墙(?=[^，。]{0,3}(?:雨水管|落水管))|空调外机(?=[^，。]{0,4}[噪吵响])|一滴(?=水)|白天[^，。]{0,4}开灯"
)
_FALLING = re.compile(
    "(?:外墙|面砖|墙砖|石材|水泥块|外立面|幕墙)[^。]{0,10}(?:掉|坠|砸|松动|剥落)"
    "|墙皮[^。]{0,10}(?:掉在|砸)"
    "|消防门[^。]{0,6}(?:堵|堆|占|推不开|打不开)"
)
_LIFT = "(?:电梯|轿厢|[货客]梯|号梯)"
# 困 is read as 团 and 囚.
_LOCKED_IN = re.compile(
    rf"{_LIFT}[^。]*(?:困[了住在]|里面?关着|关在里|被关|关人)|[困关团囚]在{_LIFT}"
)
URGENCIES: Mapping[str, str] = {
    "特急": Tier.EXTREME.value,
    "非常紧急": Tier.EXTREME.value,
    "紧急": Tier.URGENT.value,
    "加急": Tier.URGENT.value,
    "急": Tier.URGENT.value,
    "一般": Tier.NORMAL.value,
    "普通": Tier.NORMAL.value,
    "不急": Tier.NORMAL.value,
    "疑难": Tier.HARD.value,
}
OPTIONS: Mapping[str, Mapping[str, str]] = {"category": WRITTEN, "urgency": URGENCIES}  # by field


def kind_written(text: str) -> str:
    """The kind that a form names, or nothing."""
    text = text.strip(" 。，,.类")
    if text in WRITTEN:
        return WRITTEN[text]
    return next((kind for word, kind in WRITTEN.items() if word in text), "")


_PARKED = re.compile(  # whatever is in its way: 消防通道上停满车
    r"(?:乱停|停满|停着(?!的)|停了|停在|停一辆)[^，。]{0,8}车(?![库棚道])"
    r"|(?:[轿货卡]车|面包车|车子|车位)[^，。]{0,10}(?<!不)(?:停(?![电水运])|堵|占)"
)
_BICYCLES = re.compile("电瓶车|电动车|自行车|助动车|充电")  # in a stairwell: 消防


# What a sentence tells together, before its single words do: a tree that leans on a cable is about
# the tree, what drips from above about the leak, not about what stands below it.
_PHRASES: Mapping[str, re.Pattern[str]] = {
    "绿化": re.compile(
        "(?:树|枝|香樟|梧桐|水杉|雪松)[^。]{0,14}(?:倒|断|折|歪|斜|掉|压|挂|遮|挡|缠)"
        "|爬山虎|绿化带?喷|草坪喷"
    ),
    "漏水": re.compile(
        "(?:楼上|天花板|吊顶|顶板|[顶上][部面]?|飘窗|墙面)[^。]{0,16}(?:漏|渗|滴|淌|返潮)"
        "|[漏渗][^。]{0,8}墙皮"
    ),
    "停车": re.compile("充电(?:桩|车?位)|油车|停[^，。]{0,4}消[火防]栓|消[火防]栓[^，。]{0,4}停车"),
    "照明": re.compile("(?:灯罩|吊灯|灯头)[^。]{0,10}电线"),
    "道闸": re.compile("升降杆|闸机?杆|车牌[^。]{0,6}[抬升]杆|识别不出[^，。]{0,6}车"),
    "管道": re.compile(
        "(?:[立总主支水]管|铸铁管|污水管|暖气管|消防管|燃气管)[^。]{0,10}(?:裂|断|脱|锈|松|崩|沙眼|破|掉|晃)"
    ),
}


def kind_implied(description: str) -> str:
    """The kind that a description implies, in Chinese or in English, or nothing."""
    description = "".join(map(simplified, description.casefold())).replace("#", "号")
    description = _NONE.sub("", description)
    if _PARKED.search(description) and not _BICYCLES.search(description):
        return "停车"
    phrases = (kind for kind, phrase in _PHRASES.items() if phrase.search(description))
    words = (kind for kind, words in KINDS.items() if any(word in description for word in words))
    return next(phrases, "") or next(words, "")


def urgency_written(text: str) -> str:
    """The tier that a form names, or nothing. 不紧急 is not 紧急."""
    text = text.strip(" 。，,.")
    if text.startswith(("不紧", "不急", "非紧")):
        return Tier.NORMAL.value
    return next((tier for word, tier in URGENCIES.items() if word in text), "")


def urgency_implied(description: str) -> str:
    """The tier that a description implies; ordinary where nothing says otherwise."""
    description = _NONE.sub("", description)
    if _LOCKED_IN.search(description) or any(word in description for word in _EXTREME):
        return Tier.EXTREME.value
    if _FALLING.search(description) or any(word in description for word in _URGENT):
        return Tier.URGENT.value
    return Tier.NORMAL.value
