"""Changing the options of the site that the API calls settings: cleaned as WordPress cleans each of them.

A value that is none of what its option may hold (a time zone nobody knows, a language that is not installed)
is dropped without a word, and the old one stays.
"""

from collections.abc import Callable, Mapping
from typing import Any
from zoneinfo import available_timezones

from copydesk.store.options_write import delete_options, save_option
from copydesk.store.work import Work
from copydesk.text.emails import clean_email
from copydesk.text.fields import clean_line
from copydesk.text.saving import clean_for_saving
from copydesk.text.urls import clean_url

KEEP = None  # what a cleaner answers when the old value stays


def save_options(work: Work, changes: Mapping[str, Any]) -> None:
    """Sets options by name; None deletes one, so that its default holds again."""
    for name, value in changes.items():
        if value is None:
            delete_options(work, name)
            continue
        text = _as_stored(value)
        cleaned = CLEANERS[name](text) if name in CLEANERS else text
        if cleaned is not KEEP:
            save_option(work, name, cleaned)
        if name == "timezone_string" and cleaned:
            save_option(work, "gmt_offset", "")


def _as_stored(value: Any) -> str:
    """PHP's way of making a text of a value."""
    if isinstance(value, bool):
        return "1" if value else ""
    return str(value)


def _escaped(text: str) -> str:
    return clean_for_saving("site_title", text, may_write_unfiltered_html=False)


def _timezone(text: str) -> str | None:
    return text if not text or text in available_timezones() else KEEP


def _language(text: str) -> str | None:
    return text if not text else KEEP  # no other is installed


def _page_size(text: str) -> str:
    """At least one; -1 means all."""
    number = int(text)
    return str(number if number == -1 else abs(number) or 1)


def _natural(text: str) -> str:
    return str(abs(int(text)))


CLEANERS: Mapping[str, Callable[[str], str | None]] = {
    "blogname": _escaped,
    "blogdescription": _escaped,
    "siteurl": lambda text: clean_url(text) or KEEP,
    "admin_email": lambda text: clean_email(text) or KEEP,
    "timezone_string": _timezone,
    "date_format": clean_line,
    "time_format": clean_line,
    "WPLANG": _language,
    "default_category": _natural,
    "posts_per_page": _page_size,
    "page_on_front": _natural,
    "page_for_posts": _natural,
    "site_icon": _natural,
}
