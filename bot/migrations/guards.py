"""Triggers that keep the record append-only: only its free text may be emptied."""

from alembic import op

_FROZEN = "federation_id, ticket_id, deed, at, actor_id, firm_id, facts"


def guard_events() -> None:
    """Refuse every change of an event but to its note, and every deletion."""
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgresql()


def _guard_sqlite() -> None:
    refuse = "BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END"
    op.execute(f"CREATE TRIGGER event_frozen BEFORE UPDATE OF id, {_FROZEN} ON event {refuse}")
    op.execute(f"CREATE TRIGGER event_kept BEFORE DELETE ON event {refuse}")


def _guard_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the record is append-only'; END $$"
    )
    call = "FOR EACH ROW EXECUTE FUNCTION refuse_event_change()"
    op.execute(f"CREATE TRIGGER event_frozen BEFORE UPDATE OF id, {_FROZEN} ON event {call}")
    op.execute(f"CREATE TRIGGER event_kept BEFORE DELETE ON event {call}")
