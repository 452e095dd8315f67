"""Papers that ask for a community, a room, a name and a telephone, and are about no call."""

import pytest

from bot.ocr.fields.finding import find
from bot.ocr.form_or_not import is_form, is_note
from bot.ocr.other_papers import is_advertisement, is_another, is_notice, tells_of_calls
from bot.ocr.page.lines import Line
from bot.ocr.values.shapes import telling
from models.labels.listed import LABELS
from tests.ocr.finding import DIRECTORY
from tests.ocr.writing import line

PEOPLE = ("小区：丰翔新城", "室号：3号502室", "业主：沈桂芳", "电话：13812345678")


def page(*texts: str) -> list[Line]:
    return [line(text, 60, 60 * i) for i, text in enumerate(texts)]


def is_one(*texts: str) -> bool:
    lines = page(*texts)
    slots = find(lines, LABELS, telling(DIRECTORY))
    return is_form(slots, lines) or is_note(slots, lines)


@pytest.mark.parametrize(
    "paper",
    [
        ("住宅装饰装修施工许可证", *PEOPLE, "装修内容：厨房水管翻新", "装修押金：2000元"),
        ("房屋租赁登记表", *PEOPLE, "月租金：5200元", "租期：一年"),
        ("机动车停放登记表", *PEOPLE, "本人承诺不占用消防通道及他人车位"),
        ("物业管理费缴费通知单", *PEOPLE, "合计：1167.91", "停车管理费450.00，逾期收违约金"),
        ("业主大会书面表决票", *PEOPLE, "说明：请投入门岗的表决票箱，多选无效"),
        ("空置房钥匙交接清单", *PEOPLE, "门禁卡2张已交接，水管已关闭"),
        ("失物招领", *PEOPLE, "在电梯里拾到黑色双肩包一只，请到门卫室认领"),
        ("装修施工人员出入登记", *PEOPLE, "须知：垃圾袋装下楼，不得占用消防通道"),
        ("急售！满五唯一", *PEOPLE[:2], "经纪人：沈桂芳 13812345678", "电梯房，外墙新刷，照明全新"),
        ("工单运行周报", "统计区间：周一至周日", *PEOPLE, "漏水11、排水8、电梯6，重复反映较多"),
        ("小区车辆通行证申请表", *PEOPLE, "申请类型：新办", "经办人：蔡卫东"),
        ("志愿服务记录表", *PEOPLE, "服务内容：劝导电动车不进楼，摆放停车", "记录人：张婷婷"),
        ("应聘人员登记表", *PEOPLE, "应聘岗位：保洁", "工作经历：物业保安，会修水管"),
        ("快递代收登记表", *PEOPLE, "快递公司：中通", "取件：已取"),
        ("业主代表信息登记表", *PEOPLE, "类别：党员", "内容：每月议事一次，轮流主持"),
        ("项目经理", *PEOPLE, "业务：物业管理·保洁·绿化·水电安装"),
        ("电梯使用标志", "使用单位：丰翔新城", "设备种类：电梯", "检验机构：特检院", PEOPLE[3]),
    ],
)
def test_another_paper_is_no_form(paper: tuple[str, ...]) -> None:
    assert not is_one(*paper)


@pytest.mark.parametrize(
    "title",
    [
        "报修服务满意度回访问卷",
        "客服岗位上岗考试试卷（A卷）",
        "居民来电登记表（填写示范）",
        "防水工程质量保修卡",
        "维修完工签收单",
        "房屋租赁合同",
        "家政服务预约单",
    ],
)
def test_a_title_of_no_call_tells_it_whatever_else_there_is(title: str) -> None:
    call = (*PEOPLE, "类别：漏水", "内容：厨房水管漏水，地上全是水")
    assert not is_one(title, *call)
    assert is_one("报修完工确认单", *call)


def test_without_a_title_it_may_be_a_note_in_a_bad_hand() -> None:
    note = (*PEOPLE, "事情：有人在工共绿比神菜洗肥，气味难闲")
    assert is_one(*note)
    assert not is_one("业主信息登记表", *note)


def test_the_same_people_with_a_trouble_are_a_form() -> None:
    assert is_one("报修单", *PEOPLE, "内容：厨房水管漏水，地上全是水")
    assert is_one(*PEOPLE, "内容：厨房水管漏水，地上全是水")


def test_one_word_of_another_paper_does_not_undo_a_form_about_calls() -> None:
    form = ("报修单", *PEOPLE, "内容：电梯不动", "合计：50元")
    assert is_one(*form)
    assert is_another(page(*form[1:]))
    assert not is_another(page(*form))
    assert is_another(page(*form, "押金：200元"))


