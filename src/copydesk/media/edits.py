"""A picture made from another one."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PIL import Image

from copydesk.media.files import NewFiles
from copydesk.media.images import decoded, edited, make_picture, open_image, written
from copydesk.media.metadata import image_meta
from copydesk.media.names import split_name
from copydesk.media.upload import Sizes, StoredFile, picture_metadata
from copydesk.text.facts import AttachmentFacts

# What an earlier edit put behind the name.
_EDITED = re.compile(r"-edited(?:-\d+)?\Z")


def edit_picture(
    files: NewFiles, source: AttachmentFacts, modifiers: Sequence[Mapping[str, Any]], sizes: Sizes
) -> StoredFile:
    """Makes the changed picture and its smaller selves."""
    with open_image(files.root / source.file) as original:
        image = edited(decoded(original), modifiers)
    stem, extension = split_name(Path(source.file).name)
    name = f"{_EDITED.sub('', stem)}-edited{extension}"
    try:
        path = files.add(name, written(image, extension, source.mime_type))
        picture = make_picture(files, path, source.mime_type, sizes)
        about = {**image_meta(Image.new("L", (1, 1))), **_known(source)}
        metadata = picture_metadata(files, path, picture, about)
    except BaseException:
        files.discard()
        raise
    parent = {"attachment_id": str(source.id), "file": source.file}
    return StoredFile(
        metadata["file"],
        files.relative(path),
        source.mime_type,
        {**metadata, "parent_image": parent},
        path.stem,
    )


def _known(source: AttachmentFacts) -> Mapping[str, Any]:
    about = source.metadata.get("image_meta")
    return about if isinstance(about, Mapping) else {}
