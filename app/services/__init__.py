"""Use cases as functions: what a button or a command does, without Qt."""
