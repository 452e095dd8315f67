"""What is printed on a form and is neither a label nor a value."""

from dataclasses import replace

import pytest

from bot.ocr.fields.printed_matter import without_printed
from tests.ocr.finding import read, read_column
from tests.ocr.writing import doubtful, line


def test_what_the_office_says_about_the_form_is_no_trouble() -> None:
    found = read(
        line("报修事项：厨房漏水", 60, 0), line("说明：本单一式两份，请先电话通知", 60, 60)
    )
    assert found == {"description": "厨房漏水"}


def test_a_label_s_translation_is_no_value() -> None:
    found = read(
        line("小区", 60, 0),
        line("Estate", 60, 32),
        line("丰翔新城", 200, 0),
        line("问题：厨房漏水，请来", 60, 90),
    )
    assert found == {"community": "丰翔新城", "description": "厨房漏水，请来"}


def test_a_label_s_translation_may_stand_above_it() -> None:
    rows = (
        ("Resident", "住户", "沈桂芳"),
        ("Residential Community", "所住小区", "丰翔新城"),
        ("Nature of Request", "申请类别", "漏水"),
        ("Description", "事项描述", "厨房漏水，请来"),
    )
    found = read(
        *(line(latin, 60, 100 * n, height=24) for n, (latin, _, _) in enumerate(rows)),
        *(line(label, 60, 100 * n + 30) for n, (_, label, _) in enumerate(rows)),
        *(line(value, 700, 100 * n + 14) for n, (_, _, value) in enumerate(rows)),
    )
    assert found == {
        "caller": "沈桂芳",
        "community": "丰翔新城",
        "category": "漏水",
        "description": "厨房漏水，请来",
    }


@pytest.mark.parametrize(
    "printed",
    [
        "此卡由接电话的人填写后发群",
        "本小票用于派单",
        "受理专",
        "第1页/共1页",
        "请责任单位凭此条接单",
        "No.0090123",
        "N°12345",
        "热线021-66500024（24小时）",
        "服务监督电话021-36090633",
        "请于规定时限内接单并联系业主",
        "***谢谢***",
        "收卡后请当日回电住户。",
        "如传真不清请致电021-36559041",
        "请贵单位接函后及时上门处置，并将结果反馈我台。",
        "白：存根红：工程黄：客户",
        "如：何时何地何事",
        "例：卫生间水管漏水",
    ],
)
def test_what_is_printed_below_the_trouble_is_none_of_it(printed: str) -> None:
    found = read(line("问题：厨房漏水", 60, 0), line(printed, 60, 50))
    assert found == {"description": "厨房漏水"}


def test_a_form_s_serial_number_beside_a_label_is_no_value() -> None:
    found = read(line("问题：厨房漏水", 60, 0), line("开单", 60, 60), line("No0090123", 300, 60))
    assert found == {"description": "厨房漏水", "operator": ""}


def test_what_the_office_fills_in_is_no_trouble() -> None:
    found = read(
        line("小区：丰翔新城", 60, 0),
        line("问题：厨房漏水，请来", 60, 60),
        line("以下由物业填写", 60, 110),
        line("派工王师傅", 60, 160),
        line("值班员：沈桂芳", 60, 220),
    )
    assert found == {
        "community": "丰翔新城",
        "description": "厨房漏水，请来",
        "operator": "沈桂芳",
    }


def test_a_footnote_is_no_trouble() -> None:
    found = read(
        line("小区：丰翔新城", 60, 0),
        line("内容：厨房漏水", 60, 60),
        line("注：逾期纳入通报，咨询02166500024", 60, 120),
        line("①值班室存②维修班组③客户留存", 60, 180),
    )
    assert found["description"] == "厨房漏水"


def test_text_that_stands_upright_is_not_read_as_if_it_lay() -> None:
    tall = ((300.0, 60.0), (330.0, 60.0), (330.0, 200.0), (300.0, 200.0))
    upright = replace(line("热格", 0, 0), box=tall)
    found = read(line("小区：丰翔新城", 60, 0), line("内容：厨房漏水", 60, 60), upright)
    assert found["description"] == "厨房漏水"


