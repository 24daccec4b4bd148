"""The themes of a site: what they are called, and the templates that they bring along.

Pages are made by Copydesk's own views, so a theme is here what the block editor asks of it: names, areas,
and templates as a starting point for those that editors save. The files of a theme are never read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from copydesk.content.site import Site


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """A template or part out of a theme. `area` is that of a part; a page may choose a custom template."""

    slug: str
    title: str
    content: str = ""
    area: str = ""
    is_custom: bool = False
    post_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme. `block_styles` are its own looks for core's blocks: labels by name."""

    stylesheet: str
    name: str
    is_block_theme: bool = True
    templates: tuple[ThemeFile, ...] = ()
    parts: tuple[ThemeFile, ...] = ()
    block_styles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.stylesheet

    def files(self, kind: str) -> tuple[ThemeFile, ...]:
        """Its files of a kind: `wp_template` or `wp_template_part`."""
        return self.parts if kind == "wp_template_part" else self.templates


def active_theme(site: Site) -> Theme:
    """The theme that the site uses; of one that is not known only the name."""
    stylesheet = site.option("stylesheet")
    known = THEMES.get(stylesheet)
    return known or Theme(stylesheet, site.option("current_theme") or stylesheet, is_block_theme=False)


def installed_themes(site: Site) -> dict[str, Theme]:
    """The known themes and the active one, by stylesheet."""
    active = active_theme(site)
    return {**THEMES, active.stylesheet: active}


def _titled(titles: Mapping[str, str], content: str) -> tuple[ThemeFile, ...]:
    return tuple(ThemeFile(slug, title, content) for slug, title in titles.items())


# What a template of that name is for, as every block theme means it.
TEMPLATE_TITLES: Mapping[str, str] = {
    "index": "Index",
    "home": "Blog Home",
    "front-page": "Front Page",
    "singular": "Single Entries",
    "single": "Single Posts",
    "page": "Pages",
    "archive": "All Archives",
    "author": "Author Archives",
    "category": "Category Archives",
    "taxonomy": "Taxonomy",
    "date": "Date Archives",
    "tag": "Tag Archives",
    "attachment": "Attachment Pages",
    "search": "Search Results",
    "privacy-policy": "Privacy Policy",
    "404": "Page: 404",
}
# Areas of a page in which parts stand: label, icon and element.
PART_AREAS: Mapping[str, tuple[str, str, str]] = {
    "uncategorized": ("General", "layout", "div"),
    "header": ("Header", "header", "header"),
    "footer": ("Footer", "footer", "footer"),
}

_HEADER = "<!-- wp:site-title /-->"
_FRAME = '<!-- wp:template-part {"slug":"header"} /-->%s<!-- wp:template-part {"slug":"footer"} /-->'
_ONE = _FRAME % "<!-- wp:post-title /--><!-- wp:post-content /-->"
_LIST = _FRAME % (
    "<!-- wp:query --><!-- wp:post-template --><!-- wp:post-title /--><!-- /wp:post-template --><!-- /wp:query -->"
)
_SECTIONS = {f"section-{number}": f"Style {number}" for number in range(1, 6)}

TWENTY_TWENTY_FIVE = Theme(
    "twentytwentyfive",
    "Twenty Twenty-Five",
    templates=(
        *_titled({slug: TEMPLATE_TITLES[slug] for slug in ("single", "page")}, _ONE),
        *_titled({slug: TEMPLATE_TITLES[slug] for slug in ("index", "home", "archive", "search")}, _LIST),
        ThemeFile("404", TEMPLATE_TITLES["404"], _FRAME % ""),
        ThemeFile(
            "page-no-title",
            "Page No Title",
            _FRAME % "<!-- wp:post-content /-->",
            is_custom=True,
            post_types=("page",),
        ),
    ),
    parts=(
        ThemeFile("header", "Header", _HEADER, "header"),
        ThemeFile("sidebar", "Sidebar", area="uncategorized"),
        ThemeFile("footer-columns", "Footer Columns", area="footer"),
        ThemeFile("footer-newsletter", "Footer Newsletter", area="footer"),
        ThemeFile("vertical-header", "Vertical site header", _HEADER, "header"),
        ThemeFile("header-large-title", "Header with large title", _HEADER, "header"),
        ThemeFile("footer", "Footer", _HEADER, "footer"),
    ),
    block_styles={
        "core/list": {"checkmark-list": "Checkmark"},
        "core/column": _SECTIONS,
        "core/columns": _SECTIONS,
        "core/group": _SECTIONS,
    },
)
THEMES: Mapping[str, Theme] = {
    "twentytwentyfive": TWENTY_TWENTY_FIVE,
    "twentytwentyfour": Theme("twentytwentyfour", "Twenty Twenty-Four"),
    "twentytwentythree": Theme("twentytwentythree", "Twenty Twenty-Three"),
}
