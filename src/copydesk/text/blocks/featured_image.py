"""core/post-featured-image: the picture of the post around."""

from collections.abc import Iterator, Mapping
from typing import Any

from copydesk.text.attachment_images import attachment_image
from copydesk.text.blocks.around import post_around
from copydesk.text.blocks.attributes import is_set, members, whole_number, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.border_style import border_classes, border_style
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.shown import title_of
from copydesk.text.blocks.supports.values import css_value, kebab
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.css import filter_css
from copydesk.text.escape import escape_attribute
from copydesk.text.facts import PostFacts
from copydesk.text.rendering import Rendering
from copydesk.text.strip_tags import strip_tags
from copydesk.text.urls import escape_url

_CLASS = "wp-block-post-featured-image"


def render_featured_image(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    post = post_around(rendering)
    picture = _picture(attrs, post, rendering) if post else ""
    if not post or not picture:
        return ""
    overlay = _overlay(attrs)
    if is_set(attrs["isLink"]):
        rel = f'rel="{escape_attribute(words_of(attrs["rel"]))}"' if is_set(attrs["rel"]) else ""
        target = escape_attribute(words_of(attrs["linkTarget"]))
        height = f' style="{_height(attrs)}"' if is_set(attrs.get("height")) else ""
        picture = f'<a href="{escape_url(post.link)}" target="{target}" {rel}{height}>{picture}{overlay}</a>'
    else:
        picture += overlay
    style = filter_css("".join(_figure_style(attrs)))
    return f"<figure {wrapper_attributes(block, rendering, style=style)}>{picture}</figure>"


def _picture(attrs: Mapping[str, Any], post: PostFacts, rendering: Rendering) -> str:
    size = words_of(attrs.get("sizeSlug")) or "post-thumbnail"
    attributes = {"class": f"attachment-{size} size-{size} wp-post-image"}
    classes = border_classes(attrs)
    if classes:
        attributes["class"] = " ".join((*classes, "wp-post-image"))
    if is_set(attrs["isLink"]):
        attributes["alt"] = strip_tags(title_of(post)).strip()
    style = "".join(_picture_style(attrs))
    if style:
        attributes["style"] = style
    if not post.thumbnail:
        return ""
    return attachment_image(post.thumbnail, size, rendering, attributes=attributes)


def _picture_style(attrs: Mapping[str, Any]) -> Iterator[str]:
    ratio = words_of(attrs.get("aspectRatio"))
    if ratio:
        yield "width:100%;height:100%;"
    elif is_set(attrs.get("height")):
        yield f"height:{words_of(attrs['height'])};"
    if is_set(attrs["scale"]):
        yield f"object-fit:{words_of(attrs['scale'])};"
    yield border_style(attrs)
    shadow = css_value(members(attrs.get("style")).get("shadow"))
    if shadow:
        yield f"box-shadow:{shadow};"


def _height(attrs: Mapping[str, Any]) -> str:
    return escape_attribute(f"height:{words_of(attrs['height'])}")


def _figure_style(attrs: Mapping[str, Any]) -> Iterator[str]:
    for name, key in (("aspect-ratio", "aspectRatio"), ("width", "width"), ("height", "height")):
        if is_set(attrs.get(key)):
            yield f"{name}:{words_of(attrs[key])};"


def _overlay(attrs: Mapping[str, Any]) -> str:
    """A veil over the picture, in a colour or gradient."""
    strength = whole_number(attrs["dimRatio"])
    named, gradient = words_of(attrs.get("overlayColor")), words_of(attrs.get("gradient"))
    custom, custom_gradient = words_of(attrs.get("customOverlayColor")), words_of(attrs.get("customGradient"))
    if not strength or not (named or gradient or custom or custom_gradient):
        return ""
    classes = [f"{_CLASS}__overlay", "has-background-dim", f"has-background-dim-{round(strength / 10) * 10}"]
    classes += [f"has-{kebab(named)}-background-color"] if named else []
    classes += ["has-background-gradient"] if gradient or custom_gradient else []
    classes += [f"has-{kebab(gradient)}-gradient-background"] if gradient else []
    classes += border_classes(attrs)
    declarations = [border_style(attrs)]
    declarations += [f"background-image: {custom_gradient};"] if custom_gradient else []
    declarations += [f"background-color: {custom};"] if custom else []
    style = escape_attribute(filter_css(" ".join(part for part in declarations if part)))
    return f'<span class="{escape_attribute(" ".join(classes))}" style="{style}" aria-hidden="true"></span>'


BLOCK = core_block("core/post-featured-image", render_featured_image)
