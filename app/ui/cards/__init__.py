"""Cards and permits by role: what is needed, held and missing, and until when."""
