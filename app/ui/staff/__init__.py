"""Staff assess themselves: forms for each person, and the laptop passed round."""
