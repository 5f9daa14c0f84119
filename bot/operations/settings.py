"""Settings from the environment or a .env file; every one has a default that works."""

import os
import re
from pathlib import Path
from typing import Annotated

from dotenv import dotenv_values
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    HttpUrl,
    SecretStr,
    ValidationError,
)

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


class SettingsError(Exception):
    """A setting is wrong; the message is one sentence that names the variable and the mend."""


def _database_url(url: SecretStr | None) -> SecretStr | None:
    if url is None:
        return None
    if url.get_secret_value().partition(":")[0] not in ("sqlite", "postgresql+psycopg"):
        raise ValueError("must begin with postgresql+psycopg:// or sqlite:///")
    return url


def _telegram_token(token: SecretStr | None) -> SecretStr | None:
    if token is None or not token.get_secret_value():
        return None
    number, _, rest = token.get_secret_value().partition(":")
    if not (number.isascii() and number.isdecimal() and rest):
        raise ValueError("does not look like the token that BotFather gives (123456:ABC-...)")
    return token


def _webhook_secret(secret: SecretStr | None) -> SecretStr | None:
    if secret is not None and not _SECRET.fullmatch(secret.get_secret_value()):
        raise ValueError("must be 1 to 256 letters, digits, _ and -")
    return secret


class Settings(BaseModel):
    """What is in force. Secrets are masked wherever settings are shown."""

    model_config = ConfigDict(extra="ignore", frozen=True, populate_by_name=True)

    host: str = Field("127.0.0.1", validation_alias="GONGYOU_HOST")
    port: int = Field(8080, ge=0, le=65535, validation_alias="GONGYOU_PORT")
    public_url: HttpUrl | None = Field(None, validation_alias="GONGYOU_PUBLIC_URL")
    data: Path = Field(Path(".data"), validation_alias="GONGYOU_DATA")
    database_url: Annotated[SecretStr | None, AfterValidator(_database_url)] = Field(
        None, validation_alias="DATABASE_URL"
    )
    master_key_file: Path | None = Field(None, validation_alias="GONGYOU_MASTER_KEY_FILE")
    telegram_token: Annotated[SecretStr | None, AfterValidator(_telegram_token)] = Field(
        None, validation_alias="TELEGRAM_TOKEN"
    )
    telegram_base_url: str | None = Field(None, validation_alias="TELEGRAM_BASE_URL")
    telegram_file_url: str | None = Field(None, validation_alias="TELEGRAM_FILE_URL")
    telegram_webhook_url: HttpUrl | None = Field(None, validation_alias="TELEGRAM_WEBHOOK_URL")
    telegram_webhook_secret: Annotated[SecretStr | None, AfterValidator(_webhook_secret)] = Field(
        None, validation_alias="TELEGRAM_WEBHOOK_SECRET"
    )
    telegram_proxy: SecretStr | None = Field(None, validation_alias="TELEGRAM_PROXY")

    @property
    def database(self) -> str:
        """The database's URL: SQLite in the data folder unless another is set."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.data / 'gongyou.db'}"

    @property
    def key_file(self) -> Path:
        """Where the master key lies."""
        return self.master_key_file or self.data / "master.key"

    @property
    def key_file_is_default(self) -> bool:
        """Whether the master key still lies beside the data it protects."""
        return self.master_key_file is None


_PLAINLY = {
    "int_parsing": "must be a whole number from 0 to 65535",
    "greater_than_equal": "must be a whole number from 0 to 65535",
    "less_than_equal": "must be a whole number from 0 to 65535",
    "url_parsing": "must be a whole address such as https://example.org",
    "url_scheme": "must be a whole address such as https://example.org",
}
"""What pydantic says, said for an operator."""


def read_settings() -> Settings:
    """Read the settings; raises SettingsError naming the variable at fault."""
    try:
        settings = Settings.model_validate(_written())
    except ValidationError as fault:
        first = fault.errors()[0]
        plain = _PLAINLY.get(first["type"], first["msg"].removeprefix("Value error, "))
        raise SettingsError(f"{first['loc'][0]}: {plain}") from None
    except UnicodeDecodeError:
        raise SettingsError(".env: the file is not UTF-8 text; save it as UTF-8") from None
    if settings.telegram_webhook_url and not settings.telegram_webhook_secret:
        raise SettingsError(
            "TELEGRAM_WEBHOOK_SECRET: set it too when TELEGRAM_WEBHOOK_URL is set"
            " (1 to 256 letters, digits, _ and -)"
        )
    return settings


def _written() -> dict[str, str]:
    """What is set, by variable: the environment goes before .env, and empty means not set."""
    return {name: value for name, value in {**dotenv_values(".env"), **os.environ}.items() if value}


def unknown_settings() -> tuple[str, ...]:
    """Names that look like ours and are no setting, in the environment or .env: slips of the pen."""
    written = {*os.environ, *dotenv_values(".env")}
    known = {str(field.validation_alias) for field in Settings.model_fields.values()}
    return tuple(sorted(n for n in written - known if n.startswith(("GONGYOU_", "TELEGRAM_"))))


def describe_settings(settings: Settings) -> list[tuple[str, str]]:
    """Variable and value of every setting in force, secrets masked."""
    rows = []
    for name, field in Settings.model_fields.items():
        value = getattr(settings, name)
        shown = "(not set)" if value is None else str(value)
        rows.append((str(field.validation_alias), shown))
    return rows
