"""How the desk's lists may be described: the published schema of a view and of the form beside it."""

from typing import Any

from copydesk.wire.schema import Schema, array, boolean, integer, mapping, number, string

DENSITY = string(enum=["compact", "balanced", "comfortable"])
LENGTH: Schema = {"type": ["string", "number"]}
COLUMN_STYLES = mapping(
    additionalProperties=mapping(
        "",
        {
            "width": LENGTH,
            "maxWidth": LENGTH,
            "minWidth": LENGTH,
            "align": string(enum=["start", "center", "end"]),
        },
    )
)
TABLE: dict[str, Schema] = {"styles": COLUMN_STYLES, "density": DENSITY, "enableMoving": boolean()}
CARDS: dict[str, Schema] = {"badgeFields": array("", string()), "previewSize": number()}
OPERATORS = [
    "is", "isNot", "isAny", "isNone", "isAll", "isNotAll", "lessThan", "greaterThan", "lessThanOrEqual",
    "greaterThanOrEqual", "before", "after",
]  # fmt: skip
DIRECTION = string(enum=["asc", "desc"])
VIEW: dict[str, Any] = {
    "filters": array(
        "",
        mapping(
            "",
            {
                "field": string(),
                "operator": string(enum=OPERATORS),
                "value": [],  # type: ignore[dict-item]  # PHP's empty schema: anything
                "isLocked": boolean(),
            },
        ),
    ),
    "sort": mapping("", {"field": string(), "direction": DIRECTION}),
    "perPage": integer(),
    "fields": array("", string()),
    "titleField": string(),
    "mediaField": string(),
    "descriptionField": string(),
    "showTitle": boolean(),
    "showMedia": boolean(),
    "showDescription": boolean(),
    "showLevels": boolean(),
    "groupBy": mapping("", {"field": string(), "direction": DIRECTION, "showLabel": boolean(default=True)}),
    "infiniteScrollEnabled": boolean(),
}
ANY_VIEW = {"type": string(), "layout": mapping("", {**TABLE, **CARDS}), **VIEW}
LAYOUTS = {
    "table": TABLE,
    "list": {"density": DENSITY},
    "grid": {**CARDS, "density": DENSITY},
    "activity": {"density": DENSITY},
    "pickerGrid": {**CARDS, "density": DENSITY},
    "pickerTable": TABLE,
}

LABELS = string(enum=["top", "side", "none"])
OPENING = string(enum=["dropdown", "modal"])
SUMMARY_OF_CARD = mapping("", {"id": string(), "visibility": string(enum=["always", "when-collapsed"])})


def _one_of(*schemas: Schema) -> Schema:
    return {"oneOf": list(schemas)}


def _form(kind: str, **properties: Schema) -> Schema:
    return mapping("", {"type": string(enum=[kind]), **properties})


FORM = _one_of(
    _form("regular", labelPosition=LABELS),
    _form(
        "panel",
        labelPosition=LABELS,
        openAs=_one_of(
            OPENING, mapping("", {"type": OPENING, "applyLabel": string(), "cancelLabel": string()})
        ),
        summary=_one_of(string(), array("", string())),
        editVisibility=string(enum=["always", "on-hover"]),
    ),
    _form(
        "card",
        withHeader=boolean(),
        isOpened=boolean(),
        isCollapsible=boolean(),
        summary=_one_of(string(), array("", _one_of(string(), SUMMARY_OF_CARD))),
    ),
    _form(
        "row",
        alignment=string(enum=["start", "center", "end"]),
        styles=mapping(additionalProperties=mapping("", {"flex": LENGTH})),
    ),
    _form("details", summary=string()),
)
FORM_FIELD = _one_of(
    string(),
    mapping(
        "",
        {
            "id": string(),
            "label": string(),
            "description": string(),
            "layout": FORM,
            "children": array("", _one_of(string(), mapping())),
        },
    ),
)

