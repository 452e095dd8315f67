"""The tables: a class a row, its columns, and what one row alone can tell of itself."""
