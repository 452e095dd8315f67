"""What is a form about a call, and what only looks like one."""

import pytest

from bot.ocr.fields.finding import find
from bot.ocr.form_or_not import is_form
from bot.ocr.values.shapes import telling
from models.labels import LABELS
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
    lines = [line(f"{label}：", 60, 60 * n) for n, label in enumerate(labels.split())]
    assert is_form(find(lines, LABELS, telling(DIRECTORY))) is is_one
