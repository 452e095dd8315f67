"""Notes on whatever lies about: a sticker, a letter, a message, a page of the log."""

import pytest

from bot.ocr.prose.calls import in_a_sentence
from bot.ocr.prose.note import note
from models.directory import Community, Directory
from tests.ocr.prose.test_calls import DIRECTORY, page, read, said
from tests.ocr.writing import line

WHO = {
    "community": "丰翔新城",
    "address": "7-502",
    "caller": "沈桂芳",
    "phone": "13812345678",
}


@pytest.mark.parametrize(
    "note",
    [
        ("刚刚丰翔新城7-502的沈桂芳打", "来热线，电话13812345678"),
        ("丰翔新城7-502的沈桂芳", "说厨房水管漏水，", "13812345678"),
        ("接到丰翔新城", "7-502，沈桂芳来电，13812345678"),
        ("我是丰翔新城7-502室的住户", "沈桂芳，手机13812345678"),
        ("沈桂芳，住丰翔新城7-502，电话", "13812345678"),
        ("电话13812345678(沈桂芳)", "住丰翔新城7-502室"),
        ("丰翔新城沈桂芳来电，住7-502室的沈桂芳", "电话13812345678"),
        ("沈桂芳又来电话了，地址是丰翔新城，", "家住7-502，号码13812345678"),
        ("请转丰翔新城物业：楼号7-502室的住户，", "7-502室沈桂芳家，13812345678"),
        ("这是丰翔新城7-502室沈桂芳12月7日下午2点", "58分所说，13812345678。小徐记11月25日"),
        ("报告：丰翔新城有一件事", "家住7-502的沈桂芳来电13812345678"),
    ],
    ids="".join,
)
def test_who_and_where_in_a_few_words(note: tuple[str, ...]) -> None:
    assert {name: text for name, text in read(*note).items() if name in WHO} == WHO


def test_a_name_stands_before_a_landline_as_well() -> None:
    note = "丰翔新城60号202室邓美珍021-58301252来电反映整个单元停水，已告知住户等候"
    found = said(in_a_sentence(page(note), DIRECTORY))
    assert found["caller"] == "邓美珍"
    assert found["description"] == "整个单元停水"


def test_a_room_with_a_figure_struck_out_is_kept_to_be_asked_about() -> None:
    note = "丰翔新城60号2%2室邓美珍021-58301252来电反映整个单元停水"
    assert said(in_a_sentence(page(note), DIRECTORY))["address"] == "60号2%2室"


@pytest.mark.parametrize("urgency", ["此事特急，请速派人", "，特急。", "，加急！"])
def test_how_urgent_it_is_said_to_be(urgency: str) -> None:
    found = read("丰翔新城3号502室沈桂芳来电，反映：电梯关不上", urgency)
    assert found["urgency"] in ("特急", "加急")


@pytest.mark.parametrize("half", ["", "上午", "晚上"])
def test_a_day_said_without_its_year(half: str) -> None:
    found = read(f"9月2号{half}9:41，丰翔新城39号302室宋桂珍来电，反映漏水")
    assert found["time"] == f"9月2号{half}9:41"


@pytest.mark.parametrize(
    ("note", "trouble"),
    [
        ("沈桂芳打来，讲旧家具堆在安全出口，疏散门推不开", "旧家具堆在安全出口，疏散门推不开"),
        ("沈桂芳来电，反映外墙起皮，碎片掉落。电话13812345678", "外墙起皮，碎片掉落"),
        ("沈桂芳来电，反映道闸砸到车顶。来电人电话为13812345678", "道闸砸到车顶"),
        ("沈桂芳来电，反映夜间没有保安。望加强管理", "夜间没有保安"),
        ("沈桂芳说门禁按了不响，让物业尽快回个电话", "门禁按了不响"),
        ("沈桂芳来电，反映门禁刷不开，要绕路。已向来电人说明", "门禁刷不开，要绕路"),
        ("沈桂芳来电，反映电梯里关着母女两人特急!!马上派人", "电梯里关着母女两人"),
        ("沈桂芳的电话，讲消防报警器半夜一直响", "消防报警器半夜一直响"),
        ("打进来的，单元门关不上，影响一楼休息", "单元门关不上，影响一楼休息"),
        ("沈桂芳（13812345678）电话：楼道灯一直亮着", "楼道灯一直亮着"),
        ("沈桂芳打来，家住2/701，称污水管满溢", "污水管满溢"),
        ("沈桂芳来电，说车库积水。留电话13812345678", "车库积水"),
        ("沈桂芳来电：63号503室，右侧电梯关人，无人应答", "，右侧电梯关人，无人应答"),
    ],
)
def test_the_trouble_ends_where_the_note_goes_on(note: str, trouble: str) -> None:
    found = said(in_a_sentence(page(f"丰翔新城3号502室{note}"), DIRECTORY))
    assert found["description"] == trouble


