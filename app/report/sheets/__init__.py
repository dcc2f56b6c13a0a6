"""The sheets of the workbook, by what they tell."""
