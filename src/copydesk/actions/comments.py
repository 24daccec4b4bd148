"""Taking, changing, moderating and deleting comments; the counts of their posts follow.

All texts are cleaned again on every change, as WordPress does: names are escaped, and what markup a comment
may have depends on its author, whoever edits it.
"""

from dataclasses import replace

from copydesk.actions.comment_moderation import APPROVED, HELD, first_state, refuse_flood, refuse_repetition
from copydesk.actions.conflicts import CHANGED
from copydesk.auth.roles import load_viewer
from copydesk.auth.viewer import STRANGER, Viewer
from copydesk.content.site import Site
from copydesk.store.comments import get_comment
from copydesk.store.comments_write import delete_comments, insert_comment, move_replies, recount_comments
from copydesk.store.comments_write import update_comment as update_row_of_comment
from copydesk.store.database import Db
from copydesk.store.meta import get_meta
from copydesk.store.meta_write import delete_meta, set_meta
from copydesk.store.rows import Comment, Post
from copydesk.store.users import get_user
from copydesk.store.work import Work
from copydesk.text.saving import Field, SavingSite, clean_for_saving
from copydesk.wire.refused import Problem, Refused

AUTHOR_TOO_LONG = Problem("comment_author_column_length", "The name is too long.", 400)
EMAIL_TOO_LONG = Problem("comment_author_email_column_length", "The email address is too long.", 400)
URL_TOO_LONG = Problem("comment_author_url_column_length", "The address is too long.", 400)
CONTENT_TOO_LONG = Problem("comment_content_column_length", "The comment is too long.", 400)

MOST_NAME, MOST_EMAIL, MOST_URL, MOST_CONTENT_BYTES = 245, 100, 200, 65_525
BIN_STATUS, BIN_TIME = "_wp_trash_meta_status", "_wp_trash_meta_time"
BINS = ("spam", "trash")
LEAVING = ("unspam", "untrash")
STATES = {"approve": APPROVED, "approved": APPROVED, "1": APPROVED, "hold": HELD, "0": HELD}


def create_comment(work: Work, site: Site, new: Comment, *, post: Post, viewer: Viewer, now: int) -> Comment:
    """A new comment, as the rules of the site take it. Refused when it repeats or follows another too fast."""
    check_lengths(new)
    author = author_of(work.db, site, new)
    new = _clean(new, site, author)
    refuse_repetition(work.db, new)
    refuse_flood(work.db, new, viewer, now)
    state = APPROVED if new.type == "note" else first_state(work.db, site, new, post=post, author=author)
    new = replace(new, approved=state)
    comment = replace(new, id=insert_comment(work, new))
    recount_comments(work, (comment.post,))
    return comment


def update_comment(work: Work, site: Site, before: Comment, after: Comment) -> Comment:
    """The comment as it was read becomes what it should be; Refused when it is that no longer."""
    check_lengths(after)
    after = _clean(after, site, author_of(work.db, site, after))
    _save(work, before, after)
    recount_comments(work, {before.post, after.post})
    return after


def moderate_comment(work: Work, comment: Comment, status: str, *, now: int) -> Comment:
    """Gives a comment another state. A state that nobody knows changes nothing."""
    if status in BINS:
        return _put_away(work, comment, status, now)
    if status in LEAVING:
        return _take_back(work, comment)
    return _set_state(work, comment, STATES.get(status, comment.approved))


def delete_comment(work: Work, comment: Comment) -> None:
    """For good. Its answers become answers to what it answered."""
    move_replies(work, comment.id, comment.parent)
    delete_comments(work, (comment.id,))
    recount_comments(work, (comment.post,))


def check_lengths(comment: Comment) -> None:
    """Refused when a text does not fit its column."""
    content = len(comment.content.encode("utf-8", "surrogateescape"))
    for problem, size, most in (
        (AUTHOR_TOO_LONG, len(comment.author_name), MOST_NAME),
        (EMAIL_TOO_LONG, len(comment.author_email), MOST_EMAIL),
        (URL_TOO_LONG, len(comment.author_url), MOST_URL),
        (CONTENT_TOO_LONG, content, MOST_CONTENT_BYTES),
    ):
        if size > most:
            raise Refused(problem)


def author_of(db: Db, site: Site, comment: Comment) -> Viewer:
    """The member who is named as author, with his rights; strangers have none."""
    user = get_user(db, comment.user) if comment.user else None
    return load_viewer(db, site.options, user) if user else STRANGER


def _clean(comment: Comment, site: Site, author: Viewer) -> Comment:
    saving = SavingSite(home=site.home)

    def cleaned(field: Field, text: str) -> str:
        is_free = author.can("unfiltered_html")
        return clean_for_saving(field, text, may_write_unfiltered_html=is_free, site=saving)

    return replace(
        comment,
        author_name=cleaned("comment_author", comment.author_name),
        author_email=cleaned("comment_author_email", comment.author_email),
        author_url=cleaned("comment_author_url", comment.author_url),
        content=cleaned("comment_content", comment.content),
    )


def _put_away(work: Work, comment: Comment, bin_name: str, now: int) -> Comment:
    """Into the trash or to the spam; what it was is noted, for the way back."""
    if comment.approved == bin_name:
        return comment
    moved = _set_state(work, comment, bin_name)
    set_meta(work, "comment", comment.id, key=BIN_STATUS, value=comment.approved)
    set_meta(work, "comment", comment.id, key=BIN_TIME, value=str(now))
    return moved


def _take_back(work: Work, comment: Comment) -> Comment:
    """Back to what it was before; one of which nothing is noted waits for a moderator, whatever it is now."""
    noted = get_meta(work.db, "comment", comment.id, BIN_STATUS) or HELD
    delete_meta(work, "comment", comment.id, key=BIN_STATUS)
    delete_meta(work, "comment", comment.id, key=BIN_TIME)
    return _set_state(work, comment, noted)


def _set_state(work: Work, comment: Comment, state: str) -> Comment:
    after = replace(comment, approved=state)
    if after != comment:
        _save(work, comment, after)
        recount_comments(work, (comment.post,))
    return after


def get_saved_comment(work: Work, comment_id: int) -> Comment:
    """The comment as the database has it now."""
    comment = get_comment(work.db, comment_id)
    if comment is None:
        raise Refused(CHANGED)
    return comment


def _save(work: Work, before: Comment, after: Comment) -> None:
    if not update_row_of_comment(work, before, after):
        raise Refused(CHANGED)
