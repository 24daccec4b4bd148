"""PublishPress Authors: several authors for a post, members of the site or guests.

Authors are terms of the taxonomy `author`, which the API calls `ppma_author`. Posts show them twice: their
ids under that base, as with every taxonomy, and the authors themselves in `authors`, which cannot be written.
Core's own `author` is independent of them.

Versions 4.11 to 4.14 add members with whole numbers for names to each author, a bug. Imported documents keep
them; we make none.
"""

from typing import Any

from copydesk.plugins.publishpress_people import TAXONOMY, load_mapped_users, load_post_authors
from copydesk.plugins.publishpress_routes import RIGHTS, routes
from copydesk.rest.plugin import ALL, Field, Page, Plugin, RestChange, RestField, Taxonomy, Types
from copydesk.store.database import Db
from copydesk.store.options import get_option
from copydesk.store.rows import Post, Term, User

BASE = "ppma_author"
ACTIVE_PLUGINS = "active_plugins"
PHP_PLUGIN = '"publishpress-authors'  # in the list of active plugins, with or without `-pro`

LABELS: dict[str, str | None] = {
    "search_items": "Search Authors",
    "popular_items": "Popular Authors",
    "all_items": "All Authors",
    "parent_item": "Parent Author",
    "parent_item_colon": "Parent Author:",
    "name_field_description": "The name that readers and search engines see.",
    "slug_field_description": "The last part of the address of the author's page; a mapped user's own is used.",
    "edit_item": "Edit Author",
    "view_item": "View Author",
    "update_item": "Update Author",
    "add_new_item": "New Author Profile",
    "new_item_name": "New Author",
    "separate_items_with_commas": "Separate authors with commas",
    "add_or_remove_items": "Add or remove authors",
    "choose_from_most_used": "Choose from the most used Authors",
    "not_found": "No authors found.",
    "back_to_items": "Back to Authors",
    "menu_name": "Author",
}

AUTHORS = Taxonomy(
    name=TAXONOMY,
    label="Authors",
    singular_label="Author",
    types=("post",),
    rest_base=BASE,
    rewrite_slug="author",
    capabilities=RIGHTS,
    labels=LABELS,
    is_public=False,
    is_publicly_queryable=False,
    is_builtin=False,
    show_ui=False,
    show_in_nav_menus=False,
    show_in_quick_edit=False,
    is_sorted=True,
    list_order="term_order",  # recorded: `orderby` changes nothing; without a post the ids decide
)


def is_wanted(db: Db, types: Types) -> bool:
    """Where the PHP plugin is active, and where an imported document showed its taxonomy."""
    found = types.taxonomies.get(TAXONOMY)
    return (found is not None and found.rest_base == BASE) or PHP_PLUGIN in (
        get_option(db, ACTIVE_PLUGINS) or ""
    )


def read_authors(post: Post, page: Page) -> list[dict[str, Any]]:
    return page.load(load_post_authors)[post.id]


def load_users_of_page(page: Page) -> dict[int, User]:
    return load_mapped_users(page.call.db, page.rows)


def change_link(term: Term, link: str, page: Page) -> str:
    """A mapped author's posts are at the member's own address, also where the term has another slug."""
    user = page.load(load_users_of_page).get(term.id)
    return page.call.site.permalinks.author_link(user.id, user.nicename) if user else link


plugin = Plugin(
    name="publishpress-authors",
    taxonomies=(AUTHORS,),
    rest_fields=(
        RestField(
            "post",
            Field(
                "authors",
                {"description": "Authors.", "type": "array"},
                read_authors,
                ALL,
                made_from=(f"terms:{TAXONOMY}",),
                is_bare=True,
            ),
        ),
    ),
    rest_changes=(RestChange(TAXONOMY, "link", change_link),),
    removed_links={"post": ("wp:action-assign-author",)},
    routes=routes(),
    is_wanted=is_wanted,
)
