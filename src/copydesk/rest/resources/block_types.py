"""The block types that the server knows, as editors ask for them.

What a type declares (attributes, supports, context) is in the text room, where it is needed for rendering;
what it is called is in `block_type_rules`; what depends on the site (links for its types, its template parts)
is in `block_variations`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from copydesk.content.themes import active_theme
from copydesk.rest.compile import route_for, routes_of
from copydesk.rest.hints import read_hints
from copydesk.rest.page import Call, Page
from copydesk.rest.params import context_param
from copydesk.rest.resource import Field, Link, Param, Resource, Rules, Verbs
from copydesk.rest.resources.block_type_rules import BLOCKS, BlockWords
from copydesk.rest.resources.block_variations import INNER_BLOCKS, NAME, VARIATION, load_variations
from copydesk.rest.resources.statuses import may_edit_any
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.text.blocks.block import BlockType
from copydesk.text.blocks.registry import BLOCK_TYPES
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import Schema, array, boolean, integer, mapping, nullable, string

CANNOT_VIEW = Problem("rest_block_type_cannot_view", "You may not see which blocks there are.")
INVALID = Problem("rest_block_type_invalid", "There is no such block type.", 404)

SHOWN = ("embed", "view", "edit")
NAMESPACE = Param(string("Only blocks of this namespace."))


@dataclass(frozen=True, slots=True)
class Row:
    """A block type with its words."""

    type: BlockType
    words: BlockWords

    @property
    def id(self) -> str:
        return self.type.name

    @property
    def namespace(self) -> str:
        return self.type.name.partition("/")[0]

    @property
    def class_name(self) -> str:
        """The name of its styles: `wp-block-archives`, or `wp-block-acme-ticker` for another's."""
        return "wp-block-" + self.type.name.removeprefix("core/").replace("/", "-")


def block_type_parts() -> Iterator[Resource | Route]:
    """The resource, and the routes of a namespace and of a single block."""
    blocks = Resource(
        base="block-types",
        title="block-type",
        fields=FIELDS,
        links=(
            Link("collection", lambda row, page: page.call.url("block-types")),
            Link("self", lambda row, page: page.call.url(f"block-types/{row.id}"), read_hints),
            Link("up", lambda row, page: page.call.url(f"block-types/{row.namespace}")),
            Link("wp:render-block", read_renderer),
        ),
        verbs=Verbs(find=find),
        rules=Rules(find=may_find),
        params={**context_param(), "namespace": NAMESPACE},
        allow_batch=False,
    )
    yield blocks
    collection = routes_of(blocks)[0].endpoints
    namespace = blocks.route() + r"/(?P<namespace>[a-zA-Z0-9_-]+)"
    yield route_for(blocks, namespace, collection, single=False)

    def read(call: Call) -> Outcome:
        return Rows(blocks, [get(call)])

    params = {"name": Param(string("The block's name.")), "namespace": NAMESPACE, **context_param()}
    single = namespace + r"/(?P<name>[a-zA-Z0-9_-]+)"
    yield route_for(blocks, single, (Endpoint(("GET",), read, params, permit=may_get),), single=True)


def all_rows() -> list[Row]:
    """Every block type: core's in the order of their table, then those of plugins."""
    names = dict.fromkeys((*BLOCKS, *BLOCK_TYPES))
    return [
        Row(BLOCK_TYPES[name], BLOCKS.get(name) or BlockWords(name, "widgets", ""))
        for name in names
        if name in BLOCK_TYPES
    ]


def find(call: Call) -> tuple[Sequence[Row], None]:
    namespace = call.params.get("namespace")
    return [row for row in all_rows() if not namespace or row.namespace == namespace], None


def get(call: Call) -> Row:
    name = f"{call.params['namespace']}/{call.params['name']}"
    found = next((row for row in all_rows() if row.id == name), None)
    if found is None:
        raise Refused(INVALID)
    return found


def may_find(call: Call) -> Problem | None:
    return None if may_edit_any(call) else CANNOT_VIEW


def may_get(call: Call) -> Problem | None:
    problem = may_find(call)
    if problem is None:
        get(call)
    return problem


def read_renderer(row: Row, page: Page) -> str | None:
    return page.call.url(f"block-renderer/{row.id}?context=edit") if row.words.is_dynamic else None


def read_styles(row: Row, page: Page) -> list[Mapping[str, Any]]:
    """The looks of the block; the first of its own is the default, the theme adds more."""
    own = [{"name": name, "label": label} for name, label in row.words.styles.items()]
    first = [{**style, "isDefault": True} for style in own[:1]]
    added = active_theme(page.call.site).block_styles.get(row.id, {})
    return [*first, *own[1:], *({"name": name, "label": label} for name, label in added.items())]


def read_variations(row: Row, page: Page) -> Sequence[Mapping[str, Any]]:
    return page.load(load_variations).get(row.id, ())


def read_style_handles(row: Row, page: Page) -> list[str]:
    return [row.class_name, *row.words.more_styles]


