"""The window: Qt Widgets only."""
