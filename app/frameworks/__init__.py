"""What can be known: frameworks, competences, levels, qualifications, units and sector profiles."""
