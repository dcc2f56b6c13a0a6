"""Survey files: the surveys that come with the program."""
