"""What SQLite's planner is told about the tables: the sizes of a newsroom, whatever is in them yet.

SQLite plans by statistics that somebody has to gather. Without any it takes every index for equally good, and
reads all published posts to find the one with a given slug. The figures here are those of a site with some
hundred thousand posts; a small site is fast with any plan. They are stored when the tables are made.
"""

# For every index how many rows share its first column, its first two, and so on. The name is the table's own
# for the primary key of a table without row ids.
_ROWS_PER_KEY = {
    "commentmeta": (20_000, {"comment_id": "2", "meta_key": "2000"}),
    "comments": (
        200_000,
        {
            "comment_post_ID": "4",
            "comment_approved_date_gmt": "60000 1",
            "comment_date_gmt": "1",
            "comment_parent": "3",
            "comment_author_email": "5",
        },
    ),
    "options": (200, {"option_name": "1", "autoload": "150"}),
    "postmeta": (400_000, {"post_id": "4", "meta_key": "8000"}),
    "posts": (
        200_000,
        {
            "post_name": "2",
            "type_status_date": "50000 30000 2 1",
            "post_parent": "4",
            "post_author": "4000",
            "type_status_author": "50000 30000 600",
        },
    ),
    "term_relationships": (600_000, {"": "3 1", "term_taxonomy_id": "1000"}),
    "term_taxonomy": (2_000, {"term_id_taxonomy": "1 1", "taxonomy": "500"}),
    "termmeta": (2_000, {"term_id": "3", "meta_key": "500"}),
    "terms": (2_000, {"slug": "1", "name": "1"}),
    "usermeta": (5_000, {"user_id": "20", "meta_key": "250"}),
    "users": (250, {"user_login_key": "1", "user_nicename": "1", "user_email": "1"}),
}


def statistics_commands(prefix: str) -> list[str]:
    """The commands that store the figures for the tables under `prefix`."""
    commands = ["ANALYZE sqlite_master"]  # makes the table of statistics
    for table, (rows, indexes) in _ROWS_PER_KEY.items():
        name = prefix + table
        commands.append(f"DELETE FROM sqlite_stat1 WHERE tbl = '{name}'")  # noqa: S608 - names of ours
        for index, shared in indexes.items():
            full_name = f"{name}_{index}" if index else name
            values = f"('{name}', '{full_name}', '{rows} {shared}')"
            commands.append(f"INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES {values}")  # noqa: S608 - as above
    return [*commands, "ANALYZE sqlite_master"]  # and reads it again
