"""What Copydesk costs: each file measures one thing and prints ratios."""
