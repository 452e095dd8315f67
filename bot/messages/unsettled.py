"""Forms that wait for an answer, a line each: what the group may know of them, and where to go."""

from collections.abc import Sequence
from html import escape

from bot.messages.view import View
from bot.texts import lookups as texts
from bot.texts import questions
from models.privacy import mask_text
from models.tables.form import Form

MOST = 10  # lines


def unsettled(view: View, forms: Sequence[Form]) -> list[str]:
    """The oldest, and how many there are besides; nothing where there are none."""
    if not forms:
        return []
    lines = [view.say(texts.UNSETTLED, count=len(forms)), *(_line(view, f) for f in forms[:MOST])]
    if len(forms) > MOST:
        lines.append(view.say(texts.MORE, count=len(forms) - MOST))
    return lines


def _line(view: View, form: Form) -> str:
    said = form.said()
    community = escape(mask_text(said.get("community", ""), [said.get("caller", "")]))
    asked = "、".join(view.word(questions.FIELD[doubt.field]) for doubt in form.open_doubts())
    settle = f'<a href="{view.link(f"form_{form.id}")}">{view.word(texts.SETTLE)}</a>'
    parts = (view.time(form.filed_at), community, f"{asked}？", settle)
    return "❓ " + " · ".join(part for part in parts if part)
