"""The published Bot API schema, by way of aiogram's models: no field missing, none invented."""

from typing import Any

import aiogram.methods
from aiogram.types import Update
from pydantic import BaseModel, TypeAdapter


def check_result(method: str, result: Any) -> None:
    """Assert that a method's result is what the schema says it returns."""
    returning = getattr(aiogram.methods, method[0].upper() + method[1:]).__returning__
    assert_no_extra(TypeAdapter(returning).validate_python(result), method)


def check_update(update: dict[str, Any]) -> None:
    """Assert that an update is one by the schema."""
    parsed = Update.model_validate(update)
    assert_no_extra(parsed, "update")
    assert len(parsed.model_fields_set) == 2, "an update is its id and one kind"


def assert_no_extra(value: Any, where: str) -> None:
    """aiogram takes unknown fields along: there must be none, however deep."""
    if isinstance(value, list):
        for number, one in enumerate(value):
            assert_no_extra(one, f"{where}[{number}]")
    if isinstance(value, BaseModel):
        assert not value.model_extra, f"{where} has fields unknown to Telegram: {value.model_extra}"
        for name in value.model_fields_set:
            assert_no_extra(getattr(value, name), f"{where}.{name}")
