"""What readers see: types, permalinks, rendered posts, loaded a page at a time."""
