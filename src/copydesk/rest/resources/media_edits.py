"""Editing a picture makes another one: the first stays as it is, the new one tells where it comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from copydesk.actions.media import blank_attachment, create_attachment, read_alt
from copydesk.actions.posts import get_saved
from copydesk.content.facts_media import attachment_facts
from copydesk.media.edits import edit_picture
from copydesk.media.files import NewFiles
from copydesk.media.images import UnreadableError
from copydesk.media.sizes import image_sizes
from copydesk.rest.page import Call, Page
from copydesk.rest.resource import Resource
from copydesk.rest.resources.media_uploads import Taken, folder_of
from copydesk.rest.resources.media_writes import as_post_changes, describe
from copydesk.rest.resources.post_loading import load_details
from copydesk.rest.resources.post_writes import changed_post, desk_of
from copydesk.rest.resources.written import work_of
from copydesk.rest.route import Rows
from copydesk.text.facts import AttachmentFacts
from copydesk.wire.refused import Problem, Refused

UNKNOWN_FILE = Problem("rest_unknown_attachment", "Nothing is known of this file.", 404)
NOT_EDITED = Problem("rest_image_not_edited", "Nothing was asked to be changed.", 400)
BAD_TYPE = Problem("rest_cannot_edit_file_type", "Files of this kind cannot be edited.", 400)

EDITABLE = ("image/jpeg", "image/png", "image/gif", "image/webp", "image/avif")
WRITTEN_FIELDS = ("caption", "description", "title", "post", "alt_text")


def prepare_edit(media: Resource, call: Call) -> Taken:
    """Makes the new picture, before the transaction."""
    source = source_of(media, call)
    wanted = modifiers_of(call.params)
    if not wanted:
        raise Refused(NOT_EDITED)
    files = NewFiles(call.uploads, folder_of(call))
    try:
        return Taken(edit_picture(files, source, wanted, image_sizes(call.site.options)), files)
    except UnreadableError:
        raise Refused(UNKNOWN_FILE) from None


def source_of(media: Resource, call: Call) -> AttachmentFacts:
    """The picture that the route names, when `src` is it and it can be edited."""
    assert media.verbs.get
    post = media.verbs.get(call)
    page = Page(call, media, [post])
    file = attachment_facts(call.site, post, page.load(load_details)[post.id])
    sizes = file.metadata.get("sizes")
    shown = [size.get("file") for size in sizes.values()] if isinstance(sizes, Mapping) else []
    folder, _, name = str(call.params["src"]).rpartition("/")
    is_same = folder == file.url.rpartition("/")[0] and name in (file.url.rpartition("/")[2], *shown)
    if not is_same or "width" not in file.metadata:
        raise Refused(UNKNOWN_FILE)
    if file.mime_type not in EDITABLE:
        raise Refused(BAD_TYPE)
    return file


def modifiers_of(params: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """The changes as they are said now; the older arguments turn first and then cut."""
    if params.get("modifiers"):
        said: Sequence[Mapping[str, Any]] = params["modifiers"]
        return said
    found: list[Mapping[str, Any]] = []
    if params.get("rotation"):
        found.append({"type": "rotate", "args": {"angle": params["rotation"]}})
    box = {"left": "x", "top": "y", "width": "width", "height": "height"}
    if all(name in params for name in box.values()):
        found.append({"type": "crop", "args": {name: params[old] for name, old in box.items()}})
    return found


def save_edit(media: Resource, call: Call) -> Rows:
    """The post of the new picture, with the words of the old one where none were given."""
    assert media.verbs.get
    work, desk, taken = work_of(call), desk_of(call), call.prepared
    work.on_rollback(taken.files.discard)
    before = get_saved(work, int(call.params["id"]))
    changes = {name: call.params[name] for name in WRITTEN_FIELDS if call.params.get(name) is not None}
    changes.setdefault("alt_text", read_alt(work, before.id))
    post = replace(
        blank_attachment(desk, taken.stored),
        title=before.title,
        excerpt=before.excerpt,
        content=before.content,
    )
    post = changed_post(call, desk, post, as_post_changes(changes, post.mime_type))
    post = describe(call, create_attachment(work, desk, post, taken.stored), changes)
    location = call.site.rest_url(f"{media.namespace}/{media.base}/{post.id}")
    return Rows(media, [post], status=201, headers={"Location": location}, context=call.context)
