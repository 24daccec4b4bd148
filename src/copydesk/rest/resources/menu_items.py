"""Items of classic menus: posts of the type `nav_menu_item`, with fields of their own."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from copydesk.content.menu_items import POST, TERM, Destination, MenuItem, load_destinations, read_menu_item
from copydesk.content.render import render_titles
from copydesk.content.types import PostType, Types
from copydesk.rest.meta import meta_field
from copydesk.rest.page import Call, Page
from copydesk.rest.params import context_param, ordering
from copydesk.rest.resource import VIEW, Field, Link, Param, Resource, Rules, Verbs
from copydesk.rest.resources.menu_item_writes import change_item, drop_item, make_item
from copydesk.rest.resources.menus import may_view
from copydesk.rest.resources.post_finding import find_page
from copydesk.rest.resources.post_links import action_schemas, post_links
from copydesk.rest.resources.post_loading import (
    details_of,
    load_details,
    load_post_meta,
    newsroom_of,
)
from copydesk.rest.resources.post_params import ORDERS, post_params
from copydesk.rest.resources.post_rules import find_target, post_rules
from copydesk.store.posts import load_posts
from copydesk.store.rows import Post
from copydesk.store.terms import load_terms
from copydesk.wire.refused import Problem
from copydesk.wire.schema import Schema, array, boolean, integer, string

CANNOT_ASSIGN = Problem("rest_cannot_assign_term", "You may not assign these menus.")

KINDS = ["taxonomy", "post_type", "post_type_archive", "custom"]
STATUSES = ["publish", "future", "draft", "pending", "private"]

OBJECT = "wp:menu-item-object"
OBJECT_SCHEMA: Mapping[str, Any] = {
    "rel": "https://api.w.org/menu-item-object",
    "title": "What the item leads to.",
    "href": "",
    "targetSchema": {"type": "object", "properties": {"object": {"type": "integer"}}},
}


def menu_item_resource(post_type: PostType, types: Types) -> Resource:
    """The resource of menu items."""

    def find(call: Call) -> tuple[Sequence[Post], int]:
        return find_page(call, post_type)

    return Resource(
        base=post_type.rest_base,
        title=post_type.name,
        fields=tuple(_fields(types)),
        links=(*post_links(post_type, types), *_object_links(types)),
        verbs=Verbs(find, find_target(post_type), create=make_item, update=change_item, delete=drop_item),
        rules=_rules(post_type),
        params=_params(post_type, types),
        item_params=context_param(),
        id_schema=integer("The item's id."),
        schema_links=(*action_schemas(post_type, types), OBJECT_SCHEMA),
    )


def _params(post_type: PostType, types: Types) -> dict[str, Param]:
    params = post_params(post_type, types)
    per_page = integer("How many items a page has.", default=100, minimum=1, maximum=100)
    return {
        **params,
        "per_page": replace(params["per_page"], schema=per_page),
        **ordering("menu_order", [*ORDERS, "menu_order"], order="asc"),
        "menu_order": Param(integer("Only items with this place in their menu.")),
    }


def _rules(post_type: PostType) -> Rules:
    rules = post_rules(post_type)

    def find(call: Call) -> Problem | None:
        return rules.find(call) or may_view(call)

    def read(post: Post, page: Page) -> Problem | None:
        return rules.read(post, page) or may_view(page.call)

    def create(call: Call) -> Problem | None:
        return rules.create(call) or (CANNOT_ASSIGN if _names_no_menu(call.params.get("menus")) else None)

    return replace(rules, find=find, read=read, create=create)


def _names_no_menu(menus: Any) -> bool:
    """True when there is nothing among what should be menus: nobody may assign that (recorded)."""
    given = menus if isinstance(menus, list) else [menus]
    return any(menu in ("", "0", 0) for menu in given)


def load_items(page: Page) -> Mapping[int, MenuItem]:
    """The page's items as their meta describe them."""
    details = page.load(load_details)
    return {post.id: read_menu_item(post, details[post.id]) for post in page.rows}


def load_goals(page: Page) -> Mapping[int, Destination]:
    """Where the page's items lead."""
    call = page.call
    return load_destinations(newsroom_of(call), list(page.load(load_items).values()))


def load_titles(page: Page) -> Mapping[int, str]:
    """The titles as HTML; an item without one has that of what it leads to."""
    titled = [replace(post, title=_title(post, page)) for post in page.rows]
    return render_titles(newsroom_of(page.call), titled)


def item_of(post: Post, page: Page) -> MenuItem:
    return page.load(load_items)[post.id]


def goal_of(post: Post, page: Page) -> Destination:
    return page.load(load_goals)[post.id]


