"""Calls told in sentences, without any label."""
