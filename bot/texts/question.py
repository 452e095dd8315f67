"""The words on the picture of a question: what the paper shows, what was read."""

from bot.texts.text import Text

ON_PAPER = Text("纸上", "on the paper")
READ_AS = Text("读作", "read as")
NOTHING = Text("没有读出", "nothing")
