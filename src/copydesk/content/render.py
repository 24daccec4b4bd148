"""Posts and comments rendered, a page at a time.

Texts say what they need to know of the site while they are rendered (`text.facts`). All open needs of all
texts of the page are answered together, and the texts that asked are rendered again, until none is open:
the number of statements does not grow with the number of texts.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from copydesk.content.answering import Newsroom
from copydesk.content.details import PostDetails
from copydesk.content.facts import answer_needs, site_facts
from copydesk.content.facts_posts import post_facts
from copydesk.content.site import Site
from copydesk.content.types import Types
from copydesk.store.database import Db
from copydesk.store.rows import Comment, Post
from copydesk.text.facts import Facts, Need, PostFacts
from copydesk.text.pipeline import (
    EXCERPT_WORDS,
    has_blocks,
    render_comment,
    render_content,
    render_excerpt,
    render_title,
)
from copydesk.text.rendering import Rendering

Key = TypeVar("Key")

MAX_ROUNDS = 12  # a text whose needs go deeper than this is shown as far as it is known


@dataclass(frozen=True, slots=True)
class Publication:
    """What rendering a page's posts starts from. `around` holds what only the page around them knows.

    Whoever renders may see what passwords protect: callers do not ask for the texts of locked posts.
    """

    newsroom: Newsroom
    details: Mapping[int, PostDetails]
    links: Mapping[int, str]
    around: Mapping[Need[Any], Any] = field(default_factory=dict)

    def facts_of(self, posts: Iterable[Post]) -> dict[int, PostFacts]:
        """The posts as their own texts see them, by id."""
        site = self.newsroom.site
        return {
            post.id: post_facts(site, post, self.links[post.id], self.details.get(post.id), is_open=True)
            for post in posts
        }


def render_titles(publication: Publication, posts: Sequence[Post]) -> dict[int, str]:
    """The titles as HTML, by id."""
    known = publication.facts_of(posts)
    return _render(
        publication, known, lambda key, facts: render_title(known[key], _around(known[key], facts))
    )


def render_contents(publication: Publication, posts: Sequence[Post]) -> dict[int, str]:
    """The contents as HTML, by id; their order matters, see `text.pipeline.render_content`."""
    known = publication.facts_of(posts)
    first = next((place for place, post in enumerate(posts) if has_blocks(post.content)), len(posts))
    after_blocks = {post.id for post in posts[first:]}

    def render(key: int, facts: Facts) -> str:
        return render_content(known[key], _around(known[key], facts), after_blocks=key in after_blocks)

    return _render(publication, known, render)


def render_excerpts(
    publication: Publication, posts: Sequence[Post], words: int = EXCERPT_WORDS
) -> dict[int, str]:
    """The excerpts as HTML, by id; automatic ones have so many words."""
    known = publication.facts_of(posts)
    return _render(
        publication,
        known,
        lambda key, facts: render_excerpt(known[key], _around(known[key], facts), words),
    )


def render_captions(publication: Publication, posts: Sequence[Post]) -> dict[int, str]:
    """The captions of files as HTML, by id: their excerpts, never cut from the content."""
    captioned = [post for post in posts if post.excerpt]
    return {**dict.fromkeys((post.id for post in posts), ""), **render_excerpts(publication, captioned)}


def render_comments(db: Db, site: Site, types: Types, comments: Sequence[Comment]) -> dict[int, str]:
    """The comments as HTML, by id."""
    texts = {comment.id: comment.content for comment in comments}
    publication = Publication(Newsroom(db, site, types), {}, {})
    return _render(publication, texts, lambda key, facts: render_comment(texts[key], Rendering(facts)))


def _around(post: PostFacts, facts: Facts) -> Rendering:
    return Rendering(facts, post)


def _render(
    publication: Publication, keys: Iterable[Key], render: Callable[[Key, Facts], str]
) -> dict[Key, str]:
    """Renders everything, answering open needs between rounds."""
    newsroom = publication.newsroom
    facts = Facts(site_facts(newsroom.site), publication.around)
    rendered: dict[Key, str] = {}
    pending = list(keys)
    for _ in range(MAX_ROUNDS):
        asking, asked = [], set()
        for key in pending:
            facts.unanswered = set()
            rendered[key] = render(key, facts)
            if facts.unanswered:
                asking.append(key)
                asked |= facts.unanswered
        if not asked:
            break
        facts.learn(answer_needs(newsroom, asked))
        pending = asking
    return rendered
