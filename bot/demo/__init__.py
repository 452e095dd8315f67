"""A Telegram group in a box: a small Bot API server, the people of a group, a page to play them."""
