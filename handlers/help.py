"""/help: only what this person may do."""

from html import escape

from bot.services.people import Person, standings
from bot.services.work import Work
from bot.texts import help as texts
from handlers.call import Call
from handlers.gestures import EVERYONE, GESTURES, Gesture
from models.deed import Deed
from models.rights import MAY


async def show(call: Call) -> None:
    """A line a gesture, for those that this person's posts allow."""

    def tell(work: Work, person: Person) -> str:
        own, language = standings(person, None), work.scope.language
        lines = [f"/{g.command} {escape(g.line.word(language))}" for g in ALL if g.who & own]
        head = texts.HEAD_STRANGER if person.member is None else texts.HEAD
        if own & MAY[Deed.DISPATCH]:
            lines += ["", texts.PHOTO.say(language)]
        if own & MAY[Deed.CORRECT]:
            lines.append(texts.CORRECT.say(language))
        return "\n".join([head.say(language), *lines])

    await call.tell(await call.look(tell))


ALL: tuple[Gesture, ...] = (*GESTURES, Gesture("help", ("帮助",), show, EVERYONE))
