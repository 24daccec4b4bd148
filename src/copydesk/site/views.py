"""What the public pages show, as values. Whoever makes one need not know how it looks, and the templates need
not know where it comes from.

Names that end in `_html` are HTML as the site stores and renders it; all other texts are plain. Addresses are
whole, as the API has them: the pages shorten those of their own site to paths (see addresses.py). Moments
carry a zone.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from copydesk.site.addresses import Addresses
from copydesk.text.article import Article


@dataclass(frozen=True, slots=True)
class Link:
    text_html: str
    href: str


@dataclass(frozen=True, slots=True)
class Masthead:
    """The site around every page. The formats are in PHP's letters, as the options store them."""

    addresses: Addresses
    name_html: str
    tagline_html: str = ""
    language: str = "en-US"
    zone: tzinfo = UTC
    date_format: str = "F j, Y"
    time_format: str = "H:i"
    navigation: tuple[Link, ...] = ()
    footer: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Author:
    name: str
    link: str = ""
    description_html: str = ""
    avatar: str = ""  # a picture of the site's own; nothing is fetched from elsewhere


@dataclass(frozen=True, slots=True)
class PictureFile:
    url: str
    width: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and its other sizes of the same shape."""

    url: str
    width: int
    height: int
    alt: str = ""
    caption_html: str = ""
    files: tuple[PictureFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Comment:
    """An approved comment. `parent` is the id of the one it answers, 0 for none."""

    id: int
    author: str
    date: datetime
    content_html: str
    parent: int = 0
    author_url: str = ""
    by_author: bool = False  # of the article


@dataclass(frozen=True, slots=True)
class Story:
    """An article in a list."""

    headline_html: str
    link: str
    published: datetime
    summary: str = ""
    section: Link | None = None
    byline: tuple[Author, ...] = ()
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class HeadLink:
    """A further link in the head: a feed, an oEmbed description."""

    rel: str
    href: str
    type: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class ArticlePage:
    site: Masthead
    headline_html: str
    link: str
    published: datetime
    modified: datetime
    article: Article
    byline: tuple[Author, ...] = ()
    sections: tuple[Link, ...] = ()
    topics: tuple[Link, ...] = ()
    picture: Picture | None = None
    summary: str = ""  # written by hand; shown below the headline
    comments: tuple[Comment, ...] = ()
    more: tuple[Story, ...] = ()
    robots: str = "max-image-preview:large"
    head_links: tuple[HeadLink, ...] = ()
    is_dated: bool = True  # a page of the site, such as an imprint, is not


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The latest stories, a page at a time; `link`, `newer` and `older` are the pages' addresses."""

    site: Masthead
    link: str
    stories: tuple[Story, ...]
    now: datetime
    page: int = 1
    pages: int = 1
    newer: str = ""
    older: str = ""
