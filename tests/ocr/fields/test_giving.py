"""Which label a line belongs to: beside it, below it, before it."""

from bot.ocr.fields.near import give_near
from bot.ocr.labels.slots import Slot
from bot.ocr.page.flat import flat_page
from bot.ocr.values.shapes import telling
from tests.ocr.finding import CALL, DIRECTORY, read, read_column
from tests.ocr.writing import line


def test_what_stands_before_a_label_in_brackets_is_its_value() -> None:
    assert read(
        line("姓名：沈桂芳", 60, 0),
        line("万里家园", 200, 60),
        line("（小区）", 500, 60),
        line("内容：厨房水管漏水", 60, 120),
    ) == {"caller": "沈桂芳", "community": "万里家园", "description": "厨房水管漏水"}


def test_a_value_a_little_higher_than_its_label_is_its_value_where_it_tells() -> None:
    found = read(
        line("小区", 60, 30),
        line("丰翔新城", 300, 0),
        line("内容", 60, 120),
        line("厨房水管漏水", 300, 120),
    )
    assert found == {"community": "丰翔新城", "description": "厨房水管漏水"}


def test_what_stands_above_a_label_and_not_beside_it_is_no_value() -> None:
    found = read(
        line("小区：丰翔新城", 60, 0),
        line("反映事项属于", 60, 120),
        line("具体情况如下：", 60, 240),
        line("厨房水管漏水，地上全是水", 60, 290),
    )
    assert found["description"] == "厨房水管漏水，地上全是水"


def test_a_label_of_one_text_with_its_value_keeps_it() -> None:
    rows = ("登记日期2025-02-27", "小区丰翔新城", "谁沈桂芳", "内容厨房水管漏水")
    assert read_column(*rows) == {
        "time": "2025-02-27",
        "community": "丰翔新城",
        "caller": "沈桂芳",
        "description": "厨房水管漏水",
    }


def test_an_unknown_label_ends_the_value_before_it_in_its_row() -> None:
    found = read(
        line("小区：丰翔新城", 60, 0),
        line("内容：厨房水管漏水", 60, 60),
        line("值班员：沈桂芳", 60, 120),
        line("段长抽查：", 400, 120),
    )
    assert found["operator"] == "沈桂芳"


def test_a_numbered_question_is_a_label() -> None:
    rows = (
        "1、小区：丰翔新城",
        "2、电话：13812345678",
        "3、内容：厨房水管漏水，请来",
        "4、已告知流程",
    )
    assert read_column(*rows)["description"] == "厨房水管漏水，请来"


def test_the_title_is_no_label_though_it_begins_like_one() -> None:
    found = read(
        line("服务请求受理", 60, 0, height=48),
        line("大场镇物业", 700, 10, height=30),
        line("姓名", 60, 100),
        line("沈桂芳", 300, 100),
        line("小区", 60, 160),
        line("丰翔新城", 300, 160),
        line("电话", 60, 220),
        line("13812345678", 300, 220),
        line("说明", 60, 280),
        line("厨房水管漏水，地上全是水", 300, 280),
    )
    assert found["description"] == "厨房水管漏水，地上全是水"


def test_what_lies_beside_a_card_of_headings_is_no_part_of_a_value() -> None:
    headed = (
        ("姓名", "沈桂芳"),
        ("电话", "13812345678"),
        ("小区", "丰翔新城"),
        ("地址", "3号502室"),
        ("情况", "厨房水管漏水，地上全是水"),
    )
    lines = [
        line(text, 60 + 20 * row, 110 * i + 50 * row, height=30 + 15 * row)
        for i, pair in enumerate(headed)
        for row, text in enumerate(pair)
    ]
    assert read(*lines, line("10", 1100, 250)) == CALL


def test_a_figure_squeezed_in_above_a_telephone_is_the_telephone_s() -> None:
    number = line("手机：199320*2620", 60, 100)
    above = line("2", 60 + 30 * 9, 84, height=20)
    assert read(line("小区：丰翔新城", 60, 0), above, number)["phone"] == "2|199320*2620"


def test_a_figure_above_anything_else_is_no_part_of_it() -> None:
    room, name = line("地址：3号502室", 60, 100), line("姓名：沈桂芳", 60, 200)
    above = [line("6", 60 + 30 * 3, y, height=20) for y in (84, 184)]
    found = read(line("小区：丰翔新城", 60, 0), above[0], room, above[1], name)
    assert (found["address"], found["caller"]) == ("3号502室", "沈桂芳")


def test_a_day_and_the_time_below_one_label_each_are_one_time() -> None:
    rows = ("年月日：2024.12.3", "时间：21:42", "小区：丰翔新城", "内容：厨房水管漏水")
    assert read_column(*rows)["time"] == "2024.12.3|21:42"


