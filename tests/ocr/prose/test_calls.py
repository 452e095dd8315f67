"""Calls told in sentences."""

from dataclasses import replace

import pytest

from bot.ocr.labels.slots import Slot
from bot.ocr.page.geometry import quad
from bot.ocr.page.lines import Line
from bot.ocr.prose.calls import calls_in_a_log, in_a_sentence
from bot.ocr.prose.note import note
from models.directory import Community, Directory
from tests.ocr.writing import line

DIRECTORY = Directory((Community("丰翔新城", "复瑞物业"), Community("祁连二村", "和顺物业")))


def page(*texts: str) -> list[Line]:
    return [line(text, 0, 60 * i) for i, text in enumerate(texts)]


def said(slots: list[Slot]) -> dict[str, str]:
    return {slot.name: "|".join(value.text for value in slot.values) for slot in slots}


def read(*texts: str) -> dict[str, str]:
    return said(note(page(*texts), DIRECTORY))


def test_values_are_found_within_sentences() -> None:
    assert read(
        "我中心于2024年10月23日3时35分接到",
        "丰翔新城小区（住宅）233弄33号201室居民",
        "沈桂芳（电话13812345678）来电，反映道闸方面问题",
        "月租车进门不识别，每次要等保安开",
        "请贵单位及时处理。",
    ) == {
        "time": "2024年10月23日3时35分",
        "community": "丰翔新城",
        "address": "233弄33号201室",
        "caller": "沈桂芳",
        "phone": "13812345678",
        "category": "道闸",
        "description": "月租车进门不识别，每次要等保安开",
    }


@pytest.mark.parametrize(
    ("text", "community"),
    [
        ("接到丰翔新苑3号502室居民来电", "丰翔新苑"),  # like a listed one: asked about
        ("接到祁连二村南区3号502室居民来电", "祁连二村南区"),  # of a listed one the beginning
        ("请转告新丰翔新城物业", None),
    ],
)
def test_a_community_is_taken_only_as_its_whole_name_stands(
    text: str, community: str | None
) -> None:
    assert read(text).get("community") == community


@pytest.mark.parametrize(
    "text",
    [
        "你们丰翔新城有个住户沈桂芳，3号502室，打电话来说：厨房漏水，地上全是水",
        "转单：小区丰翔新城，门牌3号502室，联系人沈桂芳，电话13812345678，问题：厨房漏水",
        "1.丰翔新城3号502室沈桂芳13812345678厨房漏水",
    ],
)
def test_where_it_lies_is_told_in_many_ways(text: str) -> None:
    found = read(text)
    assert (found["community"], found["address"]) == ("丰翔新城", "3号502室")


@pytest.mark.parametrize(
    "told",
    [
        "丰翔新城3号502室沈桂芳（13812345678）来电，反映厨房漏水，请尽快派人来看。请即派员联系并将结果告知我所",
        "丰翔新城3号502室沈桂芳来电（13812345678），厨房漏水，请尽快派人来看。请抓紧处理",
    ],
)
def test_what_the_resident_says_ends_where_the_office_speaks(told: str) -> None:
    assert read(told)["description"] == "厨房漏水，请尽快派人来看"


def test_an_area_code_may_stand_in_brackets() -> None:
    found = read("住户沈桂芳，3号502室，Tel.(021)59061835")
    assert (found["caller"], found["phone"]) == ("沈桂芳", "(021)59061835")


LETTER = (
    "物业服务企业：",
    "兹有丰翔新城（小区）33弄71号304室住",
    "户熊嘉豪，联系电话19802615378，于2024年",
    "11月6日7时33分来电反映：",
    "道闸扫码付费后不抬杆，后面车辆排了长长的队一直",
    "到马路",
    "属道闸类，紧急程度一般。请贵司尽快派员",
    "上门查看。",
)


def test_a_letter_is_one_sentence_over_its_lines() -> None:
    assert said(in_a_sentence(page(*LETTER), DIRECTORY)) == {
        "community": "丰翔新城",
        "address": "33弄71号304室",
        "caller": "熊嘉豪",
        "phone": "19802615378",
        "time": "2024年|11月6日7时33分",
        "category": "道闸",
        "urgency": "一般",
        "description": "道闸扫码付费后不抬杆，后面车辆排了长长的队一直|到马路",
    }


