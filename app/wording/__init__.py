"""Saying: reason codes and values become sentences, once for screen, paper and command line."""
