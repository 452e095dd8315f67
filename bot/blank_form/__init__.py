"""The federation's own blank form, made to be read."""

from bot.blank_form.drawing import draw_form
from bot.blank_form.saving import save_forms

__all__ = ["draw_form", "save_forms"]
