"""What the commands of the command line do; `app.cli` says which there are."""
