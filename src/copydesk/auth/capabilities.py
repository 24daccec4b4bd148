"""Names of capabilities: what a post type or taxonomy calls the rights to its objects."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PostCapabilities:
    """The rights to posts of a type. The first three are meta capabilities, decided for each post."""

    edit_post: str = "edit_post"
    read_post: str = "read_post"
    delete_post: str = "delete_post"
    edit_posts: str = "edit_posts"
    edit_others_posts: str = "edit_others_posts"
    delete_posts: str = "delete_posts"
    publish_posts: str = "publish_posts"
    read_private_posts: str = "read_private_posts"
    read: str = "read"
    delete_private_posts: str = "delete_private_posts"
    delete_published_posts: str = "delete_published_posts"
    delete_others_posts: str = "delete_others_posts"
    edit_private_posts: str = "edit_private_posts"
    edit_published_posts: str = "edit_published_posts"
    create_posts: str = "edit_posts"


@dataclass(frozen=True, slots=True)
class TermCapabilities:
    """The rights to terms of a taxonomy."""

    manage_terms: str = "manage_categories"
    edit_terms: str = "manage_categories"
    delete_terms: str = "manage_categories"
    assign_terms: str = "edit_posts"


def post_capabilities(word: str) -> PostCapabilities:
    """The rights of a type with its own words, like `page`: edit_page, edit_pages, edit_others_pages …"""
    plural = f"{word}s"
    return PostCapabilities(
        edit_post=f"edit_{word}",
        read_post=f"read_{word}",
        delete_post=f"delete_{word}",
        edit_posts=f"edit_{plural}",
        edit_others_posts=f"edit_others_{plural}",
        delete_posts=f"delete_{plural}",
        publish_posts=f"publish_{plural}",
        read_private_posts=f"read_private_{plural}",
        delete_private_posts=f"delete_private_{plural}",
        delete_published_posts=f"delete_published_{plural}",
        delete_others_posts=f"delete_others_{plural}",
        edit_private_posts=f"edit_private_{plural}",
        edit_published_posts=f"edit_published_{plural}",
        create_posts=f"edit_{plural}",
    )
