"""Dumps are read whatever program wrote them, in pieces of any size."""

import io
from pathlib import Path

import pytest

from copydesk.store import dump
from copydesk.store.copy_tables import find_prefix
from copydesk.store.dump import CreatedTable, DumpError, InsertedRows, read_dump

MYSQLDUMP = r"""
-- MySQL dump; it's made by a machine
/*!40101 SET NAMES utf8mb4 */;
DROP TABLE IF EXISTS `wp_posts`;
CREATE TABLE `wp_posts` (
  `ID` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `post_title` text NOT NULL,
  PRIMARY KEY (`ID`),
  KEY `a;b` (`ID`)
) ENGINE=InnoDB AUTO_INCREMENT=12 DEFAULT CHARSET=utf8mb4;
LOCK TABLES `wp_posts` WRITE;
INSERT INTO `wp_posts` VALUES (1,'It\'s; a \"test\" -- \\ \n\r\t\0\Z %'),(2,''),
(3,'two '' quotes');
DELIMITER ;;
/*!50003 CREATE TRIGGER t BEFORE INSERT ON wp_posts FOR EACH ROW BEGIN INSERT INTO `log` VALUES (1); END */;;
DELIMITER ;
INSERT INTO `wp_posts` VALUES (4,'last');
"""
READ = [
    CreatedTable("wp_posts", ("ID", "post_title"), 12),
    InsertedRows(
        "wp_posts",
        ("ID", "post_title"),
        [(1, 'It\'s; a "test" -- \\ \n\r\t\0\x1a %'), (2, ""), (3, "two ' quotes")],
    ),
    InsertedRows("wp_posts", ("ID", "post_title"), [(4, "last")]),
]


def read(text: str) -> list[CreatedTable | InsertedRows]:
    return list(read_dump(io.BytesIO(text.encode())))


@pytest.mark.parametrize("chunk", [1, 7, 100, 1 << 20])
def test_mysqldump_in_pieces(monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    monkeypatch.setattr(dump, "_CHUNK", chunk)
    assert read(MYSQLDUMP) == READ


def test_phpmyadmin_names_columns_and_schemas() -> None:
    text = "INSERT INTO `site`.`wp_terms` (`term_id`, `name`) VALUES\n(1, 'A'),\n(2, NULL);\n# done\n"
    assert read(text) == [InsertedRows("wp_terms", ("term_id", "name"), [(1, "A"), (2, None)])]


def test_values_of_every_kind() -> None:
    text = "REPLACE INTO t (a,b,c,d,e,f) VALUES (-1, 2.5, 0x4142, _binary 'x', N'y', 1e3);"
    assert read(text) == [
        InsertedRows("t", ("a", "b", "c", "d", "e", "f"), [(-1, 2.5, "AB", "x", "y", 1000.0)])
    ]


def test_bytes_that_are_no_text_come_through() -> None:
    [inserted] = read_dump(io.BytesIO(b"INSERT INTO t (a) VALUES ('caf\xe9');"))
    assert isinstance(inserted, InsertedRows)
    assert inserted.rows == [("caf\udce9",)]


def test_dump_without_an_end_stops_where_it_was_cut() -> None:
    assert read(MYSQLDUMP[: MYSQLDUMP.index("'two")]) == READ[:1]


def test_rest_after_a_delimiter_that_never_comes_back() -> None:
    assert read("DELIMITER ;;\nCREATE TRIGGER x;;\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "INSERT INTO unknown VALUES (1);",
        "INSERT INTO t (a, b) VALUES (1);",
        "INSERT INTO t (a) VALUES (CURRENT_TIMESTAMP);",
    ],
)
def test_what_cannot_be_understood_is_said(text: str) -> None:
    with pytest.raises(DumpError):
        read(text)


def test_dump_of_several_sites_asks_which(tmp_path: Path) -> None:
    path = tmp_path / "network.sql"
    path.write_text("".join(f"CREATE TABLE `{prefix}term_relationships` (\n" for prefix in ("wp_", "wp_2_")))
    with pytest.raises(DumpError, match="wp_, wp_2_"):
        find_prefix(path)
