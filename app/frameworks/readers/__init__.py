"""Readers of framework files, one module per official format."""