def test_patrols_in_a_complaint_are_no_patrol_s_record() -> None:
    assert not is_another(page(*PEOPLE, "并派人巡逻"))
    assert is_another(page("夜间巡逻打卡记录", *PEOPLE))


def test_words_about_calls_and_to_residents_are_told() -> None:
    assert tells_of_calls(page("来电登记表"))
    assert not tells_of_calls(page("停车登记表"))
    assert is_notice(page("电梯维保停运公告"))
    assert not is_notice(page("报修单"))


@pytest.mark.parametrize(
    "words",
    [
        "公示栏玻璃碎了",
        "搬家公司的车堵住通道",
        "宽带箱盖掉下来了",
        "停水没有告知",
        "应急标识灯不亮",
        "收费标准没有张贴",
    ],
)
def test_what_papers_are_named_by_is_no_title_in_a_note(words: str) -> None:
    assert not is_another(page("丰翔新城", words))


@pytest.mark.parametrize("words", ["停车缴费失败", "停车费不开发票", "学校门口路灯不亮"])
def test_words_of_a_trouble_are_no_other_paper_s(words: str) -> None:
    assert not is_another(page("丰翔新城", "3号502室", "沈桂芳 13812345678", words))


def test_a_page_without_lines_is_none() -> None:
    assert not is_another([])


@pytest.mark.parametrize(
    "title",
    [
        "信访事项处理意见书",
        "民事裁定书",
        "电梯困人演练脚本",
        "安全技术交底记录",
        "中标结果公示",
        "温馨提示",
        "采访提纲",
        "业主委员会候选人简介",
        "搬家服务单",
        "宽带业务装机确认单",
        "产品保修卡·储水式电热水器",
        "水箱停用及楼顶作业告知",
        "违停告知单",
        "公共视频调阅登记单",
        "2024年电梯困人应急救援演练脚本",
        "监控录像查阅申请表",
        "办结工单回访记录",
        "防汛物资清单",
        "充电设施报装证明",
        "火灾事故简易调查认定书",
        "特种设备作业人员证(副页)",
        "遗失证件报备登记凭条",
        "TestHub热线工单系统v2.3回归测试",
        "版本4.6.1",
    ],
)
def test_the_title_of_another_kind_of_paper_says_that_it_is_no_call(title: str) -> None:
    said = "情况：厨房水管漏水，地上全是水"
    assert not is_one(title, *PEOPLE, said)
    assert is_one("物业热线值班台账", *PEOPLE, said)
    assert is_one("投诉处理意见书", *PEOPLE, said)


@pytest.mark.parametrize(
    "head",
    [
        "祁连实验小学",
        "公安分局大场派出所",
        "住房公积金服务热线12329",
        "巴士第三公交公司",
        "团区委12355青少年热线接听记录",
        "汽车维修接车单",
        "出租汽车热线来电登记表（失物查找）",
        "家电以旧换新·旧机回收登记",
        "授权委托书",
        "业主钥匙委托保管单",
        "消费者投诉登记表",
        "车间设备报修单",
    ],
)
def test_a_call_to_another_house_is_none_to_a_property_firm(head: str) -> None:
    said = "内容：厨房水管漏水，地上全是水"
    assert not is_one(head, "来电记录", *PEOPLE, said)
    assert is_one("物业公司来电记录", *PEOPLE, said)
    assert is_one("大学宿舍报修单", *PEOPLE, said)
    assert is_one("小学门口路灯不亮", *PEOPLE, said)
    assert is_one("动迁安置房维修登记表", *PEOPLE, said)
    assert is_one("电动门维修单", *PEOPLE, said)
    assert is_one("自行车棚维修登记", *PEOPLE, said)
    assert is_one("大华路灯坏了", "祁连幼儿园", *PEOPLE, said)  # no letterhead: a place


def test_what_offers_this_and_that_is_an_advertisement() -> None:
    offered = page("专业疏通下水道", "空调清洗加氟", "上门服务，八折优惠", "13812345678刘师傅")
    assert is_advertisement(offered)
    assert not is_advertisement(page("水箱要专业人员来清洗", "丰翔新城3号502室", "13812345678"))


def test_a_parcel_s_label_is_no_note() -> None:
    parcel = ("顺达速运", "丰翔新城45号1502室", "寄韩海燕13952901110", "品名：LED灯管、水龙头")
    assert is_another(page(*parcel))
    assert not is_another(page("丰翔新城", "快递柜的灯不亮"))


def test_the_side_of_a_chat_is_no_notice() -> None:
    assert not is_notice(page("文件传输助手", "工作通知", "丰翔新城3号502室漏水"))
    assert is_notice(page("停水通知"))
