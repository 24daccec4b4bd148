"""Posts and comments rendered, a page at a time.

Texts say what they need to know of the site while they are rendered (`text.facts`). All open needs of all
texts of the page are answered together, and the texts that asked are rendered again, until none is open:
the number of statements does not grow with the number of texts.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from copydesk.content.details import PostDetails
from copydesk.content.facts import answer_needs, post_facts, site_facts
from copydesk.content.site import Site
from copydesk.content.types import Types
from copydesk.store.database import Db
from copydesk.store.rows import Comment, Post
from copydesk.text.facts import Facts, PostFacts
from copydesk.text.pipeline import render_comment, render_content, render_excerpt, render_title
from copydesk.text.rendering import Rendering

Key = TypeVar("Key")

MAX_ROUNDS = 12  # a text whose needs go deeper than this is shown as far as it is known


@dataclass(frozen=True, slots=True)
class Publication:
    """What rendering a page's posts starts from."""

    db: Db
    site: Site
    types: Types
    details: Mapping[int, PostDetails]
    links: Mapping[int, str]


def render_titles(publication: Publication, posts: Sequence[Post]) -> dict[int, str]:
    """The titles as HTML, by id."""
    return _render_posts(publication, posts, render_title)


def render_contents(publication: Publication, posts: Sequence[Post]) -> dict[int, str]:
    """The contents as HTML, by id."""
    return _render_posts(publication, posts, render_content)


def render_excerpts(publication: Publication, posts: Sequence[Post]) -> dict[int, str]:
    """The excerpts as HTML, by id."""
    return _render_posts(publication, posts, render_excerpt)


def render_captions(publication: Publication, posts: Sequence[Post]) -> dict[int, str]:
    """The captions of files as HTML, by id: their excerpts, never cut from the content."""
    captioned = [post for post in posts if post.excerpt]
    return {**dict.fromkeys((post.id for post in posts), ""), **render_excerpts(publication, captioned)}


def render_comments(db: Db, site: Site, types: Types, comments: Sequence[Comment]) -> dict[int, str]:
    """The comments as HTML, by id."""
    facts = Facts(site_facts(site))
    texts = {comment.id: comment.content for comment in comments}
    return render_all(
        texts,
        lambda key: render_comment(texts[key], Rendering(facts)),
        facts,
        lambda: facts.learn(answer_needs(db, site, types, facts.unanswered)),
    )


def _render_posts(
    publication: Publication, posts: Sequence[Post], render: Callable[[PostFacts, Rendering], str]
) -> dict[int, str]:
    facts = Facts(site_facts(publication.site))
    known = {
        post.id: post_facts(post, publication.links[post.id], publication.details.get(post.id))
        for post in posts
    }
    return render_all(
        known,
        lambda key: render(known[key], Rendering(facts, known[key])),
        facts,
        lambda: facts.learn(
            answer_needs(publication.db, publication.site, publication.types, facts.unanswered)
        ),
    )


def render_all(
    keys: Iterable[Key], render: Callable[[Key], str], facts: Facts, answer: Callable[[], None]
) -> dict[Key, str]:
    """Renders everything, answering open needs between rounds."""
    rendered: dict[Key, str] = {}
    pending = list(keys)
    for _ in range(MAX_ROUNDS):
        asking = []
        for key in pending:
            open_before = len(facts.unanswered)
            rendered[key] = render(key)
            if len(facts.unanswered) > open_before or (open_before and facts.unanswered):
                asking.append(key)
        if not facts.unanswered:
            break
        answer()
        pending = asking
    return rendered
