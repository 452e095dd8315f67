"""How forms and people call the fields of an intake: listed, or put together from words."""
