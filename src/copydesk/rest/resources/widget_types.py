"""The kinds of widgets, core's own: what they are called, and what their settings look like in a form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.rest.describe import resource_schema
from copydesk.rest.hints import read_hints
from copydesk.rest.page import Call
from copydesk.rest.params import context_param
from copydesk.rest.resource import ALL, Field, Link, Param, Resource, Rules, Verbs, not_yet
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import boolean, mapping, string

CANNOT_MANAGE = Problem("rest_cannot_manage_widgets", "You may not manage the widgets of this site.")
INVALID = Problem("rest_widget_type_invalid", "There is no such kind of widget.", 404)

SHOWN = ("embed", "view", "edit")


@dataclass(frozen=True, slots=True)
class WidgetType:
    """A kind of widget; the class name is that of its element."""

    id: str
    name: str
    description: str
    classname: str
    is_multi: bool = True


def _kind(name: str, title: str, description: str, classname: str = "") -> WidgetType:
    return WidgetType(name, title, description, f"widget_{classname or name}")


KINDS = {
    kind.id: kind
    for kind in (
        _kind("archives", "Archives", "Links to the months of posts.", "archive"),
        _kind("block", "Block", "Any block."),
        _kind("calendar", "Calendar", "A month whose days link to their posts."),
        _kind("categories", "Categories", "The categories, as a list or to choose from."),
        _kind("custom_html", "Custom HTML", "Markup as it is."),
        _kind("media_audio", "Audio", "A sound file."),
        _kind("media_gallery", "Gallery", "Several pictures."),
        _kind("media_image", "Image", "A picture."),
        _kind("media_video", "Video", "A film."),
        _kind("meta", "Meta", "Links to log in, and to feeds."),
        _kind("nav_menu", "Navigation Menu", "A menu."),
        _kind("pages", "Pages", "The pages."),
        _kind("recent-comments", "Recent Comments", "The comments written last.", "recent_comments"),
        _kind("recent-posts", "Recent Posts", "The posts published last.", "recent_entries"),
        _kind("rss", "RSS", "The entries of a feed."),
        _kind("search", "Search", "A field in which readers search."),
        _kind("tag_cloud", "Tag Cloud", "Tags, the larger the more posts carry them."),
        _kind("text", "Text", "Any text."),
    )
}


def widget_type_parts() -> Iterator[Resource | Route]:
    """The resource, and what can be done with a kind."""
    kinds = Resource(
        base="widget-types",
        title="widget-type",
        fields=FIELDS,
        links=(
            Link("collection", lambda kind, page: page.call.url("widget-types")),
            Link("self", lambda kind, page: page.call.url(f"widget-types/{kind.id}"), read_hints),
        ),
        verbs=Verbs(find=find),
        rules=Rules(find=may_manage, read=lambda kind, page: may_manage(page.call)),
        params=context_param(),
        allow_batch=False,
    )
    yield kinds

    def read(call: Call) -> Outcome:
        return Rows(kinds, [get(call)])

    single = kinds.route() + "/(?P<id>[a-zA-Z0-9_-]+)"
    params = {"id": Param(string("The kind.")), **context_param()}
    yield Route(
        single,
        (Endpoint(("GET",), read, params, permit=may_get),),
        schema=lambda call: resource_schema(kinds, call),
        item_of=kinds,
    )
    yield Route(f"{single}/encode", (_doing({"form_data": Param(string("The form, as it was sent."))}),))
    yield Route(f"{single}/render", (_doing({}),))


def _doing(more: dict[str, Param]) -> Endpoint:
    params = {
        "id": Param(string("The kind."), required=True),
        "instance": Param(mapping("The settings of the widget.")),
        **more,
    }
    return Endpoint(("POST",), not_yet, params, permit=may_manage)


def may_manage(call: Call) -> Problem | None:
    return None if call.viewer.can("edit_theme_options") else CANNOT_MANAGE


def may_get(call: Call) -> Problem | None:
    problem = may_manage(call)
    if problem is None:
        get(call)
    return problem


def find(call: Call) -> tuple[Sequence[WidgetType], None]:
    return list(KINDS.values()), None


def get(call: Call) -> WidgetType:
    kind = KINDS.get(str(call.params.get("id")))
    if kind is None:
        raise Refused(INVALID)
    return kind


FIELDS = (
    Field("id", string("The kind."), context=SHOWN, readonly=True),
    Field("name", string("The name for people.", default=""), context=SHOWN, readonly=True),
    Field("description", string("What it shows.", default=""), context=ALL),
    Field("is_multi", boolean("Whether there can be several."), context=ALL, readonly=True),
    Field("classname", string("The class of its element.", default=""), context=SHOWN, readonly=True),
)
