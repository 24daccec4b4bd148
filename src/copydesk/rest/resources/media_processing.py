"""What can be done to a file after its upload: making sizes, editing a picture, adding sizes made elsewhere."""

from collections.abc import Iterator, Mapping

from copydesk.rest.describe import resource_schema
from copydesk.rest.page import Call, Page
from copydesk.rest.resource import Param, Resource, Rule, not_yet
from copydesk.rest.resources.media_edits import WRITTEN_FIELDS, prepare_edit, save_edit
from copydesk.rest.route import Endpoint, Route
from copydesk.wire.refused import Problem
from copydesk.wire.schema import Schema, array, boolean, integer, mapping, number, string

CANNOT_EDIT_IMAGE = Problem("rest_cannot_edit_image", "You may not upload files.")

PERCENT = {"minimum": 0, "maximum": 100}


def media_routes(media: Resource) -> Iterator[Route]:
    """The routes below a single file."""
    ids = {"id": Param(integer("The id of the file."))}
    changes, edits = may_change(media), may_edit(media)
    yield _route("post-process", media, {**ids, **POST_PROCESS}, permit=changes, has_schema=False)
    yield _edit_route(media, edits)
    yield _route("sideload", media, {**ids, **SIDELOAD}, permit=changes)
    yield _route("finalize", media, {**ids, **FINALIZE}, permit=changes)


def _edit_route(media: Resource, permit: Rule) -> Route:
    endpoint = Endpoint(
        ("POST",),
        lambda call: save_edit(media, call),
        {**EDIT, **_written(media)},
        permit=permit,
        prepare=lambda call: prepare_edit(media, call),
        writes=True,
    )
    return Route(f"{media.route(single=True)}/edit", (endpoint,))


def _route(
    name: str, media: Resource, params: Mapping[str, Param], *, permit: Rule, has_schema: bool = True
) -> Route:
    return Route(
        f"{media.route(single=True)}/{name}",
        (Endpoint(("POST",), not_yet, params, permit=permit, writes=True),),
        schema=(lambda call: resource_schema(media, call)) if has_schema else None,
    )


def may_change(media: Resource) -> Rule:
    """The rule that the caller may change the file that the route names."""

    def rule(call: Call) -> Problem | None:
        assert media.verbs.get
        page = Page(call, media, [media.verbs.get(call)])
        return media.rules.update(page.rows[0], page)

    return rule


def may_edit(media: Resource) -> Rule:
    """The same; editing a picture makes another one, so it also takes the right to upload."""
    changes = may_change(media)
    return lambda call: changes(call) if call.viewer.can("upload_files") else CANNOT_EDIT_IMAGE


def _written(media: Resource) -> dict[str, Param]:
    """Fields of the new picture that may be given at once."""
    schemas = {field.name: field.schema for field in media.fields}
    return {name: Param(schemas[name]) for name in WRITTEN_FIELDS}


def _modifier(title: str, kind: str, args: Mapping[str, Schema]) -> Schema:
    inside = {**mapping("How.", args), "required": list(args)}
    return {"title": title, "properties": {"type": string("What.", enum=[kind]), "args": inside}}


BOTH = {"horizontal": boolean("From left to right."), "vertical": boolean("Upside down.")}
BOX = {side: number(f"The {side} in percent.") for side in ("left", "top", "width", "height")}
MODIFIER: Schema = {
    "description": "A change.",
    "type": "object",
    "required": ["type", "args"],
    "oneOf": [
        _modifier("Flip", "flip", {"flip": {**mapping("Which way.", BOTH), "required": list(BOTH)}}),
        _modifier("Rotation", "rotate", {"angle": number("Clockwise, in degrees.")}),
        _modifier("Crop", "crop", BOX),
    ],
}

POST_PROCESS = {"action": Param({"type": "string", "enum": ["create-image-subsizes"]}, required=True)}

EDIT = {
    "src": Param(string("The address of the picture.", format="uri"), required=True),
    "modifiers": Param(array("The changes, in their order.", MODIFIER, minItems=1)),
    "rotation": Param(
        integer(
            "Degrees, clockwise; better say it in `modifiers`.",
            minimum=0,
            exclusiveMinimum=True,
            maximum=360,
            exclusiveMaximum=True,
        )
    ),
    "x": Param(number("Where to cut, in percent; better say it in `modifiers`.", **PERCENT)),
    "y": Param(number("Where to cut, in percent; better say it in `modifiers`.", **PERCENT)),
    "width": Param(number("How wide, in percent; better say it in `modifiers`.", **PERCENT)),
    "height": Param(number("How high, in percent; better say it in `modifiers`.", **PERCENT)),
}

SIZE_NAMES: Schema = {
    "description": "The name of the size, or of several that share the file.",
    "type": ["string", "array"],
    "items": {"type": "string", "minLength": 1},
    "minItems": 1,
    "minLength": 1,
}
SIDELOAD = {
    "image_size": Param(SIZE_NAMES, required=True),
    "convert_format": Param(boolean("Whether pictures may change their format.", default=True)),
}

SOME_TEXT: Schema = {"type": "string", "minLength": 1}
SOME_NUMBER: Schema = {"type": "integer", "minimum": 1}
SUB_SIZE: Schema = {
    "type": "object",
    "properties": {
        "image_size": {**SIZE_NAMES, "required": True},
        "width": SOME_NUMBER,
        "height": SOME_NUMBER,
        "file": SOME_TEXT,
        "mime_type": {"type": "string", "pattern": "^image/.*"},
        "filesize": SOME_NUMBER,
        "original_image": SOME_TEXT,
    },
}
FINALIZE = {"sub_sizes": Param(array("Sizes that were added.", SUB_SIZE, default=[], maxItems=100))}
