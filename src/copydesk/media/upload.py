"""Taking a file in: its kind is found out, it gets a name of its own, pictures get their smaller selves."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from copydesk.media.files import NewFiles
from copydesk.media.images import Picture, UnreadableError, make_picture, open_image
from copydesk.media.kinds import Kinds
from copydesk.media.metadata import image_meta
from copydesk.media.names import split_name
from copydesk.media.sniff import HEAD_BYTES, kind_of_upload
from copydesk.text.file_names import clean_file_name

WITHOUT_POINTS = frozenset({"image/x-icon", "image/heic", "image/heif", "image/avif"})  # not always readable
Sizes = Mapping[str, Mapping[str, int | bool]]


class NotAllowedError(Exception):
    """A file of a kind that may not be uploaded, or not what it says it is."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that lies in the uploads folder, and what is known of it. `original` is the file as it came."""

    file: str  # below the uploads folder
    original: str
    mime_type: str
    metadata: Mapping[str, Any]
    title: str
    caption: str = ""


def take_file(files: NewFiles, filename: str, source: Path | bytes, kinds: Kinds, sizes: Sizes) -> StoredFile:
    """Adds a file to the library. NotAllowedError leaves nothing behind."""
    name = clean_file_name(filename, kinds.extensions)
    kind = kind_of_upload(name, _head(source), kinds)
    if kind is None:
        raise NotAllowedError(name)
    stem, extension = split_name(name)
    if kinds.types.get(extension.removeprefix(".")) != kind.mime_type:
        name = f"{stem}.{kind.extension}"
    try:
        path = files.add(name, source)
        return _described(files, path, kind.mime_type, sizes)
    except UnreadableError as error:
        files.discard()
        raise NotAllowedError(name) from error
    except BaseException:
        files.discard()
        raise


def _head(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        return source[:HEAD_BYTES]
    with source.open("rb") as file:
        return file.read(HEAD_BYTES)


def _described(files: NewFiles, path: Path, mime_type: str, sizes: Sizes) -> StoredFile:
    relative = files.relative(path)
    plain = StoredFile(relative, relative, mime_type, {"filesize": path.stat().st_size}, path.stem)
    if not mime_type.startswith("image/") or mime_type in WITHOUT_POINTS:
        return plain
    with open_image(path) as image:
        about = image_meta(image)
    picture = make_picture(files, path, mime_type, sizes)
    metadata = picture_metadata(files, path, picture, about)
    return replace(
        plain,
        file=metadata["file"],
        metadata=metadata,
        title=about["title"] or path.stem,
        caption=about["caption"],
    )


def picture_metadata(
    files: NewFiles, path: Path, picture: Picture, about: Mapping[str, Any]
) -> dict[str, Any]:
    """The metadata of a picture, as WordPress stores it."""
    metadata = {
        "width": picture.width,
        "height": picture.height,
        "file": files.relative(picture.path),
        "filesize": picture.path.stat().st_size,
        "sizes": dict(picture.sizes),
        "image_meta": {**about, "orientation": 1} if picture.is_upright else dict(about),
    }
    return {**metadata, "original_image": path.name} if picture.is_changed else metadata
