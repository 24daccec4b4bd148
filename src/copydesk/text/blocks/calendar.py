"""core/calendar: a month as a table, days with posts as links."""

from calendar import monthrange
from datetime import date

from copydesk.text.blocks.attributes import is_set, members, whole_number
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.needs import Archive, MonthFacts, MonthNeed
from copydesk.text.blocks.shown import date_in_words
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.dates import ENGLISH
from copydesk.text.escape import escape_attribute
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url

_PAD = "&nbsp;"


def render_calendar(block: Block, _html: str, rendering: Rendering) -> str:
    today = rendering.facts.now.astimezone(rendering.facts.site.timezone).date()
    shown = _chosen_month(block) or today.replace(day=1)
    month = rendering.facts.ask(MonthNeed(shown.year, shown.month))
    if month is None:
        return ""
    table = _table(block, shown, today, month, rendering)
    return f"<div {wrapper_attributes(block, rendering)}>{table}{_neighbours(month)}</div>"


def _chosen_month(block: Block) -> date | None:
    """The month counts only together with its year."""
    attrs = block.attrs or {}
    year, month = whole_number(attrs.get("year")), whole_number(attrs.get("month"))
    return date(year, month, 1) if 1 <= year <= 9999 and 1 <= month <= 12 else None


def _table(block: Block, shown: date, today: date, month: MonthFacts, rendering: Rendering) -> str:
    first_weekday = whole_number(rendering.facts.site.options.get("start_of_week"), 1) % 7
    weekdays = [(first_weekday + place) % 7 for place in range(7)]
    heads = "".join(
        f'\n\t\t<th scope="col" aria-label="{ENGLISH.days[day]}">{ENGLISH.days[day][0]}</th>'
        for day in weekdays
    )
    caption = f"{ENGLISH.months[shown.month - 1]} {shown.year}"
    weeks = _weeks(shown, today, month, rendering)
    return (
        f'<table{_table_style(block)} id="wp-calendar" class="{_table_classes(block)}">\n'
        f"\t<caption>{caption}</caption>\n\t<thead>\n\t<tr>{heads}\n\t</tr>\n\t</thead>\n"
        f"\t<tbody>\n\t<tr>{weeks}\n\t</tr>\n\t</tbody>\n\t</table>"
    )


def _weeks(shown: date, today: date, month: MonthFacts, rendering: Rendering) -> str:
    first_weekday = whole_number(rendering.facts.site.options.get("start_of_week"), 1) % 7
    before = (shown.isoweekday() - first_weekday) % 7
    length = monthrange(shown.year, shown.month)[1]
    out = ["\n\t\t"]
    if before:
        out.append(f'<td colspan="{before}" class="pad">{_PAD}</td>')
    for day in range(1, length + 1):
        if day > 1 and (before + day - 1) % 7 == 0:
            out.append("\n\t</tr>\n\t<tr>\n\t\t")
        out.append(_day(shown.replace(day=day), today, month, rendering))
    after = -(before + length) % 7
    if after:
        out.append(f'\n\t\t<td class="pad" colspan="{after}">{_PAD}</td>')
    return "".join(out)


def _day(day: date, today: date, month: MonthFacts, rendering: Rendering) -> str:
    mark = ' id="today"' if day == today else ""
    link = dict(month.day_links).get(day.day)
    if link is None:
        return f"<td{mark}>{day.day}</td>"
    in_words = date_in_words(f"{day} 00:00:00", rendering)
    label = escape_attribute(f"Posts published on {in_words}")
    return f'<td{mark}><a href="{escape_url(link)}" aria-label="{label}">{day.day}</a></td>'


def _neighbours(month: MonthFacts) -> str:
    previous = _neighbour(month.previous, "&laquo; {}")
    following = _neighbour(month.next, "{} &raquo;")
    return (
        '<nav aria-label="Previous and next months" class="wp-calendar-nav">\n'
        f'\t\t<span class="wp-calendar-nav-prev">{previous}</span>\n'
        f'\t\t<span class="pad">{_PAD}</span>\n'
        f'\t\t<span class="wp-calendar-nav-next">{following}</span>\n\t</nav>'
    )


def _neighbour(archive: Archive | None, words: str) -> str:
    if archive is None:
        return _PAD
    name = words.format(ENGLISH.short_months[archive.month - 1])
    return f'<a href="{escape_url(archive.link)}">{name}</a>'


def _table_classes(block: Block) -> str:
    """Colours are shown on the table, not on the block."""
    attrs = block.attrs or {}
    colours, classes = members(members(attrs.get("style")).get("color")), ["wp-calendar-table"]
    for kind, attribute in (("text", "textColor"), ("background", "backgroundColor")):
        named = attrs.get(attribute)
        if named or colours.get(kind):
            classes.append("has-text-color" if kind == "text" else "has-background")
        if named:
            suffix = "color" if kind == "text" else "background-color"
            classes.append(f"has-{escape_attribute(str(named))}-{suffix}")
    link = members(members(members(attrs.get("style")).get("elements")).get("link"))
    if is_set(members(link.get("color")).get("text")):
        classes.append("has-link-color")
    return " ".join(classes)


def _table_style(block: Block) -> str:
    colours = members(members((block.attrs or {}).get("style")).get("color"))
    style = "".join(
        f"{property_name}:{escape_attribute(str(colours[kind]))};"
        for kind, property_name in (("text", "color"), ("background", "background-color"))
        if colours.get(kind)
    )
    return f' style="{style}"' if style else ""


BLOCK = core_block("core/calendar", render_calendar)
