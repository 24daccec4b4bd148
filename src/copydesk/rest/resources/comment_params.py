"""The arguments of the collection of comments, and the query they come to."""

from collections.abc import Sequence

from copydesk.rest.page import Call
from copydesk.rest.params import EXCLUDE, INCLUDE, OFFSET, PAGING, SEARCH, context_param, ordering
from copydesk.rest.resource import Param
from copydesk.store.comments import CommentQuery
from copydesk.wire.dates import parse_rest_date
from copydesk.wire.schema import array, integer, string

ORDERS = ["date", "date_gmt", "id", "include", "post", "parent", "type"]
STATES = {"approve": ("1",), "hold": ("0",), "all": ("1", "0"), "": ("1", "0"), "any": ()}
PASSWORD = {"password": Param(string("The password of a protected post."))}
EVERY_KIND = ("", "all")


def comment_params() -> dict[str, Param]:
    """The arguments, in the order in which their failures are reported."""
    return {
        **context_param(),
        **PAGING,
        **SEARCH,
        "after": Param(string("Only comments after this date.", format="date-time")),
        "author": Param(array("Only comments of these users.", integer())),
        "author_exclude": Param(array("No comments of these users.", integer())),
        "author_email": Param({"default": None, "format": "email", **string("Only from this address.")}),
        "before": Param(string("Only comments before this date.", format="date-time")),
        **EXCLUDE,
        **INCLUDE,
        **OFFSET,
        **ordering("date_gmt", ORDERS),
        "parent": Param(array("Only answers to these.", integer(), default=[])),
        "parent_exclude": Param(array("No answers to these.", integer(), default=[])),
        "post": Param(array("Only comments on these posts.", integer(), default=[])),
        "status": Param(string("Only comments of this state.", default="approve")),
        "type": Param(string("Only comments of this kind.", default="comment")),
        **PASSWORD,
    }


def item_params() -> dict[str, Param]:
    """The arguments of a single comment."""
    return {**context_param(), **PASSWORD}


def comment_query(call: Call) -> CommentQuery:
    """The query of a call's arguments."""
    params = call.params
    per_page = int(params["per_page"])
    offset = params.get("offset")
    status, kind = params["status"], params["type"]
    return CommentQuery(
        posts=_ids(params["post"]),
        approved=STATES.get(status, (status,)),
        types=() if kind in EVERY_KIND else ("comment", "") if kind == "comment" else (kind,),
        not_types=("note",) if kind in EVERY_KIND else (),
        ids=_ids(params["include"]),
        not_ids=_ids(params["exclude"]),
        users=_ids(params.get("author")),
        not_users=_ids(params.get("author_exclude")),
        author_email=params.get("author_email") or "",
        parents=_ids(params["parent"]),
        not_parents=_ids(params["parent_exclude"]),
        after=_local(call, "after"),
        before=_local(call, "before"),
        search=params.get("search") or "",
        order=params["orderby"],
        descending=params["order"] == "desc",
        limit=per_page,
        offset=abs(offset) if offset is not None else (int(params["page"]) - 1) * per_page,
    )


def _ids(given: Sequence[int] | None) -> tuple[int, ...]:
    return tuple(abs(number) for number in given or ())


def _local(call: Call, name: str) -> str:
    text = call.params.get(name)
    pair = parse_rest_date(text, call.site.zone) if text else None
    return pair.local if pair else ""
