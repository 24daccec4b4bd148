"""The OpenAPI description of the API, made from the declarations that answer requests."""
