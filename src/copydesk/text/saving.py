"""What happens to a value on its way into the database: the steps in their order, as tables.

Most values are cleaned whoever writes them. Posts and comments are left alone when the writer may write any
markup (`unfiltered_html`); of those, a comment counts by its author, also when somebody else edits it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from copydesk.text.ascii import strip
from copydesk.text.custom_css import drop_block_css, drop_site_css
from copydesk.text.emails import clean_email
from copydesk.text.entities import repair_windows_entities
from copydesk.text.escape import escape_html, escape_markup
from copydesk.text.fields import clean_line
from copydesk.text.kses import clean_html
from copydesk.text.kses_rules import BIOGRAPHY, COMMENT, INLINE, POST
from copydesk.text.links import add_rel
from copydesk.text.strip_tags import strip_all_tags
from copydesk.text.urls import clean_url

Field: TypeAlias = Literal[
    "post_content", "post_excerpt", "post_title",
    "comment_content", "comment_author", "comment_author_email", "comment_author_url",
    "term_name", "term_description",
    "user_name", "user_description", "user_email", "user_url",
    "site_title",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SavingSite:
    """What the steps must know of the site."""

    home: str = ""  # links to here in comments are our own
    files_url: str = ""  # documents from this host may be shown in posts


Step: TypeAlias = Callable[[str, SavingSite], str]
Steps: TypeAlias = tuple[tuple[str, Step], ...]


def _plain(step: Callable[[str], str]) -> Step:
    return lambda text, _site: step(text)


def _clean_post(text: str, site: SavingSite) -> str:
    return clean_html(text, replace(POST, files_url=site.files_url))


_ENTITIES = ("windows entities", _plain(repair_windows_entities))
_TRIM = ("trim", _plain(strip))
# A NUL has a backslash before it while WordPress trims a title, and stays (recorded: posts-kses).
_TRIM_TITLE = ("trim but NUL", _plain(lambda text: text.strip(" \t\n\r\x0b")))
_LINE = ("one line", _plain(clean_line))
_INLINE = ("inline markup", _plain(lambda text: clean_html(text, INLINE)))
_COMMENT = ("comment markup", _plain(lambda text: clean_html(text, COMMENT)))
_ESCAPE = ("escape", _plain(escape_markup))
_REL = ("nofollow ugc", lambda text, site: add_rel(text, "nofollow ugc", site.home))
_NAME: Steps = (_LINE, _INLINE, _ESCAPE)
_EMAIL: Steps = (_TRIM, ("e-mail", _plain(clean_email)), _INLINE)
_URL: Steps = (("strip tags", _plain(strip_all_tags)), _TRIM, ("address", _plain(clean_url)), _INLINE)

FILTERED: dict[Field, Steps] = {
    "post_content": (
        ("block css", _plain(drop_block_css)),
        ("site css", _plain(drop_site_css)),
        _ENTITIES,
        ("post markup", _clean_post),
    ),
    "post_excerpt": (_ENTITIES, ("post markup", _clean_post)),
    "post_title": (_TRIM_TITLE, _INLINE),
    "comment_content": (_ENTITIES, _COMMENT, _REL),
    "comment_author": _NAME,
    "comment_author_email": _EMAIL,
    "comment_author_url": _URL,
    "term_name": _NAME,
    "term_description": (_INLINE,),
    "user_name": _NAME,
    "user_description": (("biography markup", _plain(lambda text: clean_html(text, BIOGRAPHY))),),
    "user_email": _EMAIL,
    "user_url": _URL,
    "site_title": (("escape", _plain(escape_html)),),
}

UNFILTERED: dict[Field, Steps] = FILTERED | {
    "post_content": (_ENTITIES,),
    "post_excerpt": (_ENTITIES,),
    "post_title": (_TRIM_TITLE,),
    "comment_content": (_ENTITIES, _REL),
}


def clean_for_saving(
    field: Field, text: str, *, may_write_unfiltered_html: bool, site: SavingSite = SavingSite()
) -> str:
    """The text as it is stored when somebody with or without that right writes it."""
    steps = UNFILTERED if may_write_unfiltered_html else FILTERED
    for _name, step in steps[field]:
        text = step(text, site)
    return text
