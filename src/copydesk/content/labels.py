"""The labels of post types and taxonomies, as the API publishes them: what is not given is derived."""

from collections.abc import Mapping

Labels = Mapping[str, str | None]


def post_type_labels(
    name: str, singular: str, given: Labels, *, is_hierarchical: bool, is_builtin: bool
) -> dict[str, str | None]:
    """All labels of a post type. Types of plugins inherit the words of posts or pages (recorded)."""
    labels = {**_post_type_words(name, singular, is_hierarchical=is_hierarchical), **given}
    if not is_builtin or name not in ("Posts", "Pages"):
        labels.setdefault("template_name", f"Single item: {labels['singular_name']}")
    return labels


def _post_type_words(name: str, singular: str, *, is_hierarchical: bool) -> dict[str, str | None]:
    one, many = ("Page", "Pages") if is_hierarchical else ("Post", "Posts")
    return {
        "name": name,
        "singular_name": singular,
        "add_new": "Add",
        "add_new_item": f"Add {one}",
        "edit_item": f"Edit {one}",
        "new_item": f"New {one}",
        "view_item": f"View {one}",
        "view_items": f"View {many}",
        "search_items": f"Search {many}",
        "not_found": f"No {many.lower()} found.",
        "not_found_in_trash": f"No {many.lower()} found in Trash.",
        "parent_item_colon": "Parent Page:" if is_hierarchical else None,
        "all_items": name,
        "archives": name,
        "attributes": f"{one} Attributes",
        "insert_into_item": f"Insert into {one.lower()}",
        "uploaded_to_this_item": f"Uploaded to this {one.lower()}",
        "featured_image": "Featured image",
        "set_featured_image": "Set featured image",
        "remove_featured_image": "Remove featured image",
        "use_featured_image": "Use as featured image",
        "filter_items_list": f"Filter {many.lower()} list",
        "filter_by_date": "Filter by date",
        "items_list_navigation": f"{many} list navigation",
        "items_list": f"{many} list",
        "item_published": f"{one} published.",
        "item_published_privately": f"{one} published privately.",
        "item_reverted_to_draft": f"{one} reverted to draft.",
        "item_trashed": f"{one} trashed.",
        "item_scheduled": f"{one} scheduled.",
        "item_updated": f"{one} updated.",
        "item_link": f"{one} Link",
        "item_link_description": f"A link to a {one.lower()}.",
        "menu_name": name,
        "name_admin_bar": singular,
    }


NAME_FIELD = "The name is how it appears on your site."
SLUG_FIELD = (
    "The &#8220;slug&#8221; is the URL-friendly version of the name. It is usually all lowercase and contains"
    " only letters, numbers, and hyphens."
)
PARENT_FIELD = (
    "Assign a parent term to create a hierarchy. The term Jazz, for example, would be the parent of Bebop"
    " and Big Band."
)
DESCRIPTION_FIELD = "The description is not prominent by default; however, some themes may show it."


def taxonomy_labels(
    name: str, singular: str, given: Labels, *, is_hierarchical: bool, is_builtin: bool
) -> dict[str, str | None]:
    """All labels of a taxonomy. Taxonomies of plugins inherit the words of categories or tags (recorded)."""
    labels = {**_taxonomy_words(name, singular, is_hierarchical=is_hierarchical), **given}
    if not is_builtin:
        labels.setdefault("archives", labels["all_items"])
    labels.setdefault("template_name", f"{labels['singular_name']} Archives")
    return labels


def _taxonomy_words(name: str, singular: str, *, is_hierarchical: bool) -> dict[str, str | None]:
    one, many = ("Category", "Categories") if is_hierarchical else ("Tag", "Tags")
    return {
        "name": name,
        "singular_name": singular,
        "search_items": f"Search {many}",
        "popular_items": None,
        "all_items": name,
        "parent_item": f"Parent {one}" if is_hierarchical else None,
        "parent_item_colon": f"Parent {one}:" if is_hierarchical else None,
        "name_field_description": NAME_FIELD,
        "slug_field_description": SLUG_FIELD,
        "parent_field_description": PARENT_FIELD if is_hierarchical else None,
        "desc_field_description": DESCRIPTION_FIELD,
        "edit_item": f"Edit {one}",
        "view_item": f"View {one}",
        "update_item": f"Update {one}",
        "add_new_item": f"Add {one}",
        "new_item_name": f"New {one} Name",
        "not_found": f"No {many.lower()} found.",
        "no_terms": f"No {many.lower()}",
        "filter_by_item": f"Filter by {one.lower()}" if is_hierarchical else None,
        "items_list_navigation": f"{many} list navigation",
        "items_list": f"{many} list",
        "most_used": "Most Used",
        "back_to_items": f"&larr; Go to {many}",
        "item_link": f"{one} Link",
        "item_link_description": f"A link to a {one.lower()}.",
        "menu_name": name,
        "name_admin_bar": singular,
        **_words_of_flat_ones(many, is_hierarchical=is_hierarchical),
    }


def _words_of_flat_ones(many: str, *, is_hierarchical: bool) -> dict[str, str | None]:
    """Words that only taxonomies without parents have."""
    words = {
        "popular_items": f"Popular {many}",
        "separate_items_with_commas": f"Separate {many.lower()} with commas",
        "add_or_remove_items": f"Add or remove {many.lower()}",
        "choose_from_most_used": f"Choose from the most used {many.lower()}",
    }
    return dict.fromkeys(words) if is_hierarchical else {**words}
