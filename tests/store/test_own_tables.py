"""Our own tables: made on demand, exact, and gone without a trace."""

from dataclasses import replace

from copydesk.store.database import Db, load_table_names
from copydesk.store.documents import Document, delete_documents, load_documents, save_document
from copydesk.store.gaps import Gap, close_gaps, find_gaps, save_gaps
from copydesk.store.imports import ImportItem, forget_import, load_import_items, save_import_item
from copydesk.store.own_tables import create_own_tables, own_tables_of
from copydesk.store.work import open_work

DOCUMENT = Document(
    "post", 10751, "view", '{"id":10751}', '{"title":"a1"}', "https://x.example/p", "2026-01-01 00:00:00"
)
GAP = Gap("post", 10751, "content.raw", "made from content.rendered")
ITEM = ImportItem("https://x.example", "posts/1", "done", "", "2026-01-01 00:00:00")


def test_plain_wordpress_database_has_nothing_of_ours(tables_db: Db) -> None:
    assert load_documents(tables_db, "post", [1, 2], "view") == {}
    assert find_gaps(tables_db) == []
    assert load_import_items(tables_db, "x") == {}


def test_tables_are_made_once_and_reading_goes_on(tables_db: Db) -> None:
    create_own_tables(tables_db)
    create_own_tables(tables_db)
    names = {table.name for table in own_tables_of("wp_").metadata.tables.values()}
    assert names <= load_table_names(tables_db)


def test_document_stands_until_it_is_deleted(tables_db: Db) -> None:
    create_own_tables(tables_db)
    long = replace(DOCUMENT, body='"' + "\\u00e9" * 100_000 + '"')
    with open_work(tables_db) as work:
        save_document(work, DOCUMENT)
        save_document(work, long)
        save_document(work, replace(DOCUMENT, context="edit"))
        save_document(work, replace(DOCUMENT, object_type="term"))
    assert load_documents(tables_db, "post", [10751, 9], "view") == {10751: long}
    assert load_documents(tables_db, "post", [], "view") == {}
    with open_work(tables_db) as work:
        assert delete_documents(work, "post", [10751], "view") == 1
        assert delete_documents(work, "post", [10751]) == 1
    assert load_documents(tables_db, "post", [10751], "edit") == {}
    assert load_documents(tables_db, "term", [10751], "view")


def test_gaps_are_noted_and_closed(tables_db: Db) -> None:
    create_own_tables(tables_db)
    with open_work(tables_db) as work:
        save_gaps(work, [GAP, replace(GAP, name="file"), GAP, replace(GAP, object_id=2)])
    assert find_gaps(tables_db, "post", [10751]) == [GAP, replace(GAP, name="file")]
    assert len(find_gaps(tables_db)) == 3
    with open_work(tables_db) as work:
        assert close_gaps(work, "post", 10751, ["file", "other"]) == 1
        assert close_gaps(work, "post", 2) == 1
    assert find_gaps(tables_db) == [GAP]


def test_import_goes_on_where_it_stopped(tables_db: Db) -> None:
    create_own_tables(tables_db)
    with open_work(tables_db) as work:
        save_import_item(work, replace(ITEM, state="open"))
        save_import_item(work, ITEM)
        save_import_item(work, replace(ITEM, item="Posts/1", state="open"))
    assert load_import_items(tables_db, ITEM.source, "done") == {"posts/1": ITEM}
    assert set(load_import_items(tables_db, ITEM.source)) == {"posts/1", "Posts/1"}
    with open_work(tables_db) as work:
        assert forget_import(work, ITEM.source) == 2
