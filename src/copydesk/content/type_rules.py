"""WordPress's own post types, taxonomies and statuses: tables of facts, as recorded from WordPress 7.1."""

from dataclasses import replace

from copydesk.auth.capabilities import PostCapabilities, TermCapabilities, post_capabilities
from copydesk.content.types import PostType, Status, Taxonomy, Types

NOTES = [{"notes": True}]
THEME = "edit_theme_options"


def theme_capabilities(word: str = "post", *, read: str = "read", rights: str = THEME) -> PostCapabilities:
    """The rights to things that belong to the design of a site: one right for everything."""
    return PostCapabilities(
        edit_post=f"edit_{word}",
        read_post=f"read_{word}",
        delete_post=f"delete_{word}",
        edit_posts=rights,
        edit_others_posts=rights,
        delete_posts=rights,
        publish_posts=rights,
        read_private_posts=rights,
        read=read,
        delete_private_posts=rights,
        delete_published_posts=rights,
        delete_others_posts=rights,
        edit_private_posts=rights,
        edit_published_posts=rights,
        create_posts=rights,
    )


BLOCK_CAPABILITIES = PostCapabilities(
    edit_post="edit_block",
    read_post="read_block",
    delete_post="delete_block",
    publish_posts="publish_blocks",
    read_private_posts="read_private_blocks",
    read="edit_posts",
    delete_private_posts="delete_private_blocks",
    edit_private_posts="edit_private_blocks",
    create_posts="publish_posts",
)

# Types whose registration names only some rights keep the usual names for the others.
STYLE_CAPABILITIES = PostCapabilities(
    edit_posts=THEME, edit_others_posts=THEME, read="edit_posts", delete_published_posts=THEME,
    delete_others_posts=THEME, edit_published_posts=THEME, create_posts=THEME,
)  # fmt: skip
FONT_CAPABILITIES = replace(
    theme_capabilities(read=THEME),
    delete_private_posts="delete_private_posts",
    edit_private_posts="edit_private_posts",
)


def _hidden_type(name: str, label: str, singular_label: str) -> PostType:
    """A type in which the CMS keeps things of its own."""
    return PostType(
        name,
        label,
        singular_label,
        is_public=False,
        is_viewable=False,
        show_in_nav_menus=False,
        show_ui=False,
        exclude_from_search=True,
    )


