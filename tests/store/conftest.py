"""The databases of `tests/databases.py` for the tests of the store."""

from tests.databases import compat_copy, compat_db, tables_db

__all__ = ["compat_copy", "compat_db", "tables_db"]
