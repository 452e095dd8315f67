"""The wordings of the fields."""

from collections import Counter

from models.intake import FIELDS
from models.labels.grammar import field_named
from models.labels.listed import LABELS, OTHER, OTHERS

LISTED = [
    *((label, field) for field, labels in LABELS.items() for label in labels),
    *((label, OTHER) for label in OTHERS),
]
MEANT_OTHERWISE = {  # than the words say that they are put together from
    "caller": "来电单位 来话单位 报修单位 投诉单位 反映单位 求助单位",
    "phone": "回访电话 回访号码",
    "operator": "派单员 派单人 派工人 派工员 转办人 预约专员",
    OTHER: "反馈情况 反馈时间 反馈日期 反馈人员 反馈人 回复时间 回复日期 回复人 回复情况 回复内容 "
    "预约时间 预约日期 业主确认 住户确认 居民确认 客户确认 用户确认 来电人确认 报修人确认 "
    "签字 签名 签收 维修情况 责任人 住户类型 投诉电话 咨询电话 举报电话 "
    "传递人 传递人签名 传递时间 通知人员",
}


def test_every_field_has_labels() -> None:
    assert tuple(LABELS) == FIELDS
    assert all(LABELS.values())


def test_a_label_names_one_field_only() -> None:
    times = Counter(label for label, _ in LISTED)
    assert [label for label, count in times.items() if count > 1] == []


def test_a_label_is_listed_as_what_its_words_say() -> None:
    otherwise = {
        (label, field) for label, field in LISTED if field_named(label) not in (None, field)
    }
    assert otherwise == {(w, field) for field, ws in MEANT_OTHERWISE.items() for w in ws.split()}