POST_TYPES = (
    PostType(
        "post",
        "Posts",
        "Post",
        rest_base="posts",
        supports={
            "title": True, "editor": NOTES, "author": True, "thumbnail": True, "excerpt": True,
            "trackbacks": True, "custom-fields": True, "comments": True, "revisions": True,
            "post-formats": True, "autosave": True,
        },
        labels={"all_items": "All Posts", "archives": "Post Archives"},
        icon="dashicons-admin-post",
        rewrite_slug="",
    ),
    PostType(
        "page",
        "Pages",
        "Page",
        rest_base="pages",
        capabilities=post_capabilities("page"),
        supports={
            "title": True, "editor": NOTES, "author": True, "thumbnail": True, "page-attributes": True,
            "custom-fields": True, "comments": True, "revisions": True, "autosave": True,
        },
        labels={"all_items": "All Pages", "archives": "Page Archives"},
        icon="dashicons-admin-page",
        is_hierarchical=True,
        rewrite_slug="",
    ),
    PostType(
        "attachment",
        "Media",
        "Media",
        rest_base="media",
        capabilities=PostCapabilities(create_posts="upload_files"),
        supports={"title": True, "author": True, "comments": True},
        labels={
            "add_new": "Add Media File", "add_new_item": "Add Media File", "edit_item": "Edit Media",
            "view_item": "View Media File", "attributes": "Attachment Attributes",
        },
        icon="dashicons-admin-media",
        show_in_nav_menus=False,
        rewrite_slug="",
    ),
    PostType(
        "revision",
        "Revisions",
        "Revision",
        supports={"author": True},
        is_public=False,
        is_viewable=False,
        show_in_nav_menus=False,
        show_ui=False,
        exclude_from_search=True,
    ),
    PostType(
        "nav_menu_item",
        "Navigation Menu Items",
        "Navigation Menu Item",
        rest_base="menu-items",
        capabilities=theme_capabilities(),
        supports={"title": True, "editor": True, "autosave": True},
        is_public=False,
        is_viewable=False,
        show_in_nav_menus=False,
        show_ui=False,
        exclude_from_search=True,
    ),
    _hidden_type("custom_css", "Custom CSS", "Custom CSS"),
    _hidden_type("customize_changeset", "Changesets", "Changeset"),
    _hidden_type("oembed_cache", "oEmbed Responses", "oEmbed Response"),
    _hidden_type("user_request", "User Requests", "User Request"),
    PostType(
        "wp_block",
        "Patterns",
        "Pattern",
        rest_base="blocks",
        capabilities=BLOCK_CAPABILITIES,
        supports={
            "title": True, "excerpt": True, "editor": True, "revisions": True, "custom-fields": True,
            "autosave": True,
        },
        labels={
            "add_new": "Add Pattern", "add_new_item": "Add Pattern", "edit_item": "Edit Block Pattern",
            "new_item": "New Pattern", "view_item": "View Pattern", "view_items": "View Patterns",
            "search_items": "Search Patterns", "not_found": "No patterns found.",
            "not_found_in_trash": "No patterns found in Trash.", "all_items": "All Patterns",
            "archives": "All Patterns", "filter_items_list": "Filter patterns list",
            "items_list_navigation": "Patterns list navigation", "items_list": "Patterns list",
            "item_published": "Pattern published.", "item_published_privately": "Pattern published privately.",
            "item_reverted_to_draft": "Pattern reverted to draft.", "item_scheduled": "Pattern scheduled.",
            "item_updated": "Pattern updated.",
        },
        is_public=False,
        is_viewable=False,
        show_in_nav_menus=False,
        exclude_from_search=True,
    ),
    PostType(
        "wp_template",
        "Templates",
        "Template",
        rest_base="templates",
        description="Templates to include in your theme.",
        capabilities=theme_capabilities("template", read=THEME),
        supports={
            "title": True, "slug": True, "excerpt": True, "editor": True, "revisions": True, "author": True,
            "autosave": True,
        },
        labels={
            "add_new": "Add Template", "add_new_item": "Add Template", "edit_item": "Edit Template",
            "new_item": "New Template", "view_item": "View Template", "search_items": "Search Templates",
            "not_found": "No templates found.", "not_found_in_trash": "No templates found in Trash.",
            "parent_item_colon": "Parent Template:", "archives": "Template archives",
            "insert_into_item": "Insert into template", "uploaded_to_this_item": "Uploaded to this template",
            "filter_items_list": "Filter templates list", "items_list_navigation": "Templates list navigation",
            "items_list": "Templates list", "item_updated": "Template updated.",
        },
        is_public=False,
        is_viewable=False,
        show_in_nav_menus=False,
        show_ui=False,
        exclude_from_search=True,
    ),
    PostType(
        "wp_template_part",
        "Template Parts",
        "Template Part",
        rest_base="template-parts",
        description="Template parts to include in your templates.",
        capabilities=theme_capabilities(read=THEME),
        supports={
            "title": True, "slug": True, "excerpt": True, "editor": True, "revisions": True, "author": True,
            "autosave": True,
        },
        labels={
            "add_new": "Add Template Part", "add_new_item": "Add Template Part",
            "edit_item": "Edit Template Part", "new_item": "New Template Part",
            "view_item": "View Template Part", "search_items": "Search Template Parts",
            "not_found": "No template parts found.", "not_found_in_trash": "No template parts found in Trash.",
            "parent_item_colon": "Parent Template Part:", "archives": "Template part archives",
            "insert_into_item": "Insert into template part",
            "uploaded_to_this_item": "Uploaded to this template part",
            "filter_items_list": "Filter template parts list",
            "items_list_navigation": "Template parts list navigation", "items_list": "Template parts list",
            "item_updated": "Template part updated.",
        },
        is_public=False,
        is_viewable=False,
        show_in_nav_menus=False,
        show_ui=False,
        exclude_from_search=True,
    ),
    PostType(
        "wp_global_styles",
        "Global Styles",
        "Global Styles",
        rest_base="global-styles",
        description="Global styles to include in themes.",
        capabilities=STYLE_CAPABILITIES,
        supports={"title": True, "editor": True, "revisions": True},
        is_public=False,
        is_viewable=False,
        show_in_nav_menus=False,
        show_ui=False,
        exclude_from_search=True,
    ),
    PostType(
        "wp_navigation",
        "Navigation Menus",
        "Navigation Menu",
        rest_base="navigation",
        description="Navigation menus that can be inserted into your site.",
        capabilities=theme_capabilities(),
        supports={"title": True, "editor": True, "revisions": True, "autosave": True},
        labels={
            "add_new": "Add Navigation Menu", "add_new_item": "Add Navigation Menu",
            "edit_item": "Edit Navigation Menu", "new_item": "New Navigation Menu",
            "view_item": "View Navigation Menu", "search_items": "Search Navigation Menus",
            "not_found": "No Navigation Menu found.",
            "not_found_in_trash": "No Navigation Menu found in Trash.",
            "parent_item_colon": "Parent Navigation Menu:", "archives": "Navigation Menu archives",
            "insert_into_item": "Insert into Navigation Menu",
            "uploaded_to_this_item": "Uploaded to this Navigation Menu",
            "filter_items_list": "Filter Navigation Menu list",
            "items_list_navigation": "Navigation Menus list navigation",
            "items_list": "Navigation Menus list", "item_updated": "Navigation Menu updated.",
        },
        is_public=False,
        is_viewable=False,
        show_in_nav_menus=False,
        exclude_from_search=True,
    ),
    PostType(
        "wp_font_family",
        "Font Families",
        "Font Family",
        rest_base="font-families",
        capabilities=FONT_CAPABILITIES,
        supports={"title": True},
        is_public=False,
        is_viewable=False,
        show_in_nav_menus=False,
        show_ui=False,
        exclude_from_search=True,
    ),
    PostType(
        "wp_font_face",
        "Font Faces",
        "Font Face",
        rest_base=r"font-families/(?P<font_family_id>[\d]+)/font-faces",
        capabilities=FONT_CAPABILITIES,
        supports={"title": True},
        is_public=False,
        is_viewable=False,
        show_in_nav_menus=False,
        show_ui=False,
        exclude_from_search=True,
    ),
)  # fmt: skip

