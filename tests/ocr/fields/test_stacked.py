"""Labels that stand below their values, as captions."""

from dataclasses import replace

from bot.ocr.page.lines import Line
from tests.ocr.finding import CALL, read
from tests.ocr.writing import line

CAPTIONED = (
    line("沈桂芳", 60, 0),
    line("13812345678", 600, 0),
    line("报事人姓名", 60, 40, height=20),
    line("报事人电话", 600, 40, height=20),
    line("丰翔新城", 60, 140),
    line("3号502室", 600, 140),
    line("小区", 60, 180, height=20),
    line("楼栋与房号", 600, 180, height=20),
)


def test_captions_below_their_values() -> None:
    assert (
        read(
            *CAPTIONED,
            line("厨房水管漏水，地上全是水", 60, 300),
            line("事项描述", 60, 340, height=20),
        )
        == CALL
    )


def test_options_stand_behind_their_label_among_captions_as_well() -> None:
    found = read(
        *CAPTIONED,
        line("厨房水管漏水，地上全是水", 60, 300),
        line("事项描述", 60, 340, height=20),
        line("缓急：", 600, 400),
        line("一般", 720, 400),
        line("紧急", 820, 400),
    )
    assert found == {**CALL, "urgency": "一般|紧急"}


def test_two_captions_in_small_print_are_enough_where_they_stand_in_brackets() -> None:
    assert (
        read(
            line("来电情况记录", 300, -60),
            line("接到", 20, 0),
            line("丰翔新城", 360, 0),
            line("（小区）", 380, 30, height=18),
            line("3号502室", 60, 120),
            line("住户", 20, 240),
            line("沈桂芳", 360, 240),
            line("来电，", 520, 240),
            line("（来电人）", 380, 270, height=18),
            line("回电号码", 20, 360),
            line("13812345678", 360, 360),
            line("情况：", 20, 480),
            line("厨房水管漏水，地上全是水", 60, 540),
        )
        == CALL
    )


def test_a_caption_in_brackets_stands_below_the_middle_of_its_blank() -> None:
    assert (
        read(
            line("沈桂芳", 60, 0),
            line("13812345678", 600, 0),
            line("（报事人姓名）", 200, 40, height=20),
            line("（报事人电话）", 760, 40, height=20),
            line("丰翔新城", 60, 140),
            line("3号502室", 600, 140),
            line("（居住小区）", 200, 180, height=20),
            line("（楼栋房号）", 760, 180, height=20),
            line("厨房水管漏水，地上全是水", 60, 300),
            line("（诉求内容）", 200, 340, height=20),
        )
        == CALL
    )


def test_a_description_may_stand_far_above_its_caption_and_a_footnote_below() -> None:
    assert (
        read(
            *CAPTIONED,
            line("厨房水管漏水，地上全是水", 60, 300),
            line("事项描述", 60, 560, height=20),
            line("感谢您的来电，我们将在承诺时限内与您联系", 60, 600, height=20),
        )
        == CALL
    )


def test_labels_behind_their_values() -> None:
    values = ("沈桂芳", "13812345678", "丰翔新城", "3号502室", "厨房水管漏水，地上全是水")
    labels = ("称呼", "电话", "小区", "楼室", "诉求内容")
    lines = [line(value, 60, 90 * n) for n, value in enumerate(values)]
    arrows = [line(f"←{label}", 700, 90 * n) for n, label in enumerate(labels)]
    assert read(*lines, *arrows) == CALL


def test_a_card_of_two_columns_whose_rows_lie_beside_one_another() -> None:
    left = ("①来电人", "沈桂芳", "②电话", "13812345678", "③小区", "丰翔新城", "④房号", "3号502室")
    right = ("⑤事项", "漏水", "⑥程度", "紧急", "⑦详情", "厨房水管漏水，地上全是水")
    page = [line(text, 60, 44 * i) for i, text in enumerate(left)]
    page += [line(text, 600, 44 * i + 20) for i, text in enumerate(right)]
    assert read(*page).items() >= CALL.items()


def tall(text: str, x: float, y: float) -> Line:
    """A line of narrow letters."""
    corners = ((x, y), (x + 36 * len(text), y), (x + 36 * len(text), y + 56), (x, y + 56))
    return replace(line(text, x, y), box=corners)


def test_no_captions_where_values_stand_behind_their_labels_and_above_others() -> None:
    slip = (  # of narrow cells, a little askew
        tall("报修受理单", 810, 216),
        tall("住户姓名", 164, 336),
        tall("沈桂芳", 285, 333),
        tall("回电号码13812345678", 662, 337),
        tall("受理人", 1241, 337),
        tall("汤俊", 1374, 332),
        tall("小区", 197, 469),
        tall("丰翔新城", 312, 469),
        tall("门牌号", 682, 470),
        tall("3号502室", 809, 462),
        tall("诉求类别", 1234, 469),
        tall("管道", 1369, 465),
        tall("紧急等级", 177, 602),
        tall("紧急", 322, 601),
        tall("接电时间", 684, 602),
        tall("2024年10月23日20时04分", 824, 601),
    )
    found = read(*slip)
    assert (found["community"], found["address"]) == ("丰翔新城", "3号502室")
    assert (found["operator"], found["urgency"]) == ("汤俊", "紧急")


def test_a_sentence_below_a_row_of_options_is_no_urgency() -> None:
    found = read(
        line("请求时间", 60, 0, height=20),
        line("2024年11月6日19:50", 60, 30),
        line("联系人", 600, 0, height=20),
        line("薛俊杰", 600, 30),
        line("服务类型", 600, 100, height=20),
        line("外墙", 600, 130),
        line("紧急程度", 60, 220, height=20),
        line("一般（", 260, 215),
        line("紧急（）", 460, 215),
        line("墙外落水管松脱，刮风时敲打墙壁", 60, 280),
    )
    assert found["urgency"] == "一般（|紧急（）"
    assert found["description"] == "墙外落水管松脱，刮风时敲打墙壁"


def test_an_unknown_caption_beside_a_caption_is_no_value() -> None:
    found = read(
        *CAPTIONED,
        line("厨房水管漏水，地上全是水", 60, 300),
        line("事项描述", 60, 340, height=20),
        line("吴迪", 60, 440),
        line("接报人", 60, 480, height=20),
        line("派往", 600, 480, height=20),
    )
    assert found == {**CALL, "operator": "吴迪"}


def test_headings_below_labels_that_have_their_values() -> None:
    filled = ("姓名：沈桂芳", "小区：丰翔新城", "电话：13812345678", "地址：3号502室")
    headings = (("紧急程度", 60), ("受理人", 300), ("报修内容", 720))
    found = read(
        *(line(text, 60, 60 * n) for n, text in enumerate(filled)),
        *(line(label, x, 320) for label, x in headings),
        line(CALL["description"], 440, 378),
        line("袁娟", 300, 380),
        line("一般", 60, 380),
    )
    assert found == {**CALL, "urgency": "一般", "operator": "袁娟"}


def test_an_option_behind_its_tick_is_no_value_of_the_caption_below() -> None:
    found = read(
        *CAPTIONED,
        line("紧急程度：□一般□紧急", 60, 300),
        line("特急", 450, 300),
        line("袁娟", 800, 300),
        line("（记录人）", 800, 340, height=20),
    )
    assert (found["urgency"], found["operator"]) == ("□一般□紧急|特急", "袁娟")
