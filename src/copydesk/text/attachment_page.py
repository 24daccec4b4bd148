"""What an attachment shows before its description: the picture, a player, or a link to the file."""

from copydesk.text.attachment_images import attachment_image
from copydesk.text.facts import AttachmentFacts, AttachmentNeed
from copydesk.text.rendering import Rendering
from copydesk.text.shortcodes_media import run_audio, run_video
from copydesk.text.urls import escape_url


def prepend_attachment(html: str, rendering: Rendering) -> str:
    """The step of the content's pipeline; other posts than attachments stay as they are."""
    post = rendering.post
    if post is None or post.type != "attachment":
        return html
    attachment = rendering.facts.ask(AttachmentNeed(post.id))
    return f"{_shown(attachment, rendering)}\n{html}" if attachment else html


def _shown(attachment: AttachmentFacts, rendering: Rendering) -> str:
    kind = attachment.mime_type.partition("/")[0]
    if kind == "audio":
        return run_audio({"src": attachment.url}, None, rendering)
    if kind == "video":
        return run_video(_video(attachment, rendering), None, rendering)
    inside = attachment_image(attachment.id, "medium", rendering) or attachment.title
    return f"<p class=\"attachment\"><a href='{escape_url(attachment.url)}'>{inside}</a></p>"


def _video(attachment: AttachmentFacts, rendering: Rendering) -> dict[str, str]:
    attributes = {"src": attachment.url}
    width, height = attachment.metadata.get("width"), attachment.metadata.get("height")
    if width and height:
        attributes |= {"width": str(width), "height": str(height)}
    cover = rendering.facts.ask(AttachmentNeed(attachment.thumbnail)) if attachment.thumbnail else None
    if cover:
        attributes["poster"] = cover.url
    return attributes
