"""How forms and people call the fields of an intake. The one list; a federation may add to it.

Most labels are put together: who or what it is about, then what is asked for (来电 + 时间)."""

from collections.abc import Iterator, Mapping

OTHER = ""  # what a form asks for besides our fields


def _each(about: str, asked: str) -> Iterator[str]:
    """Every pair of the words, which stand apart by spaces."""
    return (first + last for first in about.split() for last in asked.split())


# fmt: off
# Of an address, asked for one by one: what is written may be no more than the figure.
PARTS: Mapping[str, str] = {
    "弄号": "弄", "楼号": "号", "幢号": "号", "栋号": "号", "楼栋": "号",
    "室号": "室", "房号": "室", "房间号": "室", "房间": "室",
}
LABELS: Mapping[str, tuple[str, ...]] = {
    "time": (
        *_each("来电 受理 登记 报修 接电 接听 接报 反映 诉求 投诉 报事 记录 填表", "时间 日期"),
        "收到信息时间", "日期时间", "年月日", "日期", "时间",
    ),
    "caller": (
        *_each("来电 反映 报修 诉求 投诉 申请 报事 求助 联系", "人姓名 人"),
        *_each("业主 居民 住户 客户", "姓名"), "信息提供人", "接待对象", "姓名", "称呼",
        "来电", "谁", "何人", "业主", "居民", "住户", "户主", "客户", "用户", "业户", "租户",
    ),
    "phone": (
        *_each("联系 来电 报修 回访 手机 报修人 来电人 反映人 诉求人 联系人", "电话 号码"),
        *_each("业主 居民 住户", "电话"),
        "回拨电话", "联系方式", "电话号码", "号码", "手机号", "手机", "电话", "TEL", "Tel",
    ),
    "community": (
        *_each("所属 所在 报修 居住 住宅 诉求", "小区名称 小区"),
        "小区名称", "小区名", "楼盘小区", "楼盘名称", "楼盘", "小区",
    ),
    "address": (
        *_each("详细 具体 报修 联系 家庭 居住 诉求 事发 住户 业主", "地址"),
        *_each("详细 具体 事发 故障", "位置 地点"),
        "楼号房号", "楼栋室号", "楼栋房号", "楼号室号", "楼栋号", "门牌号", "门牌号码", "门牌室号",
        "门牌", "住址", "详址", "住处", "房屋", "地点", "位置", "地址", *PARTS,
    ),
    "category": (
        *_each("问题 诉求 事项 报修 报事 投诉 故障 来电 工单 服务 维修", "类别 类型 分类 性质"),
        "报修项目", "维修项目", "信息类别", "项目", "类别", "类型", "分类",
    ),
    "urgency": (
        "紧急程度", "紧急等级", "紧急级别", "缓急程度", "轻重缓急", "处理等级", "处理级别",
        "优先级", "等级", "缓急", "急缓", "紧急度", "程度", "急否",
    ),
    "description": (
        *_each("问题 诉求 反映 报修 来电 投诉 事项 具体 主要 故障 求助 报事", "内容 描述 情况"),
        *_each("情况 问题 故障", "说明"), *_each("反映 主要", "问题"),
        *_each("事项 问题 诉求 内容", "记录"), "主要诉求", "诉求事项",
        "情况描述", "信息内容", "通话内容", "事由", "现象", "险情", "说明", "事项", "反映", "诉求",
        "描述", "内容", "问题",
    ),
    "operator": (
        *_each("值班 接听 接电 接线 接待 接报 受理 登记 记录 填表 客服", "人员 员 人"),
        "值班客服", "经办人", "经办", "派单员", "派工人", "派工员", "接电", "接线", "接报", "接单",
        "前台", "受话", "客服", "记录", "登记", "受理", "接听", "填单", "填表", "值班", "开单",
        "制单", "经手", "派单人", "转办人", "管家", "坐席", "联络员",
    ),
}

# What stands for them in a hurried note, each with a colon.
INITIALS: Mapping[str, str] = {
    "时": "time", "日": "time", "人": "caller", "户": "caller", "电": "phone", "话": "phone",
    "区": "community", "址": "address", "房": "address", "室": "address", "类": "category",
    "急": "urgency", "事": "description", "因": "description", "记": "operator", "接": "operator",
}

# What forms ask for besides: named so that what stands there is taken for nothing else.
OTHERS = (
    *_each("处理 办理 处置 回访 反馈 整改 验收 审核 跟进 维修 完成 转办",
           "结果 意见 情况 记录 时间 日期 时限 期限 人员 人 员 措施 部门 单位 去向"),
    *_each("派工 派单", "结果 意见 情况 时间 日期 时限 部门 单位 去向"),
    *_each("承办 责任 主办 协办 管理 服务 施工", "单位 部门 人"),
    *_each("业主 住户 居民 客户 用户 经办人 负责人 来电人 报修人 受理人 登记人 维修人员 领导",
           "签字 签名 签章 确认 意见"),
    *_each("投诉 监督 服务 热线 值班 物业 办公 咨询 举报 查询", "电话 热线"),
    *_each("传递 接收 签收 落实", "方式 单位 人 人签名 时间 情况"),
    "审核", "复核", "归档", "结案", "办结", "派遣", "签收", "签发", "回访", "验收", "转办", "抄送",
    "报送", "拟办", "批办", "阅示", "工程主管", "主管", "班长", "核阅", "审阅",
    "班长核阅", "主管核阅",
    "收费", "序号", "主题", "来源渠道", "信息来源", "星期", "天气", "修理工",
    *_each("工单 单据 受理 登记 档案 流水", "编号 号"),
    "签字", "签名", "盖章", "备注", "批示", "领导批示", "满意度", "满意程度", "评价", "编号",
    "单号", "序号", "车牌", "车牌号", "车牌号码", "物业公司", "物业企业", "物业名称", "居委会",
    "街道", "费用", "材料费", "传真",
    "性别", "年龄", "身份证号", "单位", "单位名称", "职务", "规格型号", "来电单位", "购置日期",
    "维修情况",
)
# fmt: on
