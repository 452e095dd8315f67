"""Whether the labels or the sentences of a page say more."""

from bot.ocr.fields.finding import find
from bot.ocr.told_or_labelled import told_or_labelled
from bot.ocr.values.shapes import telling
from models.labels.listed import LABELS
from tests.ocr.finding import DIRECTORY
from tests.ocr.writing import line


def said(*rows: tuple[str, ...]) -> dict[str, str]:
    """Field → text of a page whose rows stand below one another, their pieces side by side."""
    lines = [
        line(text, 60 + 600 * column, 60 * row)
        for row, pieces in enumerate(rows)
        for column, text in enumerate(pieces)
    ]
    slots = find(lines, LABELS, telling(DIRECTORY))
    found = told_or_labelled(slots, lines, DIRECTORY, declared=False)
    return {slot.name: slot.text for slot in found}


def test_a_labelled_description_stays_beside_a_sentence_that_tells_of_no_trouble() -> None:
    found = said(
        ("来电日期：2025.4.1919:08",),
        ("联系人：沈小姐", "来电号码：13636789219"),
        ("报修地点：丰翔新城，33号1303室",),
        ("情况说明：灌木半年没剪，遮住路口，出车看不到",),
        ("急缓程度：一般", "类别：绿化"),
        ("处理意见：",),
        ("审核：方", "接听人：邵晨"),
    )
    assert found["description"] == "灌木半年没剪，遮住路口，出车看不到"


LETTER = (
    ("兹有居民陶志明于2025年1月15日",),
    ("22时04分致电我处，联系电话021-62047715，",),
    ("房屋位于", "丰翔新城，门牌14号304室"),
    ("诉求类别管道，缓急程度一般，事由：",),
    ("厨房下水管接头松了，弯头处需要更换",),
    ("经办人签字：", "施伟"),
)


def test_who_called_and_when_are_taken_from_the_sentence_around_a_letter_s_blanks() -> None:
    found = said(*LETTER)
    assert found["caller"] == "陶志明"
    assert found["time"] == "2025年1月15日22时04分"
    assert found["phone"] == "021-62047715"


def test_what_a_letter_s_blanks_cut_short_goes_on_in_its_sentence() -> None:
    found = said(
        ("居民来电转告单",),
        ("兹有", "丰翔新城", "（小区）", "31号304", "室"),
        ("居民", "曹阿宝", "（电话", "13720481366", "），"),
        ("于2024年10月16日23时38分来电，反映：",),
        ("顶楼平台开裂，每逢下雨就漏水",),
        ("请贵处尽快派员查看处理，并将结果回告本中心。",),
        ("受理人：李莉",),
    )
    assert (found["community"], found["address"]) == ("丰翔新城", "31号304室")
    assert found["description"] == "顶楼平台开裂，每逢下雨就漏水"


def test_a_number_that_begins_the_row_below_its_label_is_the_label_s() -> None:
    found = said(
        ("尊敬的领导：",),
        ("我是丰翔新城3号502室的住户。24年10月11日7时01分",),
        ("我打过热线，反映电动车乱停在楼门口，轮椅推不出去。",),
        ("请帮忙协调解决，谢谢！我的电话：",),
        ("021-60242819。",),
        ("住户：蔡女士",),
    )
    assert found["phone"].rstrip("。") == "021-60242819"
    assert (found["community"], found["address"]) == ("丰翔新城", "3号502室")
    assert found["description"] == "电动车乱停在楼门口，轮椅推不出去"


def test_a_message_behind_who_sent_it_is_nobody_s_name() -> None:
    found = said(
        ("客服", "刚刚丰翔新城7-502的唐女士打来热线"),
        ("客服", "南门岗亭晚上十点后没人值守，请安排巡逻"),
        ("客服", "电话021-67376093"),
    )
    assert found["caller"] == "唐女士"
    assert "operator" not in found


def test_what_labels_ask_for_is_not_told_better_by_its_neighbours() -> None:
    found = said(
        ("薛佩华", "(021)64538586"),
        ("来电人姓名", "电话号码"),
        ("丰翔新城", "30-1804"),
        ("小区", "楼号及室号"),
        ("二〇二四年十二月五日二十二时四十五分", "外墙"),
        ("受话日期、时刻", "事项类别"),
        ("分墙空调支架锈蚀倾斜，风一饮就响，下面是小区通道",),
        ("情况描述",),
    )
    assert found["description"] == "分墙空调支架锈蚀倾斜，风一饮就响，下面是小区通道"


def test_where_it_is_may_be_told_in_another_sentence_than_the_call() -> None:
    found = said(
        ("派单员：您好！",),
        ("报告：丰翔新城有一件紧急的事",),
        ("有陌生男子连续两晚在楼道里逐户敲门。",),
        ("61号402室，骆国庆，手机13669009525，",),
        ("2024年12月8日15:57来电",),
    )
    assert (found["community"], found["address"]) == ("丰翔新城", "61号402室")
    assert "operator" not in found


def test_the_head_of_a_mail_asks_for_nothing() -> None:
    found = said(
        ("发件人：柳青<liuqing@mail.example>",),
        ("收件人：物业服务热线",),
        ("主题：报修",),
        ("我是丰翔新城18号1501室的业主柳青。外墙空调搁板锈穿，随时会掉。",),
        ("我的手机号13764058219，工作日晚上都可以。",),
    )
    assert found["caller"] == "柳青"
    assert found["description"] == "外墙空调搁板锈穿，随时会掉"
    assert (found["community"], found["address"]) == ("丰翔新城", "18号1501室")


def test_a_note_that_says_more_than_a_few_labels_and_nothing_else_is_taken() -> None:
    found = said(
        ("时间：2024/12/1916:12",),
        ("值班同志：",),
        ("家住丰翔新城22号402室，老人家里屋顶渗水，盆接了三天。",),
        ("回电：请打座机021-36120447。",),
    )
    assert found["phone"] == "021-36120447"
    assert (found["community"], found["address"]) == ("丰翔新城", "22号402室")
    assert found["description"] == "老人家里屋顶渗水，盆接了三天"


def test_a_trouble_that_has_a_label_stands_for_a_note_s_single_word() -> None:
    found = said(
        ("秦雅琴", "15008605166"),
        ("丰翔新城", "777弄31号303室"),
        ("紧急程度",),
        ("道闸", "一般"),
        ("诉求概要",),
        ("出口抬杆抬起后不落下，一个月没人管",),
    )
    assert found["description"] == "出口抬杆抬起后不落下，一个月没人管"
