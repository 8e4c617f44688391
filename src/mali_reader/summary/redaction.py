"""How changed records are told from the stored ones."""

MARK = "redacted"
"""The field that records carry whose quotes or names were changed on the way out, so that nobody takes them in."""
