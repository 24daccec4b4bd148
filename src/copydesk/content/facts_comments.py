"""Comments as texts see them: approved ones, of posts that anyone may read."""

from collections.abc import Sequence

from copydesk.content.answering import Answerers, Answers, Newsroom
from copydesk.content.links import load_post_links
from copydesk.store.comments import CommentQuery, find_comments, load_comments
from copydesk.store.post_query import Visible
from copydesk.store.posts import load_posts
from copydesk.store.rows import Comment
from copydesk.text.blocks.needs import CommentNeed, LatestCommentsNeed, PostCommentsNeed
from copydesk.text.facts import CommentFacts

APPROVED = ("1",)
NOTES = ("note",)


def load_comment_facts(newsroom: Newsroom, comments: Sequence[Comment]) -> dict[int, CommentFacts]:
    """The comments as texts see them, by id."""
    posts = load_posts(newsroom.db, {comment.post for comment in comments}, brief=True)
    links = load_post_links(newsroom.db, newsroom.site, newsroom.types, list(posts.values()))
    return {comment.id: comment_facts(comment, links.get(comment.post, "")) for comment in comments}


def comment_facts(comment: Comment, post_link: str) -> CommentFacts:
    """A comment as texts see it."""
    return CommentFacts(
        id=comment.id,
        post=comment.post,
        author_name=comment.author_name,
        author_email=comment.author_email,
        author_url=comment.author_url,
        user=comment.user,
        date=comment.date,
        date_gmt=comment.date_gmt,
        content=comment.content,
        parent=comment.parent,
        link=f"{post_link}#comment-{comment.id}",
    )


def _answer_latest(newsroom: Newsroom, needs: list[LatestCommentsNeed]) -> Answers:
    """One statement for the longest of the lists; the others are its beginnings."""
    query = CommentQuery(
        approved=APPROVED,
        not_types=NOTES,
        visible_posts=(Visible(statuses=("publish",)),),
        limit=max(need.number for need in needs),
        counted=False,
    )
    comments = find_comments(newsroom.db, query)[0]
    facts = load_comment_facts(newsroom, comments)
    return {need: tuple(facts[comment.id] for comment in comments[: max(need.number, 0)]) for need in needs}


def _answer_single(newsroom: Newsroom, needs: list[CommentNeed]) -> Answers:
    comments = [
        comment
        for comment in load_comments(newsroom.db, {need.id for need in needs}).values()
        if comment.approved == "1"
    ]
    facts = load_comment_facts(newsroom, comments)
    return {need: facts.get(need.id) for need in needs}


def _answer_of_posts(newsroom: Newsroom, needs: list[PostCommentsNeed]) -> Answers:
    query = CommentQuery(
        posts=tuple({need.post for need in needs}), approved=APPROVED, not_types=NOTES, descending=False
    )
    comments = find_comments(newsroom.db, query)[0]
    facts = load_comment_facts(newsroom, comments)
    return {
        need: tuple(facts[comment.id] for comment in comments if comment.post == need.post) for need in needs
    }


ANSWERERS: Answerers = {
    LatestCommentsNeed: _answer_latest,
    CommentNeed: _answer_single,
    PostCommentsNeed: _answer_of_posts,
}
