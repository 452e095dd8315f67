"""What an import will change, case by case: the usual roster is known, then one row differs."""

from datetime import date, datetime

import pytest
from sqlmodel import select

from bot.roster_file import RosterRow
from bot.services.roster import stored
from bot.services.roster.changes import Plan
from bot.services.work import Work
from models.tables.community import TRUSTED_AFTER
from models.tables.firm import Firm, FirmKind
from models.tables.ticket import Ticket
from tests.people.cast import FURUI, NOW, SHANGHAI, USUAL, WANAN, file, row, take_in

FENGXIANG, DAHUA, HUALING = USUAL
DECEMBER = date(2024, 12, 20)


def _plan(work: Work, *rows: RosterRow, on: date | None = None) -> Plan:
    return stored.plan(work.session, work.scope, file(*rows), work.now, on)


def _said(plan: Plan) -> list[str]:
    return plan.sentences("zh")


def test_the_first_import_says_all_there_is(work: Work) -> None:
    assert _said(_plan(work, *USUAL)) == [
        "新增单位 复瑞物业（物业）",
        "新增单位 万安物业（物业）",
        "新增小区 丰翔新城 → 复瑞物业（自 2024-12-02）",
        "新增小区 大华二村 → 复瑞物业（自 2024-12-02）",
        "新增小区 华灵小区 → 万安物业（自 2024-12-02）",
        "丰翔新城 又名 丰翔",
        "新增负责人 陈晓东 → 复瑞物业",
        "新增负责人 徐磊 → 复瑞物业",
        "新增负责人 林海峰 → 万安物业",
    ]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (USUAL, []),
        ((DAHUA, HUALING, FENGXIANG), []),
        ((*USUAL, row(WANAN, "锦秋花园")), ["新增小区 锦秋花园 → 万安物业（自 2024-12-02）"]),
        (
            (
                FENGXIANG,
                row(FURUI, "", "徐磊", telegram="@xu_lei"),
                HUALING,
                row(WANAN, "大华二村"),
            ),
            ["大华二村：自 2024-12-02 起由 复瑞物业 改为 万安物业，旧工单不变"],
        ),
        (
            (FENGXIANG, row(FURUI, "", "徐磊", telegram="@xu_lei"), HUALING),
            ["大华二村：自 2024-12-02 起无人服务（原 复瑞物业）"],
        ),
        ((*USUAL, row(FURUI, "大华二村", aliases=("大华",))), ["大华二村 又名 大华"]),
        (
            (
                row(FURUI, "丰翔新城", "陈晓东"),
                row(FURUI, "大华二村", "徐磊", aliases=("丰翔",)),
                HUALING,
            ),
            ["「丰翔」改指 大华二村（原 丰翔新城）"],
        ),
        (
            (row(FURUI, "丰翔新城", "陈晓东", telegram="51"), DAHUA, HUALING),
            ["丰翔新城 不再又名 丰翔"],
        ),
        (
            (row(FURUI, "丰翔新城", "陈晓东", aliases=("翔城",), telegram="51"), DAHUA, HUALING),
            ["丰翔新城 又名 翔城", "丰翔新城 不再又名 丰翔"],
        ),
        ((*USUAL, row(WANAN, "", "赵敏")), ["新增负责人 赵敏 → 万安物业"]),
        (
            (row(FURUI, "丰翔新城"), DAHUA, HUALING, row(WANAN, "", "陈晓东", telegram="51")),
            ["丰翔新城 不再又名 丰翔", "负责人 陈晓东：复瑞物业 → 万安物业"],
        ),
        ((FENGXIANG, row(FURUI, "大华二村"), HUALING), ["徐磊 不再是 复瑞物业 的负责人"]),
        (
            (FENGXIANG, row(FURUI, "大华二村", "徐磊", telegram="52"), HUALING),
            ["复瑞物业 徐磊：联系方式或姓名更新"],
        ),
        (
            (FENGXIANG, row(FURUI, "大华二村", "徐磊", telegram="@XU_LEI"), HUALING),
            [],
        ),
        (
            (row(FURUI, "丰翔新城", "陈东", telegram="51"), DAHUA, HUALING),
            ["丰翔新城 不再又名 丰翔", "复瑞物业 陈东：联系方式或姓名更新"],
        ),
        (
            (row(FURUI, "丰翔新城", "陈晓东", telegram="77"), DAHUA, HUALING),
            [
                "丰翔新城 不再又名 丰翔",
                "新增负责人 陈晓东 → 复瑞物业",
                "陈晓东 不再是 复瑞物业 的负责人",
            ],
        ),
        (
            (*USUAL, row(WANAN, kind=FirmKind.SPECIALIST, skills=("电梯",))),
            ["万安物业：专业机构，专长 电梯"],
        ),
        (
            (*USUAL, row("蓝盾消防", kind=FirmKind.SPECIALIST)),
            [
                "新增单位 蓝盾消防（专业机构）",
                "⚠️ 蓝盾消防 没有负责人，派单时没人可 @。请补一行，或用 /invite 蓝盾消防",
            ],
        ),
        (
            (FENGXIANG, DAHUA),
            [
                "单位退出 万安物业（记录保留）",
                "华灵小区：自 2024-12-02 起无人服务（原 万安物业）",
                "林海峰 不再是 万安物业 的负责人",
            ],
        ),
    ],
)
def test_it_says_what_a_changed_file_changes(
    work: Work, rows: tuple[RosterRow, ...], said: list[str]
) -> None:
    take_in(work, *USUAL)
    assert _said(_plan(work, *rows)) == said
    take_in(work, *rows)
    assert _plan(work, *rows).changes == ()


