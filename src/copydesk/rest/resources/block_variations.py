"""Variations of blocks that follow from the site: its types, its taxonomies, its template parts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from copydesk.content.answering import Newsroom
from copydesk.content.templates import Template, load_templates
from copydesk.content.themes import PART_AREAS
from copydesk.content.types import PostType, Taxonomy, Types
from copydesk.rest.page import Page
from copydesk.wire.schema import array, boolean, mapping, nullable, string

Variation = Mapping[str, Any]

NAME: Mapping[str, Any] = {"pattern": "^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$"}


def load_variations(page: Page) -> Mapping[str, Sequence[Variation]]:
    """The variations of every block that has any; template parts are loaded only when their block is shown."""
    call = page.call
    found: dict[str, Sequence[Variation]] = {
        "core/navigation-link": link_variations(call.api.types),
        "core/post-terms": term_variations(call.api.types),
    }
    if any(row.id == "core/template-part" for row in page.rows):
        newsroom = Newsroom(call.db, call.site, call.api.types)
        found["core/template-part"] = part_variations(load_templates(newsroom, "wp_template_part"))
    return found


def link_variations(types: Types) -> list[Variation]:
    """A link to something of each kind: core's kinds, then those of plugins."""
    posts = [one for one in types.posts.values() if one.show_in_nav_menus]
    taxonomies = [one for one in types.taxonomies.values() if one.show_in_nav_menus]
    post_format = _variation(
        "post_format",
        "Post Format Link",
        "A link to the posts of a format.",
        type="post_format",
        kind="taxonomy",
    )
    return [
        *map(_link_to_post, _builtin(posts)),
        *map(_link_to_term, _builtin(taxonomies)),
        post_format,
        *(_link_to_post(one) for one in posts if not one.is_builtin),
        *(_link_to_term(one) for one in taxonomies if not one.is_builtin),
    ]


def _builtin(kinds: Iterable[Any]) -> list[Any]:
    return [kind for kind in kinds if kind.is_builtin]


def _link_to_post(kind: PostType) -> Variation:
    title = f"{kind.singular_label or kind.label} link"
    return _variation(kind.name, title, kind.description or " ", type=kind.name, kind="post-type")


def _link_to_term(kind: Taxonomy) -> Variation:
    title = f"{kind.singular_label or kind.label} link"
    return _variation(kind.title, title, kind.description or " ", type=kind.title, kind="taxonomy")


def _variation(name: str, title: str, description: str, **attributes: str) -> Variation:
    return {"name": name, "title": title, "description": description, "attributes": attributes}


def term_variations(types: Types) -> list[Variation]:
    """The post's terms of each public taxonomy; categories unless asked otherwise."""
    shown = [one for one in types.taxonomies.values() if one.rest_base and one.is_publicly_queryable]
    return [
        {
            **_variation(one.name, one.label, f"The terms of the post: {one.label}.", term=one.name),
            "isActive": ["term"],
            "scope": ["inserter", "transform"],
            **({"isDefault": True} if one.name == "category" else {}),
        }
        for one in shown
    ]


def part_variations(parts: Iterable[Template]) -> list[Variation]:
    """The areas of a page, then every part that there is."""
    areas = [
        {
            **_variation(f"area_{name}", label, f"The {label.lower()} of the page.", area=name),
            "scope": [],
            "icon": icon,
        }
        for name, (label, icon, _) in PART_AREAS.items()
        if name != "uncategorized"
    ]
    return [*areas, *map(_instance, parts)]


def _instance(part: Template) -> Variation:
    attributes = {"slug": part.slug, "theme": part.theme, "area": part.area}
    area = PART_AREAS.get(part.area, PART_AREAS["uncategorized"])
    return {
        **_variation(f"instance_{part.slug}", part.title, part.description, **attributes),
        "scope": ["inserter"],
        "icon": area[1],
        "example": {"attributes": attributes},
    }


_SHOWN = {"context": ["embed", "view", "edit"], "readonly": True}
INNER_BLOCKS = array(
    "The blocks in the sample.",
    mapping(
        "",
        {
            "name": string("The block's name.", **NAME, required=True),
            "attributes": mapping("The block's attributes."),
            "innerBlocks": {"description": "The blocks in that block.", "type": "array"},
        },
    ),
)
_ICON = {**nullable(string("Its icon.")), "default": None, **_SHOWN}
_EXAMPLE = {
    **nullable(
        mapping("A sample.", {"attributes": mapping("The sample's attributes."), "innerBlocks": INNER_BLOCKS})
    ),
    "default": None,
    **_SHOWN,
}
VARIATION = mapping(
    "",
    {
        "name": string("Its name.", required=True),
        "title": string("Its name for people.", required=True),
        "description": string("What it is.", required=False),
        "category": {**nullable(string("Where the list of blocks has it.")), "default": None, **_SHOWN},
        "icon": _ICON,
        "isDefault": boolean("Whether it is the one to start from.", required=False, default=False),
        "attributes": mapping("Attributes it starts with."),
        "innerBlocks": INNER_BLOCKS,
        "example": _EXAMPLE,
        "scope": {
            **nullable(array("Where it is offered.", string(enum=["block", "inserter", "transform"]))),
            "default": None,
            "readonly": True,
        },
        "keywords": {**array("Words it is found by.", string(), default=[]), **_SHOWN},
    },
)
