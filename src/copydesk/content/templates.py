"""Templates and template parts: what editors saved over the files of the theme, and those files.

A saved template is a post of type `wp_template` or `wp_template_part` that carries the name of its theme as
a term. One that has the name of a file takes the file's place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from copydesk.content.answering import Newsroom
from copydesk.content.themes import TEMPLATE_TITLES, Theme, ThemeFile, active_theme
from copydesk.store.meta import load_meta
from copydesk.store.posts import PostQuery, find_posts
from copydesk.store.rows import Post, Term
from copydesk.store.terms import load_terms_of_posts
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.parse import parse_blocks
from copydesk.text.blocks.serialize import serialize_blocks

THEME, AREA = "wp_theme", "wp_template_part_area"
# Meta: of templates for one post, term or author; and whose file an editor began with.
SUGGESTED, ORIGIN = "is_wp_suggestion", "origin"
SAVED = ("auto-draft", "draft", "publish")


@dataclass(frozen=True, slots=True)
class Template:
    """A template or part of a theme; `post` is what an editor saved, None for a mere file of the theme."""

    kind: str
    theme: str
    slug: str
    title: str
    content: str
    description: str = ""
    area: str = ""
    post: Post | None = None
    origin: str | None = None
    has_file: bool = False
    is_custom: bool = False
    post_types: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.theme}//{self.slug}"


def load_templates(newsroom: Newsroom, kind: str, slugs: tuple[str, ...] = ()) -> list[Template]:
    """The templates of a kind (with these names): saved ones first, then the files that nobody changed."""
    theme = active_theme(newsroom.site)
    saved = _load_saved(newsroom, theme, kind, slugs)
    known = {template.slug for template in saved}
    files = [
        file for file in theme.files(kind) if file.slug not in known and (not slugs or file.slug in slugs)
    ]
    return saved + [_from_file(theme, kind, file) for file in files]


def find_template(newsroom: Newsroom, kind: str, template_id: str) -> Template | None:
    """The template of an id like `theme//slug`; only the active theme has any."""
    theme, slug = split_id(template_id)
    if theme != newsroom.site.option("stylesheet"):
        return None
    return next(iter(load_templates(newsroom, kind, (slug,))), None)


def split_id(template_id: str) -> tuple[str, str]:
    """Theme and name out of an id; one slash is taken for two.

    >>> split_id("acme/single"), split_id("acme/dark//single")
    (('acme', 'single'), ('acme/dark', 'single'))
    """
    theme, _, slug = template_id.rpartition("//" if "//" in template_id else "/")
    return theme, slug


def name_theme(content: str, theme: str) -> str:
    """The content with the theme in every template part that does not name one."""
    if "wp:template-part" not in content:
        return content
    blocks = parse_blocks(content)
    left: list[Block] = list(blocks)
    while left:
        block = left.pop()
        if block.name == "core/template-part" and "theme" not in (block.attrs or {}):
            block.attrs = {**(block.attrs or {}), "theme": theme}
        left += block.inner_blocks
    return serialize_blocks(blocks)


def fallback_slugs(slug: str, prefix: str = "", *, is_custom: bool = False) -> tuple[str, ...]:
    """The names of templates that may stand in for one, the nearest first.

    >>> fallback_slugs("category-news"), fallback_slugs("page-about", "page")
    (('category-news', 'category', 'archive', 'index'), ('page-about', 'page', 'singular', 'index'))
    """
    if slug == "index":
        return ("index",)
    if is_custom:
        return (slug, "page", "singular", "index")
    kind = prefix or slug.split("-", 1)[0]
    names = (slug, kind, *_ABOVE.get(kind, ()), "index")
    return tuple(dict.fromkeys(names))


_ABOVE: Mapping[str, tuple[str, ...]] = {
    "single": ("singular",),
    "page": ("singular",),
    "attachment": ("single", "singular"),
    "front": ("front-page", "home"),
    "privacy": ("privacy-policy", "page", "singular"),
    "author": ("archive",),
    "category": ("archive",),
    "taxonomy": ("archive",),
    "tag": ("archive",),
    "date": ("archive",),
    "archive": (),
}


def _load_saved(newsroom: Newsroom, theme: Theme, kind: str, slugs: tuple[str, ...]) -> list[Template]:
    query = PostQuery(types=(kind,), statuses=SAVED, slugs=slugs, limit=None, counted=False)
    posts, _ = find_posts(newsroom.db, query)
    ids = [post.id for post in posts]
    terms = load_terms_of_posts(newsroom.db, [THEME, AREA], ids)
    meta = load_meta(newsroom.db, "post", ids, (SUGGESTED, ORIGIN))
    return [
        _from_post(theme, post, terms[post.id][AREA], meta[post.id])
        for post in posts
        if any(term.slug == theme.stylesheet for term in terms[post.id][THEME])
    ]


def _from_post(
    theme: Theme, post: Post, areas: Sequence[Term], meta: Mapping[str, Sequence[str]]
) -> Template:
    file = next((file for file in theme.files(post.type) if file.slug == post.slug), None)
    is_default = post.slug in TEMPLATE_TITLES or (file is not None and not file.is_custom)
    is_part = post.type == "wp_template_part"
    return Template(
        kind=post.type,
        theme=theme.stylesheet,
        slug=post.slug,
        title=post.title,
        content=name_theme(post.content, theme.stylesheet),
        description=post.excerpt,
        area=next((term.slug for term in areas), "uncategorized") if is_part else "",
        post=post,
        origin=next(iter(meta.get(ORIGIN, ())), None),
        has_file=file is not None,
        is_custom=not (is_part or is_default or any(meta.get(SUGGESTED, ()))),
        post_types=file.post_types if file else (),
    )


def _from_file(theme: Theme, kind: str, file: ThemeFile) -> Template:
    return Template(
        kind=kind,
        theme=theme.stylesheet,
        slug=file.slug,
        title=file.title,
        content=name_theme(file.content, theme.stylesheet),
        area=file.area,
        has_file=True,
        is_custom=file.is_custom,
        post_types=file.post_types,
    )
