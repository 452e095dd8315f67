"""Labels as offices print them, which stand in no list."""

import pytest

from models.labels.grammar import asked_together, field_by_head, field_named
from models.labels.listed import OTHER

LABELS = {
    "time": "送修/报修日期 来话时间 接报日期 报修日期和时间 填报时间 来电时刻 来电日期与钟点 "
    "何时来电 接待时段 来电年月日 现在是几月几日几点 几点打来 报险时间 呼入时间 来电于 "
    "收话时间 进线时间 接警时间 打进时间 报障日 来电日期及时刻 什么时候打来的 "
    "啥辰光报的 登记于 现在时间",
    "caller": "客户姓名 来话人 报修住户 投诉人姓名 业主/住户 来电者 当事人 请修人 居民称呼 "
    "谁打来的 来电何人 打电话的人 居民怎么称呼 您贵姓 来电人称呼 来电市民 群众姓名 户主/报修 "
    "呼入人 何人 来电者姓名 留言人 房主 通报人 信息提供者 户名 呼叫方 来电居民 反映群众 代谁报 "
    "哪位来电 客户贵姓 提出意见的业主 业主/租客 对接人 使用人",
    "phone": "报修人联系电话 业主联系电话 固话/手机 回电号码 移动电话 来电显示 可联系到的电话 "
    "对方号码 市民电话 哪个电话 呼入电话 怎么回电 主叫号码 固定电话 通讯方式 来显号码 "
    "能打通的电话 打这个号 怎么找他 联系渠道 他的号码",
    "community": "所属物业小区 小区/楼盘 涉及小区 事发小区 小区全称 项目小区 所住小区 住哪个小区 "
    "小区楼盘 您住在哪个小区 社区名称 所在小区/村 哪一小区 园区名称 楼宇名称 苑区 "
    "家属区 您是哪个小区的 哪家 住在 屋苑 被投诉小区 使用单位 小区/大楼",
    "address": "房屋地址 客户地址/服务地点 报修房间号 单元房号 楼号/室号 事发地点 上门地址 "
    "楼号-室号 门牌/室 号/室 几号几室 几弄几号几室 房屋坐落 楼室 具体部位 户号 弄号室 诉求发生地 "
    "来话单位或住址 何地 哪一户 房产地址 楼/室 房产信息 门牌信息 事发地 楼座房号 户室 "
    "房屋座落 楼栋·单元·房间 几号楼几室 地方",
    "category": "服务类型 故障类型 问题归类 维修种类 工种 问题归属 属于哪类 险情类别 一级分类 "
    "专业类别 业务类型 所涉方面 所属类别 品类 设备种类 事件大类 险情归类 哪一行 一级标签",
    "urgency": "服务紧急程度 急缓程度 优先等级 严重程度 紧迫程度 紧急与否 急不急 "
    "紧迫性 是否着急 事情急不急 要多快 处置级别 时限等级 工单级别 任务等级 有多急 是否急办 急伐",
    "description": "报修事项描述 故障现象 维修请求 内容摘要 来电事由 反映的主要问题 "
    "讲什么事情 说什么 业主陈述 情况摘记 诉求正文 情况反映 事发经过 事件概况 情况简述 故障情形 "
    "发生了什么 遇到什么问题 居民原话 事由摘要 损坏情况 毛病 修缮缘由 何处损坏 要修什么 "
    "讲了什么 碰到啥事体 需要我们做什么 所报之事 居民所求",
    "operator": "受话人 客服专员 接待人员 受理人员姓名 话务员 制单人 登记客服 值班话务 值守员 "
    "谁接的 记录的人 接电话人 今天谁接的电话 接听电话的人 发单人 "
    "调度员 开票人 值班接线 值班员签名 创建人 记录者 值机员 接电管家 接线席 "
    "接访人 填卡人 速记人 代记人 听电话人 接警员 接报民警 客服坐席 收集人 开条人 网格员 "
    "谁记的 首问责任人 值班党员 接待干部",
    OTHER: "处理人员 完成时间 业主确认签名 维修单编号 拟办意见 承办时间 预约上门时间 要求服务日期 "
    "事发时间 派工时间 维修费用 到场时间 所属社区 材料使用情况 设备名称 批准人 派往企业 "
    "已采取措施 业户反馈 姓名/房号 诉求人信息 转给谁 "
    "怎么处理 谁处理 以前报修过吗 班长手机 管家电话 维修师傅 转告了谁 技术员 工程师",
}


@pytest.mark.parametrize(
    ("label", "field"), [(label, name) for name, row in LABELS.items() for label in row.split()]
)
def test_the_last_word_names_the_field(label: str, field: str) -> None:
    assert field_named(label) == field


@pytest.mark.parametrize(
    "words",
    [
        *("水管漏水", "一号楼", "业主维修", "服务电话", "小区物业", "联系"),
        *("业主说水管爆了", "说不是他家的问题", "处理的电话", "和", "/", "电梯故障", "反"),
    ],
)
def test_what_is_no_label_is_none(words: str) -> None:
    assert field_named(words) is None


def test_a_whole_sentence_of_such_words_is_none() -> None:
    assert field_named("业主反映维修人员处理问题情况描述内容") is None


@pytest.mark.parametrize(
    ("label", "fields"),
    [
        ("姓名/电话", {"caller", "phone"}),
        ("小区、门牌", {"community", "address"}),
        ("楼号/室号", set()),  # of one field
        ("处理人/电话", set()),  # one of them is none of ours
        ("电话", set()),
    ],
)
def test_a_label_may_ask_for_several_things_at_once(label: str, fields: set[str]) -> None:
    assert asked_together(label) == fields


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("网格电话", "phone"),
        ("工单等级", "urgency"),
        ("呼声内容", "description"),
        ("先打电话", None),  # the end of a sentence
        ("完工时间", None),  # what is done later
        ("服务电话", None),  # a letterhead's
        ("沈桂芳电话", None),
    ],
)
def test_a_label_of_any_office_is_known_by_its_last_word(label: str, field: str | None) -> None:
    assert field_by_head(label) == field
