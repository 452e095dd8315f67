"""A note in whatever words: what is a value wherever it stands, who called, what the trouble is."""

import pytest

from bot.ocr.prose.note import is_whole, note
from models.directory import Community, Directory
from tests.ocr.prose.test_calls import page, said
from tests.ocr.writing import line

DIRECTORY = Directory(
    (Community("丰翔新城", "复瑞物业"), Community("经纬学士逸居", "和顺物业", ("学士逸居",)))
)
WHOLE = {
    "community": "丰翔新城",
    "address": "12号601室",
    "caller": "王女士",
    "phone": "13812345678",
    "description": "厨房下水堵死，污水从地漏翻上来",
}


def read(*texts: str) -> dict[str, str]:
    return said(note(page(*texts), DIRECTORY))


@pytest.mark.parametrize(
    "texts",
    [
        ("丰翔新城12号601室王女士", "13812345678", "厨房下水堵死，污水从地漏翻上来", "小顾接"),
        ("厨房下水堵死，污水从地漏翻上来。", "丰翔新城12号601室，王女士，13812345678"),
        (
            "王女士13812345678",
            "住丰翔新城12号601室。她讲厨房下水堵死，污水从地漏翻上来。",
            "已告知",
        ),
        ("您好，我是丰翔新城12号601室王女士", "厨房下水堵死，污水从地漏翻上来", "电话13812345678"),
        ("①丰翔新城12号601室，王女士②13812345678", "③厨房下水堵死，污水从地漏翻上来"),
        ("丰翔新城／12号601室／王女士／13812345678", "厨房下水堵死，污水从地漏翻上来／小徐接"),
        ("丰翔新城12号601室王女士来说，厨房下水堵死，污水从地漏翻上来。电话", "13812345678"),
        ("13812345678（王女士）", "厨房下水堵死，污水从地漏翻上来", "是丰翔新城12号601室的"),
        (
            "20:00接班，钥匙齐。",
            "22:35丰翔新城12号601室王女士，13812345678，",
            WHOLE["description"],
        ),
    ],
    ids=" ".join,
)
def test_what_a_call_tells_in_any_order(texts: tuple[str, ...]) -> None:
    found = read(*texts)
    assert {name: found[name].replace("|", "") for name in WHOLE} == WHOLE


@pytest.mark.parametrize(
    ("text", "community"),
    [
        ("学士逸居29号1502室漏水", "学士逸居"),
        ("丰翔新城物业同志：我家漏水", "丰翔新城"),  # named only as whose office it is
        ("学士逸居居委转：丰翔新城3号502室漏水", "丰翔新城"),
        ("丰翔新城东门3号502室漏水", "丰翔新城"),
        ("丰翔新苑3号502室漏水", "丰翔新苑"),  # like one: asked about
        ("丰翔新城南区3号502室漏水", "丰翔新城南区"),
        ("丰翔新城二期3号502室漏水", "丰翔新城二期"),
        ("新丰翔新城3号502室漏水", "新丰翔新城"),
        ("丰翔新城对面的锦秋苑3号502室漏水", "锦秋苑"),
        ("丰翔新城那边过来，锦秋苑3号502室漏水", "锦秋苑"),
        ("祁华新村丰翔新城学士逸居3号502室漏水", None),  # which of two?
    ],
)
def test_a_community_is_one_of_the_roster_or_asked_about(text: str, community: str | None) -> None:
    assert read(text).get("community") == community


