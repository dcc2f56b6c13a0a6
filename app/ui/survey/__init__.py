"""The survey: one section at a time, questions in one column, and what each answer leads to beside it."""
