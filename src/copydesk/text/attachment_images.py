"""An attachment as an `<img>`: for galleries, featured images, playlists."""

from collections.abc import Mapping

from copydesk.text.ascii import strip
from copydesk.text.escape import escape_attribute
from copydesk.text.facts import AttachmentFacts, AttachmentNeed, SiteFacts
from copydesk.text.loading import loading_attributes, says_auto
from copydesk.text.picture_sizes import Size, choose_file, fit_size, read_picture
from copydesk.text.rendering import Rendering
from copydesk.text.srcset import format_sizes, format_srcset
from copydesk.text.strip_tags import strip_tags

ICON_SIZE = (48, 64)
PICTURE_ENDINGS = frozenset(
    {"jpg", "jpeg", "jpe", "gif", "png", "bmp", "ico", "webp", "avif", "heic", "heif"}
)

Source = tuple[str, int, int]  # address, width, height; 0 when not known

_ICON_ENDINGS = """
audio aac ac3 aif aiff flac m3a m4a m4b mka mp1 mp2 mp3 ogg oga ram wav wma
video 3g2 3gp 3gpp asf avi divx dv flv m4v mkv mov mp4 mpeg mpg mpv ogm ogv qt rm vob wmv
document doc docx docm dotm odt pages pdf xps oxps rtf wp wpd psd xcf
spreadsheet numbers ods xls xlsx xlsm xlsb
interactive swf key ppt pptx pptm pps ppsx ppsm sldx sldm odp
text asc csv tsv txt
archive bz2 cab dmg gz rar sea sit sqx tar tgz zip 7z
code css htm html php js
"""
_ICONS = {kind: frozenset(endings) for kind, *endings in map(str.split, _ICON_ENDINGS.strip().split("\n"))}


def is_picture(attachment: AttachmentFacts) -> bool:
    return attachment.mime_type.startswith("image/") or _ending(attachment) in PICTURE_ENDINGS


def attachment_source(attachment: AttachmentFacts, size: Size, site: SiteFacts) -> Source | None:
    """The file that serves a size, with the width and height it is shown in; None for what is no picture."""
    if not is_picture(attachment):
        return None
    picture = read_picture(attachment)
    if picture is None:
        return attachment.url, 0, 0
    file = choose_file(picture, size)
    width, height = fit_size(
        *((file.width, file.height) if file else (picture.full.width, picture.full.height)), size, site
    )
    url = f"{attachment.url.rpartition('/')[0]}/{file.name}" if file else attachment.url
    return url, width, height


def icon_source(attachment: AttachmentFacts | None, site: SiteFacts) -> Source:
    """The drawing that stands for a kind of file."""
    kind = _kind(attachment) if attachment else "default"
    return f"{site.siteurl}/wp-includes/images/media/{kind}.svg", *ICON_SIZE


def _kind(attachment: AttachmentFacts) -> str:
    ending = _ending(attachment)
    by_ending = next((kind for kind, endings in _ICONS.items() if ending in endings), None)
    kind = by_ending or attachment.mime_type.partition("/")[0]
    return kind if kind in _ICONS else "default"


def _ending(attachment: AttachmentFacts) -> str:
    return attachment.file.rpartition(".")[2].lower()


def attachment_image(
    attachment_id: int,
    size: Size,
    rendering: Rendering,
    *,
    attributes: Mapping[str, str | bool] | None = None,
    icon: bool = False,
) -> str:
    """The `<img>`; empty when there is nothing to show. An attribute False is left out, and not filled in."""
    attachment = rendering.facts.ask(AttachmentNeed(attachment_id))
    site = rendering.facts.site
    source = attachment_source(attachment, size, site) if attachment else None
    if source is None and icon:
        source = icon_source(attachment, site)
    if source is None:
        return ""
    src, width, height = source
    name = size if isinstance(size, str) else f"{size[0]}x{size[1]}"
    sides: dict[str, str | bool] = {"width": str(width), "height": str(height)} if width and height else {}
    given: dict[str, str | bool] = {
        **sides,
        "src": src,
        "class": f"attachment-{name} size-{name}",
        "alt": strip(strip_tags(attachment.alt)) if attachment else "",
        **(attributes or {}),
    }
    # In a content the step that looks at all pictures adds these, in its own order.
    shown = given if rendering.in_content else {**given, **loading_attributes(given, rendering)}
    if attachment and not shown.get("srcset"):
        shown |= _srcset_attributes(attachment, source, shown.get("sizes"), site)
    sizes = shown.get("sizes")
    if shown.get("loading") == "lazy" and isinstance(sizes, str) and not says_auto(sizes):
        shown["sizes"] = f"auto, {sizes}"
    return _format(shown)


def _srcset_attributes(
    attachment: AttachmentFacts, source: Source, sizes: str | bool | None, site: SiteFacts
) -> dict[str, str | bool]:
    picture = read_picture(attachment)
    src, width, height = source
    srcset = picture and format_srcset(picture, src, width=width, height=height, uploads_url=site.uploads_url)
    return {"srcset": srcset, "sizes": sizes or format_sizes(width)} if srcset else {}


def _format(attributes: Mapping[str, str | bool]) -> str:
    written = (
        f' {name}="{escape_attribute(str(value))}"'
        for name, value in attributes.items()
        if value is not False
    )
    return f"<img{''.join(written)} />"
