"""Which value belongs to which label, wherever the paper has them."""

from math import sin

import pytest

from bot.ocr.fields.finding import find
from bot.ocr.page.lines import Line
from models.labels.listed import LABELS
from tests.ocr.finding import read, read_column
from tests.ocr.writing import Bend, line


def flat(x: float, y: float) -> tuple[float, float]:
    return x, y


def askew(x: float, y: float) -> tuple[float, float]:
    """Turned, and running together to the right."""
    return x - 0.1 * y, y + 0.12 * x - 0.0002 * x * y


def curled(x: float, y: float) -> tuple[float, float]:
    return x, y + 40 * sin(x / 400)


@pytest.mark.parametrize("bend", [flat, askew, curled])
def test_a_table(bend: Bend) -> None:
    rows = [("报修人", "沈桂芳"), ("联系电话", "13812345678"), ("所属小区", "丰翔新城")]
    title = line("物业服务信息表", 300, 0, bend)
    cells = [
        line(text, x, 80 + 60 * i, bend)
        for i, row in enumerate(rows)
        for text, x in zip(row, (60, 420), strict=True)
    ]
    found = read(title, *cells)
    assert found == {"caller": "沈桂芳", "phone": "13812345678", "community": "丰翔新城"}


def test_two_columns() -> None:
    found = read(
        line("报修人", 60, 0),
        line("沈桂芳", 220, 4),
        line("联系电话", 500, 0),
        line("13812345678", 700, 3),
        line("小区名称", 60, 60),
        line("详细地址", 500, 60),
        line("3号502室", 700, 62),
    )
    assert found == {
        "caller": "沈桂芳",
        "phone": "13812345678",
        "community": "",
        "address": "3号502室",
    }


def test_two_fields_read_as_one_line() -> None:
    found = read(line("报修人：沈桂芳联系电话：13812345678", 60, 0), line("小区：丰翔新城", 60, 60))
    assert found == {"caller": "沈桂芳", "phone": "13812345678", "community": "丰翔新城"}


def test_a_value_goes_on_below() -> None:
    found = read(
        line("小区：丰翔新城", 60, 0),
        line("问题描述：厨房漏水，楼下", 60, 60),
        line("天花板也湿了", 210, 110),
        line("联系电话：13812345678", 60, 170),
    )
    assert found["description"] == "厨房漏水，楼下|天花板也湿了"
    assert found["phone"] == "13812345678"


def test_a_description_may_begin_above_its_label() -> None:
    found = read(
        line("所属小区", 60, 0),
        line("丰翔新城", 260, 0),
        line("厨房漏水，楼下", 260, 70),
        line("问题描述", 60, 110),
        line("天花板也湿了", 260, 150),
    )
    assert found == {"community": "丰翔新城", "description": "厨房漏水，楼下|天花板也湿了"}


def test_a_stray_line_far_below_is_no_part_of_a_short_value() -> None:
    found = read(line("联系电话：13812345678", 60, 0), line("第1页", 60, 400))
    assert found == {"phone": "13812345678"}


def test_nothing_is_nothing() -> None:
    assert find([], LABELS) == []


def table(*rows: tuple[str, ...], pitch: float = 320) -> list[Line]:
    """Rows of cells, at equal distances."""
    return [
        line(text, 60 + pitch * column, 60 * row)
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
        if text
    ]


def test_labels_may_stand_above_their_values() -> None:
    found = read(
        *table(
            ("来电人", "联系电话"),
            ("沈桂芳", "13812345678"),
            ("所属小区", "详细地址"),
            ("丰翔新城", "3号502室"),
            ("反映问题", ""),
            ("三楼楼道灯坏了", ""),
            ("两个星期没人换", ""),
            ("派单去向", "回访情况"),
        )
    )
    assert found == {
        "caller": "沈桂芳",
        "phone": "13812345678",
        "community": "丰翔新城",
        "address": "3号502室",
        "description": "三楼楼道灯坏了|两个星期没人换",
    }


