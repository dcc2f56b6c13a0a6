"""What matters most: fix first, priorities with their reasons, heat map, coverage; the owner agrees on five."""
