"""The quiet signs below what people post: each an emoji that Telegram allows as a reaction."""

SEEN = "👀"  # a picture is being read
DONE = "👌"  # what was said is done, or kept
NOTED = "✍"  # nothing but a note: who meant more sees that it was not done
NO_FORM = "🤷"  # no form in this picture: whoever has posted one says so