def test_what_the_office_fills_in_is_no_field_of_ours() -> None:
    found = read(
        *table(
            ("联系电话", "13812345678"),
            ("诉求内容", "水管爆了"),
            ("处理结果", "已派人"),
            ("维修人员", "王师傅", "业主签字", "沈桂芳"),
        ),
        line("备注：本单一式两联，请妥善保管", 60, 260),
    )
    assert found == {"phone": "13812345678", "description": "水管爆了"}


def test_what_the_office_wrote_across_a_form_is_no_value() -> None:
    found = read(
        line("小区：丰翔新城", 60, 0), line("地址：", 60, 60), line("已转嘉安物业11/27", 200, 60)
    )
    assert found == {"community": "丰翔新城", "address": ""}


def test_of_two_labels_the_one_that_says_more_counts() -> None:
    found = read(
        line("电话：962121", 60, 0),
        line("日期：", 500, 0),
        *table(("", ""), ("联系电话", "13812345678"), ("来电时间", "2024年12月1日 9:20")),
        line("领导签字：          日期：2024年12月3日", 60, 300),
    )
    assert found == {"phone": "13812345678", "time": "2024年12月1日 9:20"}


def test_a_label_in_a_sentence_that_goes_on_below_is_none() -> None:
    found = read(
        *table(("联系电话", "13812345678"), ("", "水管爆了，来之前请先打"), ("诉求内容", "电话"))
    )
    assert found == {"phone": "13812345678", "description": "水管爆了，来之前请先打|电话"}


def test_fine_print_below_a_name_is_no_part_of_it() -> None:
    found = read(
        line("内容：水管爆了", 60, 0),
        line("接线员：唐俊杰", 60, 60),
        line("请24小时内联系居民", 60, 105),
    )
    assert found == {"description": "水管爆了", "operator": "唐俊杰"}


@pytest.mark.parametrize(
    ("rows", "community"),
    [
        ([("姓名", "沈桂芳"), ("枢", "丰翔新城"), ("内容", "水管爆了")], "丰翔新城"),
        ([("丰翔新城", ""), ("姓名", "沈桂芳"), ("内容", "水管爆了")], None),  # a letterhead
        ([("姓名", "沈桂芳"), ("内容", "水管爆了"), ("", "丰翔新城")], None),  # a stamp
        ([("姓名", "沈桂芳"), ("枢", "丰翔新苑"), ("内容", "水管爆了")], "丰翔新苑"),
        ([("姓名", "沈桂芳"), ("枢", "北京路花店"), ("内容", "水管爆了")], None),
        ([("姓名", "沈桂芳"), ("枢", "丰翔新城"), ("", "大华二村"), ("内容", "水")], None),
        ([("姓名", "沈桂芳"), ("小区", ""), ("枢", "丰翔新城"), ("内容", "水")], ""),
    ],
    ids=["told", "letterhead", "stamp", "like a listed one", "no place", "two", "left empty"],
)
def test_a_community_without_a_legible_label_is_known_by_its_name(
    rows: list[tuple[str, str]], community: str | None
) -> None:
    assert read(*table(*rows)).get("community") == community


def test_a_time_without_a_legible_label_is_known_by_its_shape() -> None:
    found = read(
        *table(("姓名", "沈桂芳"), ("", "2024年12月1日 9:20"), ("", "2024年"), ("内容", "水管爆了"))
    )
    assert found["time"] == "2024年12月1日 9:20"


def test_numbers_before_labels_and_asides_behind_them_are_no_values() -> None:
    found = read(
        line("1. 来电人（称呼）：姚明珠", 60, 0),
        line("2.", 60, 60),
        line("联系电话(手机或座机)：13812345678", 140, 60),
        line("3、小区名称 Community：丰翔新城", 60, 120),
        line("4.反映内容：水管爆了", 60, 180),
    )
    assert found == {
        "caller": "姚明珠",
        "phone": "13812345678",
        "community": "丰翔新城",
        "description": "水管爆了",
    }


