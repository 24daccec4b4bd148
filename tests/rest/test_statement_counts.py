"""A page costs the same number of statements, however many rows it has and whatever is embedded."""

from collections.abc import Callable

import pytest

from copydesk.store.php import serialize
from tests.rest.small_site import SmallSite
from tests.store.examples import a_comment, a_post, a_term, a_user

Add = Callable[[SmallSite, int], object]


def add_comment(site: SmallSite, number: int) -> None:
    post = site.add_post(a_post(slug=f"p{number}", type=("post", "page")[number % 2]))
    user = site.add_member("author", a_user(login=f"u{number}", nicename=f"u{number}"))
    first = site.add_comment(a_comment(post=post, user=user))
    site.add_comment(a_comment(post=post, parent=first))


def add_file(site: SmallSite, number: int) -> None:
    post = site.add_post(a_post(slug=f"p{number}", type=("post", "page")[number % 2]))
    metadata = serialize({"width": 10, "height": 10, "file": f"{number}.gif"})
    picture = a_post(type="attachment", status="inherit", mime_type="image/gif", parent=post, author=number)
    site.add_post(picture, _wp_attached_file=f"{number}.gif", _wp_attachment_metadata=metadata)


def add_term(site: SmallSite, number: int) -> None:
    parent = site.add_term(a_term(f"Parent {number}"))
    site.add_term(a_term(f"Child {number}", parent=parent.id))


def add_user(site: SmallSite, number: int) -> None:
    author = site.add_member("author", a_user(login=f"u{number}", nicename=f"u{number}"))
    site.add_post(a_post(author=author))


def add_item(site: SmallSite, number: int) -> None:
    post = site.add_post(a_post(slug=f"p{number}", type=("post", "page")[number % 2]))
    term = site.add_term(a_term(f"Term {number}"))
    for kind, name, leads_to in (
        ("post_type", ("post", "page")[number % 2], post),
        ("taxonomy", "category", term.id),
    ):
        meta = {"_menu_item_type": kind, "_menu_item_object": name, "_menu_item_object_id": str(leads_to)}
        site.add_post(a_post(type="nav_menu_item"), **meta)


def add_post(site: SmallSite, number: int) -> None:
    """A post with everything that can be linked, embedded or asked for while it is rendered."""
    author = site.add_member("author", a_user(login=f"u{number}", nicename=f"u{number}"))
    picture = site.add_post(
        a_post(type="attachment", status="inherit", mime_type="image/png", slug=f"f{number}")
    )
    term = site.add_term(a_term(f"Term {number}"))
    parent = site.add_post(a_post(type="page", slug=f"top{number}"))
    content = f"<!-- wp:latest-posts /--><p>https://desk.example/top{number}/</p>[gallery ids='{picture}']"
    for kind in ("post", "page"):
        made = a_post(
            type=kind, slug=f"p{number}", author=author, parent=parent, title="Same", content=content
        )
        post = site.add_post(made, term, _thumbnail_id=str(picture))
        site.add_comment(a_comment(post=post, user=author))
        site.add_post(a_post(type="revision", status="inherit", parent=post, slug=f"{post}-revision-v1"))


CASES: dict[str, Add] = {
    "posts": add_post,
    "posts?_embed": add_post,
    "posts?context=edit": add_post,
    "posts?status=any&search=same": add_post,
    "pages?_embed&context=edit": add_post,
    "comments?_embed": add_comment,
    "comments?context=edit": add_comment,
    "media?_embed": add_file,
    "categories?_embed": add_term,
    "users": add_user,
    "search?_embed": add_user,
    "search?type=term&_embed": add_term,
    "menu-items?_embed": add_item,
}


@pytest.mark.parametrize("path", CASES)
def test_pages_cost_the_same(path: str, site: SmallSite) -> None:
    boss = site.add_member("administrator")
    costs = []
    for size in (2, 12):
        for number in range(size):
            CASES[path](site, number + 100 * size)
        site.get(path, as_user=boss)  # options are read again after a write
        site.db.statements = 0
        answer = site.get(f"{path}{'&' if '?' in path else '?'}per_page=50", as_user=boss)
        assert len(answer.body) > size - 1
        costs.append(site.db.statements)
    assert costs[0] == costs[1]
