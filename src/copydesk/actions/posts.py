"""Creating, changing, trashing and deleting posts of every type.

What a caller hands in is a whole `Post` as it should become; what follows from it is settled here, in this
order: texts cleaned by what the writer may write, dates, status, slug, the row, then terms, counts, old
addresses. Revisions are saved by the caller when everything else is in place (`revisions.save_revision`).
"""

from dataclasses import replace

from copydesk.actions.conflicts import CHANGED
from copydesk.actions.desk import Desk
from copydesk.actions.post_dates import float_date, settle_dates
from copydesk.actions.post_details import THUMBNAIL, leave_front
from copydesk.actions.post_slugs import NAMELESS, name_by_id, name_changed, name_new, remember_address
from copydesk.actions.post_terms import assign_defaults, recount, recount_all
from copydesk.actions.post_texts import clean_texts
from copydesk.content.links import load_ancestors, load_post_links
from copydesk.content.types import PostType
from copydesk.store.comments import CommentQuery, find_comments
from copydesk.store.comments_write import delete_comments, set_approval
from copydesk.store.database import Db
from copydesk.store.failures import TooLongError
from copydesk.store.meta import find_meta_owners, load_meta
from copydesk.store.meta_write import delete_all_meta, delete_meta_everywhere, set_meta
from copydesk.store.php import serialize
from copydesk.store.posts import PostQuery, find_post_ids, get_post, load_child_ids
from copydesk.store.posts_write import delete_posts, insert_post, set_post_column
from copydesk.store.posts_write import update_post as update_row_of_post
from copydesk.store.relationships import delete_relationships
from copydesk.store.rows import Comment, Post
from copydesk.store.work import Work
from copydesk.wire.refused import Problem, Refused

EMPTY_CONTENT = Problem("empty_content", "A post needs a title, a content or an excerpt.", 400)
NOT_INSERTED = Problem("db_insert_error", "The post could not be stored.", 500)
NOT_UPDATED = Problem("db_update_error", "The post could not be changed.", 500)

TRASH_STATUS = "_wp_trash_meta_status"
TRASH_TIME = "_wp_trash_meta_time"
TRASHED_COMMENTS = "_wp_trash_meta_comments_status"


def create_post(work: Work, desk: Desk, post: Post) -> Post:
    """A new post with its slug, dates, address and default terms."""
    post = settle_dates(desk, _clean(desk, post))
    post = name_new(work, desk, replace(post, modified=post.date, modified_gmt=post.date_gmt))
    try:
        post = replace(post, id=insert_post(work, post))
    except TooLongError as error:
        raise Refused(_too_long(NOT_INSERTED, error)) from None
    if not post.slug and post.status not in NAMELESS:
        post = replace(post, slug=name_by_id(work, desk, post))
        set_post_column(work, post.id, "post_name", post.slug)
    assign_defaults(work, desk, post)
    return _identify(work, desk, post)


def update_post(work: Work, desk: Desk, before: Post, after: Post) -> Post:
    """The post as it was read (`before`) becomes what it should be; Refused when it is that no longer."""
    after = settle_dates(desk, float_date(desk, before, _clean(desk, after)))
    after = replace(after, parent=_parent_without_loop(work.db, after))
    after = name_changed(work, desk, before, after)
    after = replace(after, modified=desk.now_local, modified_gmt=desk.now_gmt)
    if not after.slug and after.status not in NAMELESS:
        after = replace(after, slug=name_by_id(work, desk, after))
    try:
        if not update_row_of_post(work, before, after):
            raise Refused(CHANGED)
    except TooLongError as error:
        raise Refused(_too_long(NOT_UPDATED, error)) from None
    if before.status != after.status:
        recount_all(work, desk, after)
    remember_address(work, desk, before, after)
    return after


