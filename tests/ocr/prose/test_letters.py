"""Letters, and notes in sentences: each office has its own words for who called and what of."""

import pytest

from bot.ocr.prose.calls import in_a_sentence
from tests.ocr.prose.test_calls import DIRECTORY, page, said

BLANKS = (
    "各物业服务企业：",
    "2024年11月12日01时25分，我中心接到",
    "居民梁阿姨来电（电话13812345678），",
    "该居民住在祁华小区(小区)356弄49号604室，",
    "反映事项属于绿化类，紧急程度为一般。",
    "具体情况如下：",
    "楼前香樟树枝叶遮挡窗户，请尽快修剪",
    "请按规定时限联系居民并反馈办理情况。",
)


def test_a_letter_with_blanks_says_all() -> None:
    assert said(in_a_sentence(page(*BLANKS), DIRECTORY)) == {
        "time": "2024年11月12日01时25分",
        "caller": "梁阿姨",
        "phone": "13812345678",
        "community": "祁华小区",
        "address": "356弄49号604室",
        "category": "绿化",
        "urgency": "一般",
        "description": "楼前香樟树枝叶遮挡窗户，请尽快修剪",
    }


def test_a_sentence_may_run_over_the_end_of_a_line() -> None:
    letter = (
        "物业值班室：",
        "我叫刘明，住在丰翔新城188弄8号1704室。电",
        "梯停在5楼不动，里面有两个小孩。请尽快派人来",
        "看一看。我的电话是13812345678。",
    )
    assert said(in_a_sentence(page(*letter), DIRECTORY))["description"] == (
        "电|梯停在5楼不动，里面有两个小孩"
    )


def test_a_letter_with_other_blanks_says_all_too() -> None:
    letter = (
        "2024年12月7日11时39分，家住小区丰翔新城，",
        "房号25号1004室的居民毛小姐来话，其联系号码为",
        "15810525933，反映如下情况：",
        "草坪杂草很高，蚊虫多，希望除草",
        "此事归入绿化类，缓急为一般，请有关单位速办。",
    )
    assert said(in_a_sentence(page(*letter), DIRECTORY)) == {
        "time": "2024年12月7日11时39分",
        "community": "丰翔新城",
        "address": "25号1004室",
        "caller": "毛小姐",
        "phone": "15810525933",
        "category": "绿化",
        "urgency": "一般",
        "description": "草坪杂草很高，蚊虫多，希望除草",
    }


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            (
                "兹有贵司所辖丰翔新城33号901室的居民万巧云（手机：17766629785）向我镇来电，反映：",
                "道闸不抬杆",
            ),
            {"community": "丰翔新城", "caller": "万巧云", "phone": "17766629785"},
        ),
        (
            (
                "本人谢学文，系祁连二村63号204室的住户。恳请处理：",
                "楼前停着一辆僵尸车",
                "电话19983063391",
            ),
            {"community": "祁连二村", "caller": "谢学文", "phone": "19983063391"},
        ),
        (
            (
                "刚才丰翔新城5号503室熊文杰打来电话",
                "说厨房立管开裂漏水，希望换新管子",
                "电话13697622276",
            ),
            {
                "community": "丰翔新城",
                "caller": "熊文杰",
                "description": "厨房立管开裂漏水，希望换新管子",
            },
        ),
        (
            ("本园区_丰翔新城_的20号501室住户莫金凤_告知：", "顶楼漏水", "请回电13052747903"),
            {"community": "丰翔新城", "caller": "莫金凤", "phone": "13052747903"},
        ),
        (
            (
                "兹接丰翔新城88弄55号204室住户黄学文于2025年9月19日23时51分来电，反映：",
                "下水道返水",
            ),
            {"caller": "黄学文", "time": "2025年9月19日23时51分"},
        ),
        (
            (
                "刚才丰翔新城的柳阿姨打进来，住39号1704室，说：",
                "访客停车没人管",
                "请回电19991653286",
            ),
            {"community": "丰翔新城", "caller": "柳阿姨", "phone": "19991653286"},
        ),
        (
            (
                "兹派____前往丰翔新城50号1704室处理下列事项：",
                "管道锈蚀严重",
                "到达后与邢慧敏联络，电话13330338366",
            ),
            {"community": "丰翔新城", "caller": "邢慧敏"},
        ),
        (
            (
                "19:18丰翔新城来过一个电话，45号1701室，",
                "姓名钱宏伟，号码13812345678。楼道灯不亮，",
            ),
            {"community": "丰翔新城", "address": "45号1701室", "caller": "钱宏伟"},
        ),
        (
            (
                "3月8日9点5分，接丰翔新城居民许文杰来电（13812345678），",
                "家住3号502室。来电称：门禁刷不开",
            ),
            {"community": "丰翔新城", "caller": "许文杰", "description": "门禁刷不开"},
        ),
        (
            ("丰翔新城1188弄48号404室，徐凤英（021-64611731）：水管爆了，路面结冰",),
            {"caller": "徐凤英", "description": "水管爆了，路面结冰"},
        ),
        (
            (
                "接到丰翔新城3号502室住户肖师傅来电，",
                "13812345678，反映外墙类问题，属特急事项。具体情况如下：",
                "外墙砖脱落",
            ),
            {"caller": "肖师傅", "category": "外墙", "urgency": "特急"},
        ),
    ],
)
def test_letters_and_notes_say_it_in_their_own_words(
    lines: tuple[str, ...], told: dict[str, str]
) -> None:
    found = said(in_a_sentence(page(*lines), DIRECTORY))
    assert {name: found.get(name) for name in told} == told


