"""Rights walked whole: role × deed × status, against a table written out by hand."""

from itertools import combinations, product

import pytest

from models.deed import Deed
from models.lifecycle import NEXT, Decision, Refusal, Why, decide
from models.rights import MAY, Standing, may
from models.tables.ticket import Status
from tests.rules.tickets import MONDAY, RULES, detail, ticket

# Who may, a letter each: L the ticket's lead, F another firm's, C clerk, D dispatcher,
# S secretary-general, X stranger, B the bot itself.
EXPECTED = {
    Deed.DISPATCH: "CDB",
    Deed.ACKNOWLEDGE: "L",
    Deed.PROMISE: "L",
    Deed.CONTACT: "L",
    Deed.REFUSE: "L",
    Deed.SEND_BACK: "D",
    Deed.REASSIGN: "D",
    Deed.ASK_EXTENSION: "L",
    Deed.GRANT: "D",
    Deed.DECLINE: "D",
    Deed.OFFER: "F",
    Deed.ACCEPT_HELP: "LD",
    Deed.THANK: "LD",
    Deed.WITHDRAW: "F",
    Deed.CALL_HELP: "LD",
    Deed.RESOLVE: "LD",
    Deed.ANSWER: "CD",
    Deed.UNREACHED: "CD",
    Deed.REOPEN: "CDS",
    Deed.HOLD: "D",
    Deed.RESUME: "LD",
    Deed.MERGE: "CD",
    Deed.CANCEL: "CD",
    Deed.BACKFILL: "CD",
    Deed.KEEP_RULE: "D",
    Deed.DROP_RULE: "DS",
    Deed.CORRECT: "CD",
    Deed.NOTE: "LFCDS",
    Deed.REMIND: "DSB",
    Deed.ESCALATE: "B",
    Deed.ASK_AGAIN: "B",
    Deed.LAPSE: "B",
    Deed.DISCLOSE: "LCDSB",
    Deed.DENY: "B",
}
LETTER = {
    Standing.LEAD: "L",
    Standing.FIRM: "F",
    Standing.CLERK: "C",
    Standing.DISPATCHER: "D",
    Standing.SECRETARY: "S",
    Standing.STRANGER: "X",
    Standing.BOT: "B",
}


def test_the_table_names_every_deed() -> None:
    assert set(EXPECTED) == set(Deed) == set(MAY)
    assert set(LETTER) == set(Standing)


@pytest.mark.parametrize(("standing", "deed"), list(product(Standing, Deed)))
def test_who_may_do_what_in_every_status(standing: Standing, deed: Deed) -> None:
    allowed = LETTER[standing] in EXPECTED[deed]
    assert may(frozenset({standing}), deed) is allowed
    for status in Status:
        found = decide(ticket(status), deed, frozenset({standing}), MONDAY, RULES, detail(deed))
        if not allowed:
            assert isinstance(found, Refusal)
            own = deed is Deed.OFFER and standing is Standing.LEAD
            assert found.why is (Why.OWN_TICKET if own else Why.NO_RIGHT)
        elif deed in NEXT[status]:
            assert isinstance(found, Decision), (status, found)
        else:
            assert isinstance(found, Refusal)
            assert found.why in (Why.NOT_NOW, Why.ALREADY)


@pytest.mark.parametrize("deed", Deed)
def test_several_posts_allow_what_any_of_them_does(deed: Deed) -> None:
    for pair in combinations(Standing, 2):
        either = any(may(frozenset({one}), deed) for one in pair)
        assert may(frozenset(pair), deed) is either


def test_nobody_at_all_may_do_nothing() -> None:
    assert not [deed for deed in Deed if may(frozenset(), deed)]
