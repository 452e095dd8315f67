import pytest

from bot.ocr.labels.wording import Wording
from models.labels.grammar import UNKNOWN
from models.labels.listed import LABELS
from tests.ocr.writing import doubtful, line

WORDING = Wording(LABELS)
BOX = ((0.0, 0.0), (90.0, 0.0), (90.0, 30.0), (0.0, 30.0))


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("联系电话：13812345678", "phone", "13812345678"),
        ("联系电话", "phone", ""),
        ("联系电话13812345678", "phone", "13812345678"),
        ("（小区）大华一村", None, ""),  # 小区 begins ordinary sentences: it wants its colon
        ("小区: 大华一村", "community", "大华一村"),
        ("、报 修 人：王女士", "caller", "王女士"),
        ("报维人：王女士", "caller", "王女士"),  # one character misread, but its colon is there
        ("报维人王女士", None, ""),
        ("问题出在楼上", None, ""),
        ("业主说水管爆了", None, ""),
        ("处理时间：三天", "", "三天"),  # not 受理时间: what it says exactly comes first
        ("报维地址：3号502室", "address", "3号502室"),  # of two words the longer one
        ("处理结果", "", ""),
        ("联系电话 Tel.", "phone", ""),
        ("12）联系电话：13812345678", "phone", "13812345678"),
        ("4.小区/楼盘（全称）：银都新苑", "community", "银都新苑"),  # stands in no list
        ("报修人联系电话", "phone", ""),
        ("送修/报修日期：3月1日", "time", "3月1日"),
        ("③联系电话", "phone", ""),
        ("13问题描述", "description", ""),  # ⑬, as it is read
        ("单位（小区）：丰翔新城", "community", "丰翔新城"),
        ("地址（小区）：丰翔新城", "community", "丰翔新城"),
        ("电话（家里）：13812345678", "phone", "13812345678"),
        ("线索来自哪个小区？", "community", ""),
        ("向您反映的居民怎么称呼？", "caller", ""),
        ("怎样能找到这位居民（电话）？", "phone", ""),
        ("哪个小区的电话打不通？", None, ""),  # about two
        ("小区读音确认", "community", ""),
        ("手机复述一遍", "phone", ""),
        ("反映人是", "caller", ""),
        ("客户确认", "", ""),
        ("4.1来电时间", "time", ""),
        ("物业服务信息表", None, ""),  # a title
        ("被投诉人：上列企业", "", "上列企业"),
        ("小区（公寓）名：丰翔新城", "community", "丰翔新城"),
        ("小区（楼盘）..丰翔新城", "community", "丰翔新城"),
        ("小区（楼盘）骏华园", "community", "骏华园"),
        ("小区（楼盘）名骏华园", "community", "骏华园"),
        ("小区（门口）骏华园", None, ""),
        ("哪—类：电梯", "category", "电梯"),
        ("项目经理：", "", ""),
        ("值班室：", "", ""),
        ("接报民警/辅警", "operator", ""),
        ("单元Unit", "address", ""),
        ("事由摘要", "description", ""),
        ("尊称", "caller", ""),
        ("来话方：沈桂芳", "caller", "沈桂芳"),
        ("需处理事项", "description", ""),
        ("承接员", "operator", ""),
        ("可联系到", "phone", ""),
        ("哪一小区：丰翔新城", "community", "丰翔新城"),
        ("哪—户：3号502室", "address", "3号502室"),
        ("处置等级", "urgency", ""),
        ("轻重（圈选）", "urgency", ""),
        ("事情：漏水", "description", "漏水"),
        ("当班", "operator", ""),
        ("人：沈桂芳", "caller", "沈桂芳"),
        ("人 沈桂芳", "caller", "沈桂芳"),  # it fits
        ("人 已离开", None, ""),
        ("电13812345678", "phone", "13812345678"),
        ("楼栋-房号", "address", ""),
        ("工号/姓名：袁娟", "operator", "袁娟"),
        ("楼栋—房号", "address", ""),
        ("诉求点位·小区", "community", ""),
        ("诉求点位-门牌：3号502室", "address", "3号502室"),
        ("姓名·电话", "", ""),
        ("中心电话", "", ""),
        ("业务分类/优先级", "", ""),
        ("Ⅱ小区名：丰翔新城", "community", "丰翔新城"),
        ("房号（例：8号302室）：3号502室", "address", "3号502室"),
        ("4.发生了什么问题？", "description", ""),
        ("请您说一下发生了什么。", "description", ""),
        ("坐席判断急缓", "urgency", ""),
        ("哪幢哪室", "address", ""),
        ("要办的事", "description", ""),
        ("处置要求", "urgency", ""),
        ("服务对象", "caller", ""),
        ("坐席签名", "operator", ""),
        ("业主签名", "", ""),
        ("来电者 M：沈桂芳", "caller", "沈桂芳"),
        ("1.请问您贵姓？怎么称呼？", "caller", ""),
        ("您贵姓？沈桂芳", "caller", "沈桂芳"),
        ("2.来电人姓名？沈桂芳", "caller", "沈桂芳"),
        ("6.急不急？（一般/紧急／特急）紧急", "urgency", "紧急"),
        ("◆联系手机：13812345678", "phone", "13812345678"),
        ("详址", "address", ""),
        ("【已采取措施】", "", ""),
        ("联系人/ResidentName", "caller", ""),
        ("值班员/Received by", "operator", ""),
        ("FROM来自：林惠珍", "caller", "林惠珍"),
        ("Type 类型：漏水", "category", "漏水"),
        ("Property物业区域：丰翔新城", "community", "丰翔新城"),
        ("DATE2025年8月6日", "time", "2025年8月6日"),
        ("TIME13:31", "time", "13:31"),
        ("OF何处丰翔新城3号502室", "community", "丰翔新城3号502室"),
        ("Mobile", "phone", ""),
        ("来自 Of：丰翔新城", "community", "丰翔新城"),
        ("主叫号码 Caller's number", "phone", ""),
        ("To 转交：工程部", "", "工程部"),
        (">送达小区：丰翔新城", "community", "丰翔新城"),
        ("来电单位（人）", "caller", ""),
        ("首接人", "operator", ""),
        ("是谁？沈桂芳", "caller", "沈桂芳"),
        ("时间不早了", None, ""),
        ("12月3日17:16接：沈桂芳", "operator", "沈桂芳"),
        ("服务请求记录ServiceRecord", None, ""),  # a title
        ("ABC电梯坏了", None, ""),
        ("二问：您电话多少？", "phone", ""),
        ("「您好，请问您怎么称呼？」沈桂芳", "caller", "沈桂芳"),
        ("您住在哪个小区？几号楼几室？丰翔新城3号502室", "", "丰翔新城3号502室"),
        ("居住区名称", "community", ""),
        ("☎电话：13812345678", "phone", "13812345678"),
        ("【点子】3号502室", UNKNOWN, "3号502室"),
        ("7.钟点几何：下午", UNKNOWN, "下午"),
        ("[管道]紧急", None, ""),  # a kind, and no label
        ("居民诉求卡片", None, ""),
        ("报修单", None, ""),  # no 报修单元号
        ("3号502室", None, ""),
        ("2号电梯困人", None, ""),
        ("住宅小区物业服务热线登记单", None, ""),  # a title
        ("处理结果很不满意", None, ""),
        ("1楼盘名称", "community", ""),
        ("1楼走廊漏水", None, ""),  # a place, and no number of a label
        ("接电话：沈桂芳", "operator", "沈桂芳"),
        ("接电话时请问清这几件事", None, ""),
        ("反馈电话：13812345678", "phone", "13812345678"),
        ("核查结果：", "", ""),
        ("紧急情况：一般", "urgency", "一般"),
        ("怎么称呼您？沈桂芳", "caller", "沈桂芳"),
        ("小区（楼盘）Community", "community", ""),
        ("，室号", "address", ""),  # of a sentence with blanks
        ("受理日时", "time", ""),
        ("受理岗", "operator", ""),
        ("报修户：沈桂芳", "caller", "沈桂芳"),
        ("业主期望", "", ""),
        ("您是哪个小区的？", "community", ""),
        ("哪一号哪一室？", "address", ""),
        ("碰到什么事了？", "description", ""),
        ("回访打哪个号码？", "phone", ""),
        ("问询者", "caller", ""),
        ("修缮科目", "category", ""),
        ("缓急标志：紧急", "urgency", "紧急"),
        ("受理人签字：沈桂芳", "operator", "沈桂芳"),
        ("接：沈桂芳", "operator", "沈桂芳"),
        ("住户签字：沈桂芳", "", "沈桂芳"),
        ("发生地小区", "community", ""),
        ("楼号与室号", "address", ""),
    ],
)
def test_the_label_a_line_begins_with(text: str, name: str | None, value: str) -> None:
    one = line(text, 0, 0)
    found = WORDING.first(one)
    further = next(iter(WORDING.further(text)), None)
    mark = found or further
    assert (mark.name if mark else None) == name
    assert (text[mark.value :] if mark else "") == value


