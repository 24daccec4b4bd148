"""What is written is read again, on both databases; what changed meanwhile is not written over."""

from dataclasses import replace

import pytest

from copydesk.store.comments import get_comment, load_reply_counts
from copydesk.store.comments_write import (
    adopt_comment,
    delete_comments,
    insert_comment,
    move_replies,
    recount_comments,
    update_comment,
)
from copydesk.store.database import Db
from copydesk.store.failures import TooLongError
from copydesk.store.meta import find_meta, load_meta
from copydesk.store.meta_write import (
    add_meta,
    adopt_meta,
    delete_meta,
    delete_meta_everywhere,
    set_meta,
    set_meta_list,
)
from copydesk.store.options import get_option, load_options
from copydesk.store.options_write import delete_options, save_option
from copydesk.store.posts import get_post
from copydesk.store.posts_write import (
    adopt_post,
    delete_posts,
    insert_post,
    load_taken_slugs,
    set_post_column,
    update_post,
)
from copydesk.store.relationships import delete_relationships, find_relationships, recount_terms, set_terms
from copydesk.store.rows import MetaRow
from copydesk.store.terms import get_term, load_terms_of_posts
from copydesk.store.terms_write import (
    adopt_term,
    delete_term,
    insert_term,
    load_taken_term_slugs,
    update_term,
)
from copydesk.store.users import get_user, get_user_by_email, get_user_by_login
from copydesk.store.users_write import adopt_user, delete_users, insert_user, update_user
from copydesk.store.work import open_work
from tests.store.examples import a_comment, a_post, a_term, a_user

ODD_TEXT = "“Zoë” \\ 100% 'x' \"y\" \n\r\t\x00\x1a 😀 中 ́ end "


def test_post_comes_back_as_it_was_written(tables_db: Db) -> None:
    post = a_post(title=ODD_TEXT, content=ODD_TEXT * 1000, slug="%f0%9f%98%80")
    with open_work(tables_db) as work:
        post_id = insert_post(work, post)
    assert get_post(tables_db, post_id) == replace(post, id=post_id)


def test_ids_of_deleted_posts_do_not_come_back(tables_db: Db) -> None:
    with open_work(tables_db) as work:
        first = insert_post(work, a_post())
        assert delete_posts(work, [first]) == 1
        assert insert_post(work, a_post()) > first


def test_post_is_changed_only_as_it_was_read(tables_db: Db) -> None:
    with open_work(tables_db) as work:
        before = replace(a_post(title="One"), id=insert_post(work, a_post(title="One")))
        assert update_post(work, before, replace(before, title="Two", content="Text"))
        assert not update_post(work, before, replace(before, title="Three"))
        assert update_post(work, before, replace(before, slug="two")), "nobody else changed the slug"
        assert update_post(work, before, before), "nothing to change"
    after = get_post(tables_db, before.id)
    assert after
    assert (after.title, after.content, after.slug) == ("Two", "Text", "two")


def test_adopted_post_keeps_its_id_and_replaces_what_was_there(tables_db: Db) -> None:
    with open_work(tables_db) as work:
        adopt_post(work, a_post(id=10751, title="Imported"))
        adopt_post(work, a_post(id=10751, title="Imported again"))
        assert insert_post(work, a_post()) == 10752
        assert set_post_column(work, 10751, "comment_count", 3)
    post = get_post(tables_db, 10751)
    assert post
    assert (post.title, post.comment_count) == ("Imported again", 3)


@pytest.mark.parametrize(
    ("field", "value", "column"),
    [
        ("password", "p" * 256, "post_password"),
        ("title", "é" * 40_000, "post_title"),
        ("slug", "s" * 201, "post_name"),
    ],
)
def test_text_that_does_not_fit_is_refused(tables_db: Db, field: str, value: str, column: str) -> None:
    with pytest.raises(TooLongError) as refused, open_work(tables_db) as work:
        insert_post(work, a_post(**{field: value}))
    assert refused.value.column == column


def test_taken_slugs_are_found_by_their_beginning(tables_db: Db) -> None:
    with open_work(tables_db) as work:
        for slug in ("budget", "budget-2", "budge", "budget_x"):
            insert_post(work, a_post(slug=slug))
        page = insert_post(work, a_post(slug="budget-page", type="page", parent=7))
    assert load_taken_slugs(tables_db, "budget", types=("post",)) == {"budget", "budget-2", "budget_x"}
    assert load_taken_slugs(tables_db, "budget_") == {"budget_x"}
    assert load_taken_slugs(tables_db, "budget", parents=(7,)) == {"budget-page"}
    assert load_taken_slugs(tables_db, "budget", parents=(7,), except_id=page) == set()


