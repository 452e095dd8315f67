"""config.toml and the environment → settings. An error names file, key and what is allowed."""

import tomllib
from datetime import date, time
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from bot.config_errors import ConfigError, explain
from bot.texts.text import Language
from models.calendar import WorkingHours
from models.deadlines import DEFAULTS, Limits, Rules, Span
from models.intake import FIELDS
from models.tier import Tier

Weekday = Annotated[int, Field(ge=0, le=6)]
Id = Annotated[int, Field(gt=-(2**52), lt=2**52)]  # Telegram's have no more bits
FieldName = Annotated[str, Field(pattern=f"^({'|'.join(FIELDS)})$")]


class Section(BaseModel):
    """A section of the file: an unknown key is an error, not a silent default."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Telegram(Section):
    """`base_url` and `base_file_url` point to another Bot API server."""

    token: str = ""
    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"


class DatabaseSettings(Section):
    """An SQLAlchemy URL: sqlite:///paidan.db or postgresql+psycopg://user@host/name."""

    url: str = "sqlite:///paidan.db"


class Photos(Section):
    """Where the photos are kept."""

    dir: Path = Path("photos")


class Reading(Section):
    """The reader: its engine, how many worker processes, and seconds that a page may take."""

    engine: Literal["rapidocr", "tesseract"] = "rapidocr"
    readers: int = Field(default=1, ge=1, le=16)
    seconds: float = Field(default=10.0, gt=0)


class ClockSettings(Section):
    """`shift_file` winds the clock of drills and demos; see clock.py."""

    zone: str = "Asia/Shanghai"
    shift_file: Path | None = None

    @field_validator("zone")
    @classmethod
    def _known(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (KeyError, ValueError):
            raise ValueError("a time zone such as Asia/Shanghai") from None
        return zone


class Hours(Section):
    """Working hours; `days` counts from 0, Monday. `holidays` are not worked, `workdays` (调休)
    are, whatever day of the week they are."""

    start: time = time(8, 30)
    end: time = Field(default=time(17, 30), validate_default=True)
    days: tuple[Weekday, ...] = Field(default=(0, 1, 2, 3, 4), min_length=1)
    holidays: tuple[date, ...] = ()
    workdays: tuple[date, ...] = ()

    @field_validator("end")
    @classmethod
    def _after_start(cls, end: time, info: ValidationInfo) -> time:
        if end <= info.data.get("start", time.min):
            raise ValueError("not after start")
        return end

    def worked(self, zone: ZoneInfo) -> WorkingHours:
        """The same as the rules count with."""
        free, instead = frozenset(self.holidays), frozenset(self.workdays)
        return WorkingHours(self.start, self.end, frozenset(self.days), zone, free, instead)


class TierLimits(Section):
    """A tier's limits as people write them: 30m, 24h, 7d, 2wh, 1wd."""

    acknowledge: str | None = None
    contact: str | None = None
    done: str | None = None

    @field_validator("acknowledge", "contact", "done")
    @classmethod
    def _span(cls, text: str | None) -> str | None:
        if text is not None:
            Span.parse(text)
        return text

    def over(self, default: Limits) -> Limits:
        """These limits, with the default where none is set."""
        names = ("acknowledge", "contact", "done")
        own = {n: Span.parse(text) for n in names if (text := getattr(self, n)) is not None}
        return Limits(**{n: own.get(n, getattr(default, n)) for n in names})


class FederationSettings(Section):
    """One group. The roster file is taken in when the database has none for this group."""

    name: str
    chat_id: Id
    roster: Path | None = None
    duty: tuple[Id, ...] = ()
    dispatchers: tuple[Id, ...] = ()
    secretaries: tuple[Id, ...] = ()
    language: Language = "zh"
    percent: Literal["truncate", "round"] = "truncate"
    delete_photos: bool = False
    hotline: str = ""
    area_code: str = Field(default="", pattern=r"^(0\d{2,3})?$")
    hours: Hours = Hours()
    limits: dict[Tier, TierLimits] = Field(default_factory=dict)
    labels: dict[FieldName, tuple[str, ...]] = Field(default_factory=dict)

    def rules(self, zone: ZoneInfo) -> Rules:
        """This federation's clockwork."""
        own = {tier: t.over(DEFAULTS[tier]) for tier, t in self.limits.items()}
        return Rules(self.hours.worked(zone), {**DEFAULTS, **own})


class Settings(BaseSettings):
    """All settings. The environment overrides the file: PAIDAN_<SECTION>__<KEY>, and
    PAIDAN_FEDERATIONS, a JSON list of all."""

    model_config = SettingsConfigDict(
        env_prefix="PAIDAN_", env_nested_delimiter="__", extra="forbid", frozen=True
    )

    telegram: Telegram = Telegram()
    database: DatabaseSettings = DatabaseSettings()
    photos: Photos = Photos()
    reading: Reading = Reading()
    clock: ClockSettings = ClockSettings()
    federations: tuple[FederationSettings, ...] = ()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment goes before the file (which `load` passes as init values)."""
        return env_settings, init_settings

    @property
    def zone(self) -> ZoneInfo:
        """The federations' time zone."""
        return ZoneInfo(self.clock.zone)

    @property
    def labels(self) -> dict[str, tuple[str, ...]]:
        """The wordings of all federations' forms by field: the readers are everybody's."""
        found: dict[str, tuple[str, ...]] = {}
        for federation in self.federations:
            for field, words in federation.labels.items():
                found[field] = (*found.get(field, ()), *words)
        return found

    def federation(self, configured_chat_id: int) -> FederationSettings | None:
        """The settings of the group that the file names by this id."""
        return next((f for f in self.federations if f.chat_id == configured_chat_id), None)


def load(path: Path) -> Settings:
    """Settings of the file at `path` under the environment. Paths in it are relative to it.

    Raises ConfigError when the file is missing, is no TOML, or a key is wrong."""
    try:
        settings = Settings(**_read(path))
    except ValidationError as error:
        raise ConfigError(explain(path, error)) from None
    except SettingsError as error:
        raise ConfigError(
            f"环境变量 PAIDAN_… 写得不对，列表要用 JSON / a PAIDAN_… variable is wrong: {error}"
        ) from None
    return _anchored(settings, path.resolve().parent)


def _read(path: Path) -> dict[str, Any]:
    if not path.is_file():
        raise ConfigError(
            f"找不到配置文件 {path}：请把 config.example.toml 复制成它再填写。"
            f" / No config file {path}: copy config.example.toml there and fill it in."
        )
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))  # Notepad may sign it
    except ValueError as error:
        raise ConfigError(
            f"{path} 不是有效的 TOML，请检查引号、方括号，并存为 UTF-8"
            f" / is not valid TOML in UTF-8: {error}"
        ) from None


def _anchored(settings: Settings, folder: Path) -> Settings:
    """The same settings with relative paths made absolute, from the file's own folder."""
    federations = tuple(
        f.model_copy(update={"roster": folder / f.roster}) if f.roster else f
        for f in settings.federations
    )
    prefix = "sqlite:///"
    url = settings.database.url
    if url.startswith(prefix) and not url.startswith(prefix + ":memory:"):
        url = prefix + str(folder / url.removeprefix(prefix))
    shift = settings.clock.shift_file
    clock = {"shift_file": folder / shift} if shift else {}
    return settings.model_copy(
        update={
            "federations": federations,
            "database": settings.database.model_copy(update={"url": url}),
            "photos": settings.photos.model_copy(update={"dir": folder / settings.photos.dir}),
            "clock": settings.clock.model_copy(update=clock),
        }
    )
