"""The `srcset` and `sizes` of a picture: its files of the same shape, for the browser to choose from."""

import re

from copydesk.text.picture_sizes import Picture, PictureFile, has_same_shape

WIDEST = 2048

# A picture edited in the media library keeps its old files; the time of the edit stands in the new names.
_EDIT = re.compile(r"-e[0-9]{13}")


def file_of(picture: Picture, src: str) -> PictureFile | None:
    """The file of the picture that an address names."""
    if picture.full.name in src:
        return picture.full
    name = src.rpartition("/")[2]
    return next((file for file in picture.sizes.values() if file.name == name), None)


def is_outdated(picture: Picture, src: str) -> bool:
    """Whether the picture was edited after the address was written."""
    edit = _EDIT.search(picture.full.name)
    return edit is not None and edit[0] not in src.rpartition("/")[2]


def format_srcset(picture: Picture, src: str, *, width: int, height: int, uploads_url: str) -> str:
    """Empty unless `src` is one of the picture's files and another has the shape `width` × `height`."""
    if width < 1 or height < 1 or not picture.sizes:
        return ""
    files = list(picture.sizes.values())
    if not _is_gif(picture):
        files.append(picture.full)
    elif picture.full.name in src:  # its smaller copies do not move
        return ""
    source = next((file for file in files if picture.folder + file.name in src), None)
    if source is None:
        return ""
    chosen = {
        file.width: file
        for file in [source, *files]
        if has_same_shape(width, height, file.width, file.height)
        and (file.width <= WIDEST or file is source)
        and _is_of_same_edit(file, src)
    }
    if len(chosen) < 2:
        return ""
    base = f"{uploads_url}/{picture.folder}"
    return ", ".join(f"{f'{base}{file.name}'.replace(' ', '%20')} {file.width}w" for file in chosen.values())


def _is_of_same_edit(file: PictureFile, src: str) -> bool:
    edit = _EDIT.search(src.rpartition("/")[2])
    return edit is None or edit[0] in file.name


def format_sizes(width: int) -> str:
    """As wide as the window, up to its own width."""
    return f"(max-width: {width}px) 100vw, {width}px"


def _is_gif(picture: Picture) -> bool:
    thumbnail = picture.sizes.get("thumbnail")
    return thumbnail is not None and thumbnail.mime_type == "image/gif"
