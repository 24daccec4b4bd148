"""Revisions of posts: for those who may edit the post."""

from collections.abc import Callable, Sequence

from copydesk.content.types import PostType, Types
from copydesk.rest.page import Call, Page
from copydesk.rest.paging import page_count
from copydesk.rest.params import EXCLUDE, INCLUDE, OFFSET, SEARCH, context_param, ordering
from copydesk.rest.resource import Link, Param, Resource, Rules, Verbs, not_yet
from copydesk.rest.resources.post_rules import CANNOT_DELETE, may_edit
from copydesk.rest.resources.revision_fields import revision_fields
from copydesk.store.posts import Order, PostQuery, find_posts, get_post
from copydesk.store.rows import Post
from copydesk.wire.php_numbers import whole
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import boolean, integer

CANNOT_READ = Problem("rest_cannot_read", "You may not read revisions of this post.")
INVALID_PARENT = Problem("rest_post_invalid_parent", "There is no such post.", 404)
INVALID_ID = Problem("rest_post_invalid_id", "There is no such revision.", 404)
MISMATCH = Problem("rest_revision_parent_id_mismatch", "The revision is one of another post.", 404)
PAGE_TOO_FAR = Problem("rest_revision_invalid_page_number", "There are fewer pages than that.", 400)
OFFSET_TOO_FAR = Problem("rest_revision_invalid_offset_number", "There are fewer revisions than that.", 400)
NO_SEARCH = Problem("rest_no_search_term_defined", "Sorting by relevance needs words to search for.", 400)
NO_INCLUDE = Problem("rest_orderby_include_missing_include", "Sorting by include needs `include`.", 400)

ORDERS = ["date", "id", "include", "relevance", "slug", "include_slugs", "title"]
PARENT = {"parent": Param(integer("The id of the post."))}
FORCE = {"force": Param(boolean("Revisions have no trash: they are deleted for good.", default=False))}


def revision_resource(post_type: PostType, types: Types, posts: Resource) -> Resource:
    """The revisions of a post type's posts; `posts` is the resource of the type itself."""

    def may_find(call: Call) -> Problem | None:
        return None if may_edit(parent_of(call, post_type), call) else CANNOT_READ

    def may_delete(revision: Post, page: Page) -> Problem | None:
        """WP 7.1 asks for a right to the revision itself, which nobody has."""
        return CANNOT_DELETE

    def get(call: Call) -> Post:
        parent = parent_of(call, post_type)
        revision = get_post(call.db, int(call.params["id"]))
        if revision is None or revision.type != "revision":
            raise Refused(INVALID_ID)
        if revision.parent != parent.id and call.request.method != "DELETE":
            raise Refused(MISMATCH)
        return revision

    return Resource(
        base=rf"{post_type.rest_base}/(?P<parent>[\d]+)/revisions",
        title=f"{post_type.name}-revision",
        fields=tuple(revision_fields(posts, types)),
        links=(parent_link(post_type),),
        verbs=Verbs(find=_finder(post_type), get=get, delete=not_yet),
        rules=Rules(find=may_find, get=may_find, delete=may_delete),
        params={**PARENT, **revision_params()},
        item_params={**PARENT, **context_param()},
        delete_params={**PARENT, **FORCE},
        id_schema=integer("The id of the revision."),
        allow_batch=False,
    )


def parent_of(call: Call, post_type: PostType, name: str = "parent") -> Post:
    """The post whose revisions are asked for, or Refused."""
    parent = get_post(call.db, whole(call.params[name]))
    if parent is None or parent.type != post_type.name:
        raise Refused(INVALID_PARENT)
    return parent


def parent_link(post_type: PostType) -> Link:
    base = post_type.rest_base
    return Link("parent", lambda row, page: page.call.url(f"{base}/{row.parent}") if row.parent else None)


def revision_params() -> dict[str, Param]:
    """The arguments of a list of revisions."""
    page = {
        "page": Param(integer("Page of the collection.", default=1, minimum=1), early=True),
        "per_page": Param(integer("How many items a page has.", minimum=1, maximum=100), early=True),
    }
    orders = ordering("date", ORDERS)
    return {**context_param(), **page, **SEARCH, **EXCLUDE, **INCLUDE, **OFFSET, **orders}


def _finder(post_type: PostType) -> Callable[[Call], tuple[Sequence[Post], int]]:
    return lambda call: find_revisions(call, parent_of(call, post_type))


def find_revisions(call: Call, parent: Post) -> tuple[Sequence[Post], int]:
    """The part of a post's revisions that the call asks for, and how many there are."""
    query = _query(call, parent)
    found, total = find_posts(call.db, query)
    pages = page_count(total, query.limit) if query.limit else 1
    if total and "offset" in call.params:
        if int(call.params["offset"]) >= total:
            raise Refused(OFFSET_TOO_FAR)
    elif total and int(call.params.get("page") or 1) > pages:
        raise Refused(PAGE_TOO_FAR)
    return found, total


def _query(call: Call, parent: Post) -> PostQuery:
    params = call.params
    by = params["orderby"]
    if by == "relevance" and not params.get("search"):
        raise Refused(NO_SEARCH)
    if by == "include" and not params.get("include"):
        raise Refused(NO_INCLUDE)
    per_page = params.get("per_page")
    offset = params.get("offset")
    page = int(params.get("page") or 1)
    descending = params["order"] == "desc"
    order = (Order(by, descending), Order("id", descending)) if by == "date" else (Order(by, descending),)
    return PostQuery(
        types=("revision",),
        statuses=("inherit",),
        parents=(parent.id,),
        ids=tuple(params["include"]),
        not_ids=tuple(params["exclude"]),
        search=params.get("search") or "",
        order=order,
        limit=int(per_page) if per_page else None,
        offset=int(offset) if offset is not None else (page - 1) * int(per_page or 0),
    )