def test_a_message_to_the_group_is_a_call_though_it_names_no_community() -> None:
    found = in_a_sentence(
        page(
            "2024年10月20日09:26接1500弄33号304室余丽娟来",
            "电：大风后一棵大树倾斜，随时可能压到车。联系电话",
            "17746528558。请物业派人查看。",
        ),
        DIRECTORY,
    )
    assert said(found) == {
        "time": "2024年10月20日09:26",
        "address": "1500弄33号304室",
        "caller": "余丽娟",
        "phone": "17746528558",
        "description": "大风后一棵大树倾斜，随时可能压到车",
    }


@pytest.mark.parametrize(
    "lines",
    [
        ("关于居民来电反映问题的联系", "联系电话13812345678"),
        ("收件人沈桂芳，电话13812345678", "丰翔新城3号502室"),  # a parcel's slip: no trouble
        ("丰翔新城", "3号502室", "沈桂芳", "13812345678"),  # a table's cells
    ],
)
def test_what_is_no_sentence_about_a_call_tells_none(lines: tuple[str, ...]) -> None:
    assert in_a_sentence(page(*lines), DIRECTORY) == []


def test_what_is_told_twice_differently_is_left_out() -> None:
    assert "phone" not in read("电话13812345678", "或电话13912345678")


@pytest.mark.parametrize(
    ("told", "trouble"),
    [
        ("诉称：一月没人管。上月报修过一次，排队属道闸类", "一月没人管。上月报修过一次，排队"),
        ("情况是：一月没人管。类型门禁，程度一般，请转给物业。", "一月没人管"),
        ("来电：一月没人管。联系电话13812345678。", "一月没人管"),
    ],
)
def test_what_is_told_goes_on_to_what_the_letter_asks_for(told: str, trouble: str) -> None:
    assert read(f"2024年3月9日8:15接丰翔新城3号502室沈桂芳，{told}")["description"] == trouble


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("有居民来电，住丰翔新苑3号502室，姓名沈桂芳，", "community", "丰翔新苑"),
        ("有居民来电，住丰翔新城3号502室，姓名沈桂芳，", "caller", "沈桂芳"),
        ("号码1B602890361，所述如下：", "phone", "1B602890361"),  # its 8, put right later
        ("沈桂芳来电，电话1381234567，", "phone", "1381234567"),  # asked about
        ("丰翔新苑3号502室，沈桂芳来电，", "community", "丰翔新苑"),
        ("说：车位被占一周，出不去", "description", "车位被占一周，出不去"),
        ("电话021-6178|808。", "phone", "021-6178|808"),  # a digit short, and a 1 read as a rule
        ("沈桂芳来电，所在小区丰翔新城，门牌3号502室", "community", "丰翔新城"),
        ("沈桂芳来电，住址为丰翔新城（小区）3号502室", "community", "丰翔新城"),
        ("沈桂芳来电，住址为丰翔新苑（小区）3号502室", "community", "丰翔新苑"),
        ("属门禁类，程度为一般。", "urgency", "一般"),
        ("办理时限按紧急件掌握", "urgency", "紧急"),
        ("今接丰翔新城小区3号502室住户沈桂芳于2024年", "caller", "沈桂芳"),
        ("来电反映：车位被占一周事项归类：停车", "description", "车位被占一周"),
        ("类型门禁，程度一般", "category", "门禁"),
        ("我叫沈桂芳，住在丰翔新城3号502室。", "caller", "沈桂芳"),
        ("我叫沈桂芳，住在丰翔新城3号502室。", "community", "丰翔新城"),
        ("车位被占一周。请尽快来", "description", "车位被占一周"),
        ("现有居住在丰翔新城10号G01室的居民沈桂芳来电，", "address", "10号G01室"),  # its 6
        ("今接丰翔新城小区20-804的住户沈桂芳来电，", "address", "20-804"),
    ],
)
def test_other_words_that_tell_what_follows(text: str, field: str, value: str) -> None:
    assert read(text)[field] == value


