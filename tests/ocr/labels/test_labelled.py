"""Which pieces of a page are labels."""

from bot.ocr.labels.bars import with_colons
from bot.ocr.labels.marks import marks_of
from bot.ocr.labels.wording import Wording
from bot.ocr.page.flat import flat_page
from models.labels.listed import LABELS
from tests.ocr.finding import CALL, read, read_column
from tests.ocr.writing import line


def test_labels_of_one_character_count_where_there_are_several() -> None:
    note = ("人：沈桂芳", "电：13812345678", "区：丰翔新城", "事：厨房漏水")
    assert read_column(*note) == {
        "caller": "沈桂芳",
        "phone": "13812345678",
        "community": "丰翔新城",
        "description": "厨房漏水",
    }
    wrapped = read(
        line("小区：丰翔新城", 60, 0),
        line("问题：楼上漏水，请回", 60, 60),
        line("电：明天在家", 140, 110),
    )
    assert wrapped == {"community": "丰翔新城", "description": "楼上漏水，请回|电：明天在家"}


def test_an_unknown_label_among_known_ones_ends_the_value_above_it() -> None:
    rows = ("小区：丰翔新城", "电话：13812345678", "问题：厨房漏水", "急不急人：还好")
    found = read_column(*rows)
    assert found["description"] == "厨房漏水"


def test_a_word_that_begins_sentences_is_a_label_among_others_without_colons() -> None:
    rows = ("小区丰翔新城", "电话13812345678", "类别停车", "问题停车位被占，请来看")
    found = read_column(*rows)
    assert found == {
        "community": "丰翔新城",
        "phone": "13812345678",
        "category": "停车",
        "description": "停车位被占，请来看",
    }


def test_a_title_among_labels_is_none_of_them() -> None:
    rows = ("电话接报单", "小区丰翔新城", "来电人沈桂芳", "类别停车")
    found = read_column(*rows)
    assert found == {"community": "丰翔新城", "caller": "沈桂芳", "category": "停车"}


def test_a_whole_label_ends_no_sentence_though_its_field_has_another() -> None:
    found = read(
        line("事项", 60, 0),
        line("□安保□停车", 60, 40),
        line("诉求摘要", 60, 80),
        line("外人随便进出小区大门", 60, 120),
        line("小区：丰翔新城", 60, 200),
    )
    assert found["description"] == "外人随便进出小区大门"


def test_a_bar_may_stand_between_a_label_and_its_value() -> None:
    row = (line("住户姓名|沈桂芳", 60, 0), line("电话|13812345678", 600, 0))
    assert read(*row, line("经办人|范兰", 60, 60), line("收费|", 600, 60), line("元", 900, 60)) == {
        "caller": "沈桂芳",
        "phone": "13812345678",
        "operator": "范兰",
    }


def test_an_equals_sign_may_stand_between_them_too() -> None:
    values = (line("住户=沈桂芳", 60, 0), line("小区=丰翔新城", 60, 60), line("房号", 60, 120))
    assert read(*values, line("=3号502室", 200, 120)) == {
        "caller": "沈桂芳",
        "community": "丰翔新城",
        "address": "3号502室",
    }


def test_a_dash_that_is_read_as_a_one_may_stand_between_them() -> None:
    said = read_column("小区一丰翔新城", "电话—13812345678", "谁一沈桂芳", "事情一厨房漏水，请来")
    assert said == {
        "community": "丰翔新城",
        "phone": "13812345678",
        "caller": "沈桂芳",
        "description": "厨房漏水，请来",
    }


def test_a_one_behind_a_single_label_is_a_one() -> None:
    (same,) = with_colons([line("业主一家都病了", 60, 0)], Wording(LABELS))
    assert same.text == "业主一家都病了"


def test_a_label_wrapped_before_an_or_is_one() -> None:
    labels = (line("来话单位", 60, 0), line("或住址", 60, 32), line("来话人", 60, 120))
    assert read(*labels, line("丰翔新城3号502室", 300, 16), line("沈桂芳", 300, 120)) == {
        "community": "丰翔新城",
        "address": "3号502室",
        "caller": "沈桂芳",
    }


def test_a_name_behind_a_label_of_the_caller_s_counts_though_a_heading_asked_before() -> None:
    found = read(
        line("甲来话居民", 60, 0),
        line("称呼文老伯", 60, 60),
        line("电话：13812345678", 60, 120),
        line("问题：厨房水管漏水", 60, 180),
    )
    assert found["caller"] == "文老伯"


