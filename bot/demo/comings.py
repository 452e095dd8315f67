"""Who comes and goes: joining, leaving, renaming, the bot's rights, the group's migration."""

import secrets
from dataclasses import replace

from bot.demo import wire
from bot.demo.cast import Person
from bot.demo.methods.membership import member
from bot.demo.records import Chat, Json, Service
from bot.demo.world import World


class Comings:
    """Changes of the group itself."""

    world: World

    def join(self, person: Person) -> None:
        """Let somebody, known or new, into the group."""
        people, group = self.world.state.people, self.world.group
        known = people.setdefault(person.id, replace(person))
        old = member(self.world, group, known)
        group.members.append(known.id)
        self._announce("chat_member", known, old)
        notice = self.world.new_message(group, known)
        notice.service = Service("new_chat_members", user_id=known.id)
        self.world.post(notice)
        self.world.changed("members")

    def leave(self, user_id: int) -> None:
        """Let somebody leave the group."""
        person, group = self.world.state.people[user_id], self.world.group
        old = member(self.world, group, person)
        group.members.remove(user_id)
        self._announce("chat_member", person, old)
        notice = self.world.new_message(group, person)
        notice.service = Service("left_chat_member", user_id=user_id)
        self.world.post(notice)
        self.world.changed("members")

    def rename(self, user_id: int, *, username: str | None = None, name: str | None = None) -> None:
        """Change a name or @name ('' takes the @name away). Telegram tells no bot of it."""
        person = self.world.state.people[user_id]
        if username is not None:
            person.username = username or None
        if name is not None:
            person.name = name
        self.world.changed("members")

    def make_admin(self, admin: bool) -> None:
        """Make the bot an administrator of the group, or a plain member."""
        old = member(self.world, self.world.group, self.world.bot)
        self.world.state.bot_is_admin = admin
        self._announce("my_chat_member", self.world.bot, old)
        self.world.changed("members")

    def set_privacy(self, on: bool) -> None:
        """Turn the bot's privacy mode on or off, as BotFather does."""
        self.world.state.privacy = on

    def remove_bot(self) -> None:
        """Take the bot out of the group."""
        old = member(self.world, self.world.group, self.world.bot)
        self.world.group.members.remove(self.world.bot.id)
        self._announce("my_chat_member", self.world.bot, old)

    def migrate(self) -> int:
        """Turn the group into a supergroup with a new id → that id. The old chat falls silent."""
        state, old = self.world.state, self.world.group
        new_id = -1_000_000_000_000 - 4_000_000_000 - secrets.randbelow(10**8)
        new = Chat(new_id, "supergroup", old.title, list(old.members), instance=old.instance)
        state.chats[new_id] = new
        self._moved(old, Service("migrate_to_chat_id", chat_id=new_id))
        old.migrated_to, state.group_id = new_id, new_id
        self._moved(new, Service("migrate_from_chat_id", chat_id=old.id))
        self.world.changed("members")
        return new_id

    def _moved(self, chat: Chat, service: Service) -> None:
        owner = self._owner()
        notice = self.world.new_message(chat, owner)
        notice.service = service
        self.world.post(notice)

    def _owner(self) -> Person:
        people = self.world.state.people.values()
        return next(person for person in people if person.role == "secretary")

    def _announce(self, kind: str, person: Person, old: Json) -> None:
        """Tell the bot of a changed membership; of others' only when it is an administrator."""
        if kind == "chat_member" and not self.world.state.bot_is_admin:
            return
        actor = self._owner() if person is self.world.bot else person
        group = self.world.group
        change = (old, member(self.world, group, person))
        body = wire.member_change(self.world.state, self.world.now(), group, actor, change)
        self.world.tell_bot(kind, group.id, body)
