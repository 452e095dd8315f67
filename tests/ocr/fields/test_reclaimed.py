"""Values that tell what they are, though another label has them."""

from bot.ocr.fields.reclaimed import reclaimed
from bot.ocr.labels.slots import Slot
from bot.ocr.values.shapes import telling
from models.directory import Community, Directory
from models.labels.grammar import UNKNOWN
from models.labels.listed import OTHER
from tests.ocr.writing import line

TELLING = telling(Directory((Community("丰翔新城", "复瑞物业"),)))


def slot(name: str, label: str, *values: str) -> Slot:
    return Slot(name, line(label, 0, 0), [line(text, 200, 60 * i) for i, text in enumerate(values)])


def found(*slots: Slot) -> dict[str, list[str]]:
    again = list(reclaimed(slots, TELLING))
    return {one.name: [value.text for value in one.values] for one in (*slots, *again)}


def test_a_label_of_two_meanings_asks_for_what_stands_there() -> None:
    time = "2024年10月1日08:15"
    assert found(slot("caller", "来电", time)) == {"caller": [], "time": [time]}


def test_an_unknown_label_asks_for_what_its_value_tells() -> None:
    assert found(slot(UNKNOWN, "点子", "3号502室"))["address"] == ["3号502室"]


def test_a_field_that_has_its_label_takes_no_other_value() -> None:
    empty = slot("phone", "电话")
    assert found(empty, slot(UNKNOWN, "热线", "021-56781234"))["phone"] == []


def test_what_is_done_later_is_none_of_ours() -> None:
    assert "time" not in found(slot(OTHER, "派单时间", "2024年10月1日08:15"))


def test_a_line_of_the_trouble_that_is_an_address_is_one_a_name_may_be_a_stamp() -> None:
    told = slot("description", "内容", "厨房漏水", "3号502室", "丰翔新城")
    assert found(told) == {"description": ["厨房漏水", "丰翔新城"], "address": ["3号502室"]}
    assert "address" not in found(slot("description", "内容", "3号502室"))


def test_of_two_that_tell_none_is_taken() -> None:
    both = slot(UNKNOWN, "甲", "3号502室"), slot("urgency", "乙", "5号101室")
    assert "address" not in found(*both)


def test_the_longest_that_an_unknown_label_asks_for_is_the_trouble() -> None:
    short, long = slot(UNKNOWN, "甲", "小雨"), slot(UNKNOWN, "乙", "厨房漏水，楼下也湿了")
    assert found(short, long)["description"] == ["厨房漏水，楼下也湿了"]
    longer = slot(UNKNOWN, "丙", "初诊复诊流水号86391急诊")  # tells of no trouble
    assert found(longer, long)["description"] == ["厨房漏水，楼下也湿了"]
    known = slot("description", "内容", "停水")
    assert found(long, known)["description"] == ["停水"]


def test_a_name_beside_another_label_is_the_caller_s_whose_label_has_none() -> None:
    said = found(slot("caller", "业主称呼"), slot("time", "来电日期", "张师傅", "2024年12月16日"))
    assert said == {"caller": ["张师傅"], "time": ["2024年12月16日"]}


def test_what_is_asked_about_a_limit_may_say_how_urgent_it_is() -> None:
    assert found(slot(OTHER, "办理时限要求", "紧急"))["urgency"] == ["紧急"]


def test_a_name_beside_an_unknown_label_is_the_caller_s_where_no_label_asks_for_one() -> None:
    assert found(slot(UNKNOWN, "哪位", "沈桂芳"))["caller"] == ["沈桂芳"]
    taken = slot("caller", "来电人", "张建国")
    assert found(taken, slot(UNKNOWN, "哪位", "沈桂芳"))["caller"] == ["张建国"]


def test_of_two_such_names_the_upper_is_the_caller_s() -> None:
    both = found(slot(UNKNOWN, "哪位", "沈桂芳"), slot(UNKNOWN, "经办", "金佩芳"))
    assert (both["caller"], both["operator"]) == (["沈桂芳"], ["金佩芳"])
    clerk = slot("operator", "接线", "李明")
    assert "caller" not in found(clerk, slot(UNKNOWN, "一", "沈桂芳"), slot(UNKNOWN, "二", "张伟"))