def test_labels_that_nobody_knows_are_some_for_their_colons_in_one_column() -> None:
    rows = ("甲方乙：沈桂芳", "子丑寅：13812345678", "辰巳（午）：3号502室", "内容：厨房漏水")
    found = read_column("小区：丰翔新城", *rows)
    assert found["caller"] == "沈桂芳"
    assert found["phone"] == "13812345678"
    assert found["address"] == "3号502室"


def test_one_label_of_one_character_counts_where_the_others_begin() -> None:
    rows = ("客户：沈桂芳", "号码：13812345678", "归类：漏水", "事情：厨房漏水")
    assert read_column(*rows, "住：丰翔新城3号502室")["community"] == "丰翔新城"


def test_half_a_label_counts_in_the_row_of_another() -> None:
    found = read(
        line("姓名：沈桂芳", 60, 0),
        line("电话：13812345678", 500, 0),
        line("区：丰翔新城", 130, 60),  # the 小 far before it was not seen
        line("住址：3号502室", 500, 60),
    )
    assert found["community"] == "丰翔新城"


def test_half_a_label_counts_where_labels_set_as_wide_end() -> None:
    found = read(
        line("报修业主：沈桂芳", 60, 0),
        line("联系电话：13812345678", 60, 60),
        line("区：丰翔新城", 150, 120),
        line("地", 60, 180),
        line("址：3号502室", 150, 180),
        line("报修内容：厨房水管漏水，地上全是水", 60, 240),
    )
    assert found == CALL


def test_a_number_before_a_label_is_no_part_of_its_place() -> None:
    rows = ("1）时间2025年3月17日04:07", "2）小区丰翔新城", "3）房号3号502室", "4）电话13812345678")
    found = read_column(*rows, "5）什么毛病门口总水管爆了，水往地下车库灌")
    assert found["description"] == "门口总水管爆了，水往地下车库灌"


def test_the_heading_of_a_section_is_no_value() -> None:
    form = (
        "一、来电资料",
        "来电人：沈桂芳",
        "内容：厨房水管漏水，地上全是水",
        "四、流转（由中心填）",
    )
    assert read_column(*form) == {
        "caller": "沈桂芳",
        "description": "厨房水管漏水，地上全是水",
    }
    assert read_column("一、来电人：沈桂芳", "二、电话：13812345678")["phone"] == "13812345678"


def test_how_urgent_it_is_may_stand_right_behind_its_label() -> None:
    rows = ("小区丰翔新城", "门牌3号502室", "电话13812345678", "称呼沈桂芳", "急缓紧急")
    assert read_column(*rows, "需求厨房水管漏水，地上全是水")["urgency"] == "紧急"


def test_labels_in_brackets_have_their_values_behind_them() -> None:
    found = read_column(
        "（客户）沈桂芳（客户电话）13812345678",
        "（客户小区)丰翔新城（门号)3号502室",
        "（接听)周强",
    )
    assert found == {
        "caller": "沈桂芳",
        "phone": "13812345678",
        "community": "丰翔新城",
        "address": "3号502室",
        "operator": "周强",
    }


def test_two_lines_in_brackets_are_asides() -> None:
    lines = [line("（客户）沈桂芳", 60, 0), line("（电话）13812345678", 60, 60)]
    assert [one.text for one in with_colons(lines, Wording(LABELS))] == [x.text for x in lines]


def test_a_translation_may_stand_between_a_label_and_its_value() -> None:
    found = read_column(
        "物业名Estate丰翔新城", "楼室Room3号502室", "住客Guest沈桂芳", "手机Ext.13812345678"
    )
    assert found == {
        "community": "丰翔新城",
        "address": "3号502室",
        "caller": "沈桂芳",
        "phone": "13812345678",
    }


def test_a_page_whose_labels_are_translated_translates_one_before_its_value_as_well() -> None:
    lines = [line(text, 60, 60 * i) for i, text in enumerate(("时间Time", "姓名 Name"))]
    lines.append(line("接听Takenby沈桂芳", 60, 120))
    read = [one.text for one in with_colons(lines, Wording(LABELS))]
    assert read == ["时间Time", "姓名 Name", "接听：沈桂芳"]


