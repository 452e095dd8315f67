"""What was struck out: told by its stroke, or by the new that is written above it."""
