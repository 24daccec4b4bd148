"""Names of uploaded files: what a client says a file is called, and the name it gets in its folder."""

import re
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

_FILENAME = re.compile(r'(?:^|;)\s*filename\s*=\s*(?:"([^"]*)"|([^;]*))', re.IGNORECASE)
# Names that belong to the smaller selves of another picture.
_LOOKS_MADE = re.compile(r"-(?:\d+x\d+|scaled|rotated)\Z")


def name_of_disposition(header: str) -> str:
    """The file name of a `Content-Disposition`, or nothing. `filename*` is not read (recorded)."""
    found = _FILENAME.search(header)
    return (found[1] if found[1] is not None else found[2]).strip() if found else ""


def unique_names(name: str, taken: Collection[str]) -> Iterator[str]:
    """The names that a file may get, best first; `taken` are those of the folder, in lower case."""
    stem, extension = split_name(name)
    if not _LOOKS_MADE.search(stem) and _is_free(stem, extension, taken):
        yield f"{stem}{extension}"
    number = 0
    while True:
        number += 1
        if _is_free(f"{stem}-{number}", extension, taken):
            yield f"{stem}-{number}{extension}"


def split_name(name: str) -> tuple[str, str]:
    """Stem and extension, the latter in lower case and with its dot."""
    path = PurePosixPath(name)
    return path.stem, path.suffix.lower()


def _is_free(stem: str, extension: str, taken: Collection[str]) -> bool:
    return f"{stem}{extension}".lower() not in taken