def test_numbered_options_are_no_labels() -> None:
    texts = ("1.电梯", "2.供水√", "3、排水", "(4)管道", "5.何时方便")
    lines = [line(text, 60, 60 * i) for i, text in enumerate(texts)]
    marks = marks_of(lines, flat_page(lines), Wording(LABELS))
    assert [bool(own) for own in marks] == [False] * 5
    listed = [line(f"{i}、{word}", 60, 60 * i) for i, word in enumerate(("事由", "后续", "回访"))]
    marks = marks_of(listed, flat_page(listed), Wording(LABELS))
    assert all(marks)


def test_the_brackets_of_the_first_option_are_its_own() -> None:
    found = read_column("小区：丰翔新城", "电话：13812345678", "类别：（）电梯（）漏水（）排水")
    assert found["category"] == "（）电梯（）漏水（）排水"


def test_the_end_of_a_community_s_name_begins_no_label() -> None:
    found = read_column(
        "日期：2025年1月1日18时09分",
        "联系人：庄先生",
        "小区名：紫翠花园门牌：33号1005室",
        "说：道闸识别太慢",
    )
    assert found["community"] == "紫翠花园"
    assert found["address"] == "33号1005室"
    assert found["description"] == "道闸识别太慢"


def test_the_end_of_a_person_s_name_begins_no_label() -> None:
    found = read_column("小区：丰翔新城", "居民：林师傅电话：021-59604093", "情况：电梯不动")
    assert (found["caller"], found["phone"]) == ("林师傅", "021-59604093")


def test_a_label_may_begin_with_such_a_word() -> None:
    found = read_column("联系人：庄先生", "花园门牌：33号1005室", "电话：13812345678")
    assert found["address"] == "33号1005室"


def test_an_option_with_its_translation_is_no_label() -> None:
    found = read_column("电话：13812345678", "□紧急Urgent", "小区：丰翔新城")
    assert found == {"phone": "13812345678", "urgency": "□紧急Urgent", "community": "丰翔新城"}


def test_a_name_and_a_night_s_watch_are_asked_for_in_one_word() -> None:
    found = read_column(
        "时：2025-01-28 05:18", "姓：白金凤", "机：13812345678", "小区：丰翔新城", "值夜：秦立新"
    )
    assert found["phone"] == "13812345678"
    assert (found["caller"], found["operator"]) == ("白金凤", "秦立新")


def test_of_two_labels_of_who_took_the_call_a_name_counts_before_a_number() -> None:
    found = read(
        line("坐席：左宁", 60, 0),
        line("工号：6079", 800, 0),
        line("客户名称：欧阳先生", 60, 60),
        line("电话：13812345678", 60, 120),
    )
    assert (found["operator"], found["caller"]) == ("左宁", "欧阳先生")


def test_a_community_before_an_empty_blank_s_unit_has_the_room_behind_it() -> None:
    found = read(
        line("业主姓名：瞿雅琴", 60, 0),
        line("房屋坐落：丰翔新城", 60, 60),
        line("小区", 700, 60),
        line("弄56号1002室", 900, 60),
        line("电话：13812345678", 60, 120),
    )
    assert found["community"] == "丰翔新城"
    assert found["address"].endswith("56号1002室")


def test_the_room_may_stand_in_pieces_behind_the_blank_s_unit() -> None:
    found = read(
        line("事发地点：丰翔新城", 60, 60),
        line("小区", 700, 60),
        line("弄56号1002", 900, 60),
        line("室", 1300, 60),
        line("电话：13812345678", 60, 120),
    )
    assert (found["community"], found["address"]) == ("丰翔新城", "弄56号1002|室")


def test_two_parts_of_a_form_ask_for_people_each() -> None:
    found = read(
        line("来电人", 60, 0),
        line("姓名", 300, 0),
        line("尹阿姨", 600, 0),
        line("电话", 300, 60),
        line("13812345678", 600, 60),
        line("人员", 300, 120),
        line("小俞", 600, 120),
    )
    assert (found["caller"], found["operator"]) == ("尹阿姨", "小俞")


def test_a_family_name_or_a_whole_one_is_asked_for() -> None:
    found = read(
        line("姓氏/姓名", 60, 0), line("苏小姐", 260, 0), line("电话：13812345678", 60, 60)
    )
    assert found["caller"] == "苏小姐"


def test_the_last_words_of_a_description_may_be_those_of_another_label() -> None:
    found = read(
        line("小区：丰翔新城", 60, 0),
        line("内容：应急灯不亮，物业说没有", 60, 60),
        line("配件", 150, 110),
        line("受理员：袁娟", 60, 170),
    )
    assert found["description"] == "应急灯不亮，物业说没有|配件"
