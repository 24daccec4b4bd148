"""Whether a new comment appears at once, waits for a moderator, or goes to the trash; and whether it is taken at all.

The order is WordPress's: said already, said too soon after another, then the site's rules. Those who moderate,
and the author of the post, are above the rules of the site, but not above repeating themselves.
"""

import re
from collections.abc import Iterable, Iterator

from copydesk.auth.viewer import Viewer
from copydesk.content.site import Site
from copydesk.store.comment_guards import count_comments_since, find_same_comments
from copydesk.store.comments import CommentQuery, count_comments, find_comments
from copydesk.store.database import Db
from copydesk.store.options import load_options
from copydesk.store.rows import Comment, Post
from copydesk.store.users import get_user_by_email
from copydesk.text.clickable import make_clickable
from copydesk.text.strip_tags import strip_tags
from copydesk.wire.dates import format_stored
from copydesk.wire.refused import Problem, Refused

DUPLICATE = Problem("comment_duplicate", "You have said that already.", 409)
FLOOD = Problem("comment_flood", "You comment too fast: wait a moment.", 400)

FLOOD_SECONDS = 15
WORD_LISTS = ("disallowed_keys", "moderation_keys")
MODERATES = "moderate_comments"
APPROVED, HELD, TRASHED = "1", "0", "trash"
_LINK = re.compile(r"<a [^>]*href", re.IGNORECASE)


def refuse_repetition(db: Db, new: Comment) -> None:
    """The same words by the same author are not taken twice."""
    for same in find_same_comments(db, new):
        if same.author_name == new.author_name or (
            new.author_email and same.author_email == new.author_email
        ):
            raise Refused(DUPLICATE)


def refuse_flood(db: Db, new: Comment, viewer: Viewer, now: int) -> None:
    """Whoever does not moderate waits some seconds between two comments."""
    if viewer.can("manage_options") or viewer.can(MODERATES):
        return
    since = format_stored(now - FLOOD_SECONDS)
    if count_comments_since(db, since, user=viewer.id, address=new.author_ip, email=new.author_email or "\0"):
        raise Refused(FLOOD)


def first_state(db: Db, site: Site, new: Comment, *, post: Post, author: Viewer) -> str:
    """What a new comment is at first. `author` is the member who is named as its author, if one is."""
    if author.is_member and (author.id == post.author or author.can(MODERATES)):
        return APPROVED
    words = load_options(db, WORD_LISTS)  # long lists, which WordPress may leave out of the loaded options
    if _names_any(words.get("disallowed_keys", ""), (*_texts(new), strip_tags(new.content))):
        return TRASHED
    return APPROVED if _passes(db, site, new, words.get("moderation_keys", "")) else HELD


def _passes(db: Db, site: Site, new: Comment, suspect_words: str) -> bool:
    if site.option("comment_moderation") == "1":
        return False
    most_links = site.int_option("comment_max_links")
    if most_links and len(_LINK.findall(make_clickable(new.content, site.home))) >= most_links:
        return False
    if _names_any(suspect_words, _texts(new)):
        return False
    return site.option("comment_previously_approved") != "1" or _is_known(db, new)


def _is_known(db: Db, new: Comment) -> bool:
    """True when an earlier comment of the same author was approved. Members are known by their address."""
    if not (new.author_name and new.author_email):
        return False
    member = get_user_by_email(db, new.author_email)
    if member:
        return count_comments(db, CommentQuery(users=(member.id,), approved=(APPROVED,))) > 0
    query = CommentQuery(author_email=new.author_email, approved=(APPROVED,), limit=100, counted=False)
    return any(earlier.author_name == new.author_name for earlier in find_comments(db, query)[0])


def _names_any(keys: str, texts: Iterable[str]) -> bool:
    """Whether one of the lines of an option is found in a text, in any case."""
    words = [word for line in keys.split("\n") if (word := line.strip().lower())]
    if not words:
        return False
    folded = [text.lower() for text in texts]
    return any(word in text for word in words for text in folded)


def _texts(new: Comment) -> Iterator[str]:
    yield from (new.author_name, new.author_email, new.author_url, new.content, new.author_ip, new.agent)
