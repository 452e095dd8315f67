"""What is a form about a call, and what only looks like one."""

import pytest

from bot.ocr.fields.finding import find
from bot.ocr.form_or_not import is_form, is_note
from bot.ocr.labels.slots import Slot
from bot.ocr.values.shapes import telling
from models.labels.listed import LABELS
from tests.ocr.finding import DIRECTORY
from tests.ocr.writing import line


@pytest.mark.parametrize(
    ("labels", "is_one"),
    [
        ("来电人 电话 小区 内容", True),
        ("群众姓名 电话 小区 内容", True),
        ("姓名 电话 访间房号 事由 进入时间 离开时间", False),  # visitors
        ("寄件电话 寄件地址 收件人 收件地址 物品内容", False),  # a parcel
        ("会议时间 会议地点 联系人 联系电话 会议内容", False),
    ],
)
def test_labels_that_nobody_knows_make_no_form(labels: str, is_one: bool) -> None:
    first, *rest = labels.split()
    assert is_one_of_calls(f"{first}：沈桂芳", *(f"{label}：" for label in rest)) is is_one


def test_a_blank_form_is_none_yet() -> None:
    assert not is_one_of_calls("来电人：", "电话：", "小区：", "内容：", "紧急程度：□一般 □紧急")
    assert is_one_of_calls("来电人：", "电话：", "小区：丰翔新城", "内容：", "紧急程度：□一般")


def is_one_of_calls(*texts: str) -> bool:
    lines = [line(text, 60, 60 * n) for n, text in enumerate(texts)]
    return is_form(find(lines, LABELS, telling(DIRECTORY)), lines)


def test_a_receipt_for_parking_names_no_trouble() -> None:
    receipt = (
        "停车费收据",
        "车主：施月琴",
        "小区：丰翔新城",
        "收费期间：2024年10月",
        "日期：2024.10.8",
    )
    assert not is_one_of_calls(*receipt)


def test_a_form_whose_place_was_not_read_is_one() -> None:
    form = ("诉求人：沈桂芳", "电话：13812345678", "来电时间：2024年10月8日 9:05", "程度：紧急")
    assert is_one_of_calls(*form, "诉求要点：道闸抬不起来，车辆排长队", "登记员：金佩芳")
    assert not is_one_of_calls(*form)


def test_a_register_of_visitors_asks_for_no_trouble() -> None:
    register = (
        "丰翔新城来访人员登记表",
        "姓名：钱伟",
        "电话：13819558344",
        "房号：16号204室",
        "事由：看房",
    )
    assert not is_one_of_calls(*register)
    assert is_one_of_calls("丰翔新城来电登记表", *register[1:4], "事由：漏水")


def test_a_notice_to_residents_is_no_note() -> None:
    notice = (
        "停水通知",
        "尊敬的丰翔新城业主：",
        "供水管道抢修，请提前储水，服务电话：021-66120398",
    )
    lines = [line(text, 60, 60 * n) for n, text in enumerate(notice)]
    told = [Slot(name, lines[2], [lines[2]]) for name in ("community", "phone", "description")]
    assert not is_note(told, lines)
    assert is_note(told, lines[2:])


@pytest.mark.parametrize(
    "trouble", ["门卫不做访客登记", "车位被访客占用", "外来人员随意进出登记形同虚设"]
)
def test_a_complaint_about_visitors_is_a_form(trouble: str) -> None:
    assert is_one_of_calls(
        "小区：丰翔新城", "电话：13819558344", "地址：16号204室", "内容：", trouble
    )


def test_a_note_that_tells_all_but_the_kind_is_one() -> None:
    def is_note_(*texts: str) -> bool:
        lines = [line(text, 60, 60 * n) for n, text in enumerate(texts)]
        return is_note(find(lines, LABELS, telling(DIRECTORY)), lines)

    trouble = "旧沙发扔在楼前半年了，没人来管"
    note = ("丰翔新城", "3号502室沈桂芳", "电：13812345678", trouble)
    assert is_note_(*note, "打来09/13 13:10")
    assert not is_note_(*note)  # a parcel has as much


def test_a_record_without_a_word_about_calls_is_one_if_it_says_who_and_where_and_what() -> None:
    record = (
        "公寓管家服务记录",
        "社区：丰翔新城",
        "房间：3号502室",
        "住客：沈桂芳",
        "住客手机：13812345678",
    )
    assert is_one_of_calls(*record, "需要协助：电梯停在9楼，里面困人")
    assert not is_one_of_calls(*record, "备注：代收快递一件，送上楼")


def test_an_order_for_a_repair_has_prices_as_well() -> None:
    prices = [line(text, 60 + 150 * i, 600) for i, text in enumerate(("单价", "金额", "合计"))]
    order = ("业主：沈桂芳", "电话：13812345678", "小区：丰翔新城", "房号：3号502室")
    said = ("报修内容：厨房水管爆裂，地上全是水", "报修项目：供水")
    page = [line(text, 60, 60 * i) for i, text in enumerate((*order, *said))]
    slots = find([*page, *prices], LABELS, telling(DIRECTORY))
    assert is_form(slots, [*page, *prices])
    without = [slot for slot in slots if slot.name != "category"]
    assert not is_form(without, [*page, *prices])