def test_the_last_character_of_a_narrow_cell_is_kept() -> None:
    heads = ("时间", "来电人", "小区", "联系电话", "内容")
    row = ("9:05", "沈桂芳", "经纬学士逸", "13812345678", "厨房漏水，请来")
    lines = [line(text, 60 + 260 * n, 0) for n, text in enumerate(heads)]
    lines += [line(text, 60 + 260 * n, 60) for n, text in enumerate(row)]
    assert read(*lines, line("居", 640, 95))["community"] == "经纬学士逸|居"


def test_a_section_s_heading_is_no_label_where_another_asks_for_the_same() -> None:
    form = (
        line("二、诉求地点", 300, 0),
        line("详细门牌：3号502室", 60, 60),
        line("三、诉求内容", 300, 120),
        line("诉求描述：厨房漏水", 60, 180),
    )
    assert read(*form) == {"address": "3号502室", "description": "厨房漏水"}
    alone = (line("二、地址：3号502室", 60, 0), line("三、诉求内容", 60, 60), line("漏水", 300, 60))
    assert read(*alone)["description"] == "漏水"


@pytest.mark.parametrize(
    "hint",
    [
        "(请写小区全称)",
        "（称呼即可）",
        "(按门头名称)",
        "（手机优先）",
        "(几弄几号几室)",
        "(座机加区号)",
        "(见背面分类)",
        "(签名)",
        "(年月日时:分)",
        "（弄、号、室）",
        "(一般/紧急/特急)",
        "(时间、部位、现象、要求，可附页)",
        "★热线专用章",
    ],
)
def test_what_is_printed_beside_a_value_in_brackets_or_stamped_on_it_is_none(hint: str) -> None:
    found = read(
        line("小区", 60, 0),
        line("丰翔新城", 240, 0),
        line(hint, 240, 36, height=18),
        line("内容", 60, 120),
        line(hint, 240, 96, height=18),
        line("厨房水管漏水，地上全是水", 240, 120),
    )
    assert found["community"] == "丰翔新城"
    assert found["description"] == "厨房水管漏水，地上全是水"


@pytest.mark.parametrize("said", ["填写要求：字迹清楚，一事一记", "填表说明：一式两联"])
def test_how_to_fill_in_the_form_is_printed(said: str) -> None:
    assert not without_printed([line(said, 60, 0)])


@pytest.mark.parametrize(
    "said",
    [
        "（照明）",
        "（厨房、卫生间）",
        "（请尽快上门）",
        "（附近有小孩）",
        "（紧急）",
        "（沈女士要求尽快来人）",
    ],
)
def test_what_somebody_wrote_in_brackets_is_kept(said: str) -> None:
    assert without_printed([line(said, 60, 0)])


def test_the_last_character_of_a_description_that_began_behind_its_label_is_kept() -> None:
    found = read_column(
        "电话：13812345678", "情况：有人逐层敲门推销，门卫不拦也不登", "记", "小区：丰翔新城"
    )
    assert found["description"] == "有人逐层敲门推销，门卫不拦也不登|记"


def test_the_same_where_the_label_has_no_colon() -> None:
    said = "来电反映热水器打不着火，楼上几户都这"
    found = read(
        line("居民姓名：袁立新", 60, 0),
        line("联系电话：13812345678", 60, 60),
        line("所在小区：丰翔新城", 60, 120),
        doubtful(said, {}, line(said, 60, 180).box),
        line("样", 60, 220),
    )
    assert found["description"] == "热水器打不着火，楼上几户都这|样"


def test_the_dash_before_each_item_of_a_list_is_none_of_it() -> None:
    items = ("—丰翔新城，3号502室", "—沈女士，13812345678", "- 特急", "一卫生间地漏往外冒水")
    kept = without_printed([line(text, 60, 60 * i) for i, text in enumerate(items)])
    assert [one.text for one in kept][-1] == "卫生间地漏往外冒水"
    assert [one.text for one in without_printed([line("一卫生间地漏冒水", 60, 0)])] == [
        "一卫生间地漏冒水"
    ]
