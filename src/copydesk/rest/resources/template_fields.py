"""The members and links of a template or template part, and of their revisions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from copydesk.content.templates import Template
from copydesk.content.themes import active_theme
from copydesk.rest.hints import read_hints
from copydesk.rest.page import Page
from copydesk.rest.resource import MISSING, Field, Link
from copydesk.rest.resources import post_loading
from copydesk.store.revisions import NO_REVISIONS, RevisionSummary, load_revision_summaries
from copydesk.store.rows import Post
from copydesk.store.users import load_users
from copydesk.wire.dates import format_rest_date
from copydesk.wire.schema import Schema, integer, mapping, nullable, string

SHOWN = ("embed", "view", "edit")
ALL = ("view", "edit", "embed")
VIEW = ("view", "edit")
STATUSES = ["publish", "future", "draft", "pending", "private"]
PART = "wp_template_part"


@dataclass(frozen=True, slots=True)
class Row:
    """A template as the API shows it; `revision` is the older state that is shown instead of the present."""

    template: Template
    content: str
    title: str
    description: str
    revision: Post | None = None

    @property
    def id(self) -> str:
        return self.template.id

    @property
    def post(self) -> Post | None:
        return self.revision or self.template.post


def row_of(template: Template) -> Row:
    return Row(template, template.content, template.title, template.description)


def template_fields(kind: str) -> tuple[Field, ...]:
    """The fields of a kind, in the order of the wire."""
    return tuple(_fields(kind))


def _fields(kind: str) -> Iterator[Field]:
    yield from IDENTITY
    yield Field(
        "has_theme_file", _flag("Whether the theme has a file of it."), _has_file, SHOWN, readonly=True
    )
    if kind == PART:
        yield AUTHOR
        yield Field(
            "area", string("Where on the page it stands."), lambda row, page: row.template.area, SHOWN
        )
    else:
        yield Field(
            "is_custom",
            _flag("Whether it is of nobody's list of template names."),
            lambda row, page: row.template.is_custom,
            SHOWN,
            readonly=True,
        )
        yield AUTHOR
    yield from ORIGIN
    if kind != PART:
        yield PLUGIN


def _flag(description: str) -> Schema:
    return {"description": description, "type": "bool"}


def _has_file(row: Row, page: Page) -> bool:
    return row.template.has_file


def _date(name: str) -> Any:
    def read(row: Row, page: Page) -> str | None:
        return format_rest_date(getattr(row.post, name), page.call.site.zone) if row.post else None

    return read


def read_content(row: Row, page: Page) -> Mapping[str, Any]:
    return {"raw": row.content, "block_version": 1 if "<!-- wp:" in row.content else 0}


def read_title(row: Row, page: Page) -> Mapping[str, Any]:
    rendered = page.load(load_titles)[row.post.id] if row.post else row.title
    return {"raw": row.title, "rendered": rendered}


def load_titles(page: Page) -> Mapping[int, str]:
    """The titles of the page's saved templates as HTML."""
    posts = [row.post for row in page.rows if row.post]
    return post_loading.load_titles(Page(page.call, page.resource, posts))


def read_source(row: Row, page: Page) -> str:
    return "custom" if row.post else "theme"


def read_original_source(row: Row, page: Page) -> str:
    """Who made it first: the theme, a user, or the site when nobody is named."""
    if row.template.has_file:
        return "theme"
    return "user" if row.template.post and row.template.post.author else "site"


def load_authors(page: Page) -> Mapping[int, str]:
    """The names of those who saved the page's templates."""
    ids = {row.template.post.author for row in page.rows if row.template.post}
    return {user_id: user.display_name for user_id, user in load_users(page.call.db, ids).items()}


def read_author_text(row: Row, page: Page) -> str:
    source = read_original_source(row, page)
    if source == "theme":
        return active_theme(page.call.site).name
    if source == "site":
        return page.call.site.name
    return page.load(load_authors).get(row.template.post.author, "") if row.template.post else ""


def load_revisions(page: Page) -> Mapping[int, RevisionSummary]:
    """How many revisions the page's saved templates have."""
    return load_revision_summaries(page.call.db, [row.post.id for row in page.rows if row.post])


def revisions_of(row: Row, page: Page) -> RevisionSummary | None:
    return page.load(load_revisions).get(row.post.id) if row.post else None


