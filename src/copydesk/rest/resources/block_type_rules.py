"""What core's block types are called, where the editor offers them, and what they belong into.

Tables only; the sentences are ours. Attributes, supports and context are in `text.blocks.declared_rules`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class BlockWords:
    """What the editor needs to offer a block. `styles` are labels by name, the first one is the default."""

    title: str
    category: str
    description: str
    keywords: tuple[str, ...] = ()
    parent: tuple[str, ...] | None = None
    ancestor: tuple[str, ...] | None = None
    allowed_blocks: tuple[str, ...] | None = None
    selectors: Mapping[str, Any] = field(default_factory=dict)
    styles: Mapping[str, str] = field(default_factory=dict)
    is_dynamic: bool = True
    view_modules: tuple[str, ...] = ()
    more_styles: tuple[str, ...] = ()  # style sheets besides its own
    has_editor_style: bool = True
    api_version: int = 3
    icon: str | None = None


def _any(*selectors: str) -> str:
    return ", ".join(selectors)


BLOCKS: Mapping[str, BlockWords] = {
    "core/legacy-widget": BlockWords("Legacy Widget", "widgets", "A widget of the old kind."),
    "core/widget-group": BlockWords("Widget Group", "widgets", "A heading with widgets below it."),
    "core/accordion": BlockWords(
        "Accordion",
        "design",
        "Sections that open and close below their headings.",
        allowed_blocks=("core/accordion-item",),
        view_modules=("@wordpress/block-library/accordion/view",),
    ),
    "core/accordion-item": BlockWords(
        "Accordion Item",
        "design",
        "One section of an accordion: its heading and its panel.",
        parent=("core/accordion",),
        allowed_blocks=("core/accordion-heading", "core/accordion-panel"),
    ),
    "core/archives": BlockWords("Archives", "widgets", "Links to the months in which posts appeared."),
    "core/avatar": BlockWords(
        "Avatar",
        "theme",
        "The picture of a user or commenter.",
        selectors={"border": ".wp-block-avatar img", "filter": {"duotone": ".wp-block-avatar img"}},
    ),
    "core/block": BlockWords(
        "Pattern", "reusable", "A pattern that several texts share.", keywords=("shared",)
    ),
    "core/breadcrumbs": BlockWords("Breadcrumbs", "theme", "The way from the front page to this one."),
    "core/button": BlockWords(
        "Button",
        "design",
        "A link that looks like a button.",
        keywords=("link",),
        parent=("core/buttons",),
        selectors={
            "root": ".wp-block-button .wp-block-button__link",
            "typography": {"writingMode": ".wp-block-button"},
            "dimensions": {"root": ".wp-block-button", "width": ".wp-block-button"},
        },
        styles={"fill": "Fill", "outline": "Outline"},
    ),
    "core/calendar": BlockWords(
        "Calendar", "widgets", "A month whose days link to their posts.", keywords=("month", "dates")
    ),
    "core/categories": BlockWords(
        "Terms List", "widgets", "All terms of a taxonomy as links.", keywords=("taxonomy",)
    ),
    "core/comment-author-name": BlockWords(
        "Comment Author Name", "theme", "Who wrote the comment.", ancestor=("core/comment-template",)
    ),
    "core/comment-content": BlockWords(
        "Comment Content", "theme", "What the comment says.", ancestor=("core/comment-template",)
    ),
    "core/comment-date": BlockWords(
        "Comment Date", "theme", "When the comment was written.", ancestor=("core/comment-template",)
    ),
    "core/comment-edit-link": BlockWords(
        "Comment Edit Link",
        "theme",
        "A link to the comment's editor, for those who may edit it.",
        ancestor=("core/comment-template",),
    ),
    "core/comment-reply-link": BlockWords(
        "Comment Reply Link", "theme", "A link that answers the comment.", ancestor=("core/comment-template",)
    ),
    "core/comment-template": BlockWords(
        "Comment Template", "design", "What each comment of the list looks like.", parent=("core/comments",)
    ),
    "core/comments": BlockWords("Comments", "theme", "The comments of a post with everything around them."),
    "core/comments-pagination": BlockWords(
        "Comments Pagination",
        "theme",
        "Links between the pages of a post's comments.",
        parent=("core/comments",),
        allowed_blocks=(
            "core/comments-pagination-previous",
            "core/comments-pagination-numbers",
            "core/comments-pagination-next",
        ),
    ),
    "core/comments-pagination-next": BlockWords(
        "Comments Next Page",
        "theme",
        "A link to the following page of comments.",
        parent=("core/comments-pagination",),
    ),
    "core/comments-pagination-numbers": BlockWords(
        "Comments Page Numbers",
        "theme",
        "The numbers of the pages of comments.",
        parent=("core/comments-pagination",),
    ),
    "core/comments-pagination-previous": BlockWords(
        "Comments Previous Page",
        "theme",
        "A link to the page of comments before.",
        parent=("core/comments-pagination",),
    ),
    "core/comments-title": BlockWords(
        "Comments Title", "theme", "A heading that counts the comments.", ancestor=("core/comments",)
    ),
    "core/cover": BlockWords(
        "Cover",
        "media",
        "Text on top of a picture, a film or a colour.",
        selectors={
            "filter": {
                "duotone": _any(
                    ".wp-block-cover > .wp-block-cover__image-background",
                    ".wp-block-cover > .wp-block-cover__video-background",
                )
            }
        },
    ),
    "core/details": BlockWords(
        "Details",
        "text",
        "A summary that opens to show the rest.",
        keywords=("fold", "toggle", "reveal"),
        is_dynamic=False,
    ),
    "core/file": BlockWords(
        "File", "media", "A link to a file for download.", keywords=("pdf", "attachment", "save")
    ),
    "core/footnotes": BlockWords(
        "Footnotes", "text", "The notes of the text, in order.", keywords=("notes",)
    ),
    "core/gallery": BlockWords(
        "Gallery",
        "media",
        "Several pictures side by side.",
        keywords=("pictures", "photos"),
        allowed_blocks=("core/image",),
    ),
    "core/heading": BlockWords(
        "Heading", "text", "The title of a part of the text.", keywords=("headline", "section")
    ),
    "core/home-link": BlockWords(
        "Home Link", "design", "A menu entry that leads to the front page.", parent=("core/navigation",)
    ),
    "core/icon": BlockWords(
        "Icon",
        "media",
        "A small drawing out of a collection.",
        keywords=("symbol", "drawing"),
        selectors={
            "root": ".wp-block-icon svg",
            "css": ".wp-block-icon",
            "spacing": {"margin": ".wp-block-icon"},
        },
    ),
    "core/image": BlockWords(
        "Image",
        "media",
        "A picture.",
        keywords=("picture", "photograph", "jpeg"),
        selectors={
            "dimensions": _any(".wp-block-image img", ".wp-block-image .components-placeholder"),
            "border": _any(
                ".wp-block-image img",
                ".wp-block-image .wp-block-image__crop-area",
                ".wp-block-image .components-placeholder",
            ),
            "shadow": _any(
                ".wp-block-image img",
                ".wp-block-image .wp-block-image__crop-area",
                ".wp-block-image .components-placeholder",
            ),
            "filter": {"duotone": _any(".wp-block-image img", ".wp-block-image .components-placeholder")},
        },
        styles={"default": "Default", "rounded": "Rounded"},
    ),
    "core/latest-comments": BlockWords(
        "Latest Comments", "widgets", "The comments written last.", keywords=("newest comments",)
    ),
    "core/latest-posts": BlockWords(
        "Latest Posts", "widgets", "The posts published last.", keywords=("newest posts",)
    ),
    "core/list": BlockWords(
        "List",
        "text",
        "Points, numbered or not.",
        keywords=("points", "numbers", "enumeration"),
        allowed_blocks=("core/list-item",),
        selectors={"border": ".wp-block-list:not(.wp-block-list .wp-block-list)"},
    ),
    "core/loginout": BlockWords(
        "Login/out", "theme", "A link to log in, or out.", keywords=("account", "session", "user")
    ),
    "core/media-text": BlockWords(
        "Media & Text", "media", "A picture or film beside text.", keywords=("picture", "film")
    ),
    "core/navigation": BlockWords(
        "Navigation",
        "theme",
        "The menu of the site.",
        keywords=("header", "entries", "menus"),
        allowed_blocks=(
            "core/navigation-link",
            "core/search",
            "core/social-links",
            "core/page-list",
            "core/spacer",
            "core/home-link",
            "core/icon",
            "core/site-title",
            "core/site-logo",
            "core/navigation-submenu",
            "core/loginout",
            "core/buttons",
        ),
    ),
    "core/navigation-link": BlockWords(
        "Custom Link",
        "design",
        "An entry of a menu.",
        parent=("core/navigation",),
        allowed_blocks=("core/navigation-link", "core/navigation-submenu", "core/page-list"),
        selectors={"states": {"-current": ".wp-block-navigation .current-menu-item"}},
    ),
    "core/navigation-overlay-close": BlockWords(
        "Navigation Overlay Close",
        "design",
        "Shuts the menu that covers the page.",
        keywords=("shut", "hide", "menu", "mobile"),
    ),
    "core/navigation-submenu": BlockWords(
        "Submenu", "design", "An entry of a menu with more entries below it.", parent=("core/navigation",)
    ),
    "core/page-list": BlockWords(
        "Page List",
        "widgets",
        "All pages of the site as a list.",
        keywords=("pages", "sitemap"),
        allowed_blocks=("core/page-list-item",),
    ),
    "core/page-list-item": BlockWords(
        "Page List Item",
        "widgets",
        "One page of the list of pages.",
        keywords=("page", "entry", "link"),
        parent=("core/page-list",),
        is_dynamic=False,
    ),
    "core/paragraph": BlockWords(
        "Paragraph",
        "text",
        "A paragraph of text.",
        keywords=("prose",),
        selectors={"root": "p", "typography": {"textIndent": ".wp-block-paragraph + .wp-block-paragraph"}},
        is_dynamic=False,
    ),
    "core/pattern": BlockWords("Pattern Placeholder", "theme", "Stands where a pattern will be put in."),
    "core/playlist": BlockWords(
        "Playlist",
        "media",
        "Sound files played one after the other.",
        keywords=("sounds", "songs"),
        allowed_blocks=("core/playlist-track",),
    ),
    "core/playlist-track": BlockWords(
        "Playlist track",
        "media",
        "One sound file of a playlist.",
        keywords=("sound", "song"),
        parent=("core/playlist",),
    ),
    "core/post-author": BlockWords(
        "Author (deprecated)",
        "theme",
        "Picture, name and biography of the post's author.",
        selectors={"filter": {"duotone": ".wp-block-post-author .wp-block-post-author__avatar img"}},
    ),
    "core/post-author-biography": BlockWords("Author Biography", "theme", "What the author says of himself."),
    "core/post-author-name": BlockWords("Author Name", "theme", "The name of the post's author."),
    "core/post-comments-count": BlockWords("Comments Count", "theme", "How many comments the post has."),
    "core/post-comments-form": BlockWords(
        "Comments Form",
        "theme",
        "The form in which readers comment.",
        more_styles=("wp-block-buttons", "wp-block-button"),
    ),
    "core/post-comments-link": BlockWords("Comments Link", "theme", "A link to the post's comments."),
    "core/post-content": BlockWords("Content", "theme", "The text of the post."),
    "core/post-date": BlockWords("Date", "theme", "When the post was published or last changed."),
    "core/post-excerpt": BlockWords("Excerpt", "theme", "The summary of the post."),
    "core/post-featured-image": BlockWords(
        "Featured Image",
        "theme",
        "The picture that stands for the post.",
        selectors={
            "dimensions": ".wp-block-post-featured-image img",
            "border": _any(
                ".wp-block-post-featured-image img",
                ".wp-block-post-featured-image .block-editor-media-placeholder",
                ".wp-block-post-featured-image .wp-block-post-featured-image__overlay",
            ),
            "shadow": _any(
                ".wp-block-post-featured-image img", ".wp-block-post-featured-image .components-placeholder"
            ),
            "filter": {
                "duotone": _any(
                    ".wp-block-post-featured-image img",
                    ".wp-block-post-featured-image .wp-block-post-featured-image__placeholder",
                    ".wp-block-post-featured-image .components-placeholder__illustration",
                    ".wp-block-post-featured-image .components-placeholder::before",
                )
            },
        },
    ),
    "core/post-navigation-link": BlockWords(
        "Post Navigation Link", "theme", "A link to the neighbouring post."
    ),
    "core/post-template": BlockWords(
        "Post Template", "theme", "What each post of the list looks like.", ancestor=("core/query",)
    ),
    "core/post-terms": BlockWords("Post Terms", "theme", "The terms that the post carries."),
    "core/post-time-to-read": BlockWords("Time to Read", "theme", "How many minutes reading the post takes."),
    "core/post-title": BlockWords("Title", "theme", "The headline of the post."),
    "core/query": BlockWords(
        "Query Loop",
        "theme",
        "A list of posts chosen by their properties.",
        keywords=("list of posts", "selection", "archive", "loop", "feed"),
    ),
    "core/query-no-results": BlockWords(
        "No Results", "theme", "What is shown when the list of posts is empty.", ancestor=("core/query",)
    ),
    "core/query-pagination": BlockWords(
        "Pagination",
        "theme",
        "Links between the pages of a list of posts.",
        ancestor=("core/query",),
        allowed_blocks=(
            "core/query-pagination-previous",
            "core/query-pagination-numbers",
            "core/query-pagination-next",
        ),
    ),
    "core/query-pagination-next": BlockWords(
        "Next Page", "theme", "A link to the following page of posts.", parent=("core/query-pagination",)
    ),
    "core/query-pagination-numbers": BlockWords(
        "Page Numbers", "theme", "The numbers of the pages of posts.", parent=("core/query-pagination",)
    ),
    "core/query-pagination-previous": BlockWords(
        "Previous Page", "theme", "A link to the page of posts before.", parent=("core/query-pagination",)
    ),
    "core/query-title": BlockWords("Query Title", "theme", "The heading of an archive or a search."),
    "core/query-total": BlockWords(
        "Query Total", "theme", "How many posts the list has.", ancestor=("core/query",)
    ),
    "core/read-more": BlockWords("Read More", "theme", "A link to the whole text of the post."),
    "core/rss": BlockWords(
        "RSS", "widgets", "The entries of a feed of this or another site.", keywords=("feeds", "syndication")
    ),
    "core/search": BlockWords(
        "Search",
        "widgets",
        "A field in which readers search.",
        keywords=("seek",),
        selectors={
            "color": _any(
                ".wp-block-search .wp-block-search__button",
                ".wp-block-search.wp-block-search__no-button .wp-block-search__input",
            ),
            "border": _any(
                ".wp-block-search.wp-block-search__button-outside .wp-block-search__input",
                ".wp-block-search.wp-block-search__button-outside .wp-block-search__button",
                ".wp-block-search.wp-block-search__no-button .wp-block-search__input",
                ".wp-block-search.wp-block-search__button-only .wp-block-search__input",
                ".wp-block-search.wp-block-search__button-only .wp-block-search__button",
                ".wp-block-search.wp-block-search__button-inside .wp-block-search__inside-wrapper",
            ),
        },
    ),
    "core/shortcode": BlockWords("Shortcode", "widgets", "Text in square brackets that a plugin replaces."),
    "core/site-logo": BlockWords(
        "Site Logo",
        "theme",
        "The logo of the site.",
        selectors={
            "filter": {
                "duotone": _any(
                    ".wp-block-site-logo img",
                    ".wp-block-site-logo .components-placeholder__illustration",
                    ".wp-block-site-logo .components-placeholder::before",
                )
            }
        },
        styles={"default": "Default", "rounded": "Rounded"},
    ),
    "core/site-tagline": BlockWords("Site Tagline", "theme", "The motto of the site.", keywords=("motto",)),
    "core/site-title": BlockWords("Site Title", "theme", "The name of the site."),
    "core/social-link": BlockWords(
        "Social Icon", "widgets", "A link to a profile elsewhere, as an icon.", parent=("core/social-links",)
    ),
    "core/tab-list": BlockWords(
        "Tab List",
        "design",
        "The row of labels above tabs.",
        parent=("core/tabs",),
        selectors={
            "border": ".wp-block-tab-list button",
            "color": {"background": ".wp-block-tab-list button", "text": ".wp-block-tab-list button"},
            "spacing": {"padding": ".wp-block-tab-list button"},
        },
    ),
    "core/tab-panel": BlockWords(
        "Tab Panel", "design", "What one of the tabs shows.", parent=("core/tab-panels",)
    ),
    "core/tabs": BlockWords(
        "Tabs",
        "design",
        "Panels of which one is shown at a time.",
        allowed_blocks=("core/tab-list", "core/tab-panels"),
        view_modules=("@wordpress/block-library/tabs/view",),
    ),
    "core/tag-cloud": BlockWords(
        "Tag Cloud",
        "widgets",
        "Terms, the larger the more posts carry them.",
        styles={"default": "Default", "outline": "Outline"},
    ),
    "core/template-part": BlockWords("Template Part", "theme", "A part that several templates share."),
    "core/term-count": BlockWords("Term Count", "theme", "How many posts carry the term."),
    "core/term-description": BlockWords("Term Description", "theme", "What the term is about."),
    "core/term-name": BlockWords(
        "Term Name", "theme", "The name of the term.", keywords=("heading of a term",)
    ),
    "core/term-template": BlockWords(
        "Term Template", "theme", "What each term of the list looks like.", ancestor=("core/terms-query",)
    ),
    "core/video": BlockWords("Video", "media", "A film.", keywords=("film",)),
    "core/accordion-heading": BlockWords(
        "Accordion Heading",
        "design",
        "The heading that opens and closes its panel.",
        parent=("core/accordion-item",),
        selectors={
            "typography": {
                "letterSpacing": ".wp-block-accordion-heading .wp-block-accordion-heading__toggle-title",
                "textDecoration": ".wp-block-accordion-heading .wp-block-accordion-heading__toggle-title",
            }
        },
        is_dynamic=False,
    ),
    "core/accordion-panel": BlockWords(
        "Accordion Panel",
        "design",
        "What an accordion's heading hides and shows.",
        parent=("core/accordion-item",),
        is_dynamic=False,
    ),
    "core/audio": BlockWords(
        "Audio",
        "media",
        "A sound file with a player.",
        keywords=("sound", "listen", "song", "speech"),
        is_dynamic=False,
    ),
    "core/buttons": BlockWords(
        "Buttons",
        "design",
        "A row of buttons.",
        keywords=("links",),
        allowed_blocks=("core/button",),
        is_dynamic=False,
    ),
    "core/code": BlockWords("Code", "text", "Text of a program, as written.", is_dynamic=False),
    "core/column": BlockWords(
        "Column", "design", "One of several columns.", parent=("core/columns",), is_dynamic=False
    ),
    "core/columns": BlockWords(
        "Columns", "design", "Columns side by side.", allowed_blocks=("core/column",), is_dynamic=False
    ),
    "core/embed": BlockWords("Embed", "embed", "Something shown from another site.", is_dynamic=False),
    "core/freeform": BlockWords(
        "Classic", "text", "Text of the editor that was there before blocks.", is_dynamic=False
    ),
    "core/group": BlockWords(
        "Group",
        "design",
        "Holds blocks together.",
        keywords=("box", "section", "row", "stack"),
        is_dynamic=False,
    ),
    "core/html": BlockWords(
        "Custom HTML", "widgets", "Markup by hand.", keywords=("markup",), is_dynamic=False
    ),
    "core/list-item": BlockWords(
        "List Item",
        "text",
        "One point of a list.",
        parent=("core/list",),
        allowed_blocks=("core/list",),
        selectors={
            "root": ".wp-block-list > li",
            "border": ".wp-block-list:not(.wp-block-list .wp-block-list) > li",
        },
        is_dynamic=False,
    ),
    "core/math": BlockWords(
        "Math", "text", "A formula.", keywords=("formula", "equation", "tex", "symbols"), is_dynamic=False
    ),
    "core/missing": BlockWords(
        "Unsupported", "text", "Stands for a block that this site does not know.", is_dynamic=False
    ),
    "core/more": BlockWords(
        "More", "design", "Where the short version of the post ends.", keywords=("teaser",), is_dynamic=False
    ),
    "core/nextpage": BlockWords(
        "Page Break",
        "design",
        "Where the next page of the post begins.",
        keywords=("pages", "split"),
        parent=("core/post-content",),
        is_dynamic=False,
    ),
    "core/preformatted": BlockWords(
        "Preformatted", "text", "Text whose spaces and line ends count.", is_dynamic=False
    ),
    "core/pullquote": BlockWords(
        "Pullquote", "text", "A sentence of the text, made large.", is_dynamic=False
    ),
    "core/quote": BlockWords(
        "Quote",
        "text",
        "Words of somebody else.",
        keywords=("citation", "saying"),
        styles={"default": "Default", "plain": "Plain"},
        is_dynamic=False,
    ),
    "core/separator": BlockWords(
        "Separator",
        "design",
        "A line between two parts of the text.",
        keywords=("rule", "line", "break"),
        styles={"default": "Default", "wide": "Wide Line", "dots": "Dots"},
        is_dynamic=False,
    ),
    "core/social-links": BlockWords(
        "Social Icons",
        "widgets",
        "Links to profiles elsewhere, as icons.",
        keywords=("profiles",),
        allowed_blocks=("core/social-link",),
        styles={"default": "Default", "logos-only": "Logos Only", "pill-shape": "Pill Shape"},
        is_dynamic=False,
    ),
    "core/spacer": BlockWords("Spacer", "design", "Empty space of some height.", is_dynamic=False),
    "core/tab-panels": BlockWords(
        "Tab Panels",
        "design",
        "Holds what the tabs show.",
        parent=("core/tabs",),
        allowed_blocks=("core/tab-panel",),
        is_dynamic=False,
    ),
    "core/table": BlockWords(
        "Table",
        "text",
        "Rows and columns of figures or words.",
        selectors={"root": ".wp-block-table > table", "spacing": ".wp-block-table"},
        styles={"regular": "Default", "stripes": "Stripes"},
        is_dynamic=False,
    ),
    "core/terms-query": BlockWords(
        "Terms Query",
        "theme",
        "A list of terms chosen by their properties.",
        keywords=("list of terms", "taxonomy", "selection", "index", "loop"),
        is_dynamic=False,
    ),
    "core/text-columns": BlockWords(
        "Text Columns (deprecated)",
        "design",
        "Text in columns, as it was made before blocks could stand side by side.",
        is_dynamic=False,
        icon="columns",
    ),
    "core/verse": BlockWords(
        "Poetry",
        "text",
        "Lines that stay as they are: a poem, a song.",
        keywords=("poem", "lyrics", "stanza", "lines", "rhyme", "song"),
        is_dynamic=False,
    ),
    "core/post-comments": BlockWords(
        "",
        "theme",
        "The comments of a post, as before they had blocks of their own.",
        more_styles=("wp-block-buttons", "wp-block-button"),
        api_version=1,
        has_editor_style=False,
    ),
}
