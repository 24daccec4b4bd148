"""The site that tests of actions start from: what is done is asked for as clients ask for it."""

from tests.rest.conftest import site

__all__ = ["site"]