def test_a_label_set_wide_is_one_label() -> None:
    found = read(
        line("姓", 60, 0),
        line("名", 150, 0),
        line("沈桂芳", 260, 0),
        line("话", 150, 60),  # its other half was not seen
        line("13812345678", 260, 60),
        line("内容", 60, 120),
        line("水管爆了", 260, 120),
    )
    assert found == {"caller": "沈桂芳", "phone": "13812345678", "description": "水管爆了"}


def test_a_translation_below_a_label_is_no_value() -> None:
    rows = [("联系电话", "Telephone", "13812345678"), ("报修内容", "Description", "水管爆了")]
    pieces = [
        piece
        for i, (label, translation, value) in enumerate(rows)
        for piece in (
            line(label, 60, 100 * i),
            line(translation, 60, 100 * i + 32),
            line(value, 420, 100 * i + 16),
        )
    ]
    assert read(*pieces) == {"phone": "13812345678", "description": "水管爆了"}


def test_values_whose_labels_are_lost_are_known_by_their_look() -> None:
    found = read(
        *table(
            ("时间", "2024年12月1日 9:20"),
            ("", "13812345678"),
            ("", "丰翔新城"),
            ("", "120弄58号601室"),
            ("", "漏水"),
            ("", "楼上卫生间漏水到我家天花板"),
            ("", "已经两天了"),
            ("接线员", "彭建华"),
        )
    )
    assert found == {
        "time": "2024年12月1日 9:20",
        "phone": "13812345678",
        "community": "丰翔新城",
        "address": "120弄58号601室",
        "category": "漏水",
        "description": "楼上卫生间漏水到我家天花板|已经两天了",
        "operator": "彭建华",
    }


@pytest.mark.parametrize("number", ["1381234567", "66781234", "12345", "请打13812345678"])
def test_what_may_be_no_telephone_number_is_not_taken_for_one(number: str) -> None:
    found = read(*table(("姓名", "沈桂芳"), ("", number), ("内容", "水管爆了")))
    assert "phone" not in found


@pytest.mark.parametrize(
    ("parts", "address"),
    [
        ([("楼号", "12"), ("室号", "601")], "12号|601室"),
        ([("弄号", "120弄"), ("幢号", "58号"), ("房间号", "601室")], "120弄|58号|601室"),
        ([("楼号", "12"), ("室号", "")], "12"),  # only one is filled in: it stands as written
    ],
)
def test_an_address_asked_for_in_parts_is_one(parts: list[tuple[str, str]], address: str) -> None:
    found = read(*table(("联系电话", "13812345678"), *parts, ("内容", "水管爆了")))
    assert found["address"] == address


def test_two_whole_addresses_are_not_joined() -> None:
    found = read(*table(("联系地址", "8号101室"), ("地点", "中心花园"), ("内容", "路灯不亮")))
    assert found["address"] == "8号101室"


def test_a_caller_without_a_legible_label_is_known_by_his_surname() -> None:
    rows = (("小区", "丰翔新城"), ("", "齐俊杰"), ("电话", "13812345678"), ("记录人", "毛文静"))
    assert read(*table(*rows))["caller"] == "齐俊杰"


def test_of_two_names_without_labels_neither_is_the_caller() -> None:
    rows = (("小区", "丰翔新城"), ("", "齐俊杰"), ("", "毛文静"), ("电话", "13812345678"))
    assert "caller" not in read(*table(*rows))


def test_what_stands_before_a_value_that_tells_was_its_label_and_is_no_text() -> None:
    known = (("姓名", "齐俊杰"), ("1.棠讯号玛", "13812345678"), ("小区", "丰翔新城"))
    rows = (*known, ("内容", "水管漏水"))
    assert read(*table(*rows)) == {
        "caller": "齐俊杰", "phone": "13812345678", "community": "丰翔新城",
        "description": "水管漏水",
    }  # fmt: skip