def test_a_firm_that_leaves_open_tickets_is_warned_of(work: Work) -> None:
    take_in(work, *USUAL)
    wanan = next(f for f in work.session.exec(select(Firm)) if f.name == WANAN)
    work.session.add(
        Ticket(
            federation_id=1,
            number=1,
            firm_id=wanan.id or 0,
            poster_id=1,
            accepted_at=NOW,
            dispatched_at=NOW,
            held_since=NOW,
            ack_due=NOW,
            done_due=NOW,
        )
    )
    work.session.flush()
    assert "⚠️ 万安物业 退出时还有 1 张未结工单，请派单员转派" in _said(
        _plan(work, FENGXIANG, DAHUA)
    )


def test_a_day_ahead_is_said_of_every_change(work: Work) -> None:
    take_in(work, *USUAL)
    rows = (row(FURUI, "丰翔新城", aliases=("翔城",)), DAHUA, row("新来物业", "华灵小区", "赵敏"))
    plan = _plan(work, *rows, on=DECEMBER)
    assert plan.on == datetime(2024, 12, 20, tzinfo=SHANGHAI)
    assert _said(plan) == [
        "自 2024-12-20 起：新增单位 新来物业（物业）",
        "自 2024-12-20 起：单位退出 万安物业（记录保留）",
        "华灵小区：自 2024-12-20 起由 万安物业 改为 新来物业，旧工单不变",
        "自 2024-12-20 起：丰翔新城 又名 翔城",
        "自 2024-12-20 起：丰翔新城 不再又名 丰翔",
        "自 2024-12-20 起：新增负责人 赵敏 → 新来物业",
        "自 2024-12-20 起：陈晓东 不再是 复瑞物业 的负责人",
        "自 2024-12-20 起：林海峰 不再是 万安物业 的负责人",
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("丰翔新苑", "⚠️ 第 2 行：丰翔新苑 与 丰翔新城 只差一个字"),
        ("丰翔城", "⚠️ 第 2 行：丰翔城 与 丰翔新城 只差一个字"),
        ("大华一村", ""),
        ("华林小区", "⚠️ 第 2 行：华林小区 与 华灵小区 只差一个字"),
        ("锦秋花园", ""),
    ],
)
def test_a_new_community_that_resembles_another_is_pointed_out(
    work: Work, name: str, said: str
) -> None:
    take_in(work, *USUAL)
    plan = _plan(work, *USUAL, row(WANAN, name))
    assert [n.split("。")[0] for n in plan.noted("zh")] == ([said] if said else [])
    take_in(work, *USUAL, row(WANAN, name))
    assert _plan(work, *USUAL, row(WANAN, name)).notes == (), "said once"


@pytest.mark.parametrize(("name", "count"), [("福瑞物业", 1), ("复利物业", 0), ("安万物业", 0)])
def test_a_firms_name_that_sounds_like_another_is_pointed_out(
    work: Work, name: str, count: int
) -> None:
    notes = _plan(work, *USUAL, row(name, "", "赵敏")).notes
    assert len([n for n in notes if n.word == "alike"]) == count


def _learn(work: Work, community: str, alias: str) -> None:
    for _ in range(TRUSTED_AFTER):
        stored.learn_alias(work.session, work.scope, community, alias)


def test_a_name_learned_from_clerks_stays_when_the_file_lacks_it(work: Work) -> None:
    take_in(work, *USUAL)
    _learn(work, "华灵小区", "华灵")
    assert _plan(work, *USUAL).changes == ()


def test_a_learned_name_that_a_file_lists_is_taken_back_by_one_that_lacks_it(work: Work) -> None:
    take_in(work, *USUAL)
    _learn(work, "华灵小区", "华灵")
    listed = (*USUAL, row(WANAN, "华灵小区", aliases=("华灵",)))
    said = "华灵小区 又名 华灵：原是群里学到的，现已在花名册上"
    assert _said(take_in(work, *listed)) == [said]
    assert _said(take_in(work, *USUAL)) == ["华灵小区 不再又名 华灵"]
    _learn(work, "华灵小区", "华灵")
    assert _plan(work, *USUAL).changes == ()


def test_a_name_that_a_community_had_comes_back_only_with_a_file(work: Work) -> None:
    """A community that nobody serves goes by no name."""
    take_in(work, *USUAL)
    assert not take_in(work, DAHUA, HUALING).aliases
    assert "丰翔新城 不再又名 丰翔" in _said(_plan(work, DAHUA, HUALING, row(FURUI, "丰翔新城")))


def test_a_lead_on_several_rows_is_one_lead(work: Work) -> None:
    plan = take_in(work, FENGXIANG, row(FURUI, "大华二村", "陈晓东"), row(FURUI, "", "陈晓东"))
    assert [(c.name, c.wanted.phone if c.wanted else "") for c in plan.leads] == [
        ("陈晓东", "13900000051")
    ]


def test_it_speaks_english_too_and_counts_without_naming_people(work: Work) -> None:
    plan = _plan(work, *USUAL)
    assert plan.sentences("en")[0] == "new firm 复瑞物业 (property)"
    assert plan.summary("zh") == "花名册：单位 2 家，小区 3 个，别名 1 个，负责人 3 位有变化"
    assert stored.plan(work.session, work.scope, file(), work.now).summary("zh") == "没有变化。"


def test_only_what_changes_is_counted(work: Work) -> None:
    take_in(work, *USUAL)
    plan = _plan(work, *USUAL, row(FURUI, "大华二村", aliases=("大华",)))
    assert plan.summary("zh") == "花名册：别名 1 个有变化"