SCHEMA: Schema = {
    "$schema": "http://json-schema.org/draft-04/schema#",
    "title": "view-config",
    "type": "object",
    "properties": {
        "kind": string("What kind of thing is listed.", readonly=True),
        "name": string("Which one of the kind.", readonly=True),
        "version": integer("The version of this description.", readonly=True),
        "default_view": mapping("The view to start from.", ANY_VIEW, readonly=True),
        "default_layouts": mapping(
            "Layouts to choose from.",
            {name: mapping("", {**VIEW, "layout": mapping("", own)}) for name, own in LAYOUTS.items()},
            readonly=True,
        ),
        "view_list": array(
            "Views to choose from.",
            mapping("", {"title": string(), "slug": string(), "view": mapping("", ANY_VIEW)}),
            readonly=True,
        ),
        "form": mapping(
            "The form beside the list.", {"layout": FORM, "fields": array("", FORM_FIELD)}, readonly=True
        ),
    },
}

DEFAULT_VIEW: dict[str, Any] = {
    "type": "table",
    "filters": [],
    "sort": {"field": "title", "direction": "asc"},
    "perPage": 20,
    "fields": ["author", "status"],
    "titleField": "title",
}
DEFAULT_LAYOUTS: dict[str, Any] = {"table": {}, "grid": {}, "list": {}}
UNLABELLED = {"type": "regular", "labelPosition": "none"}
POST_FORM: dict[str, Any] = {
    "layout": {"type": "panel"},
    "fields": [
        {"id": "featured_media", "layout": UNLABELLED},
        {"id": "post-content-info", "layout": UNLABELLED},
        {"id": "excerpt", "layout": {"type": "panel", "labelPosition": "top"}},
        {
            "id": "status",
            "label": "Status",
            "children": [
                {"id": "status", "layout": UNLABELLED},
                "scheduled_date",
                "password",
                "sticky",
            ],
        },
        "date",
        "slug",
        "author",
        "template",
        {
            "id": "discussion",
            "label": "Discussion",
            "children": [{"id": "comment_status", "layout": UNLABELLED}, "ping_status"],
        },
        "parent",
        "format",
        "revisions",
    ],
}

PAGE_VIEW: dict[str, Any] = {
    "type": "list",
    "filters": [],
    "perPage": 20,
    "sort": {"field": "title", "direction": "asc"},
    "showLevels": True,
    "titleField": "title",
    "mediaField": "featured_media",
    "fields": ["author", "status"],
}
AUTHOR_AT_START: dict[str, Any] = {"layout": {"styles": {"author": {"align": "start"}}}}
PAGE_LAYOUTS: dict[str, Any] = {"table": AUTHOR_AT_START, "grid": {}, "list": {}}
# Title, slug and status of the lists of pages by status.
PAGE_STATUSES = (
    ("Published", "published", "publish"),
    ("Scheduled", "future", "future"),
    ("Drafts", "drafts", "draft"),
    ("Pending", "pending", "pending"),
    ("Private", "private", "private"),
    ("Trash", "trash", "trash"),
)

TEMPLATE_VIEW: dict[str, Any] = {
    "type": "grid",
    "perPage": 20,
    "sort": {"field": "title", "direction": "asc"},
    "titleField": "title",
    "descriptionField": "description",
    "mediaField": "preview",
    "fields": ["author", "active", "slug", "theme"],
    "filters": [],
    "showMedia": True,
}
TEMPLATE_LAYOUTS: dict[str, Any] = {
    "table": {"showMedia": False},
    "grid": {"showMedia": True},
    "list": {"showMedia": False},
}
TEMPLATE_FORM: dict[str, Any] = {
    "layout": {"type": "panel"},
    "fields": [
        {"id": "description", "layout": {"type": "panel", "labelPosition": "top"}},
        {"id": "description_readonly", "layout": UNLABELLED},
        {"id": "last_edited_date", "layout": {"type": "panel", "labelPosition": "none"}},
        "revisions",
        "posts_page_title",
        "posts_per_page",
        "default_comment_status",
    ],
}
