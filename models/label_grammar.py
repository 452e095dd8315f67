"""Labels that stand in no list, by the words that they are put together from.

Offices make labels of whom or what they are about, and of what they ask for: 业主 + 联系 + 电话,
送修/报修 + 日期. The last word names the field; one about what is done later is none of ours."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from models.label_questions import field_asked
from models.labels import OTHER

UNKNOWN = "?"  # a label by its brackets or its number, whatever it asks for

# fmt: off
_RESIDENTS = (  # who calls, and how
    "来电 来话 发话 来访 致电 通话 报修 送修 报事 报告 申报 报障 投诉 建议 诉求 反映 求助 申请 "
    "咨询 业主 业户 住户 居民 客户 用户 市民 群众 使用 租户 户主 房主 当事 联系 联络 回电 回拨 "
    "呼入 打进 打来 留言 本人 移动 家庭 请修 求修 上报 报料 报险 报警 对方 请求 提出 提供 委托 "
    "申告 呼叫 反馈问题 打入 进线 拨入 提交 发起 主叫 固定 回复 通讯 来电者 显示"
)
_DESK = (  # who takes the call
    "值班 值机 接听 接电 接线 接待 接单 接报 受理 受话 登记 记录 填写 填报 填表 填单 制表 制单 "
    "开单 客服 前台 话务 坐席 经办 经手 值守 当班 录入 收单 建单 接话 接电话 开票 调度 转告 "
    "创建 座席 采集 发单 接访 填卡 填函 速记 代记 听电话 收话 接案 "
    "接警 立案 值台 台席 笔录 承接"
)
_LATER = (  # what is done about it
    "处理 办理 处置 回访 反馈 整改 验收 审核 审批 跟进 完成 完工 派工 派单 转办 承办 拟办 督办 "
    "主办 协办 责任 施工 到场 到达 预约 预计 希望 期望 要求 上门 结案 结束 开始 领导 主管 负责 "
    "核实 落实 维修 事发 发生 设备 材料 批准 签发 核准 复核 报送 抄送 派往 派出 转交 派送 派遣 "
    "转送 转给 采取 已采取 办结 签收 收件 收文 后续 交班 接班 带班 打印 修理"
)
_PLACES = (
    "所属 所在 所住 涉及 诉求 事发 事件 发生 居住 住宅 被投诉 物业 项目 详细 具体 房屋 维修 服务 "
    "上门 楼宇 单元 楼栋 楼幢 楼号 幢号 房产"
)
_THINGS = (
    "问题 故障 损坏 险情 一级 二级 维修 需维修 服务 事件 事项 详细 具体 主要 需求 要求 反映的 "
    "反映的主要 情况 内容 电话 事发 发生 事由 专业 业务 案件 所属 "
    "需处理 待处理"
)
_PRESSING = (
    "处置 事件 时限 工单 要紧 紧急 紧迫 急迫 着急 紧要 缓急 急缓 轻重 优先 响应 重要 严重 服务"
)

_ASKED: Mapping[str, tuple[str, str]] = {  # field → what a label of it begins with, and ends on
    "time": (f"{_RESIDENTS} {_DESK}", "时间 日期 时刻 钟点 时点 时分 时段 年月日"),
    "caller": (
        _RESIDENTS,
        "人 者 姓名 人姓名 人大名 名字 人名字 名称 称呼 人称呼 称谓 业主 业户 住户 居民 户主 "
        "客户 用户 市民 群众 大名 房主 租客 承租人 姓氏",
    ),
    "phone": (
        f"{_RESIDENTS} 人",
        "电话 电话号码 手机 手机号 手机号码 号码 座机 固话 联系方式 联络方式 显示",
    ),
    "community": (
        f"{_RESIDENTS} {_PLACES}",
        "小区 小区名 小区名字 小区名称 小区全称 小区楼盘 楼盘 楼盘名称 项目名称 社区名称 "
        "园区 园区名称 住宅区",
    ),
    "address": (
        f"{_RESIDENTS} {_PLACES} 人",
        "地址 住址 住所 房间 部位 户号 房号 室号 房间号 门牌 门牌号 位置 地点 点位 楼号 楼栋 "
        "楼栋号 单元号 幢号 栋号 弄号 门号 楼室 楼室号 楼号室 坐落 发生地 房产",
    ),
    "category": (
        f"{_RESIDENTS} {_THINGS}",
        "类别 类型 分类 归类 归属 种类 大类 性质 工种 专业",
    ),
    "urgency": (_PRESSING, "程度 等级 级别 状况 性 度 与否"),
    "description": (
        f"{_RESIDENTS} {_THINGS}",
        "内容 描述 事项 事由 原话 情况 情形 诉求 现象 问题 摘要 概要 概况 概述 简述 详情 详述 大意 "
        "要点 原因 经过 请求 需求 反映 说明 险情 陈述 自述 摘记 纪要 简记 正文",
    ),
    "operator": (
        _DESK,
        "人 员 者 人员 员工 姓名 人姓名 人员姓名 专员 代表 席 客服 管家 坐席 话务 接线 接听 "
        "接待 员签名 人签名 人员签名 员签字 人签字 民警 辅警",
    ),
}
# What a label of any office ends on, whatever stands before it: 网格电话, 工单等级.
_HEADS: Mapping[str, str] = {
    "time": "时间 日期 时刻",
    "caller": "姓名 称呼",
    "phone": "电话 号码 手机",
    "address": "地址 门牌 门牌号 房号 室号",
    "category": "类别 类型 分类",
    "urgency": "程度 等级 级别 缓急",
    "description": "内容 描述 经过 简述 概要 概述",
}
_NOT_OURS = (
    "结果 意见 签字 签名 签章 确认 确认签字 确认签名 盖章 费用 金额 状态 编号 单编号 单号 时限 "
    "时限要求 期限 方式 满意度 评价 反馈 措施 部门 单位 企业 工 型号 使用情况 社区 居委 居委会 "
    "街道 渠道 来源 去向 信息 资料"
)
# fmt: on


def _one_of(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


def _any_of(asked: Mapping[str, tuple[str, str]]) -> re.Pattern[str]:
    """A group a field, in their order."""
    groups = (f"((?:{_one_of(begins)})*(?:{_one_of(ends)}))" for begins, ends in asked.values())
    return re.compile("|".join(groups))


_FIELDS, _PATTERN = tuple(_ASKED), _any_of(_ASKED)
_ABOUT = _one_of(f"{_RESIDENTS} {_DESK} {_PLACES} {_THINGS} {_LATER} 人 人员")
_ENDS = _one_of(" ".join((_NOT_OURS, *(ends for _, ends in _ASKED.values()))))
_NONE_OF_OURS = re.compile(
    f"(?:{_ABOUT})*(?:(?:{_one_of(_LATER)})(?:{_ABOUT})*(?:{_ENDS})|(?:{_one_of(_NOT_OURS)}))"
)
_ANY = {name: re.compile(f"[一-鿿]{{2}}(?:{_one_of(ends)})") for name, ends in _HEADS.items()}
_NO_LABEL = re.compile(
    f"[请打说是在到于约从按把被将给和与]|.*(?:{_one_of(_LATER)}|[的了吗没不有很打来去找问让叫先再要可能会]|.*等(?!级))"
    "|(?:监督|服务|咨询|查询|举报|热线|值班|物业|办公|公司|本|总)"
)
_HALF = re.compile(f"(?:{_ABOUT})+")  # the 送修 of 送修/报修日期
_DESCRIBED = re.compile(  # 可联系到的电话; 家里的问题 begins sentences as well
    rf"(?!.*(?:{_one_of(_LATER)}))[一-鿿]{{1,6}}的(电话|号码|联系方式|小区|地址|房号|室号|时间|姓名)"
)
_OR = re.compile(r"[/／、或和]|与(?!否)|(?<!涉)及")
_PLAIN = "姓名|电话|小区|门牌|房号|室号|地址|日期|时间"
_TWO = re.compile(rf"^({_PLAIN})({_PLAIN})$")  # 小区/门牌, its stroke not read
_UNITS = {**dict.fromkeys("号室弄幢栋楼", "address"), "村": "community"}  # 门牌/室, 小区/村
_ROOM = re.compile("[弄号室幢栋楼座]{2,4}")
_LONGEST = 12  # characters
_TWO_LONG = 2


@lru_cache(maxsize=4096)
def field_named(label: str) -> str | None:
    """The field that the whole text asks for; OTHER for none of ours, or for several at once
    (姓名/电话); None where it is no label."""
    names = _names(label)
    if len(names) > 1 and None not in names:
        names -= {OTHER}  # 来话单位或住址
    if len(names) > 1:
        return None if None in names else OTHER
    return next(iter(names), None)


def field_by_head(label: str) -> str | None:
    """The field of a label that ends as labels do, though nobody knows what stands before: only
    where it stands alone. None of what may be the end of a sentence."""
    if _NO_LABEL.match(label):
        return None
    return next((name for name, pattern in _ANY.items() if pattern.fullmatch(label)), None)


@lru_cache(maxsize=4096)
def asked_together(label: str) -> frozenset[str]:
    """The fields, two or more, that the label asks for at once: 姓名/电话. None of one field."""
    names = _names(label)
    ours = frozenset(name for name in names if name)
    return ours if len(ours) == len(names) > 1 else frozenset()


def _names(label: str) -> set[str | None]:
    """What its parts ask for; None of a part that is no label."""
    if not 2 <= len(label) <= _LONGEST:
        return set()
    parts = _OR.split(_TWO.sub(r"\1/\2", label))
    named = [(part, _named(part)) for part in parts]
    names = {name for part, name in named if name is not None or not is_about(part)}
    return names if len(parts) > 1 or None not in names else set()


def is_about(text: str) -> bool:
    """Whether a label may begin so, and must go on."""
    return _HALF.fullmatch(text) is not None


def two_characters() -> Iterator[str]:
    """Labels of two characters, as a last word stands alone."""
    return (end for _, ends in _ASKED.values() for end in ends.split() if len(end) == _TWO_LONG)


def composed() -> Iterator[tuple[str, str]]:
    """(label, its field) of those that are put together of two words: the most usual."""
    for name, (begins, ends) in (*_ASKED.items(), (OTHER, (_LATER, "时间 日期 人 人员 结果"))):
        yield from ((first + last, name) for first in begins.split() for last in ends.split())


def _named(part: str) -> str | None:
    composed = _PATTERN.fullmatch(part)
    if composed and composed.lastindex:
        return _FIELDS[composed.lastindex - 1]
    if (asked := field_asked(part)) is not None:
        return asked
    described = _DESCRIBED.fullmatch(part)
    if described is not None:
        return _named(described[1])
    if part in _UNITS:
        return _UNITS[part]
    if _ROOM.fullmatch(part):
        return "address"
    return OTHER if _NONE_OF_OURS.fullmatch(part) else None