@pytest.mark.parametrize(
    ("share", "name"), [(0.3, "description"), (0.0, None)], ids=["nearly", "not at all"]
)
def test_a_misread_label_on_its_own_counts_where_the_picture_says_so(
    share: float, name: str | None
) -> None:
    one = doubtful("问题搞述", {2: ("描", share)}, BOX)
    found = WORDING.first(one)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("text", "others", "name", "value"),
    [
        ("间题搞述", {0: ("问", 0.3), 2: ("描", 0.3)}, "description", ""),
        ("间题搞述：水管爆了", {0: ("问", 0.3), 2: ("描", 0.3)}, "description", "水管爆了"),
        ("间题搞述：水管爆了", {0: ("问", 0.3)}, None, ""),  # the picture allows one of the two
        ("问是搞达", {}, None, ""),
    ],
)
def test_half_of_a_label_may_be_misread_where_the_picture_says_so(
    text: str, others: dict[int, tuple[str, float]], name: str | None, value: str
) -> None:
    found = WORDING.first(doubtful(text, others, BOX))
    assert (found.name if found else None) == name
    assert (text[found.value :] if found else "") == value


@pytest.mark.parametrize(("text", "name"), [("报修内", "description"), ("业主联系电", "phone")])
def test_a_label_whose_last_character_was_not_read(text: str, name: str) -> None:
    found = WORDING.first(line(text, 0, 0))
    assert found is not None
    assert (found.name, found.value) == (name, len(text))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("园区：上坤公园华庭户号：64号704室", "户号"),  # not 庭户号, though it is like 门户号
        ("朕系电话：13812345678", "朕系电话"),
        ("丰翔新城物业服务处：", None),
    ],
)
def test_the_label_before_a_colon_takes_nothing_of_the_value(text: str, label: str | None) -> None:
    marks = list(WORDING.further(text))
    assert (text[marks[-1].start : marks[-1].end] if marks else None) == label


def test_fields_that_were_read_as_one_line() -> None:
    text = "日期：2025年4月21日 18:45 联系人：贺先生 联系方式：15890272446"
    marks = list(WORDING.further(text))
    assert [(mark.name, text[mark.start : mark.end]) for mark in marks] == [
        ("time", "日期"),
        ("caller", "联系人"),
        ("phone", "联系方式"),
    ]
    assert [text[mark.value :][:4] for mark in marks] == ["2025", "贺先生 ", "1589"]


@pytest.mark.parametrize(
    ("others", "name"),
    [({0: ("小", 0.3), 1: ("区", 0.3)}, "community"), ({0: ("小", 0.3)}, None)],
    ids=["both characters are likely", "one is not"],
)
def test_two_characters_taken_for_others_are_a_label_where_the_picture_says_so(
    others: dict[int, tuple[str, float]], name: str | None
) -> None:
    found = WORDING.first(doubtful("水枢", others, BOX))
    assert (found.name if found else None) == name


def test_a_label_misread_in_its_last_character_is_no_shorter_label_with_a_value() -> None:
    found = WORDING.first(doubtful("小区名种", {3: ("称", 0.3)}, BOX))
    assert found is not None
    assert (found.name, found.value) == ("community", 4)
