"""Labels that stand in no list, by the words that they are put together from.

Offices make labels of whom or what they are about, and of what they ask for: 业主 + 联系 + 电话,
送修/报修 + 日期. The last word names the field; one about what is done later is none of ours."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

OTHER = ""  # what a form asks for besides our fields

# fmt: off
_RESIDENTS = (  # who calls, and how
    "来电 来话 发话 来访 致电 通话 报修 送修 报事 报告 申报 报障 投诉 建议 诉求 反映 求助 申请 "
    "咨询 业主 住户 居民 客户 用户 使用 租户 户主 房主 当事 联系 联络 回电 移动 家庭"
)
_DESK = (  # who takes the call
    "值班 接听 接电 接线 接待 接单 接报 受理 受话 登记 记录 填写 填报 填表 填单 制表 制单 开单 "
    "客服 前台 话务 坐席 经办"
)
_LATER = (  # what is done about it
    "处理 办理 处置 回访 反馈 整改 验收 审核 审批 跟进 完成 完工 派工 派单 转办 承办 拟办 督办 "
    "主办 协办 责任 施工 到场 到达 预约 预计 希望 期望 要求 上门 结案 结束 开始 领导 主管 负责 "
    "核实 落实 维修 事发 发生 设备 材料"
)
_PLACES = (
    "所属 所在 涉及 事发 事件 发生 居住 住宅 被投诉 物业 详细 具体 房屋 维修 服务 上门 "
    "楼宇 单元 楼栋"
)
_THINGS = (
    "问题 故障 损坏 维修 需维修 服务 事件 事项 详细 具体 主要 需求 要求 反映的 反映的主要 情况 "
    "内容 电话 事发 发生"
)
_PRESSING = "紧急 缓急 急缓 轻重 优先 响应 重要 严重 服务"

_ASKED: Mapping[str, tuple[str, str]] = {  # field → what a label of it begins with, and ends on
    "time": (f"{_RESIDENTS} {_DESK}", "时间 日期"),
    "caller": (_RESIDENTS, "人 者 姓名 人姓名 名字 名称 称呼 业主 住户 居民"),
    "phone": (
        f"{_RESIDENTS} 人",
        "电话 电话号码 手机 手机号 手机号码 号码 座机 固话 联系方式 联络方式 显示",
    ),
    "community": (
        f"{_RESIDENTS} {_PLACES}", "小区 小区名 小区名称 小区全称 楼盘 楼盘名称 项目名称"
    ),
    "address": (
        f"{_RESIDENTS} {_PLACES} 人",
        "地址 住址 房号 室号 房间号 门牌 门牌号 位置 地点 楼号 楼栋 楼栋号 单元号 幢号 栋号 弄号",
    ),
    "category": (f"{_RESIDENTS} {_THINGS}", "类别 类型 分类 归类 种类 大类 性质 工种"),
    "urgency": (_PRESSING, "程度 等级 级别 状况"),
    "description": (
        f"{_RESIDENTS} {_THINGS}",
        "内容 描述 事项 事由 情况 诉求 现象 问题 摘要 概要 概述 简述 经过 请求 需求 反映",
    ),
    "operator": (_DESK, "人 员 人员 姓名 人姓名 人员姓名 专员 代表 客服 坐席"),
}
_NOT_OURS = (
    "结果 意见 签字 签名 签章 确认 确认签字 确认签名 盖章 费用 金额 状态 编号 单编号 单号 时限 "
    "时限要求 期限 方式 满意度 评价 措施 部门 工 型号 使用情况 社区 居委 居委会 街道"
)
# fmt: on


def _one_of(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


def _pattern(begins: str, ends: str) -> re.Pattern[str]:
    return re.compile(f"(?:{_one_of(begins)})*(?:{_one_of(ends)})")


_PATTERNS = {name: _pattern(begins, ends) for name, (begins, ends) in _ASKED.items()}
_ABOUT = _one_of(f"{_RESIDENTS} {_DESK} {_PLACES} {_THINGS} {_LATER} 人 人员")
_ENDS = _one_of(" ".join((_NOT_OURS, *(ends for _, ends in _ASKED.values()))))
_NONE_OF_OURS = re.compile(
    f"(?:{_ABOUT})*(?:(?:{_one_of(_LATER)})(?:{_ABOUT})*(?:{_ENDS})|(?:{_one_of(_NOT_OURS)}))"
)
_HALF = re.compile(f"(?:{_ABOUT})+")  # the 送修 of 送修/报修日期
_OR = re.compile(r"[/／、或与和]|(?<!涉)及")
_LONGEST = 12  # characters


@lru_cache(maxsize=4096)
def field_named(label: str) -> str | None:
    """The field that the whole text asks for; OTHER for none of ours; None where it is no label.
    Of two things asked at once (姓名/房号) it is none."""
    if not 2 <= len(label) <= _LONGEST:
        return None
    parts = [(part, _named(part)) for part in _OR.split(label)]
    names = {name for part, name in parts if name is not None or not is_about(part)}
    return names.pop() if len(names) == 1 else None


def is_about(text: str) -> bool:
    """Whether a label may begin so, and must go on."""
    return _HALF.fullmatch(text) is not None


def composed() -> Iterator[tuple[str, str]]:
    """(label, its field) of those that are put together of two words: the most usual."""
    for name, (begins, ends) in (*_ASKED.items(), (OTHER, (_LATER, "时间 日期 人 人员 结果"))):
        yield from ((first + last, name) for first in begins.split() for last in ends.split())


def _named(part: str) -> str | None:
    for name, pattern in _PATTERNS.items():
        if pattern.fullmatch(part):
            return name
    return OTHER if _NONE_OF_OURS.fullmatch(part) else None
