"""The plan on paper, before it is printed: pages as they will be, in the language chosen."""
