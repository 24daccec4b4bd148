"""The site that tests of content start from."""

from tests.rest.conftest import site

__all__ = ["site"]
