"""A request to the API, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

BODY = ""  # the name under which a body that was streamed to a file is among the files


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A part of a form that holds a file; `path` is where the body was streamed to."""

    name: str
    filename: str
    content_type: str
    path: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Request:
    """What a client asks. `path` is below the API's root, with a slash first; header names are lower case."""

    method: str
    path: str
    query: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    form: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, UploadedFile] = field(default_factory=dict)
    host: str = ""
    remote_address: str = ""
    uri: str = ""  # path and query of the whole address, as sent
    sent_method: str = ""  # where another one was asked for in its place


@dataclass(frozen=True, slots=True)
class Answer:
    """What the API says: `data` is not encoded yet, so that envelopes and batches can hold it."""

    data: Any
    status: int = 200
    headers: Mapping[str, str | int] = field(default_factory=dict)  # numbers are numbers in envelopes
    links: tuple[tuple[str, Mapping[str, str]], ...] = ()  # of the Link header
    text: str | None = None  # the body itself, where it is not JSON
