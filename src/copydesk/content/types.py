"""What kinds of content a site has: post types, taxonomies, statuses, blocks and shortcodes, as values.

Core's own are in `type_rules`; what plugins register in code is declared in `copydesk.toml`, by a Python
plugin, or found by an importer, and handed in when the server starts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from copydesk.auth.capabilities import PostCapabilities, TermCapabilities
from copydesk.store.terms import TermOrderBy
from copydesk.text.blocks.block import BlockType
from copydesk.text.blocks.registry import BLOCK_TYPES
from copydesk.text.shortcode_registry import SHORTCODES
from copydesk.text.shortcodes import RunShortcode


@dataclass(frozen=True, slots=True)
class PostType:
    """A kind of post. `rest_base` is empty when the API does not offer it."""

    name: str
    label: str
    singular_label: str = ""
    rest_base: str = ""
    rest_namespace: str = "wp/v2"
    description: str = ""
    capabilities: PostCapabilities = PostCapabilities()  # noqa: RUF009 — a frozen value
    supports: Mapping[str, Any] = field(default_factory=dict)
    labels: Mapping[str, str | None] = field(default_factory=dict)
    icon: str | None = None
    is_public: bool = True
    is_viewable: bool = True
    is_hierarchical: bool = False
    is_builtin: bool = True
    has_archive: bool | str = False
    show_in_nav_menus: bool = True
    show_ui: bool = True
    rewrite_slug: str | None = None  # None: the type's name
    exclude_from_search: bool = False
    taxonomies: tuple[str, ...] = ()  # of others that its posts carry as well

    def has(self, feature: str) -> bool:
        """True when the type supports title, editor, comments …"""
        return bool(self.supports.get(feature))


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """A kind of term. `types` are the post types that carry its terms."""

    name: str
    label: str
    types: tuple[str, ...]
    singular_label: str = ""
    rest_base: str = ""
    rest_namespace: str = "wp/v2"
    description: str = ""
    capabilities: TermCapabilities = TermCapabilities()  # noqa: RUF009 — a frozen value
    labels: Mapping[str, str | None] = field(default_factory=dict)
    is_public: bool = True
    is_publicly_queryable: bool = True
    is_hierarchical: bool = False
    is_builtin: bool = True
    show_ui: bool = True
    show_in_nav_menus: bool = True
    show_in_quick_edit: bool = True
    show_admin_column: bool = False
    show_cloud: bool = True
    is_sorted: bool = False  # the order of a post's terms is kept
    list_order: TermOrderBy | None = None  # of all lists of its terms, whatever a client asks for
    rewrite_slug: str | None = None
    has_paths: bool = True  # archives have paths, not only queries
    has_front: bool = True  # paths begin with the front of the site's permalinks
    has_nested_paths: bool = False  # in which the slugs of a term's ancestors stand before its own
    default_term_option: str = ""

    @property
    def title(self) -> str:
        """The title of the published schema: `tag` for `post_tag`, else the name."""
        return "tag" if self.name == "post_tag" else self.name


@dataclass(frozen=True, slots=True)
class Status:
    """A state of a post."""

    name: str
    label: str
    is_public: bool = False
    is_protected: bool = False
    is_private: bool = False
    is_internal: bool = False
    show_in_list: bool = True
    date_floating: bool = False

    @property
    def is_queryable(self) -> bool:
        return self.is_public


@dataclass(frozen=True, slots=True)
class Meta:
    """A registered key of post, term, user or comment meta. `schema` is what the API publishes."""

    object_type: str
    key: str
    schema: Mapping[str, Any]
    subtype: str = ""  # one post type or taxonomy; empty for all
    single: bool = True
    rest_name: str = ""  # the key itself unless named otherwise
    default: Any = None
    is_prefixed: bool = False  # the stored key begins with the prefix of the tables

    @property
    def name(self) -> str:
        return self.rest_name or self.key


@dataclass(frozen=True)
class Types:
    """All kinds of a site, by name and in the order of registration."""

    posts: Mapping[str, PostType]
    taxonomies: Mapping[str, Taxonomy]
    statuses: Mapping[str, Status]
    meta: tuple[Meta, ...] = ()
    blocks: Mapping[str, BlockType] = field(default_factory=lambda: BLOCK_TYPES)
    shortcodes: Mapping[str, RunShortcode] = field(default_factory=lambda: SHORTCODES)

    def taxonomies_of(self, post_type: str) -> list[Taxonomy]:
        """The taxonomies whose terms posts of this type carry."""
        return [taxonomy for taxonomy in self.taxonomies.values() if post_type in taxonomy.types]

    def meta_of(self, object_type: str, subtype: str = "") -> list[Meta]:
        """The registered keys: those of the subtype first, then those of all."""
        own = [meta for meta in self.meta if meta.object_type == object_type and meta.subtype == subtype]
        return own + [
            meta for meta in self.meta if subtype and meta.object_type == object_type and not meta.subtype
        ]

    def with_more(
        self,
        post_types: Iterable[PostType] = (),
        taxonomies: Iterable[Taxonomy] = (),
        meta: Iterable[Meta] = (),
        *,
        blocks: Iterable[BlockType] = (),
        shortcodes: Mapping[str, RunShortcode] | None = None,
    ) -> "Types":
        """These and more; a name that is known already is replaced in its place."""
        post_types = tuple(post_types)
        known = {**self.taxonomies, **{one.name: one for one in taxonomies}}
        for post_type in post_types:
            for name in post_type.taxonomies:
                if name in known and post_type.name not in known[name].types:
                    known[name] = replace(known[name], types=(*known[name].types, post_type.name))
        posts = {**self.posts, **{one.name: one for one in post_types}}
        return replace(
            self,
            posts=posts,
            taxonomies=known,
            meta=(*self.meta, *meta),
            blocks={**self.blocks, **{one.name: one for one in blocks}},
            shortcodes={**self.shortcodes, **(shortcodes or {})},
        )
