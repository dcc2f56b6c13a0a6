"""Present levels: competences × people of one role, entered by keys or clicks."""
