"""`[gallery]`: pictures of the library in a row, with captions and links.

The pictures are those named by `ids` (in their order) or `include`, or all that were uploaded to a post.
The markup, its single quotes and its tabs are WordPress's for themes with html5 galleries.
"""

from collections.abc import Callable, Iterable
from typing import Any

from copydesk.text.ascii import strip
from copydesk.text.attachment_images import attachment_image
from copydesk.text.facts import AttachedMediaNeed, AttachmentFacts, AttachmentNeed, PostNeed
from copydesk.text.fields import clean_class
from copydesk.text.kses_rules import POST
from copydesk.text.lists import parse_ids
from copydesk.text.rendering import Rendering
from copydesk.text.shortcode_tags import Attributes
from copydesk.text.shortcode_values import leading_int
from copydesk.text.texturize import texturize
from copydesk.text.urls import escape_url

_ORDERS: dict[str, Callable[[AttachmentFacts], Any]] = {
    "id": lambda attachment: attachment.id,
    "title": lambda attachment: attachment.title.lower(),
    "post_title": lambda attachment: attachment.title.lower(),
    "name": lambda attachment: attachment.name,
    "post_name": lambda attachment: attachment.name,
    "date": lambda attachment: (attachment.date, attachment.id),
    "post_date": lambda attachment: (attachment.date, attachment.id),
}


def run_gallery(attributes: Attributes, content: str | None, rendering: Rendering) -> str:
    rendering.counters["gallery"] += 1
    gallery = f"gallery-{rendering.counters['gallery']}"
    attachments = find_media(attributes, "image", rendering)
    if not attachments:
        return ""
    columns = leading_int(attributes.get("columns", "3"))
    size = attributes.get("size", "thumbnail")
    items = "".join(_item(attachment, gallery, attributes, rendering) for attachment in attachments)
    return (
        f"<div id='{gallery}' class='gallery galleryid-{post_id_of(attributes, rendering)} "
        f"gallery-columns-{columns} gallery-size-{clean_class(size)}'>{items}\n\t\t</div>\n"
    )


def post_id_of(attributes: Attributes, rendering: Rendering) -> int:
    own_id = rendering.post.id if rendering.post else 0
    return leading_int(attributes["id"]) if "id" in attributes else own_id


def find_media(attributes: Attributes, kind: str, rendering: Rendering) -> list[AttachmentFacts]:
    """The attachments of one kind that `ids`, `include` or the post say, in the order asked for."""
    ids = attributes.get("ids", "")
    has_ids = ids not in ("", "0")
    included = ids if has_ids else attributes.get("include", "")
    order = strip(attributes.get("orderby", "post__in" if has_ids else "")).lower()
    if included not in ("", "0"):
        asked = [rendering.facts.ask(AttachmentNeed(number)) for number in parse_ids(included) if number]
        found = [
            attachment for attachment in asked if attachment and attachment.mime_type.startswith(f"{kind}/")
        ]
    else:
        found = _attached(attributes, kind, rendering)
    return _sorted(found, order, attributes.get("order", ""))


def _attached(attributes: Attributes, kind: str, rendering: Rendering) -> list[AttachmentFacts]:
    post_id = post_id_of(attributes, rendering)
    if not _is_readable(post_id, rendering):
        return []
    excluded = parse_ids(attributes.get("exclude", ""))
    attached = rendering.facts.ask(AttachedMediaNeed(post_id, kind)) or ()
    return [attachment for attachment in attached if attachment.id not in excluded]


def _is_readable(post_id: int, rendering: Rendering) -> bool:
    """Another post's pictures are shown when the post itself may be read by anyone."""
    if rendering.post and rendering.post.id == post_id:
        return True
    post = rendering.facts.ask(PostNeed(post_id)) if post_id > 0 else None
    return post is not None and post.status == "publish" and not post.password_required


def _sorted(attachments: Iterable[AttachmentFacts], order: str, direction: str) -> list[AttachmentFacts]:
    name, _, own_direction = order.partition(" ")
    descending = (own_direction.strip() or direction.strip().lower()) == "desc"
    if name == "post__in":
        return list(attachments)
    key = _ORDERS.get(name) or (lambda attachment: (attachment.menu_order, attachment.id))
    return sorted(attachments, key=key, reverse=descending)


def _item(attachment: AttachmentFacts, gallery: str, attributes: Attributes, rendering: Rendering) -> str:
    item, icon = _tag(attributes, "itemtag", "figure", "dl"), _tag(attributes, "icontag", "div", "dt")
    caption = _tag(attributes, "captiontag", "figcaption", "dd")
    caption_id = f"{gallery}-{attachment.id}"
    words = strip(attachment.caption)
    image = attachment_image(
        attachment.id,
        attributes.get("size", "thumbnail"),
        rendering,
        attributes={"aria-describedby": caption_id} if words else {},
    )
    below = (
        f"\n\t\t\t\t<{caption} class='wp-caption-text gallery-caption' id='{caption_id}'>"
        f"\n\t\t\t\t{texturize(attachment.caption)}\n\t\t\t\t</{caption}>"
    )
    return (
        f"<{item} class='gallery-item'>\n\t\t\t<{icon} class='gallery-icon {_orientation(attachment)}'>"
        f"\n\t\t\t\t{_linked(image, attachment, attributes.get('link', ''))}\n\t\t\t</{icon}>"
        f"{below if words else ''}</{item}>"
    )


def _tag(attributes: Attributes, name: str, default: str, instead: str) -> str:
    """The element asked for; another one than the default stands for one that posts may not hold."""
    asked = attributes.get(name, default)
    tag = "".join(character for character in asked.lower() if character.isalnum() or character in "_:-")
    return tag if tag in POST.elements else instead


def _orientation(attachment: AttachmentFacts) -> str:
    width, height = attachment.metadata.get("width"), attachment.metadata.get("height")
    if not isinstance(width, int) or not isinstance(height, int):
        return ""
    return "portrait" if height > width else "landscape"


def _linked(image: str, attachment: AttachmentFacts, link: str) -> str:
    if link == "none":
        return image
    address = attachment.url if link == "file" else attachment.link
    return f"<a href='{escape_url(address)}'>{image}</a>"
