"""Telling: the plan as neutral blocks, as charts and as an accessible PDF."""
