"""Pictures and frames in finished HTML: the attributes that make them load late and in the right size.

A tag that names its attachment (`wp-image-ID`) gets width and height from the file it shows, and the other
files of the same shape as `srcset`. The loading attributes follow, because they need the size. The tag is
edited as written, never taken apart: new attributes go to its front, `srcset` and `sizes` to its end.
Only `src="` in small letters and double quotes counts.
"""

import re

from copydesk.text.facts import AttachmentFacts, AttachmentNeed
from copydesk.text.loading import loading_attributes, says_auto
from copydesk.text.picture_sizes import Picture, read_picture, rounded
from copydesk.text.rendering import Rendering
from copydesk.text.srcset import file_of, format_sizes, format_srcset, is_outdated

_TAG = re.compile(r"<(?:img|iframe)\s[^>]++>")
_ATTACHMENT = re.compile(r"wp-image-([0-9]{1,18})", re.IGNORECASE)
_SRC = re.compile(r'src="([^"]+)"')
_SHOWN_WIDTH = re.compile(r'style="width:\s*([0-9]{1,6})px;?"')
_SIZES = re.compile(r"""(?i)\ssizes\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_WIDTH = re.compile(r"""(?i)\swidth\s*=\s*["']?[^"'\s>]""")
_LAZY = re.compile(r"""(?i)\sloading\s*=\s*["']?([a-z]*)""")
_GIVEN = {
    "width": re.compile(r""" width=["']([0-9]+)["']"""),
    "height": re.compile(r""" height=["']([0-9]+)["']"""),
    "loading": re.compile(r""" loading=["']([A-Za-z]+)["']"""),
    "fetchpriority": re.compile(r""" fetchpriority=["']([A-Za-z]+)["']"""),
    "decoding": re.compile(r""" decoding=["']([A-Za-z]+)["']"""),
}


def wanted_attachments(html: str) -> set[int]:
    """The attachments that pictures of a text name: ask for them before rendering, all at once."""
    if "wp-image-" not in html:
        return set()
    return {int(found[1]) for found in _ATTACHMENT.finditer(html)}


def improve_images(html: str, rendering: Rendering) -> str:
    """Every `<img>` and `<iframe>` of the text; tags spelled the same are treated the same."""
    if "<img" not in html and "<iframe" not in html:
        return html
    done: dict[str, str] = {}

    def improved(tag: str) -> str:
        if tag not in done:
            done[tag] = _improve_frame(tag) if tag.startswith("<if") else _improve_image(tag, rendering)
        return done[tag]

    pieces: list[str] = []
    place = 0
    for found in _TAG.finditer(html, 0, html.rfind(">") + 1):
        pieces += html[place : found.start()], improved(found[0])
        place = found.end()
    return "".join((*pieces, html[place:]))


def _improve_frame(tag: str) -> str:
    if ' src="' in tag and ' width="' in tag and ' height="' in tag and " loading=" not in tag:
        return tag.replace("<iframe", '<iframe loading="lazy"')
    return tag


def _improve_image(tag: str, rendering: Rendering) -> str:
    attachment = _attachment_of(tag, rendering)
    picture = read_picture(attachment) if attachment else None
    if picture:
        tag = _add_srcset(_add_size(tag, picture), picture, rendering)
    return _add_auto_sizes(_add_loading(tag, rendering))


def _attachment_of(tag: str, rendering: Rendering) -> AttachmentFacts | None:
    found = _ATTACHMENT.search(tag)
    attachment_id = int(found[1]) if found else 0
    return rendering.facts.ask(AttachmentNeed(attachment_id)) if attachment_id else None


def _address(tag: str) -> str:
    found = _SRC.search(tag)
    return found[1].partition("?")[0] if found else ""


def _add_size(tag: str, picture: Picture) -> str:
    if " width=" in tag or " height=" in tag:
        return tag
    file = file_of(picture, _address(tag))
    if file is None:
        return tag
    width, height = file.width, file.height
    shown = _SHOWN_WIDTH.search(tag)
    if shown and int(shown[1]):
        height, width = rounded(height * int(shown[1]) / width), int(shown[1])
    return tag.replace("<img", f'<img width="{width}" height="{height}"')


def _add_srcset(tag: str, picture: Picture, rendering: Rendering) -> str:
    src = _address(tag)
    if " srcset=" in tag or not tag.startswith("<img ") or not src or is_outdated(picture, src):
        return tag
    width, height = (
        int(found[1][:9]) if (found := _GIVEN[side].search(tag)) else 0 for side in ("width", "height")
    )
    if not (width and height):
        file = file_of(picture, src)
        if file is None:
            return tag
        width, height = file.width, file.height
    uploads_url = rendering.facts.site.uploads_url
    srcset = format_srcset(picture, src, width=width, height=height, uploads_url=uploads_url)
    if not srcset:
        return tag
    added = f' srcset="{srcset}"'
    if " sizes=" not in tag:
        added += f' sizes="{format_sizes(width)}"'
    return tag[:-1].rstrip("/ ") + added + " />"


def _add_loading(tag: str, rendering: Rendering) -> str:
    given = {name: found[1] for name, pattern in _GIVEN.items() if (found := pattern.search(tag))}
    if ' src="' not in tag:
        return tag
    if ' width="' not in tag or ' height="' not in tag:
        given.pop("width", None)
    added = loading_attributes(given, rendering)
    front = "".join(
        f' {name}="{added[name]}"' for name in ("fetchpriority", "loading", "decoding") if name in added
    )
    return tag.replace("<img", f"<img{front}") if front else tag


def _add_auto_sizes(tag: str) -> str:
    """The browser may choose the file of a lazy picture by the width it is shown in, if that is told."""
    lazy = _LAZY.search(tag)
    sizes = _SIZES.search(tag)
    if lazy is None or sizes is None or lazy[1].lower() != "lazy" or not _WIDTH.search(tag):
        return tag
    value = sizes[1] if sizes[1] is not None else sizes[2]
    if says_auto(value):
        return tag
    return f'{tag[: sizes.start()]} sizes="auto, {value}"{tag[sizes.end() :]}'
