"""Start: three doors, and the companies opened lately."""