def test_a_label_within_brackets_has_its_value_behind_it() -> None:
    """业主____（联系电话____）, no ____（小区）."""
    found = read(
        line("小区", 60, 0),
        line("丰翔新城", 200, 0),
        line("业主犇女士（联系电话_13812345678）", 60, 60),
        line("来电反映：厨房漏水，请来", 60, 120),
    )
    assert found["phone"].strip("_）") == "13812345678"


def test_what_stands_behind_a_label_in_brackets_is_another_s() -> None:
    found = read(
        line("住址", 60, 0),
        line("丰翔新城", 200, 0),
        line("（小区）16号301室", 400, 0),
        line("内容：厨房水管漏水", 60, 60),
    )
    assert found["community"] == "丰翔新城"


def test_a_large_title_that_is_a_label_s_word_is_none() -> None:
    found = read(
        line("服务请求", 60, 0, height=43),
        line("物业热线02166930000", 60, 50),
        line("姓名：沈桂芳", 60, 120),
        line("小区：丰翔新城", 60, 180),
        line("请求说明：厨房水管漏水", 60, 240),
    )
    assert found["description"] == "厨房水管漏水"


def test_questions_and_their_answers() -> None:
    rows = ("一、您贵姓？", "答：沈桂芳", "二、您住在哪个小区？", "答：丰翔新城")
    more = (
        "三、打哪个电话找您？",
        "答：13812345678",
        "四、出了什么问题？",
        "答：厨房水管漏水，请来",
    )
    assert read_column(*rows, *more) == {
        "caller": "沈桂芳",
        "community": "丰翔新城",
        "phone": "13812345678",
        "description": "厨房水管漏水，请来",
    }


def test_one_character_in_brackets_is_a_label() -> None:
    rows = ("【时】2024.9.5 10:59", "【小区】丰翔新城", "【什么事】厨房水管漏水")
    assert read_column(*rows)["time"] == "2024.9.5 10:59"


def test_a_counterfoil_asks_for_the_same_again() -> None:
    found = read(
        line("室号", 0, 0),
        line("3号502室", 100, 0),
        line("小区：丰翔新城", 700, 0),
        line("室号", 700, 60),
        line("3号502室", 800, 60),
        line("内容：厨房水管漏水", 700, 120),
    )
    assert found["address"] == "3号502室"


def test_the_community_stands_before_its_label_and_the_room_behind() -> None:
    row = (line("丰翔新城", 60, 0), line("小区(楼盘)", 300, 0), line("69号406室", 700, 0))
    caller = (line("居民", 60, 60), line("叶伟", 300, 60))
    found = read(*row, *caller, line("反映：西山墙开裂渗水", 60, 120))
    assert (found["community"], found["address"], found["caller"]) == (
        "丰翔新城",
        "69号406室",
        "叶伟",
    )


def test_what_stands_before_a_label_in_brackets_is_its_value_though_a_room_stands_behind() -> None:
    row = (line("玛和华苑", 300, 0), line("(小区)", 500, 0), line("777弄23号401室", 700, 0))
    found = read(line("来话人住所", 60, 0), *row, line("来话人", 60, 60), line("霍师傅", 300, 60))
    assert (found["community"], found["address"]) == ("玛和华苑", "777弄23号401室")


def test_a_trouble_about_an_exit_is_no_row_of_boxes() -> None:
    found = read(
        line("[管道]", 60, 0),
        line("丰翔新城3号502室", 60, 60),
        line("出口栏杆坏了，出不去", 60, 30),
        line("电话：13812345678", 60, 120),
    )
    assert found["category"] == "[管道]"
    assert found["description"] == "出口栏杆坏了，出不去"


def test_a_full_row_of_a_description_goes_on_whatever_lies_between() -> None:
    found = read(
        line("电话：13812345678", 60, 0),
        line("事由", 60, 60),
        line("厨房顶上往下漏水，灶台都湿透了，楼上不开门，", 240, 60),
        line("家里有人等", 240, 120),
        line("类别", 60, 200),
        line("漏水", 240, 200),
    )
    assert found["description"].endswith("楼上不开门，|家里有人等")
    assert found["category"] == "漏水"


def test_a_whole_time_takes_no_line_below_it() -> None:
    found = read_column(
        "受理时间：2025年2月20日21:34",
        "装修垃圾堆在门口，请快点清走",
        "小区：丰翔新城",
        "电话：13812345678",
    )
    assert found["time"] == "2025年2月20日21:34"
    assert found["description"] == "装修垃圾堆在门口，请快点清走"


