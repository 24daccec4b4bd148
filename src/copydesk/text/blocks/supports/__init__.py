"""What a block gets for what its type supports: colours, spacing, borders, layout, visibility."""