def test_an_office_s_telephone_is_nobody_s_to_call_back() -> None:
    letter = ("接到丰翔新城3号502室居民沈桂芳来电，反映水管漏水", "请回电1381234567")
    head = "上海某某物业有限公司总机：021-66508800传真：66508801"
    assert said(in_a_sentence(page(*letter, head), DIRECTORY))["phone"] == "1381234567"


def test_a_residents_committee_s_telephone_is_nobody_s_to_call_back() -> None:
    letter = ("接到丰翔新城3号502室居民沈桂芳来电，反映水管漏水", "请回电13812345678")
    found = said(in_a_sentence(page(*letter, "居委电话：025-58746310"), DIRECTORY))
    assert found["phone"] == "13812345678"


def test_a_log_s_last_lines_are_no_part_of_the_trouble() -> None:
    log = (
        "04:58丰翔新城520弄10号702室范思雨来电，电话13812345678。楼道堆满旧家具",
        "交班事项：",
        "接班人签字：",
    )
    assert said(in_a_sentence(page(*log), DIRECTORY))["description"] == "楼道堆满旧家具"


def test_what_a_letter_asks_of_firms_ends_the_resident_s_words() -> None:
    found = said(
        in_a_sentence(
            page(
                "兹有丰翔新城小区（房号72弄9号1403室）",
                "住户危建华联系电话13918620745",
                "，来电反映：车库坡道的照明坏掉，倒车时看不清",
                "请有关物业单位予以处理，并将结果告知本中心。",
            ),
            DIRECTORY,
        )
    )
    assert found["caller"] == "危建华"
    assert found["description"] == "车库坡道的照明坏掉，倒车时看不清"


@pytest.mark.parametrize("caller", ["安小姐", "水先生", "华阿姨"])
def test_a_surname_that_is_a_word_as_well_is_known_by_its_title(caller: str) -> None:
    letter = (
        f"现有居住在丰翔新城49号1104室的居民{caller}（电话",
        "13812345678）于2025年5月15日6时40分拨打热线，反映以下情况：",
        "楼道墙面和扶手积灰很厚，保洁员一个月才擦一次",
    )
    assert said(in_a_sentence(page(*letter), DIRECTORY))["caller"] == caller
