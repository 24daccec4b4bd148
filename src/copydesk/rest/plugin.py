"""What a plugin may declare: the public interface of extensions.

A plugin is a value found by the entry point `copydesk.plugins`. It is built only from this file,
`content` and `store`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from copydesk.content.types import Meta, PostType, Taxonomy
from copydesk.rest.page import Page
from copydesk.rest.resource import Field, Link, Resource
from copydesk.rest.route import Route


@dataclass(frozen=True, slots=True)
class RestField:
    """A further field of the resource of a post type, taxonomy, `user` or `comment`; it follows core's own."""

    of: str
    field: Field


@dataclass(frozen=True, slots=True)
class RestChange:
    """Another value for a member that exists: takes the row, the value and the page, and answers the value."""

    of: str
    name: str
    change: Callable[[Any, Any, Page], Any]


@dataclass(frozen=True, slots=True)
class Plugin:
    """An extension."""

    name: str
    post_types: tuple[PostType, ...] = ()
    taxonomies: tuple[Taxonomy, ...] = ()
    meta: tuple[Meta, ...] = ()
    rest_fields: tuple[RestField, ...] = ()
    rest_changes: tuple[RestChange, ...] = ()
    links: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    routes: tuple[Route | Resource, ...] = ()
    listeners: tuple["Listener", ...] = ()


@dataclass(frozen=True, slots=True)
class Listener:
    """Hears of an event after it happened: `page_viewed` of the public site gets the post's id."""

    event: str
    hear: Callable[..., None]
