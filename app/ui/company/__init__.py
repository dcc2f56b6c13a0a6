"""The company card: who they are, what they want, how people appear, when to meet again."""