def test_options_end_what_was_told() -> None:
    letter = (*LETTER[:4], "道闸扫码付费后不抬杆", "归类：□照明□门禁□消防□保洁□供水□管道□电梯")
    assert said(in_a_sentence(page(*letter), DIRECTORY))["description"] == "道闸扫码付费后不抬杆"


def test_a_number_may_be_grouped() -> None:
    assert read("谢金凤（联系电话130-0136-8279）来电")["phone"] == "130-0136-8279"


def test_without_any_listed_community_a_name_is_taken_as_it_stands() -> None:
    slots = note([line("接到丰翔新城3号502室", 0, 0)], Directory(()))
    assert said(slots) == {"community": "丰翔新城", "address": "3号502室"}


def test_rows_of_options_are_no_part_of_a_sentence() -> None:
    form = (
        "2025年2月16日12时40分，接丰翔新城小区46号",
        "904室居民贾师傅来电，联系号码13812345678。",
        "供水 排水 漏水 管道 电梯 消防 照明 门禁 保洁",
        "程度：一般 紧急 特急",
        "来电内容：门岗没有登记，推销人员上门敲门",
    )
    found = said(in_a_sentence(page(*form), DIRECTORY))
    assert found["caller"] == "贾师傅"
    assert found["description"] == "门岗没有登记，推销人员上门敲门"


LOG = (  # rows: time, entry, signature
    ("10:12", "交接班，钥匙、对讲机齐全"),
    ("12:05", "巡楼一遍，未见异常"),
)


def log(*entry: str, times: tuple[str, ...] = ("13:59",)) -> list[Line]:
    """A page of a duty log whose last entry tells a call."""
    lines = [line("天和物业值班日志", 400, 0), line("2024年10月19日", 60, 60)]
    for number, (time, text) in enumerate(LOG):
        lines += [line(time, 60, 140 + 80 * number), line(text, 300, 140 + 80 * number)]
        lines.append(line("钟华", 1200, 140 + 80 * number))
    lines += [line(text, 300, 320 + 40 * number) for number, text in enumerate(entry)]
    lines += [line(time, 60, 360 + 10 * number) for number, time in enumerate(times)]
    return [*lines, line("钟华", 1200, 360), line("交班人：", 60, 700), line("接班人：", 500, 700)]


def test_an_entry_of_a_log_tells_a_call_and_its_row_the_time() -> None:
    entry = (
        "丰翔新城42号102室，何阿宝来电，",
        "车辆乱停在转弯口，搬家车开不进来。",
        "电话15996651174",
    )
    assert said(in_a_sentence(log(*entry), DIRECTORY)) == {
        "community": "丰翔新城",
        "address": "42号102室",
        "caller": "何阿宝",
        "phone": "15996651174",
        "description": "车辆乱停在转弯口，搬家车开不进来",
        "time": "2024年10月19日|13:59",
    }


def test_the_weather_may_stand_behind_the_day() -> None:
    entry = (
        "丰翔新城42号102室，何阿宝来电，",
        "车辆乱停在转弯口，搬家车开不进来。",
        "电话15996651174",
    )
    page = [
        line("2024年10月19日天气晴", 60, 60) if one.text == "2024年10月19日" else one
        for one in log(*entry)
    ]
    assert said(in_a_sentence(page, DIRECTORY))["time"] == "2024年10月19日|13:59"


def test_an_entry_may_begin_with_its_time_and_others_tell_of_other_things() -> None:
    entry = ("23:49丰翔新城42号102室业主何师傅（15996651174）来电，", "称厨房漏水，没有自来水。")
    page = [line("2024年10月19日天气：雨值班人：谢亮", 60, 0)]
    page += [line("20:00巡查水泵房和地库集水井，压力正常，均无异常", 60, 60)]
    page += [line(text, 60, 160 + 40 * number) for number, text in enumerate(entry)]
    found = said(in_a_sentence(page, DIRECTORY))
    assert found["time"] == "2024年10月19日|23:49"
    assert found["description"] == "厨房漏水，没有自来水"


