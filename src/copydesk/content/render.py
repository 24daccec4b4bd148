"""Posts and comments rendered, a page at a time.

Texts say what they need to know of the site while they are rendered (`text.facts`). All open needs of all
texts of the page are answered together, and the texts that asked are rendered again, until none is open:
the number of statements does not grow with the number of texts.

Galleries, players and the like are numbered through a whole answer, in the order in which WordPress renders
its texts: a post's content, its excerpt, then the next post's. (Recorded: two galleries of one collection are
`gallery-1` and `gallery-2`.) So the texts that count something are rendered once more at the end, in order.
"""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Literal, TypeAlias

from copydesk.content.answering import Newsroom
from copydesk.content.details import PostDetails
from copydesk.content.facts import answer_needs, site_facts
from copydesk.content.facts_posts import post_facts
from copydesk.content.kept_texts import post_key
from copydesk.content.site import Site
from copydesk.content.types import Types
from copydesk.store.database import Db
from copydesk.store.rows import Comment, Post
from copydesk.text.blocks.budget import SPENT
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

Key: TypeAlias = tuple[int, str]  # the row's id, and which of its texts
Contents: TypeAlias = Literal["once", "twice", "not"]

MAX_ROUNDS = 12  # a text whose needs go deeper than this is shown as far as it is known


@dataclass(frozen=True, slots=True)
class Publication:
    """What rendering a page's posts starts from. `around` holds what only the page around them knows.

    Posts with a password are locked unless they are among `opened`: their texts are empty.
    """

    newsroom: Newsroom
    details: Mapping[int, PostDetails]
    links: Mapping[int, str]
    around: Mapping[Need[Any], Any] = field(default_factory=dict)
    opened: Collection[int] = ()

    def facts_of(self, posts: Iterable[Post]) -> dict[int, PostFacts]:
        """The posts as their own texts see them, by id."""
        site = self.newsroom.site
        return {
            post.id: post_facts(
                site,
                post,
                self.links[post.id],
                self.details.get(post.id),
                is_open=post.id in self.opened,
            )
            for post in posts
        }


@dataclass(frozen=True, slots=True)
class Text:
    """One text of an answer, and how it is rendered; `made_from` is all that decides what comes of it."""

    key: Key
    made_from: Hashable
    render: Callable[[Rendering], str]
    post: PostFacts | None = None
    like: Key | None = None  # it is the same as that one, only renders at another time


@dataclass(frozen=True, slots=True)
class PostTexts:
    """Contents and excerpts of posts as HTML, by id."""

    contents: Mapping[int, str]
    excerpts: Mapping[int, str]


def render_titles(newsroom: Newsroom, posts: Sequence[Post]) -> dict[int, str]:
    """The titles as HTML, by id. Nothing else of a post shows in them, nor need be known."""
    known = [PostFacts(post.id, title=post.title) for post in posts]
    texts = [
        Text((facts.id, "title"), ("title", facts.title), partial(render_title, facts), facts)
        for facts in known
    ]
    return _by_id(render_texts(Publication(newsroom, {}, {}), texts), "title")


def render_posts(
    publication: Publication,
    posts: Sequence[Post],
    *,
    contents: Contents = "once",
    excerpts: bool = True,
    words: int = EXCERPT_WORDS,
) -> PostTexts:
    """Contents and excerpts; automatic excerpts have so many words.

    Contents rendered `twice` are numbered on from the first time, which nobody sees.
    """
    texts = list(_texts_of(publication, posts, contents, words if excerpts else None))
    rendered = render_texts(publication, texts)
    return PostTexts(_by_id(rendered, "content"), _by_id(rendered, "excerpt"))


def _texts_of(
    publication: Publication, posts: Sequence[Post], contents: Contents, words: int | None
) -> Iterator[Text]:
    known = publication.facts_of(posts)
    after_blocks = False
    for post in posts:
        facts = known[post.id]
        key = post_key(facts)
        render = partial(render_content, facts, after_blocks=after_blocks)
        content = Text((post.id, "content"), ("content", key, after_blocks), render, facts)
        if contents == "twice":
            yield replace(content, key=(post.id, "unseen"), like=content.key)
        if contents == "once":
            yield content
        if words is not None:
            excerpt = partial(render_excerpt, facts, words=words)
            yield Text((post.id, "excerpt"), ("excerpt", key, words), excerpt, facts)
        if contents == "twice":
            yield content
        after_blocks = after_blocks or (has_blocks(post.content) and not facts.password_required)


def render_contents(publication: Publication, posts: Sequence[Post]) -> Mapping[int, str]:
    """The contents as HTML, by id."""
    return render_posts(publication, posts, excerpts=False).contents


def render_excerpts(publication: Publication, posts: Sequence[Post]) -> Mapping[int, str]:
    """The excerpts as HTML, by id."""
    return render_posts(publication, posts, contents="not").excerpts


def render_captions(publication: Publication, posts: Sequence[Post]) -> dict[int, str]:
    """The captions of files as HTML, by id: their excerpts, never cut from the content."""
    captioned = [post for post in posts if post.excerpt]
    return {**dict.fromkeys((post.id for post in posts), ""), **render_excerpts(publication, captioned)}


def render_comments(db: Db, site: Site, types: Types, comments: Sequence[Comment]) -> dict[int, str]:
    """The comments as HTML, by id."""
    texts = [
        Text((one.id, "comment"), ("comment", one.content), partial(render_comment, one.content))
        for one in comments
    ]
    return _by_id(render_texts(Publication(Newsroom(db, site, types), {}, {}), texts), "comment")


def _by_id(rendered: Mapping[Key, str], kind: str) -> dict[int, str]:
    return {key[0]: html for key, html in rendered.items() if key[1] == kind}


def render_texts(publication: Publication, texts: Sequence[Text]) -> dict[Key, str]:
    """All texts, numbered through in their order."""
    facts = Facts(site_facts(publication.newsroom.site), publication.around)
    rendered, counted = _render_until_known(publication, [text for text in texts if not text.like], facts)
    numbered = [text for text in texts if (text.like or text.key) in counted]
    if len(numbered) > 1:
        counters: Counter[str] = Counter()
        for text in numbered:
            counters.pop(SPENT, None)
            rendered[text.key] = _show(publication, text, facts, counters)
    return rendered


def _render_until_known(
    publication: Publication, texts: Sequence[Text], facts: Facts
) -> tuple[dict[Key, str], set[Key]]:
    """Renders each text by itself, answering open needs between rounds; and which ones counted something."""
    rendered: dict[Key, str] = {}
    counted: set[Key] = set()
    pending = texts
    for _ in range(MAX_ROUNDS):
        asking, asked = [], set()
        for text in pending:
            facts.unanswered = set()
            counters: Counter[str] = Counter()
            rendered[text.key] = _show(publication, text, facts, counters)
            if facts.unanswered:
                asking.append(text)
                asked |= facts.unanswered
            if counters.keys() - {SPENT}:
                counted.add(text.key)
        if not asked:
            break
        facts.learn(answer_needs(publication.newsroom, asked))
        pending = asking
    return rendered, counted


def _show(publication: Publication, text: Text, facts: Facts, counters: Counter[str]) -> str:
    """A text's HTML, rendered unless it is known."""
    types = publication.newsroom.types

    def render() -> str:
        state = Rendering(facts, text.post, counters, block_types=types.blocks, shortcodes=types.shortcodes)
        return text.render(state)

    return publication.newsroom.site.texts.show(text.made_from, facts, counters, render)
