"""How the server says no: Telegram's status, Telegram's words."""

from bot.demo.records import Json


class RefusalError(Exception):
    """An answer with `ok: false`. `description` is Telegram's own sentence."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    def answer(self) -> Json:
        body: Json = {"ok": False, "error_code": self.status, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(why: str) -> RefusalError:
    return RefusalError(400, f"Bad Request: {why}")


def forbidden(why: str) -> RefusalError:
    return RefusalError(403, f"Forbidden: {why}")


def conflict(why: str) -> RefusalError:
    return RefusalError(409, f"Conflict: {why}")


def too_many_requests(retry_after: int) -> RefusalError:
    """`retry_after` in whole seconds, at least one."""
    sentence = f"Too Many Requests: retry after {retry_after}"
    return RefusalError(429, sentence, retry_after=retry_after)
