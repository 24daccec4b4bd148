"""What a plugin may declare: the public interface of extensions.

A plugin is a value found by the entry point `copydesk.plugins`. It is built only from this file,
`content` and `store`; what it needs of the rest of the API is handed on here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from copydesk.auth.capabilities import PostCapabilities, TermCapabilities
from copydesk.content.standing import LIVE
from copydesk.content.types import Meta, PostType, Taxonomy, Types
from copydesk.rest.meta import read_meta
from copydesk.rest.page import Call, Page
from copydesk.rest.resource import (
    ALL,
    EDIT,
    MISSING,
    VIEW,
    Field,
    Link,
    Param,
    Resource,
    Rules,
    Verbs,
    not_yet,
)
from copydesk.rest.resources.post_loading import (
    load_details,
)
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.store.database import Db
from copydesk.text.blocks.block import Block, BlockType
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.rendering import Rendering
from copydesk.text.shortcodes import RunShortcode
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.request import Answer

__all__ = [
    "ALL",
    "EDIT",
    "LIVE",
    "MISSING",
    "VIEW",
    "Answer",
    "Block",
    "BlockType",
    "Call",
    "Endpoint",
    "Field",
    "Link",
    "Listener",
    "Meta",
    "Outcome",
    "Page",
    "Param",
    "Plugin",
    "PostCapabilities",
    "PostType",
    "Problem",
    "Refused",
    "Rendering",
    "Resource",
    "RestChange",
    "RestField",
    "Route",
    "Rows",
    "Rules",
    "RunShortcode",
    "Taxonomy",
    "TermCapabilities",
    "Types",
    "Verbs",
    "load_details",
    "not_yet",
    "read_meta",
    "wrapper_attributes",
]


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
class Listener:
    """Hears of an event after it happened; docs/plugins.md names the events and what each one tells."""

    event: str
    hear: Callable[..., None]


def always(db: Db, types: Types) -> bool:
    """For plugins that every site wants."""
    return True


@dataclass(frozen=True, slots=True)
class Plugin:
    """An extension. Keys of mappings, and every `of`, are titles of schemas: a type, a taxonomy, `user` …"""

    name: str
    post_types: tuple[PostType, ...] = ()
    taxonomies: tuple[Taxonomy, ...] = ()
    meta: tuple[Meta, ...] = ()
    rest_fields: tuple[RestField, ...] = ()
    rest_changes: tuple[RestChange, ...] = ()
    links: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    removed_links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by their rel
    routes: tuple[Route | Resource, ...] = ()
    blocks: tuple[BlockType, ...] = ()
    shortcodes: Mapping[str, RunShortcode] = field(default_factory=dict)
    listeners: tuple[Listener, ...] = ()
    is_wanted: Callable[[Db, Types], bool] = always  # by this site; asked once, when the server starts
