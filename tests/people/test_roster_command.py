"""`paidan roster import | export | show`, as typed."""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest
from sqlmodel import Session, create_engine, select

from bot.__main__ import main
from bot.roster_file import RosterRow, read_roster, write_roster
from bot.services.roster import importing
from models.tables.firm import Firm
from tests.people.cast import FURUI, USUAL, WANAN, row

CONFIG = """
[[federations]]
name = "大场镇物业服务联合体"
chat_id = -1001
"""
OTHER = """
[[federations]]
name = "顾村镇物业服务联合体"
chat_id = -1002
"""
Type = Callable[..., tuple[int, str]]


@pytest.fixture
def typed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Type:
    """What a command line answers: its exit code, and all that it prints."""
    (tmp_path / "config.toml").write_text(CONFIG, encoding="utf-8")
    write_roster(tmp_path / "r.csv", USUAL)

    def run(*words: str) -> tuple[int, str]:
        paths = [str(tmp_path / w) if w.endswith((".csv", ".xlsx")) else w for w in words]
        code = main(["roster", *paths, "--config", str(tmp_path / "config.toml")])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


def _firms(folder: Path) -> list[str]:
    with Session(create_engine(f"sqlite:///{folder / 'paidan.db'}")) as session:
        return list(session.exec(select(Firm.name)))


def test_a_dry_run_says_everything_and_changes_nothing(typed: Type, tmp_path: Path) -> None:
    code, said = typed("import", "r.csv", "--dry-run")
    assert code == 0
    assert "新增单位 复瑞物业（物业 property）" in said
    assert "new lead 陈晓东 → 复瑞物业" in said
    assert "以上是试算，什么都没有改。" in said
    assert _firms(tmp_path) == []


def test_taken_in_twice_changes_nothing_the_second_time(typed: Type, tmp_path: Path) -> None:
    assert "已录入。" in typed("import", "r.csv")[1]
    assert sorted(_firms(tmp_path)) == sorted([FURUI, WANAN])
    code, said = typed("import", "r.csv")
    assert (code, said) == (0, "没有变化。\nNothing changes.\n")


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_the_export_is_the_file_again(typed: Type, tmp_path: Path, name: str) -> None:
    typed("import", "r.csv")
    code, said = typed("export", name)
    assert code == 0
    assert "已导出 3 行" in said
    read = [r.cells for r in read_roster(tmp_path / name).rows]
    assert read == [r.cells for r in USUAL]


def _moved(tmp_path: Path) -> None:
    rows: tuple[RosterRow, ...] = (USUAL[0], row(FURUI, "", "徐磊", telegram="@xu_lei"))
    write_roster(tmp_path / "new.csv", (*rows, row(WANAN, "大华二村"), USUAL[2]))


def test_a_day_ahead_is_shown_before_and_after(typed: Type, tmp_path: Path) -> None:
    typed("import", "r.csv")
    _moved(tmp_path)
    assert (
        "自 2099-12-01 起由 复瑞物业 改为 万安物业"
        in (typed("import", "new.csv", "--from", "2099-12-01")[1])
    )
    assert "大华二村：自 2099-12-01 起由" in typed("show")[1]
    typed("export", "before.csv", "--from", "2099-11-30")
    typed("export", "after.csv", "--from", "2099-12-01")
    firms = [
        read_roster(tmp_path / name).directory().firm_of("大华二村")
        for name in ("before.csv", "after.csv")
    ]
    assert firms == [FURUI, WANAN]


def test_firms_and_leads_wait_for_their_day_too(typed: Type, tmp_path: Path) -> None:
    typed("import", "r.csv")
    write_roster(tmp_path / "new.csv", (*USUAL[:2], row("新来物业", "华灵小区", "赵敏")))
    dry = typed("import", "new.csv", "--from", "2099-12-01", "--dry-run")[1]
    assert "自 2099-12-01 起：单位退出 万安物业" in dry
    assert sorted(_firms(tmp_path)) == sorted([FURUI, WANAN])
    real = typed("import", "new.csv", "--from", "2099-12-01")[1]
    assert real.split("已录入")[0] == dry.split("以上是试算")[0]
    for words, firm in ((("show",), WANAN), (("show", "--from", "2099-12-01"), "新来物业")):
        said = typed(*words)[1]
        assert firm in said.split("华灵小区")[0]
    assert "自 2099-12-01 起：新增负责人 赵敏 → 新来物业" in typed("show")[1]
    typed("export", "after.csv", "--from", "2099-12-01")
    assert {r.firm for r in read_roster(tmp_path / "after.csv").rows} == {FURUI, "新来物业"}
    typed("export", "now.csv")
    assert {r.firm for r in read_roster(tmp_path / "now.csv").rows} == {FURUI, WANAN}


