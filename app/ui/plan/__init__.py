"""What is done about it: options side by side for what was agreed, and the measures."""
