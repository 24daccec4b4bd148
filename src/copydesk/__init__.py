"""Copydesk: a news content server that speaks the WordPress REST API on WordPress's own tables."""
