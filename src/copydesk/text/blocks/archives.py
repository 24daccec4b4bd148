"""core/archives: the months (days, years …) that have posts, as a list or a drop-down."""

from collections.abc import Callable
from typing import Any

from copydesk.text.blocks.attributes import is_set, unique_id
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.dropdown_script import dropdown_script
from copydesk.text.blocks.needs import Archive, ArchivesNeed, Interval
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.dates import ENGLISH, format_stored_date
from copydesk.text.rendering import Rendering
from copydesk.text.texturize import texturize
from copydesk.text.urls import escape_url

# The first option of the drop-down, by the span it lists.
_CHOOSE = {
    "yearly": "Select Year",
    "monthly": "Select Month",
    "daily": "Select Day",
    "weekly": "Select Week",
}


def render_archives(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    interval: Interval = attrs["type"] if attrs["type"] in _TITLES else "monthly"
    archives = rendering.facts.ask(ArchivesNeed(interval)) or ()
    if is_set(attrs["displayAsDropdown"]):
        return _render_dropdown(block, interval, archives, rendering)
    if not archives:
        wrapper = wrapper_attributes(block, rendering)
        return f"<div {wrapper}>No archives to show.</div>"
    counts = is_set(attrs["showPostCounts"])
    items = "".join(_item(archive, interval, rendering, counts=counts) for archive in archives)
    wrapper = wrapper_attributes(block, rendering, ["wp-block-archives-list"])
    return f"<ul {wrapper}>{items}</ul>"


def _item(archive: Archive, interval: Interval, rendering: Rendering, *, counts: bool) -> str:
    title = texturize(_TITLES[interval](archive, rendering))
    count = _count(archive, counts)
    return f"\t<li><a href='{escape_url(archive.link)}'>{title}</a>{count}</li>\n"


def _count(archive: Archive, counts: bool) -> str:
    return f"&nbsp;({archive.count})" if counts else ""


def _render_dropdown(
    block: Block, interval: Interval, archives: tuple[Archive, ...], rendering: Rendering
) -> str:
    attrs = block.attrs or {}
    select_id = unique_id(rendering, "wp-block-archives-")
    counts = is_set(attrs["showPostCounts"])
    options = "".join(_option(archive, interval, rendering, counts=counts) for archive in archives)
    hidden = "" if is_set(attrs["showLabel"]) else " screen-reader-text"
    choose = _CHOOSE.get(interval, "Select Post")
    wrapper = wrapper_attributes(block, rendering, ["wp-block-archives-dropdown"])
    script = dropdown_script("archives", select_id, rendering.facts.site.home)
    return (
        f'<div {wrapper}><label for="{select_id}" class="wp-block-archives__label{hidden}">Archives</label>\n'
        f'\t\t<select id="{select_id}" name="archive-dropdown">\n'
        f'\t\t<option value="">{choose}</option>{options}</select>{script}</div>'
    )


def _option(archive: Archive, interval: Interval, rendering: Rendering, *, counts: bool) -> str:
    title = texturize(_TITLES[interval](archive, rendering))
    count = _count(archive, counts)
    return f"\t<option value='{escape_url(archive.link)}'> {title} {count}</option>\n"


def _month_title(archive: Archive, _rendering: Rendering) -> str:
    return f"{ENGLISH.months[archive.month - 1]} {archive.year}"


def _day_title(archive: Archive, rendering: Rendering) -> str:
    return _date_in_words(f"{archive.year:04}-{archive.month:02}-{archive.day:02} 00:00:00", rendering)


def _week_title(archive: Archive, rendering: Rendering) -> str:
    start = _day_title(archive, rendering)
    return f"{start}&#8211;{_date_in_words(f'{archive.until} 00:00:00', rendering)}"


def _date_in_words(stored: str, rendering: Rendering) -> str:
    site = rendering.facts.site
    return format_stored_date(site.options.get("date_format", "F j, Y"), stored, site.timezone) or ""


_TITLES: dict[Any, Callable[[Archive, Rendering], str]] = {
    "yearly": lambda archive, _: str(archive.year),
    "monthly": _month_title,
    "daily": _day_title,
    "weekly": _week_title,
    "postbypost": lambda archive, _: archive.title or str(archive.day),
}

BLOCK = core_block("core/archives", render_archives)
