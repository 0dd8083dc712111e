"""Nature without leaves."""
