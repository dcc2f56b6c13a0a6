"""When it goes wrong: what nobody expected, data that cannot be opened or changed, and copies to go back to."""
