"""What can be learnt, and who pays: offers, providers, services and funding routes."""