def test_a_value_that_is_whole_does_not_go_on_below() -> None:
    rows = (("电话", "13812345678"), ("地址", "3号502室"), ("内容", "水管漏水"))
    noise = (line("6.", 40, 45), line("8.", 40, 105))
    found = read(*table(*rows), *noise)
    assert (found["phone"], found["address"]) == ("13812345678", "3号502室")


def test_a_note_without_labels_is_known_by_its_values() -> None:
    found = read(
        line("2024年9月12日1时19分", 60, 0),
        line("王阿大15824609190", 60, 60),
        line("丰翔新城39号505室", 60, 120),
        line("[管道]紧急", 60, 180),
        line("楼道立管接口开裂，有水喷出", 60, 240),
        line("值班员：孙月琴", 400, 300),
    )
    assert found == {
        "time": "2024年9月12日1时19分",
        "caller": "王阿大",
        "phone": "15824609190",
        "community": "丰翔新城",
        "address": "39号505室",
        "category": "[管道]",
        "urgency": "紧急",
        "description": "楼道立管接口开裂，有水喷出",
        "operator": "孙月琴",
    }


def test_a_kind_that_is_called_a_problem_is_a_kind() -> None:
    found = read(line("问题：停车", 60, 0), line("内容：车位被外来车辆占用", 60, 60))
    assert found == {"category": "停车", "description": "车位被外来车辆占用"}


def test_a_day_and_its_time_of_day_are_one_time() -> None:
    found = read(
        line("接听日期：2025年3月1日", 60, 0),
        line("接听时刻：9时50分", 60, 60),
        line("小区：丰翔新城", 60, 120),
    )
    assert found["time"] == "2025年3月1日|9时50分"


def test_a_sentence_below_the_options_is_the_trouble() -> None:
    found = read(
        line("诉求事项", 60, 0),
        line("□安保□停车□道闸", 60, 60),
        line("外人随便进出小区大门", 60, 120),
        line("小区：丰翔新城", 60, 200),
    )
    assert found["description"] == "外人随便进出小区大门"


def test_a_note_s_trouble_begins_with_the_full_row_above_what_tells_of_it() -> None:
    known = [
        line(text, 60, 60 * i) for i, text in enumerate(("龙师傅13812345678", "丰翔新城3号502室"))
    ]
    told = (line("地下车库B区一整排日", 60, 120), line("光灯不亮，倒车看不清", 60, 170))
    assert read(*known, *told)["description"] == "地下车库B区一整排日|光灯不亮，倒车看不清"
    ended = (line("昨天打过一次电话了。", 60, 120), line("光灯不亮，倒车看不清", 60, 170))
    assert read(*known, *ended)["description"] == "光灯不亮，倒车看不清"


def test_a_name_loses_its_label_where_the_counterfoil_asked_for_it_as_well() -> None:
    stub = (line("存根", 0, 0), line("姓名", 0, 100), line("小区", 0, 300))
    form = (line("姓名乐静怡", 300, 110), line("电话13812345678", 300, 300))
    assert read(*stub, *form)["caller"] == "乐静怡"


def test_a_sentence_loses_the_words_of_its_label_though_half_of_it_is_unknown() -> None:
    asked = ("小区：丰翔新城", "上报人：孙阿姨", "手机：13812345678")
    told = "水管立管接口松动，用手一摸就晃"
    assert read_column(f"民情内容{told}", *asked)["description"] == told


@pytest.mark.parametrize("own", ["服务热线：021-66931234", "报修电话：021-66931234"])
def test_the_house_s_own_telephone_below_the_form_is_not_the_caller_s(own: str) -> None:
    form = ("小区：丰翔新城", "电话：1381234567", "地址：3号502室", "内容：厨房水管漏水")
    assert read_column(*form, own)["phone"] == "1381234567"  # it lacks a digit: asked about
    assert read_column(form[0], *form[2:], "报修电话：13812345678")["phone"] == "13812345678"
