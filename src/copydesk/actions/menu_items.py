"""Saving items of classic menus: posts whose meta say what they lead to, carried by the menu's term."""

from dataclasses import replace

from copydesk.actions.desk import Desk, blank_post
from copydesk.actions.posts import create_post, update_post
from copydesk.content.menu_items import CUSTOM, POST, MenuItem
from copydesk.content.menus import growing_menus
from copydesk.store.meta_write import set_meta
from copydesk.store.php import serialize
from copydesk.store.relationships import recount_terms, set_terms
from copydesk.store.rows import Post, Term
from copydesk.store.terms import load_terms
from copydesk.store.work import Work
from copydesk.text.fields import clean_class

MENUS, ITEMS, PAGE = "nav_menu", "nav_menu_item", "page"


def create_menu_item(work: Work, desk: Desk, post: Post, *, item: MenuItem, menu: Term | None) -> Post:
    """A new item in a menu, or in none yet."""
    post = create_post(work, desk, post)
    if item.type == CUSTOM:
        item = replace(item, object=CUSTOM, object_id=post.id)
    _save_facts(work, post.id, item)
    if menu:
        put_into_menu(work, post.id, menu)
    return post


def update_menu_item(
    work: Work, desk: Desk, before: Post, after: Post, *, item: MenuItem, menu: Term | None
) -> Post:
    """An item as it should be from now on; in another menu, if one is given."""
    post = update_post(work, desk, before, after)
    _save_facts(work, post.id, item)
    if menu:
        put_into_menu(work, post.id, menu)
    return post


def join_growing_menus(work: Work, desk: Desk, page: Post) -> None:
    """A page that has just appeared at the top of the tree joins the menus that take new pages."""
    if page.type != PAGE or page.parent or page.status != "publish":
        return
    menus = load_terms(work.db, growing_menus(desk.site))
    for _, menu in sorted(menus.items()):
        post = replace(blank_post(desk, desk.types.posts[ITEMS]), status="publish")
        item = MenuItem(0, POST, page.type, page.id, 0, "", ("",), ("",), "")
        create_menu_item(work, desk, post, item=item, menu=menu)


def put_into_menu(work: Work, post_id: int, menu: Term) -> None:
    """Lets the item belong to this menu alone."""
    changed = set_terms(work, post_id, MENUS, taxonomy_ids=[menu.taxonomy_id])
    recount_terms(work, sorted(changed), (ITEMS,))


def _save_facts(work: Work, post_id: int, item: MenuItem) -> None:
    classes = [clean_class(name) for name in item.classes] or [""]
    facts = {
        "type": item.type,
        "menu_item_parent": str(item.parent),
        "object_id": str(item.object_id),
        "object": item.object,
        "target": item.target,
        "classes": serialize(dict(enumerate(classes))),
        "xfn": " ".join(clean_class(name) for name in item.xfn),
        "url": item.url,
    }
    for name, value in facts.items():
        set_meta(work, "post", post_id, key=f"_menu_item_{name}", value=value)