def test_the_day_may_stand_in_pieces() -> None:
    day = [line("2024年10", 60, 60), line("月", 320, 64), line("19", 380, 58), line("日", 450, 62)]
    rest = [one for one in log(*FIRST) if one.text != "2024年10月19日"]
    found = said(in_a_sentence([*day, *rest], DIRECTORY))
    assert found["time"] == "2024年10|月|19|日|13:59"


def test_two_times_beside_an_entry_are_none() -> None:
    entry = (
        "丰翔新城42号102室，何阿宝来电，",
        "车辆乱停在转弯口，搬家车开不进来。",
        "电话15996651174",
    )
    found = said(in_a_sentence(log(*entry, times=("13:59", "14:20")), DIRECTORY))
    assert found["community"] == "丰翔新城"
    assert "time" not in found


FIRST = ("丰翔新城42号102室，何阿宝来电，", "车辆乱停在转弯口。电话15996651174")
SECOND = ("祁连二村3号502室，谭永康来电，", "装修垃圾没人清理。电话18615360474")


def test_each_of_several_calls_in_a_log_is_one() -> None:
    second = [line(text, 300, 480 + 40 * n) for n, text in enumerate(SECOND)]
    page = [*log(*FIRST), *second, line("15:20", 60, 500)]
    told = [said(in_a_sentence(lines, DIRECTORY)) for lines in calls_in_a_log(page, DIRECTORY)]
    assert [(call["community"], call["phone"], call["time"]) for call in told] == [
        ("丰翔新城", "15996651174", "2024年10月19日|13:59"),
        ("祁连二村", "18615360474", "2024年10月19日|15:20"),
    ]


def test_one_call_in_a_log_is_not_parted() -> None:
    assert calls_in_a_log(log(*FIRST), DIRECTORY) == []


def test_a_log_without_a_call_tells_none() -> None:
    assert in_a_sentence(log("垃圾房已清运", "楼道灯已修好"), DIRECTORY) == []


def test_the_trouble_may_stand_behind_the_call() -> None:
    entry = page("丰翔新城16号504室，谭永康来电，装修垃圾堆在楼下半个月。电话18615360474")
    assert said(in_a_sentence(entry, DIRECTORY))["description"] == "装修垃圾堆在楼下半个月"


def test_the_last_words_of_the_trouble_may_stand_on_a_row_of_their_own() -> None:
    letter = (*LETTER[:4], "道闸扫码付费后不抬杆，车辆排", "到马路上", "请贵司尽快派员上门")
    found = said(in_a_sentence(page(*letter), DIRECTORY))
    assert found["description"] == "道闸扫码付费后不抬杆，车辆排|到马路上"


def test_who_took_the_call_is_no_part_of_the_trouble() -> None:
    note = page(
        "秦先生来电15849142195", "丰翔新城63号901室", "卫生间顶上滴水，请派人查接电：谭建华"
    )
    assert said(in_a_sentence(note, DIRECTORY))["description"] == "卫生间顶上滴水，请派人查"


def test_an_upright_label_beside_a_sentence_is_no_part_of_it() -> None:
    told = page(
        "9时40分，丰翔新城95弄5号1604室居民曾伟民打来电话，",
        "称小区东门窨井满溢，路面积水。联系电话18607079966。",
    )
    beside = quad([[-60.0, 0.0], [-30.0, 0.0], [-30.0, 130.0], [-60.0, 130.0]])
    label = replace(line("值班记录", -60, 0), box=beside)
    assert said(in_a_sentence([*told, label], DIRECTORY)) == {
        "community": "丰翔新城",
        "address": "95弄5号1604室",
        "caller": "曾伟民",
        "phone": "18607079966",
        "description": "小区东门窨井满溢，路面积水",
    }


def test_a_figure_that_looks_like_a_letter_stays_in_the_room() -> None:
    assert (
        read("接丰翔新城小区H4号1004室住户沈桂芳来电，反映厨房水管漏水")["address"] == "H4号1004室"
    )


def test_a_blank_s_name_may_stand_on_the_next_row() -> None:
    found = read("今天接到丰翔新城居民", "韩军（住3号502室）", "的电话，号码是177-8349-9515")
    assert found["caller"] == "韩军"
