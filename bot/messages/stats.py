"""/stats: the figures as a picture with a caption; as an album where many firms are in them."""

from datetime import datetime

from bot.messages.outgoing import Outgoing
from bot.messages.view import View
from bot.pictures.stats import draw_stats
from bot.services.report import tally
from bot.texts.stats import stats_text
from models.tables.federation import Federation
from models.tables.message import Message


def render(view: View, message: Message) -> Outgoing:
    """Counted when its turn comes."""
    start, end = (datetime.fromisoformat(message.facts[name]) for name in ("start", "end"))
    label, mode = message.facts["label"], view.scope.settings.percent
    figures = tally(view.session, view.scope.id, start, end, now=view.now)
    title = view.session.get_one(Federation, view.scope.id).name
    first, *further = draw_stats(
        figures, title=title, period=label, percent_mode=mode, zone=view.scope.zone
    )
    return Outgoing(
        message.chat_id,
        text=stats_text(figures, label, mode, view.language),
        picture=first,
        album=tuple(further),
        reply_to=message.reply_to,
    )