def test_a_name_beside_the_community_s_own_is_the_caller_s() -> None:
    both = found(slot("community", "小区", "沈桂芳", "丰翔新城"))
    assert (both["caller"], both["community"]) == (["沈桂芳"], ["丰翔新城"])
    assert "caller" not in found(slot("community", "小区", "沈桂芳"))


def test_a_telephone_beside_another_label_s_value_is_its_own_label_s() -> None:
    empty, caller = slot("phone", "电话"), slot("caller", "姓名", "沈桂芳", "13812345678")
    assert found(empty, caller)["phone"] == ["13812345678"]


def test_a_room_beside_a_label_of_others_is_the_address() -> None:
    assert found(slot(OTHER, "房屋资料", "3号502室"))["address"] == ["3号502室"]
    assert "phone" not in found(slot(OTHER, "班长手机", "13812345678"))


def test_a_whole_community_has_no_figures_of_another_cell_behind_it() -> None:
    assert found(slot("community", "小区", "丰翔新城", "卡号A-117"))["community"] == ["丰翔新城"]
    below = ("丰翔新城", "须签名。报修电话")  # the foot of a register
    assert found(slot("community", "小区", *below))["community"] == ["丰翔新城"]
    assert found(slot("community", "小区", "丰翔", "新城二期"))["community"] == ["丰翔", "新城二期"]


def test_a_community_in_the_cell_above_goes_to_its_own_label() -> None:
    whose = found(slot("caller", "住户", "沈桂芳", "丰翔新城"), slot("community", "小区"))
    assert whose["community"] == ["丰翔新城"]
    assert whose["caller"] == ["沈桂芳"]


def test_two_values_of_a_column_with_two_labels_find_their_own() -> None:
    read = found(slot("phone", "电话", "沈桂芳"), slot("caller", "来电人", "138-1234-5678"))
    assert read == {"phone": ["138-1234-5678"], "caller": ["沈桂芳"]}


def test_a_telephone_is_nobody_s_name() -> None:
    told = found(slot("caller", "住户姓名", "13812345678"), slot("phone", "联系电话"))
    assert told == {"caller": [], "phone": ["13812345678"]}


def test_a_whole_mobile_number_has_no_sentence_of_another_column_behind_it() -> None:
    numbers = found(slot("phone", "电话", "13812345678", "2困人时报", "119", "13912345678"))
    assert numbers["phone"] == ["13812345678", "13912345678"]  # of two it is asked


def test_what_lacks_a_digit_keeps_what_stands_behind_it() -> None:
    assert found(slot("phone", "电话", "138123456", "78"))["phone"] == ["138123456", "78"]


def test_a_remark_tells_of_the_trouble_where_no_label_asks_for_it() -> None:
    said = "门厅的垃圾桶满了三天没人清"
    assert found(slot(OTHER, "意见", said))["description"] == [said]
    assert "description" not in found(slot(OTHER, "意见", "同意，请尽快安排人员上门"))
    assert "description" not in found(slot(OTHER, "处理意见", said))


def test_a_resident_s_opinion_is_the_trouble_whatever_it_tells_unless_it_is_praise() -> None:
    said = "有人遛狗不牵绳，吓到了老人和孩子"
    assert found(slot(OTHER, "客户意见", said))["description"] == [said]
    assert "description" not in found(slot(OTHER, "客户意见", "师傅来得很快，非常满意"))


def test_a_room_has_no_telephone_of_a_footnote_behind_it() -> None:
    address = ("门牌", "3号502室", "021-56137788")
    read = found(slot("phone", "电话", "13812345678"), slot("address", *address))
    assert read["address"] == ["3号502室"]
    assert found(slot("address", *address))["phone"] == ["021-56137788"]  # there is no other


def test_an_office_s_telephone_is_no_trouble() -> None:
    assert "description" not in found(slot(UNKNOWN, "服务中心", "021-66002211维修"))
    said = "厨房水管漏水，请回电13812345678"
    assert found(slot(UNKNOWN, "烦请", said))["description"] == [said]
