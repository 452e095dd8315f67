"""A firm and a ticket are found by words however they are capitalised, on both databases."""

from bot.services import people, tickets
from bot.services.work import Work
from tests.people.cast import row, take_in
from tests.report.cast import ticket


def test_a_firm_is_found_whatever_its_capitals(work: Work) -> None:
    take_in(work, row("ABC物业", "丰翔新城"), row("ABC物业二部", "华灵小区"))
    for words, name in (("abc物业", "ABC物业"), ("Abc物业二", "ABC物业二部")):
        found = people.firm_named(work.session, work.scope, words)
        assert found is not None
        assert found.name == name


def test_a_ticket_is_found_whatever_its_capitals(work: Work) -> None:
    take_in(work, row("ABC物业", "丰翔新城"))
    firm = people.firm_named(work.session, work.scope, "ABC物业")
    assert firm is not None
    words = {"address": "A座302室", "description": "POS机旁漏水"}
    work.session.add(ticket(1, firm_id=firm.id, community_id=None, **words))
    work.session.flush()
    count, _ = tickets.search(work.session, work.scope, ["a座", "pos机"], 5)
    assert count == 1
