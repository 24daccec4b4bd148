"""What a site registers in code: post types, taxonomies and meta, read from a configuration file.

The keys are WordPress's own (`register_post_type`, `register_taxonomy`, `register_post_meta`), so that a
site's `copydesk.toml` reads like its PHP. Taxonomies are registered first, then post types, then meta.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from copydesk.auth.capabilities import PostCapabilities, TermCapabilities, post_capabilities
from copydesk.content.type_rules import CORE_TYPES
from copydesk.content.types import Meta, PostType, Taxonomy, Types

META_LISTS = {"post_meta": "post", "term_meta": "term", "user_meta": "user", "comment_meta": "comment"}
SUBTYPE_KEYS = ("post_type", "taxonomy", "object_subtype")
DEFAULT_SUPPORTS = ("title", "editor")

FOOTNOTES = {"type": "string", "title": "", "description": "", "default": ""}
CORE_META = (
    Meta(
        "comment",
        "_wp_note_status",
        {
            "type": "string",
            "title": "",
            "description": "Note resolution status",
            "default": "",
            "enum": ["resolved", "reopen"],
        },
    ),
    Meta(
        "user",
        "persisted_preferences",
        {
            "type": "object",
            "title": "",
            "description": "",
            "default": [],
            "context": ["edit"],
            "properties": {
                "_modified": {
                    "description": "When the preferences were saved.",
                    "type": "string",
                    "format": "date-time",
                    "readonly": False,
                }
            },
            "additionalProperties": True,
        },
        is_prefixed=True,
    ),
    Meta("post", "wp_pattern_sync_status", {
        "type": "string", "title": "", "description": "", "default": "", "enum": ["partial", "unsynced"],
    }, subtype="wp_block"),
)  # fmt: skip


class RegistrationError(Exception):
    """A declaration that cannot be used; the text is one line that names it."""


def make_types(registrations: Mapping[str, Any], known: Types = CORE_TYPES) -> Types:
    """Core's kinds of content and those of the registrations."""
    taxonomies = [
        read_taxonomy(name, said)
        for name, said in _entries(registrations, "taxonomies")
        if not known_alike(known, name)
    ]
    post_types = [read_post_type(name, said) for name, said in _entries(registrations, "post_types")]
    meta = [
        read_meta(object_type, said)
        for list_name, object_type in META_LISTS.items()
        for said in registrations.get(list_name, ())
        if said.get("show_in_rest")
    ]
    types = known.with_more(post_types, taxonomies, meta)
    return types.with_more(meta=[*_footnotes(types), *CORE_META])


def known_alike(known: Types, name: str) -> bool:
    return name in known.taxonomies and known.taxonomies[name].is_builtin


def _entries(registrations: Mapping[str, Any], kind: str) -> Iterable[tuple[str, Mapping[str, Any]]]:
    entries = registrations.get(kind) or {}
    if not isinstance(entries, Mapping):
        raise RegistrationError(f"{kind} must be tables, one for each name.")
    return entries.items()


def _footnotes(types: Types) -> list[Meta]:
    """Core keeps footnotes as meta of every type that has editor, revisions and custom fields."""
    return [
        Meta("post", "footnotes", FOOTNOTES, subtype=one.name)
        for one in types.posts.values()
        if one.rest_base and all(one.has(feature) for feature in ("editor", "custom-fields", "revisions"))
    ]


def read_post_type(name: str, said: Mapping[str, Any]) -> PostType:
    """A post type from the arguments of its registration."""
    labels = {str(key): value for key, value in (said.get("labels") or {}).items()}
    label = str(said.get("label") or labels.get("name") or name)
    is_public = bool(said.get("public", False))
    shown = bool(said.get("show_in_rest", False))
    return PostType(
        name=name,
        label=label,
        singular_label=str(labels.get("singular_name") or label),
        rest_base=str(said.get("rest_base") or name) if shown else "",
        rest_namespace=str(said.get("rest_namespace") or "wp/v2"),
        description=str(said.get("description") or ""),
        capabilities=_post_rights(said),
        supports=_supports(said.get("supports", DEFAULT_SUPPORTS)),
        labels=labels,
        icon=said.get("menu_icon"),
        is_public=is_public,
        is_viewable=bool(said.get("publicly_queryable", is_public)),
        is_hierarchical=bool(said.get("hierarchical", False)),
        is_builtin=False,
        has_archive=said.get("has_archive", False),
        show_in_nav_menus=bool(said.get("show_in_nav_menus", is_public)),
        show_ui=bool(said.get("show_ui", is_public)),
        rewrite_slug=_rewrite_slug(said),
        exclude_from_search=bool(said.get("exclude_from_search", not is_public)),
        taxonomies=tuple(said.get("taxonomies") or ()),
    )