def read_editor_style_handles(row: Row, page: Page) -> list[str]:
    return [f"{row.class_name}-editor"] if row.words.has_editor_style else []


def _words(name: str, schema: Schema) -> Field:
    """A field that the block's words know under the same name."""
    return Field(name, schema, lambda row, page: getattr(row.words, name), SHOWN, readonly=True)


def _declared(name: str, schema: Schema) -> Field:
    """A field that the block's declaration knows; an empty object is PHP's empty array."""

    def read(row: Row, page: Page) -> Any:
        value = getattr(row.type, name)
        return (dict(value) or []) if isinstance(value, Mapping) else list(value)

    return Field(name, schema, read, SHOWN, readonly=True)


def _nothing(name: str, schema: Schema, value: Any) -> Field:
    return Field(name, schema, lambda row, page: value, SHOWN, readonly=True)


def _handles(name: str, description: str, read: Any = None) -> Field:
    schema = {"description": description, "type": ["array"], "default": [], "items": {"type": "string"}}
    return Field(name, schema, read or (lambda row, page: []), SHOWN, readonly=True)


def _names(description: str, **item: Any) -> Schema:
    return _or_null(array(description, string(**item)))


def _or_null(schema: Schema) -> Schema:
    return {**nullable(schema), "default": None}


def _object(description: str, **more: Any) -> Schema:
    return {**mapping(description), "properties": [], **more, "default": []}


STYLE = mapping(
    "",
    {
        "name": string("Its name, unique for the block.", required=True),
        "label": string("Its name for people."),
        "inline_style": string("Rules that come with it."),
        "style_handle": string("The style sheet that has its rules."),
    },
)
EXAMPLE = _or_null(
    mapping(
        "A sample of the block.",
        {"attributes": mapping("The sample's attributes."), "innerBlocks": INNER_BLOCKS},
    )
)
HOOKS = {
    NAME["pattern"]: string(enum=["before", "after", "first_child", "last_child"]),
}

FIELDS = (
    _declared(
        "attributes",
        {**_or_null(_object("Its attributes.", additionalProperties={"type": "object"})), "default": None},
    ),
    _words("is_dynamic", boolean("Whether the server renders it.", default=False)),
    _words("api_version", integer("The version of the interface it is written for.", default=1)),
    Field(
        "name",
        string("Its name, with its namespace.", **NAME, required=True),
        lambda row, page: row.id,
        SHOWN,
        readonly=True,
    ),
    _words("title", string("Its name for people.", default="")),
    _words("description", string("What it is.", default="")),
    _words("icon", _or_null(string("Its icon."))),
    _words("category", _or_null(string("Where the list of blocks has it."))),
    _words("keywords", array("Words it is found by.", string(), default=[])),
    _words("parent", _names("Blocks it stands directly in.", **NAME)),
    _words("ancestor", _names("Blocks it stands somewhere in.", **NAME)),
    _words("allowed_blocks", _names("Blocks that may stand in it.", **NAME)),
    _declared("provides_context", _object("Context for blocks in it.", additionalProperties=string())),
    _declared("uses_context", array("Context it takes from blocks around it.", string(), default=[])),
    Field(
        "selectors",
        _object("Where styles apply, as selectors of CSS."),
        lambda row, page: row.words.selectors or [],
        SHOWN,
        readonly=True,
    ),
    _declared("supports", _object("What editors may set on it.")),
    Field("styles", array("Its looks.", STYLE, default=[]), read_styles, SHOWN, readonly=True),
    _nothing("textdomain", _or_null(string("The domain of its translations.")), None),
    _nothing("example", EXAMPLE, None),
    _handles("editor_script_handles", "Scripts of the editor."),
    _handles("script_handles", "Scripts of pages and the editor."),
    _handles("view_script_handles", "Scripts of pages."),
    _handles(
        "view_script_module_ids", "Script modules of pages.", lambda row, page: list(row.words.view_modules)
    ),
    _handles("editor_style_handles", "Style sheets of the editor.", read_editor_style_handles),
    _handles("style_handles", "Style sheets of pages and the editor.", read_style_handles),
    _handles("view_style_handles", "Style sheets of pages."),
    Field(
        "variations",
        {**array("Its variations.", VARIATION), "default": None},
        read_variations,
        SHOWN,
        readonly=True,
    ),
    _nothing(
        "block_hooks",
        {"description": "Where it puts itself.", "type": "object", "patternProperties": HOOKS, "default": []},
        [],
    ),
    _nothing("editor_script", _or_null(string("The first script of the editor (out of date).")), None),
    _nothing("script", _or_null(string("The first script (out of date).")), None),
    _nothing("view_script", _or_null(string("The first script of pages (out of date).")), None),
    Field(
        "editor_style",
        _or_null(string("The first style sheet of the editor (out of date).")),
        lambda row, page: next(iter(read_editor_style_handles(row, page)), None),
        SHOWN,
        readonly=True,
    ),
    Field(
        "style",
        _or_null(string("The first style sheet (out of date).")),
        lambda row, page: row.class_name,
        SHOWN,
        readonly=True,
    ),
)