def test_a_sentence_above_the_first_label_is_the_description_and_a_title_is_not() -> None:
    asked = ("小区：丰翔新城", "上报人：孙阿姨", "手机：13812345678")
    told = "水管立管接口松动，用手一摸就晃"
    assert read_column("居民水管漏水报修登记表", told, *asked)["description"] == told
    assert "description" not in read_column("居民水管漏水报修登记表", *asked)


def test_a_telephone_written_above_another_is_a_value_as_well() -> None:
    labels = ("小区：丰翔新城", "门牌：3号502室", "问题：厨房水管漏水")
    rest = [line(text, 60, 200 + 60 * n) for n, text in enumerate(labels)]
    found = read(line("17321560894", 200, 60), line("电话：17321650894", 60, 100), *rest)
    assert found["phone"] == "17321560894|17321650894"  # which is struck is a matter of ink
    far = read(line("17321560894", 200, 0), line("电话：17321650894", 60, 100), *rest)
    assert far["phone"] == "17321650894"


def test_a_room_s_number_squeezed_in_above_another_is_of_the_address() -> None:
    labels = ("小区：丰翔新城", "电话：13812345678", "问题：厨房水管漏水")
    rest = [line(text, 60, 200 + 60 * n) for n, text in enumerate(labels)]
    found = read(line("801", 250, 78, height=24), line("门牌：26号809室", 60, 100), *rest)
    assert found["address"] == "801|26号809室"
    apart = (line("门牌：", 60, 84), line("26号809室", 200, 100))  # nearer to the one above
    above = line("801", 250, 78, height=24)
    assert read(above, *apart, *rest)["address"] == "801|26号809室"


def test_a_name_squeezed_in_above_another_is_of_the_caller() -> None:
    labels = ("小区：丰翔新城", "电话：13812345678", "问题：厨房水管漏水")
    rest = [line(text, 60, 200 + 60 * n) for n, text in enumerate(labels)]
    found = read(line("尤国平", 190, 78, height=24), line("来电人：顾国平", 60, 100), *rest)
    assert found["caller"] == "顾国平|尤国平"  # the first counts, where no stroke is seen


def test_a_label_takes_nothing_past_the_next_one_of_its_row() -> None:
    labels = (line("怎么称呼", 136, 82), line("回电号码", 460, 82))
    past, own = line("韩家豪", 847, 50, height=54), line("文慧敏", 259, 114, height=54)
    slots = [Slot("caller", labels[0]), Slot("phone", labels[1])]
    page = flat_page([*labels, past, own])
    assert give_near(slots, [past, own], page, telling(DIRECTORY)) == [past]
    assert slots[0].values == [own]


def test_what_goes_on_below_its_label_is_no_value_of_the_label_left_of_it() -> None:
    found = read(
        line("报修人：宋芳", 60, 0),
        line("反映内容：装修垃圾堆在楼下两", 600, 0),
        line("门牌号：3号502室", 60, 45),
        line("周没人运走", 600, 45),
    )
    assert found["description"] == "装修垃圾堆在楼下两|周没人运走"
    assert found["address"] == "3号502室"


def test_so_is_what_goes_on_below_its_second_row() -> None:
    found = read(
        line("姓名：江师傅", 60, 0),
        line("情况：门禁认不出", 600, 0),
        line("电话：13812345678", 60, 50),
        line("人，在外面站了十分", 600, 50),
        line("小区：丰翔新城", 60, 100),
        line("钟", 600, 100),
    )
    assert found["description"] == "门禁认不出|人，在外面站了十分|钟"
    assert found["community"] == "丰翔新城"


def test_what_goes_on_below_a_label_with_nothing_beside_it_is_no_value_of_another() -> None:
    """The label left of its second row has nothing, or its own value."""
    for community in ("小区：", "小区：丰翔新城"):
        found = read(
            line("电话：13812345678", 60, 0),
            line("反映内容：", 600, 20),
            line("南门道闸杆落不下来，外面的车随", 600, 70),
            line(community, 60, 110),
            line("便开进来停", 600, 115),
            line("房号：3号502室", 60, 200),
        )
        assert found["description"] == "南门道闸杆落不下来，外面的车随|便开进来停"
        assert found["community"] == community.removeprefix("小区：")


def test_a_room_in_pieces_below_a_community_keeps_all_of_them() -> None:
    pieces = (line("1188弄", 300, 60), line("5号", 500, 58), line("2003室", 600, 61))
    community = (line("小区", 60, 0), line("丰翔新城", 300, 0))
    found = read(*community, line("地址", 60, 60), *pieces, line("内容：厨房水管漏水", 60, 120))
    assert "1188弄" in found["address"]
