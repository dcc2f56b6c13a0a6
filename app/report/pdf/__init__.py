"""Blocks to paper: lines are broken, placed on pages, and drawn at last in one place."""
