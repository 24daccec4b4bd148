"""Posts as the pages show them: stories on the front page, articles with all that stands around them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape

from copydesk.content.answering import Newsroom
from copydesk.content.details import PostDetails, load_post_details
from copydesk.content.facts_media import attachment_facts
from copydesk.content.facts_terms import term_facts
from copydesk.content.links import load_lineage, load_post_links
from copydesk.content.render import (
    Publication,
    render_captions,
    render_posts,
    render_titles,
)
from copydesk.content.site import Site
from copydesk.site.head import plain, summarise
from copydesk.site.views import Author, Link, Picture, PictureFile, Story
from copydesk.store.meta import load_meta
from copydesk.store.posts import load_posts
from copydesk.store.rows import Post, Term, User
from copydesk.store.users import load_users
from copydesk.text.article import Article, read_article
from copydesk.text.facts import AttachmentFacts

BYLINE_TAXONOMY = "author"  # of PublishPress Authors, where a site has it
SUMMARY_LENGTH = 170


@dataclass(frozen=True)
class Stories:
    """Everything that a page says of some posts, loaded together."""

    site: Site
    posts: Mapping[int, Post]
    details: Mapping[int, PostDetails]
    links: Mapping[int, str]
    titles: Mapping[int, str]
    articles: Mapping[int, Article]
    excerpts: Mapping[int, str]
    users: Mapping[int, User]
    user_meta: Mapping[int, Mapping[str, Sequence[str]]]
    pictures: Mapping[int, Picture]
    terms: Mapping[int, Link]

    def story(self, post_id: int) -> Story:
        """A post in a list."""
        post = self.posts[post_id]
        sections = self.sections(post_id)
        return Story(
            headline_html=self.titles[post_id],
            link=self.links[post_id],
            published=moment(post.date_gmt),
            summary=self.summary(post_id) or summarise(self.articles[post_id], SUMMARY_LENGTH),
            section=sections[0] if sections else None,
            byline=self.byline(post_id),
            picture=self.pictures.get(self.details[post_id].thumbnail),
        )

    def summary(self, post_id: int) -> str:
        """The excerpt, when somebody wrote one."""
        return plain(self.excerpts[post_id]) if self.posts[post_id].excerpt else ""

    def sections(self, post_id: int) -> tuple[Link, ...]:
        return self._links_of(post_id, "category")

    def topics(self, post_id: int) -> tuple[Link, ...]:
        return self._links_of(post_id, "post_tag")

    def _links_of(self, post_id: int, taxonomy: str) -> tuple[Link, ...]:
        return tuple(self.terms[term.id] for term in self.details[post_id].terms.get(taxonomy, ()))

    def byline(self, post_id: int) -> tuple[Author, ...]:
        """All who signed: the author terms where a site has them, else the post's user."""
        signed = self.details[post_id].terms.get(BYLINE_TAXONOMY, ())
        if signed:
            return tuple(Author(unescape(term.name), self.terms[term.id].href) for term in signed)
        user = self.users.get(self.posts[post_id].author)
        if user is None:
            return ()
        about = next(iter(self.user_meta[user.id].get("description", ())), "")
        link = self.site.permalinks.author_link(user.id, user.nicename)
        return (Author(unescape(user.display_name), link, about),)


def load_stories(newsroom: Newsroom, posts: Sequence[Post]) -> Stories:
    """What pages say of posts; the number of statements does not depend on how many they are."""
    db, site, types = newsroom.db, newsroom.site, newsroom.types
    details = load_post_details(db, types, [post.id for post in posts])
    links = load_post_links(db, site, types, posts, details)
    publication = Publication(newsroom, details, links)
    contents = render_posts(publication, posts, excerpts=False).contents
    written = [post for post in posts if post.excerpt]
    excerpts = render_posts(publication, written, contents="not").excerpts
    users = load_users(db, {post.author for post in posts})
    return Stories(
        site=site,
        posts={post.id: post for post in posts},
        details=details,
        links=links,
        titles=render_titles(newsroom, posts),
        articles={post_id: read_article(html) for post_id, html in contents.items()},
        excerpts=excerpts,
        users=users,
        user_meta=load_meta(db, "user", users, ("description",)),
        pictures=load_pictures(newsroom, {one.thumbnail for one in details.values()} - {0}),
        terms=_term_links(newsroom, details),
    )


def _term_links(newsroom: Newsroom, details: Mapping[int, PostDetails]) -> dict[int, Link]:
    every: list[Term] = [
        term
        for one in details.values()
        for taxonomy in ("category", "post_tag", BYLINE_TAXONOMY)
        for term in one.terms.get(taxonomy, ())
    ]
    facts = term_facts(newsroom, every, load_lineage(newsroom.db, every))
    return {fact.id: Link(fact.name, fact.link) for fact in facts}


def load_pictures(newsroom: Newsroom, ids: set[int]) -> dict[int, Picture]:
    """Pictures by id; a file without known measures is left out, a page could not keep its place."""
    posts = list(load_posts(newsroom.db, ids).values())
    details = load_post_details(newsroom.db, newsroom.types, [post.id for post in posts])
    captions = render_captions(Publication(newsroom, details, dict.fromkeys(details, "")), posts)
    files = {post.id: attachment_facts(newsroom.site, post, details[post.id]) for post in posts}
    return {
        key: _picture(file, captions[key])
        for key, file in files.items()
        if file.metadata.get("width") and file.file
    }


def _picture(file: AttachmentFacts, caption: str) -> Picture:
    folder = file.url.rpartition("/")[0]
    sizes = file.metadata.get("sizes") or {}
    return Picture(
        url=file.url,
        width=int(file.metadata["width"]),
        height=int(file.metadata["height"]),
        alt=file.alt,
        caption_html=caption.strip().removeprefix("<p>").removesuffix("</p>"),
        files=tuple(
            PictureFile(f"{folder}/{size['file']}", int(size["width"]))
            for name, size in sizes.items()
            if name != "thumbnail"
        ),
    )


def moment(gmt: str) -> datetime:
    """A stored GMT date with its zone; the beginning of time when there is none."""
    try:
        return datetime.fromisoformat(gmt).replace(tzinfo=UTC)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
