"""The library: what can be known and learnt here, how old it is, and the import of files."""
