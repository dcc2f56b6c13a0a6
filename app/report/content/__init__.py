"""Results to blocks: what the plan says, in the reader's language."""
