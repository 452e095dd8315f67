"""What is hidden of a resident, and what must stay readable."""

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.numerals import plain_digits
from models.privacy import mask_address, mask_name, mask_phone, mask_text

NAMES = [
    ("沈建国", "沈**"),
    ("沈敏", "沈**"),
    (" 沈 建国 ", "沈**"),
    ("欧阳建国", "欧阳**"),
    ("欧阳先生", "欧阳先生"),
    ("沈先生", "沈先生"),
    ("沈建国先生", "沈先生"),
    ("沈阿姨", "沈阿姨"),
    ("沈女士（502室业主）", "沈女士"),
    ("彭老师", "彭老师"),
    ("沈爷叔", "沈爷叔"),
    ("老沈", "老沈"),
    ("小张师傅", "小张师傅"),
    ("居委会", "居委会"),
    ("大场居委会沈建国", "大场居委会沈**"),
    ("居委会王书记", "居委会王书记"),
    ("阿姨", "阿姨"),
    ("匿名", "匿名"),
    ("报修人", "报修人"),
    ("沈*国", "沈**"),
    ("John Smith", "J**"),
    ("", ""),
]

PHONES = [
    ("13812341234", "138****1234"),
    ("138 1234 1234", "138****1234"),
    ("+86 138-1234-1234", "138****1234"),
    ("8613812341234", "138****1234"),
    ("１３８１２３４１２３４", "138****1234"),
    ("一三八一二三四一二三四", "138****1234"),
    ("幺三八一二三四一二三四", "138****1234"),
    ("021-68683449", "021-****3449"),
    ("02168683449", "021-****3449"),
    ("（021）6868 3449", "021-****3449"),
    ("+86-21-68683449", "****3449"),
    ("+86 021 68683449", "021-****3449"),
    ("021-68683449-802", "021-****3449"),
    ("021-68683449转802", "021-****3449"),
    ("0512-6868344", "0512-****8344"),
    ("051268683449", "0512-****3449"),
    ("68683449", "****3449"),
    ("6868-3449", "****3449"),
    ("1381234123", "****4123"),
    ("138123412345", "****2345"),
    ("13812341234/021-68683449", "138****1234/021-****3449"),
    ("12345", "12345"),
    ("", ""),
]

ADDRESSES = [
    ("120571103", "**"),
    ("3号502501室", "3号"),
    ("3号502室", "3号"),
    ("120弄58号601室", "120弄58号"),
    ("聚丰园路 120弄 58号 601室", "聚丰园路 120弄 58号"),
    ("3幢2单元502", "3幢2单元"),
    ("12-3-501", "12-3"),
    ("3-502", "3号"),
    ("3/502", "3号"),
    ("3 502", "3号"),
    ("沪太路 1500弄 3 502", "沪太路 1500弄 3号"),
    ("5号楼 1203", "5号楼"),
    ("5号楼-1203", "5号楼"),
    ("三号楼五零二室", "三号楼"),
    ("三号楼五百零二室", "三号楼"),
    ("３号５０２室", "３号"),
    ("3号5楼502室", "3号"),
    ("3#502", "3#"),
    ("3#楼1单元502室", "3#楼1单元"),
    ("A座1203", "A座"),
    ("12号3室", "12号"),
    ("58号甲室", "58号"),
    ("3号501、502室", "3号"),
    ("3号楼1203号", "3号楼"),
    ("502室", ""),
    ("502", ""),
    ("3号502室 13812341234", "3号"),
    ("1188弄", "1188弄"),
    ("777弄1号", "777弄1号"),
    ("12号楼楼道", "12号楼楼道"),
    ("3号地下车库 13812341234", "3号地下车库 138****1234"),
    ("小区大门口", "小区大门口"),
    ("", ""),
]

TEXTS = [
    ("电话13812341234一直打不通", "电话138****1234一直打不通"),
    ("请打138-1234-1234或021-68683449", "请打138****1234或021-****3449"),
    ("唯一的电话一三八一二三四一二三四", "唯一的电话138****1234"),
    ("一三八 一二三四 一二三四一直响", "****2341直响"),
    ("微信同号１３８ １２３４ １２３４。", "微信同号138****1234。"),
    ("身份证310113199001011234", "身份证" + "*" * 18),
    ("31011319900101123X", "*" * 18),
    ("3号502室漏水", "3号**室漏水"),
    ("3号502501室漏水", "3号**室漏水"),  # two rooms, as they were read
    ("3号楼502漏水到402", "3号楼**漏水到**"),
    ("三号楼五零二室", "三号楼**室"),
    ("501、601室都漏", "**室都漏"),
    ("12-3-501没水", "12-3-**没水"),
    ("502业主投诉", "**业主投诉"),
    ("502房间漏水", "**房间漏水"),
    ("房号502", "房号**"),
    ("3/502没水", "3/**没水"),
    ("502漏到402，楼下302也湿", "**漏到**，楼下**也湿"),
    ("502渗水到了402", "**渗水到了**"),
    ("2024-10-09 14:00 13812341234来电", "2024-10-09 14:00 138****1234来电"),
]

