"""What follows from approved plans over all companies."""
