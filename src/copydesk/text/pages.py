"""The pages of a post, and its teaser: what `<!--nextpage-->` and `<!--more-->` cut.

Only these spellings count, in small letters and without spaces. A page break may stand in a block, whose
comments go, and takes up to two line breaks on each side with it. Of several `<!--more-->` the first counts;
words behind it (`<!--more Read on-->`) replace the link's. REST shows none of this: it serves the whole
content, marks included.
"""

import re
from typing import NamedTuple

from copydesk.text.ascii import strip
from copydesk.text.balance import balance_tags
from copydesk.text.facts import PostFacts
from copydesk.text.strip_tags import strip_tags

_BREAK = "<!--nextpage-->"
_BREAK_FORMS = (f"\n{_BREAK}\n", f"\n{_BREAK}", f"{_BREAK}\n")
_BREAK_BLOCK = ("<!-- wp:nextpage -->", "<!-- /wp:nextpage -->")
_NO_TEASER = "<!--noteaser-->"
_MORE = re.compile(r"<!--more(.*?)-->")
_MORE_BLOCK = re.compile(r"<!-- /?wp:more(?:.*?) -->")


class Teaser(NamedTuple):
    """`rest` is None when nothing cuts the text; `label` are the author's own words for the link."""

    text: str
    rest: str | None = None
    label: str = ""


def split_pages(content: str) -> list[str]:
    """At least one page; a break at the very beginning counts for nothing."""
    if _BREAK not in content:
        return [content]
    for form in _BREAK_FORMS:
        content = content.replace(form, _BREAK)
    for comment in _BREAK_BLOCK:
        content = content.replace(comment, "")
    return content.removeprefix(_BREAK).split(_BREAK)


def split_teaser(content: str) -> Teaser:
    found = _MORE.search(content) if "<!--more" in content else None
    if found is None:
        return Teaser(content)
    if "<!-- wp:more" in content:
        content = _MORE_BLOCK.sub("", content)
    before, _, after = content.partition(found[0])
    return Teaser(before, after, strip_tags(strip(found[1])))


def page_content(
    post: PostFacts, page: int = 1, *, full: bool = False, label: str = "", strip_teaser: bool = False
) -> str:
    """One page of a post's raw content, up to the cut or, when `full`, all of it with a mark at the cut.

    `label` is the link's html; without one (and without the author's words) there is no link.
    """
    pages = split_pages(post.content)
    page = min(page, len(pages))
    teaser = split_teaser(pages[page - 1])
    if teaser.rest is None:
        return teaser.text
    if full:
        hides_teaser = strip_teaser or (_NO_TEASER in post.content and page == 1)
        return f'{"" if hides_teaser else teaser.text}<span id="more-{post.id}"></span>{teaser.rest}'
    words = teaser.label if label and teaser.label else label
    link = f' <a href="{post.link}#more-{post.id}" class="more-link">{words}</a>' if words else ""
    return balance_tags(teaser.text + link)


def more_label(title: str) -> str:
    """The link's usual words, for a title as plain escaped text."""
    return f'<span aria-label="Continue reading {title}">(more&hellip;)</span>'
