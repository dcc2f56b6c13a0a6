"""Dated lists of facts that come with the program and can be corrected: sectors, municipalities, cards and permits."""