def trash_post(work: Work, desk: Desk, post: Post) -> Post:
    """Into the trash, comments and all; what was there before is noted."""
    set_meta(work, "post", post.id, key=TRASH_STATUS, value=post.status)
    set_meta(work, "post", post.id, key=TRASH_TIME, value=str(desk.now))
    leave_front(work, desk, post.id)
    trashed = update_post(work, desk, post, replace(post, status="trash"))
    comments = _comments_of(work.db, post.id)
    if comments:
        statuses = {comment.id: comment.approved for comment in comments}
        set_meta(work, "post", post.id, key=TRASHED_COMMENTS, value=serialize(statuses))
        set_approval(work, tuple(statuses), "post-trashed")
    return trashed


def delete_post(work: Work, desk: Desk, post: Post) -> None:
    """The post and all that is only there for it. Children and files move up to its parent."""
    leave_front(work, desk, post.id)
    post_type = desk.type_of(post)
    carried = delete_relationships(work, (post.id,))
    _move_children(work, post, post_type)
    delete_comments(work, [comment.id for comment in _comments_of(work.db, post.id)])
    gone = (post.id, *_revision_ids(work.db, post.id), *_menu_item_ids(work.db, post))
    delete_relationships(work, gone[1:])
    delete_all_meta(work, "post", gone)
    if post.type == "attachment":
        delete_meta_everywhere(work, "post", key=THUMBNAIL, value=str(post.id))
    delete_posts(work, gone)
    for taxonomy in desk.types.taxonomies_of(post.type):
        recount(work, {taxonomy.name: taxonomy}, {taxonomy.name: carried})


def _clean(desk: Desk, post: Post) -> Post:
    """The texts as this writer may write them. Refused when there are none, for types that have all three."""
    post = clean_texts(desk, post)
    has = desk.type_of(post).has
    says_nothing = all(text in ("", "0") for text in (post.title, post.content, post.excerpt))
    if says_nothing and has("title") and has("editor") and has("excerpt"):
        raise Refused(EMPTY_CONTENT)
    return replace(post, password="") if post.status == "private" else post


def _identify(work: Work, desk: Desk, post: Post) -> Post:
    """A new post's guid is the address that it has at first."""
    links = load_post_links(work.db, desk.site, desk.types, [post], viewer=desk.viewer)
    set_post_column(work, post.id, "guid", links[post.id])
    return replace(post, guid=links[post.id])


def _too_long(problem: Problem, error: TooLongError) -> Problem:
    # Clients see this sentence beside the data (recorded: posts-fields).
    sentence = (
        f"WordPress database error: Processing the value for the following field failed: {error.column}."
        " The supplied value may be too long or contains invalid data."
    )
    return replace(problem, more={"additional_data": [sentence]})


def _parent_without_loop(db: Db, post: Post) -> int:
    """A post that would stand below itself stands at the top instead."""
    if not post.parent:
        return 0
    above = load_ancestors(db, [post])
    place, seen = post.parent, set[int]()
    while place and place not in seen:
        if place == post.id:
            return 0
        seen.add(place)
        place = above[place].parent if place in above else 0
    return post.parent


def _comments_of(db: Db, post_id: int) -> list[Comment]:
    return find_comments(db, CommentQuery(posts=(post_id,), order="id", limit=None))[0]


def _move_children(work: Work, post: Post, post_type: PostType) -> None:
    types = ("attachment", post.type) if post_type.is_hierarchical else ("attachment",)
    for child in load_child_ids(work.db, (post.id,), types)[post.id]:
        set_post_column(work, child, "post_parent", post.parent)


def _revision_ids(db: Db, post_id: int) -> list[int]:
    query = PostQuery(types=("revision",), statuses=(), parents=(post_id,), limit=None, counted=False)
    return find_post_ids(db, query)[0]


def _menu_item_ids(db: Db, post: Post) -> list[int]:
    """The items of classic menus that lead to the post."""
    items = find_meta_owners(db, "post", "_menu_item_object_id", str(post.id))
    about = load_meta(db, "post", items, ("_menu_item_type", "_menu_item_object")) if items else {}
    wanted = {"_menu_item_type": ["post_type"], "_menu_item_object": [post.type]}
    return [item for item in items if about[item] == wanted]


def get_saved(work: Work, post_id: int) -> Post:
    """The post as the database has it now."""
    post = get_post(work.db, post_id)
    if post is None:
        raise Refused(CHANGED)
    return post