def test_of_a_numbered_list_the_trouble_is_one_item() -> None:
    found = read(
        "3、丰翔新城27号1602室",
        "4、地面停车位划线看不清，车",
        "子斜着停，互相刮擦",
        "5、值班人倪丽",
    )
    assert found["description"] == "地面停车位划线看不清，车|子斜着停，互相刮擦"


def test_a_letter_is_addressed_to_the_firm_of_the_community() -> None:
    found = read("尊敬的丰翔新城物业负责人：", "67号302室的宋立新致电热线，反映道闸砸到车顶")
    assert (found["community"], found["address"]) == ("丰翔新城", "67号302室")


def test_what_is_squeezed_in_above_a_row_does_not_cut_the_sentence() -> None:
    rows = page("2024年11月6日13时52分接到丰翔新城32", "号1601王素芬的电话，讲消防报警器半夜一直响")
    above = line("周", 180, 45, height=20)
    found = said(note([*rows, above], DIRECTORY))
    assert found["address"] == "32|号1601"
    assert found["description"] == "消防报警器半夜一直响"


def test_the_last_words_of_a_paragraph_are_not_squeezed_in_above_the_next() -> None:
    rows = (
        "接到丰翔新城63号505室居民沈桂芳13812345678来电，反映",
        "电动车棚停车太乱，僵尸车占了一半位置，希望今天能有",
        "人来看",
        "以上列为停车类，按“一般”办理，烦请派专人前往查看并回",
    )
    lines = [line(text, 0, 24 * i, height=40) for i, text in enumerate(rows)]
    assert said(note(lines, DIRECTORY))["description"].endswith("|人来看")


def test_a_piece_of_a_tight_row_is_not_squeezed_in() -> None:
    rows = [
        line("2024年12月20日8时53分，接到丰翔新城63号505室居民", 0, 0, height=40),
        line("龚伟", 0, 24, height=40),
        line("来电，联系电话13812345678，反映电动车棚停车太乱", 90, 24, height=40),
        line("僵尸车占了一半位置，上班推不出来，请贵公司处理", 0, 48, height=40),
    ]
    assert said(note(rows, DIRECTORY))["caller"] == "龚伟"


def test_a_community_is_called_by_its_other_names_as_well() -> None:
    directory = Directory((Community("经纬学士逸居", "和顺物业", ("学士逸居",)),))
    found = said(note(page("兹有学士逸居(620弄3号1403室)住户龚阿姨来电求助"), directory))
    assert found["community"] == "学士逸居"


@pytest.mark.parametrize(
    ("note", "trouble"),
    [
        (
            (
                "303室俞海燕家，水箱清洗后水",
                "里有白色沉淀，要求检测水质",
                "打19962039013。小陆留",
            ),
            "水箱清洗后水|里有白色沉淀，要求检测水质",
        ),
        (
            (
                "电梯停在6楼与7楼之间，困了母",
                "女两人，孩子在哭，这是丰翔新城",
                "3号502室沈桂芳来电所说的",
            ),
            "电梯停在6楼与7楼之间，困了母|女两人，孩子在哭",
        ),
        (
            ("消防报警主机从昨夜响到现在", "没有人来处理", "12月7日上午11点零8分谈文"),
            "消防报警主机从昨夜响到现在|没有人来处理",
        ),
        (
            ("曹敏华137", "1337734601", "台风后梧桐树枝还横在路上，无人", "清理", "11.146:07"),
            "台风后梧桐树枝还横在路上，无人|清理",
        ),
    ],
)
def test_a_trouble_is_told_in_whole_clauses(note: tuple[str, ...], trouble: str) -> None:
    assert read(*note)["description"] == trouble


def test_what_the_office_asks_for_is_no_trouble() -> None:
    found = read(
        "兹接到丰翔新城3号502室业主沈桂芳来电，来电",
        "时间为11月7日4时34分，号码13812345678，所述如",
        "自行车在车棚里被偷，第二辆了，物业说没有看见",
        "以上列为安保类，按“一般”办理。烦请贵处派专人",
        "前往查看，并告知居民结果。",
    )
    assert "自行车在车棚里被偷" in found["description"]
