"""Roles and needs: who does what here, and what each role must be able to do now, in one year and in three."""
