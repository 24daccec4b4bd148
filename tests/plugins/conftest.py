"""The databases of `tests/databases.py` for the tests of plugins."""

from tests.databases import tables_db

__all__ = ["tables_db"]