IDENTITY = (
    Field("id", string("The id: theme and slug."), context=SHOWN, readonly=True),
    Field("theme", string("The stylesheet of the theme."), lambda row, page: row.template.theme, SHOWN),
    Field(
        "content",
        {
            **mapping(
                "The content.",
                {
                    "raw": {**string("As stored."), "context": ["view", "edit"]},
                    "block_version": {
                        **integer("The version of the block format."),
                        "context": ["edit"],
                        "readonly": True,
                    },
                },
                default="",
            ),
            "type": ["object", "string"],
        },
        read_content,
        SHOWN,
    ),
    Field(
        "slug",
        string("The name.", required=True, minLength=1, pattern=r"[a-zA-Z0-9_\%-]+"),
        lambda row, page: row.template.slug,
        SHOWN,
    ),
    Field("source", string("Where it is from now."), read_source, SHOWN, readonly=True),
    Field(
        "origin",
        string("Whose file the saved one began as."),
        lambda row, page: row.template.origin,
        SHOWN,
        readonly=True,
        shows=nullable(string("Whose file the saved one began as.")),
    ),
    Field("type", string("Template or part."), lambda row, page: row.template.kind, SHOWN),
    Field("description", string("What it is for.", default=""), context=SHOWN),
    Field(
        "title",
        {
            **mapping(
                "The title.",
                {
                    "raw": {**string("As stored."), "context": list(ALL)},
                    "rendered": {**string("As HTML."), "context": list(ALL), "readonly": True},
                },
                default="",
            ),
            "type": ["object", "string"],
        },
        read_title,
        SHOWN,
    ),
    Field(
        "status",
        string("The status.", enum=STATUSES, default="publish"),
        lambda row, page: row.post.status if row.post else "publish",
        SHOWN,
    ),
    Field(
        "wp_id",
        integer("The id of the saved post."),
        lambda row, page: row.post.id if row.post else 0,
        SHOWN,
        readonly=True,
    ),
)
AUTHOR = Field(
    "author",
    integer("The id of who saved it."),
    lambda row, page: row.template.post.author if row.template.post else 0,
    ALL,
)
ORIGIN = (
    Field(
        "modified",
        nullable(string("When it was changed.", format="date-time")),
        _date("modified"),
        VIEW,
        readonly=True,
    ),
    Field(
        "date", nullable(string("When it was saved.", format="date-time")), _date("date"), VIEW, readonly=True
    ),
    Field("author_text", string("The name of who made it."), read_author_text, ALL, readonly=True),
    Field(
        "original_source",
        string("Who made it.", enum=["theme", "plugin", "site", "user"]),
        read_original_source,
        ALL,
        readonly=True,
    ),
)
PLUGIN = Field("plugin", string("The plugin that brought it."), lambda row, page: MISSING, ALL, readonly=True)
PARENT = Field(
    "parent", integer("The id of the post it is a revision of."), lambda row, page: row.revision.parent, ALL
)


def template_links(base: str) -> tuple[Link, ...]:
    """The links of a template."""

    def own(row: Row, page: Page) -> str:
        return page.call.url(f"{base}/{row.id}")

    def history(row: Row, page: Page) -> str | None:
        return f"{own(row, page)}/revisions" if row.post else None

    def predecessor(row: Row, page: Page) -> str | None:
        summary = revisions_of(row, page)
        return f"{own(row, page)}/revisions/{summary.latest}" if summary and summary.count else None

    return (
        Link("self", own, read_hints),
        Link("collection", lambda row, page: page.call.url(base)),
        Link("about", lambda row, page: page.call.url(f"types/{row.template.kind}")),
        Link("version-history", history, lambda row, page: {"count": _summary(row, page).count}),
        Link("predecessor-version", predecessor, lambda row, page: {"id": _summary(row, page).latest}),
        Link("wp:action-publish", lambda row, page: own(row, page) if _may_publish(page) else None),
        Link(
            "wp:action-unfiltered-html", lambda row, page: own(row, page) if _may_write_html(page) else None
        ),
    )


def _summary(row: Row, page: Page) -> RevisionSummary:
    return revisions_of(row, page) or NO_REVISIONS


def _may_publish(page: Page) -> bool:
    return page.call.viewer.can("edit_theme_options")


def _may_write_html(page: Page) -> bool:
    return page.call.viewer.can("unfiltered_html")
