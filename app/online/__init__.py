"""Asking public services over the network, and only when a person asked for it. No other part opens a socket."""
