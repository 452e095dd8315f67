"""Every sentence the bot can say, 中文 with English beside it; a file a topic."""
