"""Notes without labels: their values are known by what they look like."""

import pytest

from models.directory import Community, Directory
from tests.ocr.finding import read, read_column
from tests.ocr.writing import line

TROUBLE = line("厨房水管漏水，地上全是水", 60, 240)
PLACE = (line("丰翔新城", 60, 60), line("3号502室", 60, 120))
CALL = {"community": "丰翔新城", "address": "3号502室", "phone": "13812345678"}


def test_the_name_beside_the_telephone_is_the_callers_and_the_lowest_the_clerks() -> None:
    caller = line("李佩华13812345678", 60, 180)
    found = read(*PLACE, caller, TROUBLE, line("施静", 700, 320))
    assert found == CALL | {"caller": "李佩华", "operator": "施静", "description": TROUBLE.text}


def test_a_community_that_might_be_a_name_is_none() -> None:
    """康 is a surname as well."""
    notes = (line("康华苑", 60, 60), line("3号502室", 60, 120), line("李佩华13812345678", 60, 180))
    directory = Directory((Community("康华苑", "复瑞物业"),))
    found = read(*notes, TROUBLE, line("—施静", 700, 320), directory=directory)
    assert (found["community"], found["caller"]) == ("康华苑", "李佩华")
    assert found["operator"].endswith("施静")


def test_the_caller_may_stand_right_below_the_telephone() -> None:
    rows = (line("13812345678", 60, 0), line("李佩华", 60, 50), *PLACE)
    found = read(*rows, TROUBLE, line("施静", 700, 320))
    assert (found["caller"], found["operator"]) == ("李佩华", "施静")


def test_of_two_names_away_from_the_telephone_none_is() -> None:
    names = (line("李佩华", 60, 0), line("施静", 700, 320))
    found = read(*PLACE, line("13812345678", 60, 180), TROUBLE, *names)
    assert found == CALL | {"description": TROUBLE.text}


def test_the_community_beside_the_room_is_its_though_all_else_stands_below() -> None:
    place = (line("丰翔新城", 60, 60), line("3号502室", 400, 62))
    labels = (line("类别：漏水", 60, 300), line("值班：倪伟", 700, 360))
    found = read(
        line("2024年12月18日0:31来电", 60, 0), *place, line("13812345678", 60, 120), *labels
    )
    assert (found["community"], found["time"]) == ("丰翔新城", "2024年12月18日0:31来电")


def test_a_name_before_the_telephone_is_no_label_that_was_lost() -> None:
    rows = (line("谁", 60, 0), line("沈桂芳13812345678", 300, 0), line("哪里", 60, 60))
    found = read(*rows, line("丰翔新城3号502室", 300, 60), line("说明", 60, 120), TROUBLE)
    assert found == CALL | {"caller": "沈桂芳", "description": TROUBLE.text}


def test_the_caller_may_be_said_to_call() -> None:
    called = (line("李师傅来电", 60, 150), line("电话：13812345678", 60, 200))
    assert read(*PLACE, *called, TROUBLE)["caller"] == "李师傅来电"


@pytest.mark.parametrize("signature", ["记：施静", "记施静"])
def test_who_signs_a_note_wrote_it(signature: str) -> None:
    rows = (*PLACE, line("李佩华13812345678", 60, 180), TROUBLE, line(signature, 700, 300))
    found = read(*rows)
    assert (found["operator"], found["description"]) == ("施静", TROUBLE.text)


def test_the_second_cell_behind_one_label_is_no_less_read() -> None:
    place = (line("地点", 60, 60), line("丰翔新城", 200, 60), line("3号502室", 700, 60))
    found = read(*place, line("内容：厨房水管漏水，地上全是水", 60, 120))
    assert (found["community"], found["address"]) == ("丰翔新城", "3号502室")


def test_one_kind_in_a_row_of_what_could_not_be_read_was_not_chosen() -> None:
    below = (line("来电人：沈桂芳", 60, 120), line("内容：厨房水管漏水，地上全是水", 60, 180))
    assert read(line("外墙", 200, 60), *below)["category"] == "外墙"
    halves = [line(half, 300 + 80 * i, 60) for i, half in enumerate("供排漏管")]
    assert "category" not in read(line("外墙", 200, 60), *halves, *below)


def test_the_community_beside_the_label_of_the_room_is_one_above_all_else() -> None:
    found = read(
        line("丰翔新城", 60, 0),
        line("门牌", 300, 0),
        line("3号502室", 420, 0),
        line("电话：13812345678", 60, 60),
        line("情况：厨房水管漏水，地上全是水", 60, 120),
    )
    assert found["community"] == "丰翔新城"


def test_a_label_that_looks_like_a_community_is_none() -> None:
    directory = Directory((Community("丰翔新城", "复瑞物业"), Community("行知家园", "和顺物业")))
    found = read(
        line("电话：13812345678", 60, 0),
        line("美丽家苑", 60, 60),
        line("丰翔新城", 300, 60),
        line("门牌：3号502室", 60, 120),
        directory=directory,
    )
    assert found["community"] == "丰翔新城"


@pytest.mark.parametrize("said", ["周五晚8:15", "凌晨4:05", "昨天下午3点"])
def test_a_note_s_time_as_people_say_it(said: str) -> None:
    found = read_column(said, "丰翔新城3号502室", "沈桂芳13812345678", "厨房水管漏水，地上全是水")
    assert found["time"] == said


def test_a_community_above_all_else_counts_where_it_is_called_a_place_that_is_served() -> None:
    rest = (line("房屋号", 60, 180), line("3号502室", 60, 240), line("业主", 60, 300))
    call = (*rest, line("沈桂芳", 60, 360), line("联系", 60, 420), line("13812345678", 60, 480))
    above = read(line("项目处", 60, 60), line("丰翔新城", 60, 120), *call)
    beside = read(line("服务处", 60, 120), line("丰翔新城", 400, 120), *call)
    assert above["community"] == beside["community"] == "丰翔新城"
    assert "community" not in read(line("丰翔新城", 60, 120), *call)  # a letterhead


def test_a_room_right_below_its_community_is_its_room_though_the_lowest_of_all() -> None:
    columns = (
        line("谁", 60, 0),
        line("什么事", 600, 0),
        line("沈女士", 60, 60),
        line("纱窗关不上，爬山虎钻进窗缝", 600, 60),
        line("13812345678", 60, 120),
        line("丰翔新城", 60, 180),
        line("66号203", 60, 230),
    )
    assert read(*columns)["address"] == "66号203"


def test_so_is_a_community_right_above_its_room_though_the_highest() -> None:
    found = read(
        line("丰翔新城", 60, 0),
        line("27-104", 60, 50),
        line("沈女士，电话：13812345678", 60, 100),
        line("反映：楼门厅吸顶灯罩碎裂", 60, 150),
        line("记录：金晶", 600, 300),
    )
    assert (found["community"], found["address"]) == ("丰翔新城", "27-104")