CATEGORY_WORDS = {
    "all_items": "All Categories", "name_admin_bar": "category",
}  # fmt: skip
TAG_WORDS = {"all_items": "All Tags", "name_admin_bar": "post_tag"}
PATTERN_WORDS = {
    "search_items": "Search Pattern Categories", "popular_items": "Popular Pattern Categories",
    "edit_item": "Edit Pattern Category", "view_item": "View Pattern Category",
    "update_item": "Update Pattern Category", "add_new_item": "Add Category",
    "new_item_name": "New Pattern Category Name",
    "separate_items_with_commas": "Separate pattern categories with commas",
    "add_or_remove_items": "Add or remove pattern categories",
    "choose_from_most_used": "Choose from the most used pattern categories",
    "not_found": "No pattern categories found.", "no_terms": "No pattern categories",
    "items_list_navigation": "Pattern Categories list navigation", "items_list": "Pattern Categories list",
    "back_to_items": "&larr; Go to Pattern Categories", "item_link": "Pattern Category Link",
    "item_link_description": "A link to a pattern category.", "archives": "Pattern Categories",
}  # fmt: skip


def _hidden_taxonomy(name: str, label: str, types: tuple[str, ...]) -> Taxonomy:
    """A taxonomy of the design's own, which nobody is shown."""
    return Taxonomy(
        name,
        label,
        types,
        is_public=False,
        is_publicly_queryable=False,
        show_ui=False,
        show_in_nav_menus=False,
        show_in_quick_edit=False,
        show_cloud=False,
        has_paths=False,
    )


