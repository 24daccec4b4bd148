"""Galleries of pictures: each gets a number on the page, for rules in the page's style sheet."""

from copydesk.text.ascii import strip
from copydesk.text.attachment_images import attachment_source
from copydesk.text.blocks.attributes import unique_id
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.lightbox import has_lightbox, page_id
from copydesk.text.blocks.supports.opening_tag import add_classes, find_tag, set_attributes
from copydesk.text.escape import escape_attribute
from copydesk.text.facts import AttachedMediaNeed, AttachmentFacts
from copydesk.text.json_spelling import spell
from copydesk.text.kses import clean_html
from copydesk.text.kses_rules import POST
from copydesk.text.rendering import Rendering
from copydesk.text.strip_tags import strip_tags
from copydesk.text.urls import escape_url

IN_GALLERY = "core/gallery"


def enter_gallery(block: Block, rendering: Rendering) -> None:
    rendering.context = {**rendering.context, IN_GALLERY: True}


def render_gallery(block: Block, html: str, rendering: Rendering) -> str:
    if not html.strip():
        html = _attached_media(block, rendering)
    html = add_classes(html, find_tag(html), [unique_id(rendering, "wp-block-gallery-")])
    if not any(has_lightbox(image.attrs or {}) for image in block.inner_blocks):
        return html
    context = spell({"galleryId": page_id(rendering, html)})
    values = {"data-wp-context": context, "data-wp-interactive": "core/gallery"}
    return set_attributes(html, find_tag(html), values)


def _attached_media(block: Block, rendering: Rendering) -> str:
    """A gallery that was not saved as html: of the pictures uploaded to the post, the latest first."""
    attrs = block.attrs or {}
    dynamic = attrs.get("dynamicContent")
    source = dynamic.get("source") if isinstance(dynamic, dict) else None
    if source != "core/attached-media" or rendering.post is None:
        return ""
    media = rendering.facts.ask(AttachedMediaNeed(rendering.post.id, "image")) or ()
    size = str(attrs.get("sizeSlug") or "large")
    pictures = "".join(_picture(attachment, size, rendering) for attachment in reversed(media))
    classes = ["wp-block-gallery", *([f"align{attrs['align']}"] if attrs.get("align") else [])]
    classes += ["has-nested-images", f"columns-{attrs.get('columns', 'default')}"]
    classes += ["is-cropped"] if attrs.get("imageCrop", True) else []
    return f'<figure class="{escape_attribute(" ".join(classes))}">{pictures}</figure>' if pictures else ""


def _picture(attachment: AttachmentFacts, size: str, rendering: Rendering) -> str:
    source = attachment_source(attachment, size, rendering.facts.site)
    if source is None:
        return ""
    url, width, height = source
    caption = clean_html(attachment.caption, POST)
    caption = caption and f'<figcaption class="wp-element-caption">{caption}</figcaption>'
    return (
        f'<figure class="wp-block-image size-{escape_attribute(size)}"><img data-id="{attachment.id}" '
        f'width="{width}" height="{height}" src="{escape_url(url)}" class="wp-image-{attachment.id}" '
        f'alt="{escape_attribute(strip(strip_tags(attachment.alt)))}" />{caption}</figure>'
    )


GALLERY = core_block("core/gallery", render_gallery, enter=enter_gallery)
