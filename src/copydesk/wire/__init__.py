"""The REST protocol as such: JSON, query strings, schemas, links, refusals."""