TAXONOMIES = (
    Taxonomy(
        "category",
        "Categories",
        ("post",),
        "Category",
        rest_base="categories",
        capabilities=TermCapabilities(
            "manage_categories", "edit_categories", "delete_categories", "assign_categories"
        ),
        labels=CATEGORY_WORDS,
        is_hierarchical=True,
        has_nested_paths=True,
        show_admin_column=True,
        default_term_option="default_category",
    ),
    Taxonomy(
        "post_tag",
        "Tags",
        ("post",),
        "Tag",
        rest_base="tags",
        capabilities=TermCapabilities(
            "manage_post_tags", "edit_post_tags", "delete_post_tags", "assign_post_tags"
        ),
        labels=TAG_WORDS,
        show_admin_column=True,
    ),
    Taxonomy(
        "nav_menu",
        "Navigation Menus",
        ("nav_menu_item",),
        "Navigation Menu",
        rest_base="menus",
        capabilities=TermCapabilities(THEME, THEME, THEME, THEME),
        labels={"archives": "Navigation Menus"},
        is_public=False,
        is_publicly_queryable=False,
        show_ui=False,
        show_in_nav_menus=False,
        show_in_quick_edit=False,
        show_cloud=False,
        has_paths=False,
    ),
    Taxonomy(
        "link_category",
        "Link Categories",
        ("link",),
        "Link Category",
        capabilities=TermCapabilities("manage_links", "manage_links", "manage_links", "manage_links"),
        is_public=False,
        is_publicly_queryable=False,
        show_in_nav_menus=False,
        show_in_quick_edit=False,
        has_paths=False,
    ),
    Taxonomy(
        "post_format",
        "Formats",
        ("post",),
        "Format",
        is_builtin=True,
        show_ui=False,
        show_in_nav_menus=False,
    ),
    _hidden_taxonomy("wp_theme", "Themes", ("wp_template", "wp_template_part", "wp_global_styles")),
    _hidden_taxonomy("wp_template_part_area", "Template Part Areas", ("wp_template_part",)),
    Taxonomy(
        "wp_pattern_category",
        "Pattern Categories",
        ("wp_block",),
        "Pattern Category",
        rest_base="wp_pattern_category",
        labels=PATTERN_WORDS,
        is_public=False,
        is_publicly_queryable=False,
        show_in_nav_menus=False,
        show_admin_column=True,
        show_cloud=False,
        has_paths=False,
    ),
)

STATUSES = (
    Status("publish", "Published", is_public=True),
    Status("future", "Scheduled", is_protected=True),
    Status("draft", "Draft", is_protected=True, date_floating=True),
    Status("pending", "Pending", is_protected=True, date_floating=True),
    Status("private", "Private", is_private=True),
    Status("trash", "Trash", is_internal=True, show_in_list=False),
    Status("auto-draft", "auto-draft", is_internal=True, show_in_list=False, date_floating=True),
    Status("inherit", "inherit", is_internal=True, show_in_list=False),
    Status("request-pending", "Pending", is_internal=True, show_in_list=False),
    Status("request-confirmed", "Confirmed", is_internal=True, show_in_list=False),
    Status("request-failed", "Failed", is_internal=True, show_in_list=False),
    Status("request-completed", "Completed", is_internal=True, show_in_list=False),
)

CORE_TYPES = Types(
    posts={one.name: one for one in POST_TYPES},
    taxonomies={one.name: one for one in TAXONOMIES},
    statuses={one.name: one for one in STATUSES},
)
