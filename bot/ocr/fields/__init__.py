"""Which value belongs to which label: by ruling, by column, by row, by place."""
