"""Printed options: where each word stands, and which of them the pen chose."""