def test_meta_is_set_listed_and_deleted(tables_db: Db) -> None:
    with open_work(tables_db) as work:
        assert set_meta(work, "post", 1, key="dateline", value="Mumbai")
        assert not set_meta(work, "post", 1, key="dateline", value="Mumbai")
        assert set_meta(work, "post", 1, key="dateline", value=ODD_TEXT)
        set_meta(work, "post", 1, key="Dateline", value="another key")
        assert set_meta_list(work, "post", 1, key="ticker", values=["A", "B", "A"])
        rows = [row.id for row in find_meta(tables_db, "post", (1,), ("ticker",))]
        assert set_meta_list(work, "post", 1, key="ticker", values=["A", "C"])
        assert not set_meta_list(work, "post", 1, key="ticker", values=["C", "A"])
        add_meta(work, "post", 2, key="_thumbnail_id", value="9")
        delete_meta_everywhere(work, "post", key="_thumbnail_id", value="9")
    kept = find_meta(tables_db, "post", (1,), ("ticker",))
    assert [row.value for row in kept] == ["A", "C"]
    assert kept[0].id == rows[0], "a value that stays keeps its row"
    assert load_meta(tables_db, "post", (1, 2)) == {
        1: {"dateline": [ODD_TEXT], "Dateline": ["another key"], "ticker": ["A", "C"]},
        2: {},
    }
    with open_work(tables_db) as work:
        assert delete_meta(work, "post", 1, key="ticker", value="C") == 1
        assert delete_meta(work, "post", 1, key="dateline") == 1
        adopt_meta(work, "user", MetaRow(70, 1, "nickname", "Asha"))
        adopt_meta(work, "user", MetaRow(70, 1, "nickname", "asha"))
    assert load_meta(tables_db, "post", (1,))[1] == {"Dateline": ["another key"], "ticker": ["A"]}
    assert load_meta(tables_db, "user", (1,))[1] == {"nickname": ["asha"]}


def test_options_are_saved_over_and_deleted(tables_db: Db) -> None:
    with open_work(tables_db) as work:
        save_option(work, "motto", "one")
        save_option(work, "motto", "two")
        save_option(work, "rare", "x", autoload="off")
        assert load_options(tables_db) == {"motto": "two"}
        save_option(work, "motto", "three", autoload="off")
        assert load_options(tables_db) == {}
        assert load_options(tables_db, ("motto", "rare", "none")) == {"motto": "three", "rare": "x"}
        assert delete_options(work, "motto", "none") == 1
    assert get_option(tables_db, "motto") is None


def test_term_is_two_rows_and_its_tree_is_forgotten(tables_db: Db) -> None:
    with open_work(tables_db) as work:
        parent = insert_term(work, a_term("Markets"))
        child = insert_term(work, a_term("Bonds & Rates", parent=parent.id))
        save_option(work, "category_children", "a:0:{}")
        moved = replace(child, name="Bonds", parent=0)
        assert update_term(work, child, moved)
        assert not update_term(work, child, replace(child, name="Rates"))
    assert get_term(tables_db, child.id, "category") == moved
    assert get_term(tables_db, child.id, "post_tag") is None
    assert get_option(tables_db, "category_children") is None
    assert load_taken_term_slugs(tables_db, "bonds", taxonomy="category") == {"bonds-&-rates"}


def test_deleted_term_leaves_its_children_to_its_parent(tables_db: Db) -> None:
    with open_work(tables_db) as work:
        top = insert_term(work, a_term("Markets"))
        middle = insert_term(work, a_term("Bonds", parent=top.id))
        bottom = insert_term(work, a_term("Gilts", parent=middle.id))
        set_meta(work, "term", middle.id, key="color", value="red")
        set_terms(work, 5, "category", taxonomy_ids=[middle.taxonomy_id])
        delete_term(work, middle)
    assert get_term(tables_db, middle.id) is None
    assert get_term(tables_db, bottom.id) == replace(bottom, parent=top.id)
    assert find_relationships(tables_db, [5]) == []
    assert load_meta(tables_db, "term", [middle.id]) == {middle.id: {}}


