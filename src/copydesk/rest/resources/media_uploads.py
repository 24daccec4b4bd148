"""Uploads: a file comes as the body itself or as the part `file` of a form, and is taken in before the transaction."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from copydesk.auth.rules import may_edit_post
from copydesk.media.files import NewFiles
from copydesk.media.kinds import allowed_kinds
from copydesk.media.names import name_of_disposition
from copydesk.media.sizes import image_sizes
from copydesk.media.upload import NotAllowedError, Sizes, StoredFile, take_file
from copydesk.rest.page import Call
from copydesk.rest.resource import Rule
from copydesk.rest.resources.media_writes import check_parent
from copydesk.rest.resources.post_writes import desk_of
from copydesk.store.posts import get_post
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.request import BODY, Request

NO_DATA = Problem("rest_upload_no_data", "There is no file.", 400)
NO_DISPOSITION = Problem("rest_upload_no_content_disposition", "Content-Disposition is missing.", 400)
BAD_DISPOSITION = Problem(
    "rest_upload_invalid_disposition", 'Say it like this: attachment; filename="picture.png".', 400
)
BAD_HASH = Problem("rest_upload_hash_mismatch", "The file is not the one that Content-MD5 tells of.", 412)
BAD_BODY = Problem("rest_upload_sideload_error", "Files of this kind are not taken.", 500)
BAD_PART = Problem("rest_upload_unknown_error", "Files of this kind are not taken.", 500)
NAME_TOO_LONG = Problem(
    "db_insert_error",
    "The file could not be added.",
    400,
    more={"additional_data": ["The address of the file is too long."]},
)
CANNOT_ATTACH = Problem("rest_cannot_edit", "You may not add files to this post.")

PART = "file"
MOST_GUID = 255
MOST_NAME = 200


@dataclass(frozen=True, slots=True)
class Taken:
    """An upload that lies in the folder already; `files` can be taken back."""

    stored: StoredFile
    files: NewFiles


@dataclass(frozen=True, slots=True)
class Sent:
    """What came: the file, what it is called, and how it is refused."""

    filename: str
    source: Path | bytes
    refusal: Problem


def with_parent(may_create: Rule) -> Rule:
    """The rule of uploads: a file may only be added to a post that the caller may change."""

    def rule(call: Call) -> Problem | None:
        return may_create(call) or _may_attach(call)

    return rule


def _may_attach(call: Call) -> Problem | None:
    wanted = call.params.get("post")
    if not wanted or not str(wanted).isdigit():
        return None
    parent = get_post(call.db, int(wanted))
    post_type = call.api.types.posts.get(parent.type) if parent else None
    may = parent and post_type and may_edit_post(call.viewer, parent, post_type.capabilities)
    return None if may else CANNOT_ATTACH


def take_upload(call: Call) -> Taken:
    """Takes the file in. Slow, with pictures: done before the transaction."""
    check_parent(call, call.params)
    sent = sent_file(call.request)
    kinds = allowed_kinds(unfiltered_html=call.viewer.can("unfiltered_html"))
    files = NewFiles(call.uploads, folder_of(call))
    if len(sent.filename) > MOST_NAME:
        _check_length(call, files, sent)
    try:
        return Taken(take_file(files, sent.filename, sent.source, kinds, wanted_sizes(call)), files)
    except NotAllowedError:
        raise Refused(sent.refusal) from None


def _check_length(call: Call, files: NewFiles, sent: Sent) -> None:
    # The address has to fit its column; file systems do not take longer names either.
    if len(f"{call.site.uploads_url}/{files.folder}/{sent.filename}") > MOST_GUID:
        raise Refused(NAME_TOO_LONG)


def wanted_sizes(call: Call) -> Sizes:
    """The sizes that pictures of this call are made in."""
    return image_sizes(call.site.options) if call.params.get("generate_sub_sizes", True) else {}


def folder_of(call: Call) -> str:
    """Year and month: of the post that the file belongs to, or of today; nothing where the site has no folders."""
    if call.site.option("uploads_use_yearmonth_folders", "1") in ("", "0"):
        return ""
    parent = get_post(call.db, int(call.params["post"])) if call.params.get("post") else None
    is_dated = parent is not None and parent.type != "page" and parent.date[:4] != "0000"
    date = parent.date if parent and is_dated else desk_of(call).now_local
    return f"{date[:4]}/{date[5:7]}"


def sent_file(request: Request) -> Sent:
    """The file of a request. Refused when there is none, or it is not what its sum says."""
    parts = {name: file for name, file in request.files.items() if name != BODY}
    body = request.files.get(BODY)
    if parts:
        if PART not in parts:
            raise Refused(BAD_PART)
        part = parts[PART]
        _check_sum(request.headers, Path(part.path))
        return Sent(part.filename, Path(part.path), BAD_PART)
    if not request.body and (body is None or not body.size_bytes):
        raise Refused(NO_DATA)
    disposition = request.headers.get("content-disposition")
    if not disposition:
        raise Refused(NO_DISPOSITION)
    filename = name_of_disposition(_as_utf8(disposition))
    if not filename:
        raise Refused(BAD_DISPOSITION)
    source: Path | bytes = Path(body.path) if body else request.body
    _check_sum(request.headers, source)
    return Sent(filename, source, BAD_BODY)


def _as_utf8(header: str) -> str:
    """Headers travel as Latin-1; names in them are UTF-8 as a rule."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _check_sum(headers: Mapping[str, str], source: Path | bytes) -> None:
    expected = headers.get("content-md5")
    if not expected:
        return
    data = source if isinstance(source, bytes) else source.read_bytes()
    if hashlib.md5(data, usedforsecurity=False).hexdigest() != expected.strip():
        raise Refused(BAD_HASH)
