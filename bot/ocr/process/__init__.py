"""Readers in processes of their own, replaced when they die."""
