"""Fonts that a site installed: families are posts of type `wp_font_family`, their faces posts below them.

A post's content is JSON; a family keeps its name and slug in its title and name.
"""

import json
from collections.abc import Mapping
from typing import Any

from copydesk.store.rows import Post

FAMILY, FACE = "wp_font_family", "wp_font_face"


def family_settings(post: Post) -> dict[str, Any]:
    """A family as theme.json describes it."""
    said = _parse(post.content)
    return {
        "name": post.title,
        "slug": post.slug,
        "fontFamily": said.get("fontFamily", ""),
        "preview": said.get("preview", ""),
    }


def face_settings(post: Post, known: Mapping[str, Any]) -> dict[str, Any]:
    """A face as theme.json describes it: what it says of the `known` properties, and their defaults."""
    said = _parse(post.content)
    defaults = {name: schema["default"] for name, schema in known.items() if "default" in schema}
    return {name: said.get(name, defaults.get(name)) for name in known if name in said or name in defaults}


def _parse(content: str) -> Mapping[str, Any]:
    try:
        said = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}
