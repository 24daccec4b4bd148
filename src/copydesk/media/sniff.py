"""What a file is by its first bytes, and whether that goes with what its name says.

A name alone is never believed: a page or a program that is called a picture stays out. A picture with the
extension of another kind of picture is taken, and its name put right.
"""

import re
from collections.abc import Sequence

from copydesk.media.kinds import Kind, Kinds

HEAD_BYTES = 4096
UNKNOWN = "application/octet-stream"
PLAIN, HTML, PROGRAM = "text/plain", "text/html", "text/x-script"
ZIP, OLE = "application/zip", "application/x-ole-storage"

_MARKS: Sequence[tuple[int, bytes, str]] = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (0, b"BM", "image/bmp"),
    (0, b"II*\0", "image/tiff"),
    (0, b"MM\0*", "image/tiff"),
    (0, b"\0\0\1\0", "image/x-icon"),
    (4, b"ftypavif", "image/avif"),
    (4, b"ftyphei", "image/heic"),
    (4, b"ftypmif1", "image/heif"),
    (4, b"ftyp", "video/mp4"),
    (8, b"WAVE", "audio/wav"),
    (8, b"AVI ", "video/avi"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"\xff\xfb", "audio/mpeg"),
    (0, b"\xff\xf3", "audio/mpeg"),
    (0, b"\xff\xf1", "audio/aac"),
    (0, b"OggS", "audio/ogg"),
    (0, b"fLaC", "audio/flac"),
    (0, b"MThd", "audio/midi"),
    (0, b"\x1aE\xdf\xa3", "video/webm"),
    (0, b"%PDF-", "application/pdf"),
    (0, b"PK\3\4", ZIP),
    (0, b"\x1f\x8b", "application/x-gzip"),
    (0, b"Rar!", "application/rar"),
    (0, b"7z\xbc\xaf", "application/x-7z-compressed"),
    (0, b"\xd0\xcf\x11\xe0", OLE),
    (0, b"{\\rtf", "application/rtf"),
    (0, b"MZ", PROGRAM),
    (0, b"\x7fELF", PROGRAM),
    (0, b"#!", PROGRAM),
)
_PROGRAM_TEXT = re.compile(rb"<\?(?:php|=)", re.IGNORECASE)
_PAGE_TEXT = re.compile(rb"\s*<(?:!doctype html|html|head|body|script|iframe)\b", re.IGNORECASE)
_MARKUP_TEXT = re.compile(rb"\s*<(?:\?xml|svg)\b", re.IGNORECASE)
_PLAIN_KINDS = frozenset(
    {PLAIN, "text/csv", "text/tab-separated-values", "text/richtext", "text/vtt", "text/calendar", "text/css"}
)
_OLE_EXTENSIONS = frozenset(["doc", "pot", "pps", "ppt", "wri", "xla", "xls", "xlt", "xlw", "mdb", "mpp"])


def sniff(head: bytes) -> str:
    """The type of a file that begins so; what is nothing known is plain text or just bytes."""
    for offset, mark, mime_type in _MARKS:
        if head.startswith(mark, offset):
            return mime_type
    if b"\0" in head:
        return UNKNOWN
    if _PROGRAM_TEXT.search(head):
        return PROGRAM
    if _PAGE_TEXT.match(head):
        return HTML
    return "text/xml" if _MARKUP_TEXT.match(head) else PLAIN


def kind_of_upload(filename: str, head: bytes, kinds: Kinds) -> Kind | None:
    """What a file is taken as, with the extension it has to have; None when it is refused."""
    named = kinds.of(filename)
    if named is None:
        return None
    real = sniff(head)
    if named.mime_type.startswith("image/"):
        return _picture(named, real, kinds)
    return named if _agrees(named, real) else None


def _picture(named: Kind, real: str, kinds: Kinds) -> Kind | None:
    if real == named.mime_type:
        return named
    fitting = (name for name, mime_type in kinds.types.items() if mime_type == real)
    extension = next(fitting, None) if real.startswith("image/") else None
    return Kind(extension, real) if extension else None


def _agrees(named: Kind, real: str) -> bool:
    family = named.mime_type.partition("/")[0]
    if family in ("audio", "video"):
        return real.startswith(("audio/", "video/")) or real == UNKNOWN
    if family == "text":
        return (real == PLAIN and named.mime_type in _PLAIN_KINDS) or real == named.mime_type == HTML
    if real == ZIP:
        return named.mime_type == ZIP or "openxml" in named.mime_type or _is_zipped(named)
    if real == OLE:
        return named.extension.lower() in _OLE_EXTENSIONS
    return real in (named.mime_type, UNKNOWN)


def _is_zipped(named: Kind) -> bool:
    return named.mime_type.startswith(
        ("application/vnd.oasis.", "application/vnd.apple.", "application/vnd.ms-")
    )