def test_a_name_goes_on_below() -> None:
    assert read("我家门铃坏了，也开不了门。丰翔", "新城3号702室")["community"] == "丰翔|新城"


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("漏水，180-1764-5293", "180-1764-5293"),
        ("漏水，+8613512178406", "13512178406"),
        ("漏水，021-56690918", "021-56690918"),
        ("漏水，1381234567", "1381234567"),  # lacks a digit: asked about
        ("漏水，13812345678，物业热线021-66931234", "13812345678"),
        ("漏水，13812345678，不对，13812345679", None),
    ],
)
def test_a_telephone_is_the_resident_s(text: str, phone: str | None) -> None:
    assert read(text).get("phone") == phone


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("丰翔新城8-1103施", "8-1103"),
        ("丰翔新城8#1203房先生", "8#1203"),
        ("丰翔新城12号楼1805的业主", "12号楼1805"),
        ("楼上5号402室不开门，丰翔新城5号302室漏水", "5号302室"),
        ("5-202：猫呢？\n33-1102：漏水，13812345678", "33-1102"),
    ],
)
def test_a_room_is_behind_its_community_or_before_the_telephone(text: str, room: str) -> None:
    assert read(*text.split("\n"))["address"] == room


@pytest.mark.parametrize(
    ("texts", "caller"),
    [
        (("丰翔新城31号601室老潘", "13818836502"), "老潘"),
        (("丰翔新城12-601王", "13818275609"), "王"),
        (("Mr.Tanaka（日本人）", "丰翔新城16号2101室", "tel18516307924", "小顾"), "Mr.Tanaka"),
        (("丰翔新城5号302室凌小姐电13818836502",), "凌小姐"),
        (("丰翔新城5号302室乔家姆妈打来",), "乔家姆妈"),
        (("我姓阮，是11号403室的住户", "阮女士在吗"), "阮女士"),
        (("From:DavidChen<dc@mail.example>", "丰翔新城5号1902室"), "DavidChen"),
        (("我是丰翔新城18号", "1202的业主贝先生。漏水"), "贝先生"),
        (("居委会-小陆", "丰翔新城7号2201室宗", "女士反映漏水"), "宗|女士"),
        (("丰翔新城36号1403室漏水，请你们管一管。", "电话：021-66287105", "郗先生"), "郗先生"),
        (("请留一下房号和电话", "漏水"), None),
    ],
)
def test_who_called(texts: tuple[str, ...], caller: str | None) -> None:
    assert read(*texts).get("caller") == caller


@pytest.mark.parametrize(
    ("texts", "trouble"),
    [
        (("楼道灯全灭了，黑得看不见路", "收到", "您贵姓？留个电话"), "楼道灯全灭了，黑得看不见路"),
        (("楼道灯全灭了，请安排师傅", "谢谢！"), "楼道灯全灭了"),
        (("楼道灯全灭了，请尽快修好",), "楼道灯全灭了，请尽快修好"),  # her own word
        (("楼道灯全灭了，请电工来看",), "楼道灯全灭了，请电工来看"),
        (("楼道灯全灭了，请派单",), "楼道灯全灭了"),
        (("岗亭夜里没有保安值班，没人应",), "岗亭夜里没有保安值班，没人应"),
        (("楼道灯全灭了，请晚上六点后联系",), "楼道灯全灭了，请晚上六点后联系"),
        (("11号楼道灯已修好", "楼道灯全灭了"), "楼道灯全灭了"),
        (("窗外的架子空鼓，怕砸到人",), "窗外的架子空鼓，怕砸到人"),  # of no kind known
        (("ceilingleaking很大，bed全湿",), "ceilingleaking很大，bed全湿"),
        (("本周夜班", "周四休息"), None),
    ],
)
def test_the_trouble_is_what_is_no_talk(texts: tuple[str, ...], trouble: str | None) -> None:
    assert read(*texts).get("description") == trouble


def test_a_note_is_whole_that_tells_of_a_trouble_in_a_room_and_of_whose() -> None:
    lines = page("丰翔新城3号502室楼道灯全灭了")
    assert is_whole(note(lines, DIRECTORY))
    assert not is_whole(note(page("丰翔新城门口专业疏通13812345678"), DIRECTORY))
    assert not is_whole(note([], DIRECTORY))


def test_figures_above_a_room_are_kept_with_it() -> None:
    lines = [*page("我家住在", "丰翔新城2号903室漏水"), line("904", 210, 45, height=20)]
    address = next(slot for slot in note(lines, DIRECTORY) if slot.name == "address")
    assert [value.text for value in address.values] == ["904", "2号903室"]
