"""Names, titles, words and dates as blocks show them."""

from copydesk.text.autop import autop
from copydesk.text.balance import balance_tags
from copydesk.text.calendar import to_utc
from copydesk.text.characters import escape_bare_ampersands, spell_wordpress
from copydesk.text.clickable import make_clickable
from copydesk.text.date_reader import read_date
from copydesk.text.dates import format_stored_date
from copydesk.text.facts import CommentFacts, PostFacts, TermFacts
from copydesk.text.kses import clean_html
from copydesk.text.kses_rules import POST
from copydesk.text.numbers import format_span
from copydesk.text.rendering import Rendering
from copydesk.text.smilies import convert_smilies
from copydesk.text.strip_tags import strip_tags
from copydesk.text.texturize import texturize

_EXCERPT_WORDS = 20


def title_of(post: PostFacts) -> str:
    """With what stands before titles of posts that not everyone may read."""
    mark = "Protected: " if post.has_password else "Private: " if post.status == "private" else ""
    title = escape_bare_ampersands(texturize(mark + post.title)).strip()
    return spell_wordpress(title, is_title=True)


def list_name(term: TermFacts) -> str:
    """A term's name in lists of terms; stored names are escaped already."""
    return texturize(term.name)


def clean_markup(html: str) -> str:
    """Words of an editor, with the markup that posts may have."""
    return clean_html(html, POST) if html else ""


def comment_author(comment: CommentFacts) -> str:
    return comment.author_name or "Anonymous"


def comment_excerpt(comment: CommentFacts) -> str:
    """The first words, without markup."""
    words = strip_tags(comment.content.replace("\n", " ").replace("\r", " ")).split()
    return " ".join(words[:_EXCERPT_WORDS]) + ("&hellip;" if len(words) > _EXCERPT_WORDS else "")


def date_in_words(stored: str, rendering: Rendering, pattern: str = "") -> str:
    """A stored date in the given format, else in the site's."""
    site = rendering.facts.site
    pattern = pattern or site.options.get("date_format") or "F j, Y"
    return format_stored_date(pattern, stored, site.timezone) or ""


def machine_date(stored: str, rendering: Rendering) -> str:
    return date_in_words(stored, rendering, "c")


def time_ago(stored: str, rendering: Rendering) -> str:
    site = rendering.facts.site
    date = read_date(stored)
    if date is None:
        return ""
    return f"{format_span(int(rendering.facts.now.timestamp()) - to_utc(date.wall, site.timezone))} ago"


def comment_text(comment: CommentFacts, rendering: Rendering) -> str:
    site = rendering.facts.site
    text = make_clickable(comment.content, site.home, in_comment=True)
    text = convert_smilies(escape_bare_ampersands(texturize(text)), site.siteurl)
    return spell_wordpress(autop(balance_tags(text)))
