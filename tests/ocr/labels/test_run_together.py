"""Cells that were seen as one line, without a colon between them."""

import pytest

from bot.ocr.labels.run_together import parted
from bot.ocr.labels.wording import Wording
from bot.ocr.values.shapes import telling
from models.directory import Community, Directory
from models.labels.listed import LABELS
from tests.ocr.writing import line

WORDING = Wording(LABELS)
TELLING = telling(Directory((Community("大华一村", "复瑞物业"), Community("丰翔新城", "和顺物业"))))


def pieces(text: str) -> list[str]:
    return [piece.text for piece in parted([line(text, 0, 0)], WORDING, TELLING)]


@pytest.mark.parametrize(
    "cells",
    [
        ["2025年5月20日10:05", "接待人员"],
        ["2025年5月20日10:05", "报修人联系电话"],
        ["丰翔新城", "报修类别"],
        ["13812345678", "处理结果"],  # none of our labels is one as well
        ["沈桂芳", "联系电话", "13812345678"],
        ["报修人：沈桂芳", "联系电话", "13812345678"],
        ["投诉人", "潘老师"],
        ["小区", "丰翔新城", "报修地址", "39号505室"],
        ["事项", "管道", "紧急程度", "一般"],
        ["经办", "杜晓明"],
        ["项目小区", "丰翔新城"],  # not 项目
        ["联系人", "沈桂芳", "13812345678"],
        ["来电日期2024年11月2s日01时s8分", "电话记录人"],  # behind figures, though misread
        ["小区名称", "丰翔新城"],
        ["户主/报修", "范梦瑶"],
        ["住址", "丰翔新城39号505室"],
        ["登记时刻", "01:01"],
        ["时间", "8月4日18:31"],
        ["来电", "8月4日18:31"],
        ["谁", "王阿大"],
        ["房号", "1804"],
        ["楼栋/房号", "01"],  # of a number squeezed in behind it
        ["楼室", "33号302室"],  # a label that nobody knows
        ["经手人", "罩婷婷"],  # a name that nobody has
        ["室号", "S2O弄S3号S02室"],
        ["房号", "30号≠8321802室"],  # a number struck out in it
        ["小区／室号", "丰翔新城2号1401室"],
        ["王阿大", "15824609190"],
        ["王阿大", "电话", "158-2460-9190"],
        ["电话", "151.3101.0307"],
        ["丰翔新城", "39号505室"],
        ["丰翔新城", "39号505室", "邓女士"],
        ["丰翔新苑", "39号505室"],  # like a listed one: asked about
        ["[管道]", "紧急"],
        ["业主联系电", "|021-53621440"],  # 话： was not read
        ["业主联系电", "括1774585578"],  # or as another character; the number lacks a digit
    ],
    ids="".join,
)
def test_each_cell_is_a_piece(cells: list[str]) -> None:
    assert pieces("".join(cells)) == cells


def test_the_rules_between_cells_may_be_read_as_well() -> None:
    assert pieces("26号70|沈桂芳|13812345678") == ["26号70", "沈桂芳", "13812345678"]
    assert pieces("走廊|的灯|坏了") == ["走廊|的灯|坏了"]  # they tell nothing


def test_a_label_may_stand_in_brackets_behind_a_value_that_nobody_knows() -> None:
    said = pieces("业主犇女士（联系电话13812345678")
    assert said[-2:] == ["联系电话", "13812345678"]


def test_a_line_may_begin_with_its_number() -> None:
    assert pieces("(2)电话13608729010") == ["电话", "13608729010"]
    assert pieces("五、房号88弄53号903室") == ["房号", "88弄53号903室"]


@pytest.mark.parametrize(
    "text",
    [
        "大华一村小区",  # 小区 is the name's own end
        "大华一村",
        "曹行小区",  # looks like a name, 曹行, and a label
        "报修人：沈桂芳联系电话：13812345678",  # its colon tells, as everywhere
        "报修内容：沈桂芳说下午有人，请打联系电话",  # a sentence
        "夜班值班日志",  # a title
        "请打联系电话13812345678",
        "业主说13812345678打不通",
    ],
)
def test_what_is_one_cell_stays_whole(text: str) -> None:
    assert pieces(text) == [text]


def test_a_piece_has_its_own_part_of_the_box() -> None:
    time, label = parted([line("2025年5月20日10:05接待人员", 0, 0)], WORDING, TELLING)
    assert time.box[1][0] == label.box[0][0]
    assert 0 < time.box[1][0] < label.box[1][0]


def test_what_is_longer_than_any_row_of_cells_stays_whole() -> None:
    row = "王阿大电话158-2460-9190"
    assert pieces(row * 5) == [row * 5]


def test_a_telephone_with_its_label_stands_behind_a_comma() -> None:
    cut = ["22时04分致电我处，", "联系电话", "021-62047715，"]
    assert pieces("".join(cut)) == cut


def test_a_label_behind_a_comma_without_a_whole_number_is_of_the_sentence() -> None:
    assert pieces("室外机漏水，电话打了3次没人接") == ["室外机漏水，电话打了3次没人接"]
