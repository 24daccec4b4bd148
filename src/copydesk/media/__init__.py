"""Files on disk, image sizes, metadata."""
