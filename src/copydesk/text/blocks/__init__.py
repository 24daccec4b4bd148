"""Blocks: their grammar, what the server adds to static ones, and how dynamic ones are rendered."""
