"""Triggers that keep the record append-only: only its free text may be emptied."""

from alembic import op

_FROZEN = "federation_id, ticket_id, deed, at, actor_id, firm_id, facts"


def guard_events() -> None:
    """Refuse every deletion of an event, and every change but that its note is emptied."""
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgresql()


def _guard_sqlite() -> None:
    refuse = "BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END"
    op.execute(f"CREATE TRIGGER event_frozen BEFORE UPDATE OF id, {_FROZEN} ON event {refuse}")
    changed = "BEFORE UPDATE OF note ON event WHEN NEW.note <> ''"
    op.execute(f"CREATE TRIGGER event_note {changed} {refuse}")
    op.execute(f"CREATE TRIGGER event_kept BEFORE DELETE ON event {refuse}")


def _guard_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the record is append-only'; END $$"
    )
    refuse = "EXECUTE FUNCTION refuse_event_change()"
    for name, change, each in (
        ("event_frozen", f"UPDATE OF id, {_FROZEN}", "FOR EACH ROW"),
        ("event_note", "UPDATE OF note", "FOR EACH ROW WHEN (NEW.note <> '')"),
        ("event_kept", "DELETE", "FOR EACH ROW"),
        ("event_all_kept", "TRUNCATE", "FOR EACH STATEMENT"),
    ):
        op.execute(f"CREATE TRIGGER {name} BEFORE {change} ON event {each} {refuse}")
