"""The verdict from the fields alone: what decides must be sure, the rest is taken as it is."""

from dataclasses import replace

import pytest

from models.community_match import match, plain
from models.directory import Community, Directory
from models.intake import Value, Verdict, Why
from models.kinds import kind_implied, kind_written, urgency_implied, urgency_written
from models.verdict import NONE_LEFT, check

DIRECTORY = Directory(
    (
        Community("丰翔新城", "复瑞物业"),
        Community("祁连一村", "和顺物业"),
        Community("祁连二村", "永固物业"),
        Community("经纬学士逸居", "瑞景物业", ("学士逸居",)),
        Community("乾皓苑", "安居物业"),
    )
)
VALID = {
    "community": "丰翔新城",
    "phone": "13812345678",
    "address": "3号502室",
    "description": "天花板漏水",
}


def values(**changes: str) -> dict[str, Value]:
    return {name: Value(text, 0.95) for name, text in {**VALID, **changes}.items()}


def test_a_sure_form_goes_out() -> None:
    reading = check(values(), DIRECTORY)
    assert (reading.verdict, reading.firm, reading.doubts) == (Verdict.DISPATCH, "复瑞物业", ())
    assert reading.fields["category"].value == "漏水"
    assert reading.fields["category"].inferred
    assert reading.fields["urgency"].value == "紧急"


def test_no_phone_is_asked_about_until_somebody_says_that_there_is_none() -> None:
    typed = check(values() | {"phone": Value("无", 1.0)}, DIRECTORY)
    assert [(d.field, d.why) for d in typed.doubts] == [("phone", Why.MISSING)]
    assert check(typed.fields, DIRECTORY).doubts == typed.doubts
    answered = check(typed.fields | {"phone": NONE_LEFT}, DIRECTORY)
    assert (answered.verdict, answered.fields["phone"].value) == (Verdict.DISPATCH, "")


@pytest.mark.parametrize(
    ("changes", "field", "why"),
    [
        ({"community": ""}, "community", Why.MISSING),
        ({"community": "丰翔新苑"}, "community", Why.LOOKALIKE),
        ({"community": "乾皓园"}, "community", Why.LOOKALIKE),
        ({"community": "祁连四村"}, "community", Why.LOOKALIKE),
        ({"community": "和平里"}, "community", Why.UNKNOWN),
        ({"phone": ""}, "phone", Why.MISSING),
        ({"phone": "1381234567"}, "phone", Why.MALFORMED),
        ({"phone": "138123456789"}, "phone", Why.MALFORMED),
        ({"description": ""}, "description", Why.MISSING),
        ({"description": "", "category": "电梯"}, "description", Why.MISSING),
    ],
)
def test_a_doubt_is_asked_about(changes: dict[str, str], field: str, why: Why) -> None:
    reading = check(values(**changes), DIRECTORY)
    assert reading.verdict is Verdict.ASK
    assert reading.firm is None
    assert [(d.field, d.why) for d in reading.doubts] == [(field, why)]


@pytest.mark.parametrize("field", ["community", "phone", "description"])
def test_what_stands_on_the_paper_but_was_not_read_is_not_called_empty(field: str) -> None:
    written = Value("", 0.0, ((0, 0), (9, 0), (9, 3), (0, 3)))
    found = values() | {field: written}
    assert [(d.field, d.why) for d in check(found, DIRECTORY).doubts] == [(field, Why.UNREAD)]


@pytest.mark.parametrize(
    "address",
    [
        "120571103",
        "3号502501室",
        "120弄22号17",
        "2014/206",
        "4号706室6号708室",
        "0130号808室",
        "60号2%2室",
        "4746号1103室",
        "1053弄1050弄27号602室",
        "房号",
    ],
)
def test_an_address_that_no_room_has_is_asked_about(address: str) -> None:
    seen = Value(address, 0.95, ((0, 0), (9, 0), (9, 3), (0, 3)))
    doubts = check(values() | {"address": seen}, DIRECTORY).doubts
    assert [(d.field, d.why, d.read) for d in doubts] == [("address", Why.MALFORMED, address)]
    assert not check(values(address=address), DIRECTORY).doubts  # typed: as it was meant


def test_an_address_of_which_a_figure_may_be_another_is_asked_about() -> None:
    seen = Value("168弄45号1604室", 0.0, ((0, 0), (9, 0), (9, 3), (0, 3)))
    (doubt,) = check(values() | {"address": seen}, DIRECTORY).doubts
    assert (doubt.field, doubt.why, doubt.likely) == ("address", Why.UNSURE, (seen.value,))


