"""What a theme may say that it supports: the published schema of `theme_supports`."""

from typing import Any

from copydesk.wire.schema import Schema, array, boolean, integer, number, string

FORMATS = ("standard", "aside", "chat", "gallery", "link", "image", "quote", "status", "video", "audio")


def _flag(description: str) -> Schema:
    return boolean(description, default=False)


def _options(description: str, properties: dict[str, Schema]) -> Schema:
    """Supported or not, or how."""
    return {
        "description": description,
        "type": ["boolean", "object"],
        "default": False,
        "properties": properties,
        "additionalProperties": False,
    }


def _items(description: str, item: Schema) -> Schema:
    return {"description": description, "type": ["boolean", "array"], "default": False, "items": item}


def _presets(description: str, **properties: Schema) -> Schema:
    return _items(description, {"type": "object", "properties": properties, "additionalProperties": False})


THEME_SUPPORTS: dict[str, Any] = {
    "align-wide": _flag("Blocks may be wider than the text."),
    "automatic-feed-links": _flag("Pages name the feeds."),
    "block-templates": _flag("Templates are made of blocks."),
    "block-template-parts": _flag("Parts of templates are made of blocks."),
    "custom-background": _options(
        "The background can be chosen.",
        {
            "default-image": string(format="uri"),
            "default-preset": string(enum=["default", "fill", "fit", "repeat", "custom"]),
            "default-position-x": string(enum=["left", "center", "right"]),
            "default-position-y": string(enum=["left", "center", "right"]),
            "default-size": string(enum=["auto", "contain", "cover"]),
            "default-repeat": string(enum=["repeat-x", "repeat-y", "repeat", "no-repeat"]),
            "default-attachment": string(enum=["scroll", "fixed"]),
            "default-color": string(),
        },
    ),
    "custom-header": _options(
        "The header can be chosen.",
        {
            "default-image": string(format="uri"),
            "random-default": boolean(),
            "width": integer(),
            "height": integer(),
            "flex-height": boolean(),
            "flex-width": boolean(),
            "default-text-color": string(),
            "header-text": boolean(),
            "uploads": boolean(),
            "video": boolean(),
        },
    ),
    "custom-logo": _options(
        "The logo can be chosen.",
        {
            "width": integer(),
            "height": integer(),
            "flex-width": boolean(),
            "flex-height": boolean(),
            "header-text": array("", string()),
            "unlink-homepage-logo": boolean(),
        },
    ),
    "customize-selective-refresh-widgets": _flag("Widgets are shown anew one by one."),
    "dark-editor-style": _flag("The editor is dark."),
    "disable-custom-colors": _flag("Colours are those of the theme."),
    "disable-custom-font-sizes": _flag("Sizes of type are those of the theme."),
    "disable-custom-gradients": _flag("Gradients are those of the theme."),
    "disable-layout-styles": _flag("Layouts come without styles."),
    "editor-color-palette": _presets("Its colours.", name=string(), slug=string(), color=string()),
    "editor-font-sizes": _presets("Its sizes of type.", name=string(), size=number(), slug=string()),
    "editor-gradient-presets": _presets("Its gradients.", name=string(), gradient=string(), slug=string()),
    "editor-spacing-sizes": _presets("Its sizes of gaps.", name=string(), size=string(), slug=string()),
    "editor-styles": _flag("The editor has its styles."),
    "html5": _items(
        "What it marks up as HTML 5.",
        string(enum=["search-form", "comment-form", "comment-list", "gallery", "caption", "script", "style"]),
    ),
    # WP 7.1 publishes these as an object (recorded).
    "formats": array(
        "Formats of posts.", string(enum={name: name for name in FORMATS}), default=["standard"]
    ),
    "post-thumbnails": _items("Posts have featured pictures.", string()),
    "responsive-embeds": _flag("Embeds fit the page."),
    "title-tag": _flag("Pages have a title."),
    "wp-block-styles": _flag("Blocks have the styles of WordPress."),
}
