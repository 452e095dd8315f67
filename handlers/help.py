"""/help: only what this person may do."""

from html import escape

from bot.services.people import Person, standings
from bot.services.work import Work
from bot.texts import help as texts
from handlers.call import Call


async def show(call: Call) -> None:
    """A line a gesture, for those that this person's posts allow."""
    from handlers.gestures import GESTURES  # the table names this function

    def tell(work: Work, person: Person) -> str:
        own, language = standings(person, None), work.scope.language
        lines = [f"/{g.command} {escape(g.line.word(language))}" for g in GESTURES if g.who & own]
        head = texts.HEAD_STRANGER if person.member is None else texts.HEAD
        return "\n".join([head.say(language), *lines, "", texts.PHOTO.say(language)])

    await call.answer(await call.look(tell))
