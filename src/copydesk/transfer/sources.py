"""Where documents are read from: single files and folders of them, in an order that leaves few gaps."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from copydesk.transfer.rest_document import Document, NotADocument, read_documents

UPLOADS = "uploads"  # a folder of this name beside documents holds their files

# Things are brought before what mentions them, so that fewer stand-ins are needed.
ORDER = ("term", "user", "attachment", "post", "revision", "comment")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file, or a part of one, that is not imported, and why."""

    path: Path
    reason: str
    about_site: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


def find_files(sources: Iterable[Path]) -> Iterator[Path]:
    """The documents' files: those named, and those in the folders named. FileNotFoundError: there is none."""
    for source in sources:
        if source.is_dir():
            yield from sorted(path for path in source.rglob("*.json") if path.is_file())
        elif source.is_file():
            yield source
        else:
            raise FileNotFoundError(source)


def find_uploads(sources: Iterable[Path]) -> Iterator[Path]:
    """The folders of files that lie in the folders named."""
    for source in sources:
        if (source / UPLOADS).is_dir():
            yield source / UPLOADS


def read_file(path: Path) -> Iterator[Document | Refusal]:
    """The documents of a file, and the refusals of what is none."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        yield Refusal(path, "it is not text in UTF-8")
        return
    except OSError as error:
        yield Refusal(path, f"it cannot be read ({error.strerror})")
        return
    try:
        for found in read_documents(text):
            yield refusal_of(path, found) if isinstance(found, NotADocument) else found
    except NotADocument as reason:
        yield refusal_of(path, reason)


def refusal_of(path: Path, reason: NotADocument) -> Refusal:
    return Refusal(path, str(reason), reason.about_site)


def rank_of(document: Document) -> int:
    """The place of a document's kind in the order of import."""
    kind = document.kind if document.kind != "post" or document.subtype not in ORDER else document.subtype
    return ORDER.index(kind)