def _title(post: Post, page: Page) -> str:
    return post.title or goal_of(post, page).title


def read_title(post: Post, page: Page) -> Mapping[str, str]:
    return {"raw": _title(post, page), "rendered": page.load(load_titles)[post.id]}


def read_menu(post: Post, page: Page) -> int:
    """The menu that the item belongs to; 0 for one without."""
    menus = details_of(post, page).terms.get("nav_menu") or ()
    return menus[0].id if menus else 0


def of_item(name: str) -> Callable[[Post, Page], Any]:
    """The reader of something that the item's meta say."""
    return lambda post, page: getattr(item_of(post, page), name)


TITLE: Schema = {
    "description": "The title of the item.",
    "type": ["string", "object"],
    "properties": {
        "raw": {**string("As stored."), "context": ["edit"]},
        "rendered": {**string("As HTML."), "context": ["view", "edit", "embed"], "readonly": True},
    },
}


def _natural(description: str, *, default: int | None = None, minimum: int = 0) -> Schema:
    return integer(description, minimum=minimum, default=default)


def _fields(types: Types) -> Iterator[Field]:
    yield Field("title", TITLE, read_title)
    yield Field("id", _natural("The item's id.", default=0), readonly=True)
    yield Field(
        "type_label", string("The kind of item."), lambda post, page: goal_of(post, page).label, readonly=True
    )
    yield Field(
        "type", string("What kind of thing it leads to.", enum=KINDS, default="custom"), of_item("type")
    )
    yield Field("status", string("The item's status.", enum=STATUSES, default="publish"))
    yield Field("parent", _natural("The item above it.", default=0), of_item("parent"))
    yield Field("attr_title", string("The title attribute."), lambda post, page: post.excerpt)
    yield Field(
        "classes",
        array("Class names of its element.", string()),
        lambda p, page: list(item_of(p, page).classes),
    )
    yield Field("description", string("A description."), lambda post, page: post.content)
    yield Field("menu_order", _natural("Its place in the menu.", default=1, minimum=1))
    yield Field("object", string("The type or taxonomy of what it leads to."), of_item("object"))
    yield Field("object_id", _natural("The id of what it leads to.", default=0), of_item("object_id"))
    yield Field("target", string("The target attribute.", enum=["_blank", ""]), of_item("target"))
    yield Field("url", string("The address.", format="uri"), lambda post, page: goal_of(post, page).url)
    yield Field(
        "xfn",
        array("The relation to those it leads to.", string()),
        lambda p, page: list(item_of(p, page).xfn),
    )
    yield Field(
        "invalid",
        boolean("Whether what it leads to is gone."),
        lambda post, page: goal_of(post, page).is_missing,
        readonly=True,
    )
    yield Field("menus", integer("The id of its menu."), read_menu, VIEW)
    yield meta_field("post", "nav_menu_item", types, load_post_meta)


def _object_links(types: Types) -> Iterator[Link]:
    """Links to what items lead to, one declaration for each type and taxonomy, so that it is embedded as such."""
    for post_type in types.posts.values():
        if post_type.rest_base:
            yield _object_link((POST, post_type.name), post_type.rest_base, load_whole_posts)
    for taxonomy in types.taxonomies.values():
        if taxonomy.rest_base:
            yield _object_link((TERM, taxonomy.name), taxonomy.rest_base, load_item_terms)


def _object_link(kind: tuple[str, str], base: str, load: Callable[[Page], Mapping[int, Any]]) -> Link:
    def is_ours(post: Post, page: Page) -> bool:
        item = item_of(post, page)
        return (item.type, item.object) == kind and bool(item.object_id)

    def href(post: Post, page: Page) -> str | None:
        return page.call.url(f"{base}/{item_of(post, page).object_id}") if is_ours(post, page) else None

    def load_own(page: Page) -> Mapping[int, Any]:
        found = page.load(load)
        wanted = {post.id: item_of(post, page).object_id for post in page.rows if is_ours(post, page)}
        return {post_id: found[object_id] for post_id, object_id in wanted.items() if object_id in found}

    return Link(OBJECT, href, lambda post, page: dict([kind]), target=base, load=load_own)


def load_whole_posts(page: Page) -> Mapping[int, Any]:
    """The posts that items lead to, by their own ids."""
    return load_posts(page.call.db, _object_ids(page, POST))


def load_item_terms(page: Page) -> Mapping[int, Any]:
    """The terms that items lead to, by their own ids."""
    return load_terms(page.call.db, _object_ids(page, TERM))


def _object_ids(page: Page, kind: str) -> set[int]:
    return {item.object_id for item in page.load(load_items).values() if item.type == kind}
