"""core/site-title, core/site-tagline, core/site-logo."""

from copydesk.text.attachment_images import attachment_image, attachment_source
from copydesk.text.blocks.around import visit_around
from copydesk.text.blocks.attributes import is_set, whole_number, words_of
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.own_classes import text_align, text_classes
from copydesk.text.blocks.post_title import heading_tag
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.escape import escape_attribute, escape_html
from copydesk.text.facts import AttachmentNeed
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url


def render_site_title(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    site = rendering.facts.site
    if not site.name:
        return ""
    title = escape_html(site.name)
    if is_set(attrs["isLink"]):
        mark = ' aria-current="page"' if visit_around(rendering).is_front_page else ""
        target = escape_attribute(words_of(attrs["linkTarget"]))
        title = f'<a href="{escape_url(site.home)}" target="{target}" rel="home"{mark}>{title}</a>'
    tag = heading_tag(attrs["level"], 1)
    wrapper = wrapper_attributes(block, rendering, text_classes(attrs))
    return f"<{tag} {wrapper}>{title}</{tag}>"


def render_site_tagline(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    tagline = rendering.facts.site.description
    if not tagline:
        return ""
    tag = heading_tag(attrs["level"], 0)
    return f"<{tag} {wrapper_attributes(block, rendering, text_align(attrs))}>{tagline}</{tag}>"


def render_site_logo(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    logo = _logo(block, rendering)
    if not logo:
        return ""
    if is_set(attrs["isLink"]):
        target = ' target="_blank"' if attrs["linkTarget"] == "_blank" else ""
        mark = ' aria-current="page"' if visit_around(rendering).is_front_page else ""
        home = escape_url(f"{rendering.facts.site.home}/")
        logo = f'<a href="{home}" class="custom-logo-link" rel="home"{target}{mark}>{logo}</a>'
    classes = [] if is_set(attrs.get("width")) else ["is-default-size"]
    return f"<div {wrapper_attributes(block, rendering, classes)}>{logo}</div>"


def _logo(block: Block, rendering: Rendering) -> str:
    site = rendering.facts.site
    logo_id = whole_number(site.options.get("site_logo"))
    attachment = rendering.facts.ask(AttachmentNeed(logo_id)) if logo_id else None
    source = attachment_source(attachment, "full", site) if attachment else None
    if attachment is None or source is None:
        return ""
    _, width, height = source
    attributes = {"class": "custom-logo", "alt": attachment.alt or site.name}
    shown_width = whole_number((block.attrs or {}).get("width"))
    if shown_width and width:
        attributes |= {"width": str(shown_width), "height": str(round(shown_width * height / width))}
    return attachment_image(logo_id, "full", rendering, attributes=attributes)


BLOCKS = (
    core_block("core/site-title", render_site_title),
    core_block("core/site-tagline", render_site_tagline),
    core_block("core/site-logo", render_site_logo),
)
