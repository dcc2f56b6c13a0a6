"""Readers of offer files, one module per format."""