@pytest.mark.parametrize(
    "address", ["", "3号", "北门岗亭", "1188弄63号1703室", "18-1203", "3号楼12楼"]
)
def test_other_addresses_are_taken_as_they_are(address: str) -> None:
    seen = Value(address, 0.95, ((0, 0), (9, 0), (9, 3), (0, 3)))
    assert not check(values() | {"address": seen}, DIRECTORY).doubts


def test_a_faint_community_is_asked_about_even_if_it_is_on_the_roster() -> None:
    faint = values() | {"community": Value("祁连一村", 0.3)}
    (doubt,) = check(faint, DIRECTORY).doubts
    assert (doubt.why, doubt.likely) == (Why.UNSURE, ("祁连一村",))


BOX = ((0.0, 0.0), (9.0, 0.0), (9.0, 3.0), (0.0, 3.0))


def test_another_city_s_number_in_a_picture_is_asked_about() -> None:
    here = replace(DIRECTORY, area_code="021")
    (doubt,) = check(values() | {"phone": Value("027-69359452", 0.9, BOX)}, here).doubts
    assert (doubt.field, doubt.why) == ("phone", Why.UNSURE)
    assert doubt.likely == ("021-69359452", "027-69359452")


@pytest.mark.parametrize(
    "phone",
    [
        Value("027-69359452", 1.0),  # typed, or an answer
        Value("021-69359452", 0.9, BOX),
        Value("69359452", 0.9, BOX),
        Value("13812345678", 0.9, BOX),
    ],
)
def test_other_numbers_are_not(phone: Value) -> None:
    here = replace(DIRECTORY, area_code="021")
    assert check(values() | {"phone": phone}, here).verdict is Verdict.DISPATCH


def test_where_no_area_code_is_known_any_will_do() -> None:
    there = values() | {"phone": Value("027-69359452", 0.9, BOX)}
    assert check(there, DIRECTORY).verdict is Verdict.DISPATCH


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("丰翔新城", "丰翔新城"),
        ("豐翔新城", "丰翔新城"),
        ("丰翔 新城", "丰翔新城"),
        ("学士逸居", "经纬学士逸居"),
        ("丰翔", None),
        ("丰祥新城", None),
    ],
)
def test_a_name_is_the_rosters_or_it_is_not(written: str, name: str | None) -> None:
    assert match(written, DIRECTORY).name == name


def test_a_hurried_after_is_no_traditional_one() -> None:
    assert plain("两层後卡住") == "两层后卡住"


def test_a_character_that_is_simplified_already_stays() -> None:
    assert plain("乾皓園 經緯") == "乾皓园经纬"


@pytest.mark.parametrize("written", ["祁连2村", "祁连２村"])
def test_a_name_in_other_digits_is_offered_first(written: str) -> None:
    assert match(written, DIRECTORY).likely == ("祁连二村", "祁连一村")


def test_what_sounds_alike_is_likely() -> None:
    assert match("丰祥新城", DIRECTORY).likely[0] == "丰翔新城"


