"""Who may read, list and write posts through the API, and the words in which it refuses."""

from collections.abc import Callable, Mapping

from copydesk.auth.capabilities import PostCapabilities
from copydesk.auth.rules import may_delete_post, may_edit_post
from copydesk.content.types import PostType
from copydesk.content.visibility import load_parents, may_read_post
from copydesk.rest.page import Call, Page
from copydesk.rest.resource import Rule, Rules
from copydesk.store.meta import get_meta, load_meta
from copydesk.store.posts import get_post
from copydesk.store.rows import Post
from copydesk.store.terms import load_terms
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema_check import is_integer

INVALID_ID = Problem("rest_post_invalid_id", "There is no such post.", 404)
FORBIDDEN_CONTEXT = Problem("rest_forbidden_context", "You may not read this for editing.")
CANNOT_READ = Problem("rest_forbidden", "You may not read this.")
WRONG_PASSWORD = Problem("rest_post_incorrect_password", "The password of the post is another one.", 403)
CANNOT_CREATE = Problem("rest_cannot_create", "You may not create posts.")
CANNOT_ASSIGN = Problem("rest_cannot_assign_term", "You may not assign the terms you named.")
EXISTS = Problem("rest_post_exists", "A new post cannot be given an id.", 400)
CANNOT_EDIT_OTHERS = Problem("rest_cannot_edit_others", "You may not write in the name of others.")
CANNOT_ASSIGN_STICKY = Problem("rest_cannot_assign_sticky", "You may not let posts stick.")
CANNOT_EDIT = Problem("rest_cannot_edit", "You may not edit this post.")
CANNOT_DELETE = Problem("rest_cannot_delete", "You may not delete this post.")
FORBIDDEN_STATUS = Problem("rest_forbidden_status", "You may not ask for posts of this status.")

FORMER_STATUS = "_wp_trash_meta_status"


def find_target(post_type: PostType) -> Callable[[Call], Post]:
    """The `get` of a type: the post that the route names, of that type and no other."""

    def get(call: Call) -> Post:
        post = get_post(call.db, int(call.params["id"]))
        if post is None or post.type != post_type.name:
            raise Refused(INVALID_ID)
        return post

    return get


def may_edit(post: Post, call: Call) -> bool:
    """True when the caller may change the post. One in the trash counts as what it was before."""
    names = call.api.types.posts[post.type].capabilities
    former = get_meta(call.db, "post", post.id, FORMER_STATUS) if post.status == "trash" else ""
    return may_edit_post(call.viewer, post, names, status_before_trash=former or "")


def load_former_statuses(page: Page) -> Mapping[int, str]:
    """What the page's posts in the trash were before."""
    trashed = [post.id for post in page.rows if post.status == "trash"]
    found = load_meta(page.call.db, "post", trashed, (FORMER_STATUS,))
    return {post_id: values[FORMER_STATUS][0] for post_id, values in found.items() if values}


def former_status(post: Post, page: Page) -> str:
    return page.load(load_former_statuses).get(post.id, "") if post.status == "trash" else ""


def load_page_parents(page: Page) -> Mapping[int, Post]:
    """The parents of the page's posts that inherit their status."""
    return load_parents(page.call.db, page.rows)


def may_read(post: Post, page: Page) -> bool:
    """True when the caller may read a post of the page."""
    call = page.call
    parents = page.load(load_page_parents) if post.status == "inherit" else {}
    return may_read_post(call.viewer, post, call.api.types, parents)


def may_assign_terms(call: Call, post_type: PostType) -> Problem | None:
    """Whether the caller may give a post the terms that the call names, checked or not."""
    named: list[int] = []
    for taxonomy in call.api.types.taxonomies_of(post_type.name):
        given = call.params.get(taxonomy.rest_base) if taxonomy.rest_base else None
        items = given if isinstance(given, list) else [] if given is None else [given]
        if "" in items:  # WP 7.1: nobody may assign a term without an id
            return CANNOT_ASSIGN
        if not call.viewer.can(taxonomy.capabilities.assign_terms):
            named += [int(term_id) for term_id in items if is_integer(term_id)]
    return CANNOT_ASSIGN if named and load_terms(call.db, named) else None


def may_change(call: Call, names: PostCapabilities) -> Problem | None:
    """Whether the caller may name another author, and let posts stick."""
    can, author = call.viewer.can, call.params.get("author")
    if author and str(author) != str(call.viewer.id) and not can(names.edit_others_posts):
        return CANNOT_EDIT_OTHERS
    if call.params.get("sticky") and not (can(names.edit_others_posts) or can(names.publish_posts)):
        return CANNOT_ASSIGN_STICKY
    return None


def post_rules(post_type: PostType) -> Rules:
    """The rules of a type, built from the names of its capabilities."""
    names = post_type.capabilities

    def find(call: Call) -> Problem | None:
        if call.context == "edit" and not call.viewer.can(names.edit_posts):
            return FORBIDDEN_CONTEXT
        return None

    def read(post: Post, page: Page) -> Problem | None:
        call = page.call
        if call.context == "edit":
            former = former_status(post, page)
            if not may_edit_post(call.viewer, post, names, status_before_trash=former):
                return FORBIDDEN_CONTEXT
        password = call.params.get("password")
        if password and post.password and password != post.password:
            return WRONG_PASSWORD
        return None if may_read(post, page) else CANNOT_READ

    def update(post: Post, page: Page) -> Problem | None:
        former = former_status(post, page)
        if not may_edit_post(page.call.viewer, post, names, status_before_trash=former):
            return CANNOT_EDIT
        return may_change(page.call, names) or may_assign_terms(page.call, post_type)

    def delete(post: Post, page: Page) -> Problem | None:
        former = former_status(post, page)
        may = may_delete_post(page.call.viewer, post, names, status_before_trash=former)
        return None if may else CANNOT_DELETE

    return Rules(find, read, _may_create(post_type), update, delete)


def _may_create(post_type: PostType) -> Rule:
    names = post_type.capabilities

    def create(call: Call) -> Problem | None:
        if call.params.get("id"):
            return EXISTS
        problem = may_change(call, names)
        if problem:
            return problem
        return may_assign_terms(call, post_type) if call.viewer.can(names.create_posts) else CANNOT_CREATE

    return create
