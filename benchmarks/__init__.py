"""What is measured, and against what. Figures are ratios taken in one run, since machines differ."""
