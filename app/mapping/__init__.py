"""What the company needs and can: the pure domain."""
