"""What can be done: one verb per function, one file per noun."""