@pytest.mark.parametrize(
    ("said", "kind", "urgency"),
    [
        ("2号电梯困人，一位老人被困", "电梯", "特急"),
        ("一楼污水管漏水，漏到自家阳台", "排水", "紧急"),
        ("楼道灯坏了5盏", "照明", "一般"),
        ("单元门禁失灵", "门禁", "一般"),
        ("咨询物业费", "", "一般"),
        ("热水器点不着火，水压太小", "供水", "一般"),
        ("楼上阳台着火", "消防", "特急"),
        ("三楼到五楼走廊灯全黑", "照明", "一般"),
        ("空调外机支架锈断", "外墙", "一般"),
        ("人脸识别认不出老人", "门禁", "一般"),
        ("宠物粪便满地", "保洁", "一般"),
        ("夜里有陌生人翻墙进来", "安保", "一般"),
        ("电梯停在四楼和五楼中间，里面关着母女", "电梯", "特急"),
        ("老太太被关在电梯里", "电梯", "特急"),
        ("电梯门打不开，一名孕妇被团在轿厢里", "电梯", "特急"),  # 困, as it is read
        ("电梯门关着时有异响", "电梯", "一般"),
        ("电梯厅的灯坏了两盏", "照明", "一般"),
        ("电梯口有狗粪", "保洁", "一般"),
        ("楼道立管爆裂，水往下流", "管道", "紧急"),
        ("墙里的热水管漏了", "漏水", "一般"),
        ("屋面防水坏了，下雨两间房都在漏", "漏水", "一般"),
        ("银杏枯枝挂在晾衣架上方", "绿化", "一般"),
        ("楼顶平台到处是鸟粪", "保洁", "一般"),
        ("地下水泵房的门没锁", "供水", "一般"),
        ("充电桩坏了", "", "一般"),
        ("消防通道上停满了面包车", "停车", "紧急"),
        ("一辆货车堵在地库出口", "停车", "一般"),
        ("楼道里停满电瓶车，有人充电", "消防", "紧急"),
        ("3号梯停在两层之间，里面困了一对母子", "电梯", "特急"),
        ("地下车库的灯闪个不停", "照明", "一般"),
        ("楼梯间一片漆黑", "照明", "一般"),
        ("楼道里给电瓶车充电", "消防", "紧急"),
        ("全楼没有自来水", "供水", "紧急"),
        ("外墙面砖掉下一大块，砸坏了停着的车", "外墙", "紧急"),
        ("北面墙皮鼓包，有一块掉在停着的轿车上", "外墙", "紧急"),
        ("外墙涂料起皮发黑", "外墙", "一般"),
        ("楼道里堆满纸箱，消防门都推不开", "消防", "紧急"),
        ("左边电梯关人了，按警铃没有人回答", "电梯", "特急"),
        ("高区水泵坏了，十楼以上一滴水也没有", "供水", "一般"),
        ("一滴水也没有", "供水", "一般"),
        ("门禁刷不开，加急！", "门禁", "紧急"),
        ("门禁刷不开，不是很急", "门禁", "一般"),
        ("楼上空调水漏到书房，电线盒也湿了", "漏水", "紧急"),
    ],
)
def test_what_a_description_implies(said: str, kind: str, urgency: str) -> None:
    assert (kind_implied(said), urgency_implied(said)) == (kind, urgency)


def test_what_is_written_goes_before_what_is_implied() -> None:
    assert kind_written("渗水") == "漏水"
    assert urgency_written("不紧急") == "一般"
    reading = check(values(category="管道", urgency="一般"), DIRECTORY)
    assert reading.fields["category"].value == "管道"
    assert reading.fields["urgency"].value == "一般"


def test_a_landline_is_written_in_one_way() -> None:
    numbers = ("02156688230", "021-56688230", "021 5668 8230")
    found = {check(values(phone=number), DIRECTORY).fields["phone"].value for number in numbers}
    assert found == {"021-56688230"}


def test_what_it_is_may_stand_behind_a_community_s_name() -> None:
    assert match("丰翔新城小区", DIRECTORY).name == "丰翔新城"
    assert match("丰翔新苑小区", DIRECTORY).name is None


@pytest.mark.parametrize(
    ("community", "address", "where"),
    [
        ("丰翔新城 3号502室", "", ("丰翔新城", "3号502室")),
        ("丰翔新城3号502室", "", ("丰翔新城", "3号502室")),
        ("祁连一村12-502", "", ("祁连一村", "12-502")),
        ("祁连二村 88弄3号", "", ("祁连二村", "88弄3号")),
        ("丰翔新城三号", "502室", ("丰翔新城", "三号 502室")),
        ("丰翔新城 3号", "3号502室", ("丰翔新城", "3号502室")),
        ("丰翔新苑 3号502室", "", ("丰翔新苑", "3号502室")),
    ],
)
def test_a_door_behind_the_community_is_the_address(
    community: str, address: str, where: tuple[str, str]
) -> None:
    found = check(values(community=community, address=address), DIRECTORY)
    assert (found.fields["community"].value, found.fields["address"].value) == where
    assert (found.verdict is Verdict.DISPATCH) == (where[0] != "丰翔新苑")


@pytest.mark.parametrize(
    "community", ["祁连四村", "丰翔新城二期", "上大路88弄", "上大路5号", "3号"]
)
def test_a_number_within_a_name_is_no_door(community: str) -> None:
    found = check(values(community=community), DIRECTORY)
    assert found.fields["community"].value == community
    assert [doubt.field for doubt in found.doubts] == ["community"]