UNTOUCHED = [
    "#17 已处理",
    "#17-1 重办",
    "17号单",
    "12号楼楼道灯坏了5盏，晚上老人上下楼不安全",
    "2号电梯困人，一位老人被困在7楼至8楼之间",
    "777弄1号",
    "120弄58号1188弄",
    "2024年12月3日 15:30",
    "2024-10-09 14:00到2024-12-24 09:30",
    "2024-2025年度",
    "10-09 14:00",
    "3号楼300户停水",
    "3号楼一二三楼都没水",
    "费用1200元",
    "整栋楼水压不足，5楼以上没有水",
    "拨打12345或119",
    "两室一厅",
    "100-200元",
    "12/24 3号楼停水",
    "楼上300多户停水",
    "已修1/3",
    "9.5公斤",
]


@pytest.mark.parametrize(("name", "shown"), NAMES)
def test_a_name_shows_the_surname(name: str, shown: str) -> None:
    assert mask_name(name) == shown
    assert mask_name(shown) == shown


@pytest.mark.parametrize(("phone", "shown"), PHONES)
def test_a_phone_shows_its_ends(phone: str, shown: str) -> None:
    assert mask_phone(phone) == shown
    assert mask_phone(shown) == shown


@pytest.mark.parametrize(("address", "shown"), ADDRESSES)
def test_an_address_shows_the_building(address: str, shown: str) -> None:
    assert mask_address(address) == shown
    assert mask_address(shown) == shown


@pytest.mark.parametrize(("text", "shown"), TEXTS)
def test_free_text_hides_what_is_private(text: str, shown: str) -> None:
    assert mask_text(text) == shown
    assert mask_text(shown) == shown


@pytest.mark.parametrize("text", UNTOUCHED)
def test_free_text_keeps_the_rest(text: str) -> None:
    assert mask_text(text) == text


def test_given_names_are_masked_in_free_text() -> None:
    names = ["沈建国", "沈建国强", "欧阳敏", "王先生", "居委会", "李", ""]
    text = "沈建国强和沈建国、沈 建国找欧阳敏，王先生与居委会李工都在"
    assert mask_text(text, names) == "沈**和沈**、沈**找欧阳**，王先生与居委会李工都在"
    assert mask_text("李丽反映，沈建国不在", ["沈建国、李丽"]) == "李**反映，沈**不在"


PIECES = st.from_regex(
    r"(3号|502室|12-3-501|#17|5盏|2024年|777弄|13812341234|021-68683449|业主|沈建国|12"
    r"|[一三十、:转元ａ２ \n-]){0,8}",
    fullmatch=True,
)


@given(PIECES)
@example("138123412341234567")
def test_masking_twice_is_masking_once(text: str) -> None:
    once = mask_text(text, ["沈建国"])
    assert mask_text(once, ["沈建国"]) == once


SEPARATORS = st.sampled_from(["", " ", "-", "—", "\u3000", " -", "."])
SCRIPTS = st.sampled_from(["0123456789", "０１２３４５６７８９", "零一二三四五六七八九"])
MOBILES = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
LANDLINES = st.from_regex(r"021[2-8][0-9]{7}", fullmatch=True)


@given(
    st.one_of(MOBILES, LANDLINES),
    SEPARATORS,
    SCRIPTS,
    st.sampled_from([(3, 7), (3, 6), (4, 8), (5, 8)]),
    st.sampled_from(["", "电话", "唯一", "17号单，", "2024-10-09 ", "+86", "(", "："]),
    st.sampled_from(["", "一直响", "，502室", "元", "号", "转3", ")"]),
)
def test_no_phone_shows_seven_digits(
    phone: str, separator: str, script: str, cut: tuple[int, int], before: str, after: str
) -> None:
    grouped = separator.join([phone[: cut[0]], phone[cut[0] : cut[1]], phone[cut[1] :]])
    written = grouped.translate(str.maketrans("0123456789", script))
    shown = re.sub(r"[\s\-—.]", "", plain_digits(mask_text(before + written + after)))
    assert not any(phone[i : i + 7] in shown for i in range(len(phone) - 6))


@pytest.mark.parametrize("piece", ["13-", "1 ", "3号", "502、", "138 ", "沈建国", "（"])
def test_a_long_text_is_masked_in_a_moment(piece: str) -> None:
    start = time.perf_counter()
    mask_text((piece * 4096)[:4096], ["沈建国"])
    assert time.perf_counter() - start < 20  # minutes, were it to grow with the square
