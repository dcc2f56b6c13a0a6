"""Finding: text normalised in Finnish, Swedish and English, and the index over it."""
