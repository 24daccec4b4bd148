"""The public pages as HTML, from the values of views.py.

No page needs a script, a font or a second request for its looks: the style sheet travels inside.
"""

import re
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from copydesk.site import head
from copydesk.site.outline import format_place, lay_out, opens_with_text
from copydesk.site.threads import thread
from copydesk.site.views import ArticlePage, FrontPage, Masthead
from copydesk.text.dates import format_date


def render_article(page: ArticlePage) -> str:
    return _render("article.html", page.site, page=page)


def render_front(page: FrontPage) -> str:
    return _render("front.html", page.site, page=page)


def render_not_found(site: Masthead) -> str:
    return _render("not_found.html", site)


def _render(template: str, site: Masthead, **values: Any) -> str:
    def day(moment: datetime) -> str:
        return format_date(site.date_format, int(moment.timestamp()), site.zone)

    def time(moment: datetime) -> str:
        return format_date(site.time_format, int(moment.timestamp()), site.zone)

    def stamp(moment: datetime) -> str:
        return head.machine_date(moment, site.zone)

    def own(html: str) -> Markup:
        return Markup(site.addresses.shorten_in(html))  # noqa: S704 - content of the site, cleaned when saved

    readers = {"day": day, "time": time, "stamp": stamp, "own": own}
    return _environment().get_template(template).render(site=site, **readers, **values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("copydesk.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["plain"] = head.plain
    environment.globals.update(
        style=_style(),
        description_of=head.description_of,
        structured_data=head.structured_data,
        page_title=head.page_title,
        lay_out=lay_out,
        format_place=format_place,
        opens_with_text=opens_with_text,
        thread=thread,
    )
    return environment


@cache
def _style() -> Markup:
    """The style sheet without comments and indentation."""
    text = files("copydesk.site").joinpath("templates/style.css").read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return Markup(re.sub(r"\s*\n\s*", "", text).strip())  # noqa: S704 - our own file
