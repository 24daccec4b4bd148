"""WordPress's tables and every SQL statement, for SQLite and MySQL/MariaDB."""
