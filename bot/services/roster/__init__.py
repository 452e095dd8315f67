"""A federation's roster in the database: what is stored, what a file changes, from which day."""