def test_terms_of_a_post_are_replaced_and_counted(tables_db: Db) -> None:
    with open_work(tables_db) as work:
        first, second, third = (insert_term(work, a_term(name)) for name in ("A", "B", "C"))
        tag = insert_term(work, a_term("D", "post_tag"))
        post_id = insert_post(work, a_post())
        draft_id = insert_post(work, a_post(status="draft"))
        ids = [first.taxonomy_id, second.taxonomy_id]
        assert set_terms(work, post_id, "category", taxonomy_ids=ids) == set(ids)
        set_terms(work, draft_id, "category", taxonomy_ids=ids)
        set_terms(work, post_id, "post_tag", taxonomy_ids=[tag.taxonomy_id])
        changed = set_terms(work, post_id, "category", taxonomy_ids=[third.taxonomy_id, first.taxonomy_id])
        assert changed == {second.taxonomy_id, third.taxonomy_id}
        recount_terms(work, [*ids, third.taxonomy_id, tag.taxonomy_id], ("post",))
    names = load_terms_of_posts(tables_db, ("category", "post_tag"), [post_id])[post_id]
    assert {taxonomy: [term.name for term in terms] for taxonomy, terms in names.items()} == {
        "category": ["A", "C"],
        "post_tag": ["D"],
    }
    counts = [get_term(tables_db, term.id) for term in (first, second, third, tag)]
    assert [term.count for term in counts if term] == [1, 0, 1, 1]
    with open_work(tables_db) as work:
        assert delete_relationships(work, [post_id]) == {
            first.taxonomy_id,
            third.taxonomy_id,
            tag.taxonomy_id,
        }


def test_ordered_taxonomy_keeps_the_order_of_the_post(tables_db: Db) -> None:
    with open_work(tables_db) as work:
        zoe, abe = (insert_term(work, a_term(name, "author")) for name in ("Zoe", "Abe"))
        set_terms(work, 1, "author", taxonomy_ids=[abe.taxonomy_id, zoe.taxonomy_id], ordered=True)
        set_terms(work, 1, "author", taxonomy_ids=[zoe.taxonomy_id, abe.taxonomy_id], ordered=True)
    authors = load_terms_of_posts(tables_db, ("author",), [1], ordered=("author",))[1]["author"]
    assert [term.name for term in authors] == ["Zoe", "Abe"]


def test_attachment_counts_when_its_post_is_published(tables_db: Db) -> None:
    with open_work(tables_db) as work:
        term = insert_term(work, a_term("Maps", "post_tag"))
        for status in ("publish", "draft"):
            parent = insert_post(work, a_post(status=status))
            picture = insert_post(work, a_post(type="attachment", status="inherit", parent=parent))
            set_terms(work, picture, "post_tag", taxonomy_ids=[term.taxonomy_id])
        recount_terms(work, [term.taxonomy_id], ("post", "attachment"))
    found = get_term(tables_db, term.id)
    assert found
    assert found.count == 1


def test_adopted_term_keeps_its_ids(tables_db: Db) -> None:
    with open_work(tables_db) as work:
        adopt_term(work, a_term("Ports", id=40, taxonomy_id=41))
        adopt_term(work, a_term("Harbours", id=40, taxonomy_id=41))
    assert get_term(tables_db, 40) == a_term("Harbours", id=40, taxonomy_id=41)


def test_user_is_found_by_the_names_he_signs_in_with(tables_db: Db) -> None:
    with open_work(tables_db) as work:
        user = a_user(id=insert_user(work, a_user()))
        assert update_user(work, user, replace(user, email="asha@example.org"))
        assert not update_user(work, user, replace(user, email="other@example.org"))
        set_meta(work, "user", user.id, key="nickname", value="A")
    changed = replace(user, email="asha@example.org")
    assert get_user(tables_db, user.id) == changed
    assert get_user_by_login(tables_db, "ASHA") == changed
    assert get_user_by_email(tables_db, "Asha@Example.org") == changed
    with open_work(tables_db) as work:
        adopt_user(work, a_user(id=70, login="mei"))
        assert delete_users(work, [user.id]) == 1
    assert get_user(tables_db, user.id) is None
    assert load_meta(tables_db, "user", [user.id]) == {user.id: {}}


def test_comments_are_counted_and_their_answers_move_up(tables_db: Db) -> None:
    with open_work(tables_db) as work:
        post_id = insert_post(work, a_post())
        first = insert_comment(work, a_comment(post=post_id))
        answer = insert_comment(work, a_comment(post=post_id, parent=first))
        insert_comment(work, a_comment(post=post_id, approved="0"))
        insert_comment(work, a_comment(post=post_id, type="note"))
        recount_comments(work, [post_id])
        post = get_post(tables_db, post_id)
        assert post
        assert post.comment_count == 2
        comment = get_comment(tables_db, answer)
        assert comment == a_comment(id=answer, post=post_id, parent=first)
        assert load_reply_counts(tables_db, [first, answer]) == {first: 1, answer: 0}
        assert update_comment(work, comment, replace(comment, approved="spam"))
        assert not update_comment(work, comment, replace(comment, approved="trash"))
        assert move_replies(work, first, 0) == 1
        assert delete_comments(work, [first]) == 1
        adopt_comment(work, a_comment(id=900, post=post_id))
    assert get_comment(tables_db, first) is None
    assert get_comment(tables_db, 900)