def test_of_a_past_day_the_communities_are_told_and_what_is_not_known(
    typed: Type, tmp_path: Path
) -> None:
    typed("import", "r.csv", "--from", "2020-01-01")
    write_roster(tmp_path / "new.csv", USUAL[:2])
    typed("import", "new.csv", "--from", "2024-01-01")
    past = typed("export", "then.csv", "--from", "2021-01-01")[1]
    assert "小区归属是 2021-01-01 那天的；单位资料和负责人没有旧档" in past
    assert "没有旧档" in typed("show", "--from", "2021-01-01")[1]
    assert read_roster(tmp_path / "then.csv").directory().firm_of("华灵小区") == WANAN
    now = typed("export", "now.csv")[1]
    assert "没有旧档" not in now
    assert {r.firm for r in read_roster(tmp_path / "now.csv").rows} == {FURUI}


def test_a_faulty_row_at_the_end_leaves_nothing_half_taken_in(typed: Type, tmp_path: Path) -> None:
    good = (tmp_path / "r.csv").read_text(encoding="utf-8-sig")
    (tmp_path / "bad.csv").write_text(good + "锦程物业,公司\n", encoding="utf-8")
    code, said = typed("import", "bad.csv")
    assert code == 1
    assert "第 5 行：类型应为" in said
    assert _firms(tmp_path) == []


def test_an_import_that_breaks_off_leaves_nothing(
    typed: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_lead", _breaks)
    with pytest.raises(OSError, match="no power"):
        typed("import", "r.csv")
    assert _firms(tmp_path) == []


def _breaks(*_: object) -> None:
    raise OSError("no power")


def test_ten_thousand_rows_take_seconds(typed: Type, tmp_path: Path) -> None:
    rows = [
        row(f"第{i % 300}物业", f"第{i}小区", f"负责人{i}", telegram=str(10**6 + i))
        for i in range(10_000)
    ]
    write_roster(tmp_path / "big.csv", rows)
    began = perf_counter()
    code, said = typed("import", "big.csv", "--dry-run")
    assert code == 0
    assert "小区 10000 个，负责人 10000 位" in said
    assert perf_counter() - began < 30, "pairs are found by key, not one by one"


def test_it_shows_who_serves_what_and_who_is_still_to_join(typed: Type) -> None:
    typed("import", "r.csv")
    said = typed("show")[1]
    for words in ("丰翔新城、大华二村", "陈晓东 51", "徐磊 @xu_lei", "林海峰 （待加入）"):
        assert words in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import", "none.csv"), "找不到花名册"),
        (("import",), "请写文件名"),
        (("export",), "请写文件名"),
        (("export", "folder/out.csv"), "写不了"),
        (("show", "--federation", "没有的"), "配置里没有「没有的」，有：大场镇物业服务联合体"),
    ],
)
def test_a_mistake_is_one_sentence_and_exit_code_one(
    typed: Type, words: tuple[str, ...], said: str
) -> None:
    code, answer = typed(*words)
    assert code == 1
    assert answer.startswith(said)


def test_of_several_federations_one_must_be_named(typed: Type, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(CONFIG + OTHER, encoding="utf-8")
    code, said = typed("import", "r.csv")
    assert code == 1
    assert "大场镇物业服务联合体、顾村镇物业服务联合体" in said
    assert typed("import", "r.csv", "--federation", "顾村")[0] == 0
    assert "复瑞物业" in typed("show", "--federation", "顾村镇物业服务联合体")[1]
    assert "复瑞物业" not in typed("show", "--federation", "大场")[1]
