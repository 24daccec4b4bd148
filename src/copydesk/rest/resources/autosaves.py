"""Autosaves: what an editor had on the screen, kept beside the post, one for each who edits it.

They are revisions with a name of their own. A single one is not found by its id: whatever the id, the answer
is the latest of the post (recorded).
"""

from collections.abc import Iterator, Mapping, Sequence

from copydesk.content.links import load_post_links
from copydesk.content.types import PostType, Types
from copydesk.rest.compile import route_for, writable_params
from copydesk.rest.page import Call, Page
from copydesk.rest.params import context_param
from copydesk.rest.resource import EDIT, Field, Param, Resource, Rule, Verbs
from copydesk.rest.resources.autosave_writes import autosave_writer
from copydesk.rest.resources.post_rules import CANNOT_EDIT, INVALID_ID, may_edit
from copydesk.rest.resources.revision_fields import revision_fields
from copydesk.rest.resources.revisions import CANNOT_READ, PARENT, parent_link, parent_of
from copydesk.rest.route import Endpoint, Outcome, Route, Rows
from copydesk.rest.visit import nonce_for
from copydesk.store.posts import PostQuery, find_posts, get_post, load_posts
from copydesk.store.rows import Post
from copydesk.wire.php_numbers import whole
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import integer, string

NO_AUTOSAVE = Problem("rest_post_no_autosave", "The post has no autosave.", 404)
PREVIEW_ACTION = "post_preview"
SUBJECT = Param(integer("The id of the autosave."))


def autosave_routes(post_type: PostType, types: Types, posts: Resource) -> Iterator[Route]:
    """The routes of a type's autosaves; `posts` is the resource of the type itself, which says what is saved."""
    shown = autosave_resource(post_type, types, posts)

    def find(call: Call) -> Outcome:
        return Rows(shown, find_autosaves(call, parent_of(call, post_type, "id")), is_collection=True)

    def get(call: Call) -> Outcome:
        found = find_autosaves(call, parent_of(call, post_type))
        if not found:
            raise Refused(NO_AUTOSAVE)
        return Rows(shown, found[:1])

    def may_read(name: str, problem: Problem) -> Rule:
        return lambda call: None if may_edit(parent_of(call, post_type, name), call) else problem

    def may_write(call: Call) -> Problem | None:
        post = get_post(call.db, whole(call.params["id"]))
        if post is None or post.type != post_type.name:
            return INVALID_ID
        return None if may_edit(post, call) else CANNOT_EDIT

    params = {**PARENT, **context_param()}
    saved = {**PARENT, **writable_params(posts, creating=False)}
    yield route_for(
        shown,
        rf"{posts.route(single=True)}/autosaves",
        (
            Endpoint(("GET",), find, params, permit=may_read("id", CANNOT_READ)),
            Endpoint(("POST",), autosave_writer(shown), saved, permit=may_write, writes=True),
        ),
        single=False,
    )
    yield route_for(
        shown,
        rf"{posts.route()}/(?P<parent>[\d]+)/autosaves/(?P<id>[\d]+)",
        (Endpoint(("GET",), get, {**params, "id": SUBJECT}, permit=may_read("parent", CANNOT_READ)),),
        single=True,
    )


def autosave_resource(post_type: PostType, types: Types, posts: Resource) -> Resource:
    """How autosaves are shown: like revisions, and with an address to look at them."""
    about = string("The address of a preview.", format="uri")
    preview = Field("preview_link", about, read_preview_link, EDIT, readonly=True)
    return Resource(
        base=f"{post_type.rest_base}/autosaves",
        title=f"{post_type.name}-revision",
        fields=(*revision_fields(posts, types), preview),
        links=(parent_link(post_type),),
        verbs=Verbs(),
    )


def find_autosaves(call: Call, parent: Post) -> Sequence[Post]:
    """The autosaves of a post, the latest first."""
    query = PostQuery(
        types=("revision",),
        statuses=("inherit",),
        parents=(parent.id,),
        slugs=(f"{parent.id}-autosave-v1",),
        limit=None,
        counted=False,
    )
    return find_posts(call.db, query)[0]


def load_parent_links(page: Page) -> Mapping[int, str]:
    """The addresses of the posts, by their ids."""
    call = page.call
    posts = list(
        load_posts(call.db, {autosave.parent or autosave.id for autosave in page.rows}, brief=True).values()
    )
    return load_post_links(call.db, call.site, call.api.types, posts, viewer=call.viewer)


def read_preview_link(autosave: Post, page: Page) -> str:
    if autosave.type != "revision":  # a draft that was changed itself
        link = page.load(load_parent_links)[autosave.id]
        return f"{link}{'&' if '?' in link else '?'}preview=true"
    link = page.load(load_parent_links)[autosave.parent]
    nonce = nonce_for(page.call, f"{PREVIEW_ACTION}_{autosave.parent}")
    separator = "&" if "?" in link else "?"
    return f"{link}{separator}preview_id={autosave.parent}&preview_nonce={nonce}&preview=true"
