"""Pictures and files that the page posts: uploaded ones, and the ready samples."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp.web_request import FileField

from bot.demo.group import GroupInABox
from bot.demo.records import Json, Message
from bot.demo.samples import sample


@dataclass(frozen=True)
class Parcel:
    """One file to be posted."""

    content: bytes
    name: str
    mime: str

    @property
    def is_picture(self) -> bool:
        return self.mime.startswith("image/")


@dataclass(frozen=True)
class Posting:
    """Who posts, where, and how. Several pictures together are an album."""

    user_id: int
    chat_id: int
    as_document: bool = False
    caption: str = ""
    reply_to: int | None = None

    def post(self, group: GroupInABox, parcels: list[Parcel]) -> list[Message]:
        """Raises ValueError without a file; what people's gestures raise besides."""
        if not parcels:
            raise ValueError("没有文件 · no file was sent")
        if len(parcels) > 1 and all(parcel.is_picture for parcel in parcels):
            return group.album(
                self.user_id,
                [parcel.content for parcel in parcels],
                caption=self.caption,
                as_documents=self.as_document,
                reply_to=self.reply_to,
                chat_id=self.chat_id,
            )
        return [self._post_one(group, parcel) for parcel in parcels]

    def _post_one(self, group: GroupInABox, parcel: Parcel) -> Message:
        where: dict[str, Any] = {
            "caption": self.caption,
            "reply_to": self.reply_to,
            "chat_id": self.chat_id,
        }
        if parcel.is_picture and not self.as_document:
            return group.photo(self.user_id, parcel.content, **where)
        return group.document(self.user_id, parcel.content, parcel.name, parcel.mime, **where)


def from_form(form: Mapping[str, Any]) -> tuple[Posting, list[Parcel]]:
    """A multipart form: as, chat, caption, reply_to, as_document, and any number of files."""
    reply_to = str(form.get("reply_to") or "")
    posting = Posting(
        user_id=int(form["as"]),
        chat_id=int(form["chat"]),
        as_document=str(form.get("as_document", "")).lower() in {"1", "true", "on"},
        caption=str(form.get("caption", "")),
        reply_to=int(reply_to) if reply_to.isdigit() else None,
    )
    files = [one for one in form.values() if isinstance(one, FileField)]
    return posting, [Parcel(one.file.read(), one.filename, one.content_type) for one in files]


def from_samples(body: Json) -> tuple[Posting, list[Parcel]]:
    """The samples that the page names. Raises LookupError for an unknown one."""
    posting = Posting(
        int(body["as"]),
        int(body["chat"]),
        bool(body.get("as_document")),
        str(body.get("caption", "")),
        body.get("reply_to"),
    )
    chosen = [sample(name) for name in body["names"]]
    return posting, [Parcel(one.content(), f"{one.name}.jpg", "image/jpeg") for one in chosen]