def _supports(said: Any) -> dict[str, Any]:
    """What a type supports; an editor brings automatic saving."""
    if not said:
        return {}
    features = dict(said) if isinstance(said, Mapping) else dict.fromkeys(said, True)
    if "editor" in features:
        features["autosave"] = True
    return features


def _post_rights(said: Mapping[str, Any]) -> PostCapabilities:
    word = said.get("capability_type") or "post"
    names = post_capabilities(word[0] if isinstance(word, list | tuple) else str(word))
    given = said.get("capabilities") or {}
    own = {name: str(value) for name, value in given.items() if name in PostCapabilities.__slots__}
    return PostCapabilities(**{**{name: getattr(names, name) for name in PostCapabilities.__slots__}, **own})


def _rewrite_slug(said: Mapping[str, Any]) -> str | None:
    rewrite = said.get("rewrite")
    return str(rewrite["slug"]) if isinstance(rewrite, Mapping) and rewrite.get("slug") else None


def _rewrite(said: Mapping[str, Any], name: str, *, usual: bool) -> bool:
    """What the registration says of its addresses."""
    rewrite = said.get("rewrite")
    return bool(rewrite.get(name, usual)) if isinstance(rewrite, Mapping) else usual


def read_taxonomy(name: str, said: Mapping[str, Any]) -> Taxonomy:
    """A taxonomy from the arguments of its registration."""
    labels = {str(key): value for key, value in (said.get("labels") or {}).items()}
    label = str(said.get("label") or labels.get("name") or name)
    is_public = bool(said.get("public", True))
    shown = bool(said.get("show_in_rest", False))
    show_ui = bool(said.get("show_ui", is_public))
    given = said.get("capabilities") or {}
    return Taxonomy(
        name=name,
        label=label,
        types=tuple(said.get("object_types") or said.get("object_type") or ()),
        singular_label=str(labels.get("singular_name") or label),
        rest_base=str(said.get("rest_base") or name) if shown else "",
        rest_namespace=str(said.get("rest_namespace") or "wp/v2"),
        description=str(said.get("description") or ""),
        capabilities=TermCapabilities(
            **{key: str(value) for key, value in given.items() if key in TermCapabilities.__slots__}
        ),
        labels=labels,
        is_public=is_public,
        is_publicly_queryable=bool(said.get("publicly_queryable", is_public)),
        is_hierarchical=bool(said.get("hierarchical", False)),
        is_builtin=False,
        show_ui=show_ui,
        show_in_nav_menus=bool(said.get("show_in_nav_menus", is_public)),
        show_in_quick_edit=bool(said.get("show_in_quick_edit", show_ui)),
        show_admin_column=bool(said.get("show_admin_column", False)),
        show_cloud=bool(said.get("show_tagcloud", show_ui)),
        is_sorted=bool(said.get("sort", False)),
        rewrite_slug=_rewrite_slug(said),
        has_paths=said.get("rewrite") is not False,
        has_front=_rewrite(said, "with_front", usual=True),
        has_nested_paths=_rewrite(said, "hierarchical", usual=False),
    )


def read_meta(object_type: str, said: Mapping[str, Any]) -> Meta:
    """A meta key from the arguments of its registration."""
    if not said.get("key"):
        raise RegistrationError(f"A {object_type}_meta declaration has no key.")
    shown = said.get("show_in_rest")
    rest = shown if isinstance(shown, Mapping) else {}
    schema: dict[str, Any] = {
        "type": said.get("type", "string"),
        "title": said.get("label", ""),
        "description": said.get("description", ""),
        **rest.get("schema", {}),
    }
    if "default" in said:
        schema["default"] = said["default"]
    return Meta(
        object_type=object_type,
        key=str(said["key"]),
        schema=_with_default(schema),
        subtype=str(next((said[name] for name in SUBTYPE_KEYS if said.get(name)), "")),
        single=bool(said.get("single", False)),
        rest_name=str(rest.get("name", "")),
    )


EMPTY: Mapping[str, Any] = {
    "string": "", "integer": 0, "number": 0, "boolean": False, "array": [], "object": [],
}  # fmt: skip


def _with_default(schema: dict[str, Any]) -> dict[str, Any]:
    """The published schema: a type without a default has its empty value; objects are closed."""
    schema.setdefault("default", EMPTY.get(str(schema["type"])))
    if schema["type"] == "object" and "properties" in schema:
        schema.setdefault("additionalProperties", False)
    return schema
