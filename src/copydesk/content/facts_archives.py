"""Archives by date, and the months of calendars: all worked out from how many posts each day has."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeAlias

from copydesk.content.answering import Answerers, Answers, Newsroom
from copydesk.content.facts_posts import PUBLISHED
from copydesk.content.links import load_post_links
from copydesk.content.site import Site
from copydesk.store.posts import PostQuery, find_posts, load_day_counts
from copydesk.text.blocks.needs import Archive, ArchivesNeed, MonthFacts, MonthNeed

Days: TypeAlias = Sequence[tuple[date, int]]  # days with posts and how many, the latest first
POSTS = ("post",)


def _load_days(newsroom: Newsroom) -> Days:
    return list(_parse_days(load_day_counts(newsroom.db, POSTS, PUBLISHED)))


def _parse_days(counts: Sequence[tuple[str, int]]) -> Iterator[tuple[date, int]]:
    for text, count in counts:
        try:
            yield date.fromisoformat(text), count
        except ValueError:
            continue  # a post without a date is in no archive


def _answer_archives(newsroom: Newsroom, needs: list[ArchivesNeed]) -> Answers:
    days = _load_days(newsroom)
    return {need: _archives(newsroom, need.interval, days) for need in needs}


def _archives(newsroom: Newsroom, interval: str, days: Days) -> tuple[Archive, ...]:
    if interval == "postbypost":
        return _single_posts(newsroom)
    span_of = SPANS[interval]
    counts: dict[Archive, int] = {}
    for day, count in days:
        span = span_of(day, newsroom.site)
        counts[span] = counts.get(span, 0) + count
    return tuple(replace(span, count=count) for span, count in counts.items())


def _single_posts(newsroom: Newsroom) -> tuple[Archive, ...]:
    query = PostQuery(types=POSTS, statuses=PUBLISHED, limit=None, brief=True, counted=False)
    posts, _ = find_posts(newsroom.db, query)
    links = load_post_links(newsroom.db, newsroom.site, newsroom.types, posts)
    return tuple(
        Archive(int(post.date[:4]), int(post.date[5:7]), int(post.date[8:10]), 1, links[post.id], post.title)
        for post in posts
    )


def _year(day: date, site: Site) -> Archive:
    return Archive(day.year, 0, 0, 0, site.permalinks.date_link(day.year))


def _month(day: date, site: Site) -> Archive:
    return Archive(day.year, day.month, 0, 0, site.permalinks.date_link(day.year, day.month))


def _day(day: date, site: Site) -> Archive:
    return Archive(day.year, day.month, day.day, 0, site.permalinks.date_link(day.year, day.month, day.day))


def _week(day: date, site: Site) -> Archive:
    """A week that two years share counts as one of each."""
    first_weekday = site.int_option("start_of_week") % 7
    start = day - timedelta(days=(day.isoweekday() - first_weekday) % 7)
    link = site.permalinks.plain_url(m=day.year, w=week_number(day, first_weekday))
    return Archive(start.year, start.month, start.day, 0, link, until=start + timedelta(days=6))


def week_number(day: date, first_weekday: int) -> int:
    """The week of the year as MySQL counts it, from 0 to 53: by Mondays (1), or by any other weekday."""
    if first_weekday != 1:
        return int((day - timedelta(days=first_weekday)).strftime("%U"))
    year, week, _ = day.isocalendar()
    if year == day.year:
        return week
    return 0 if year < day.year else 53


SPANS: Mapping[str, Callable[[date, Site], Archive]] = {
    "yearly": _year,
    "monthly": _month,
    "weekly": _week,
    "daily": _day,
}


def _answer_months(newsroom: Newsroom, needs: list[MonthNeed]) -> Answers:
    days = [day for day, _ in _load_days(newsroom)]
    return {need: _month_facts(newsroom.site, need, days) if days else None for need in needs}


def _month_facts(site: Site, need: MonthNeed, days: Sequence[date]) -> MonthFacts:
    asked = need.year, need.month
    own = sorted({day.day for day in days if (day.year, day.month) == asked})
    before = next((day for day in days if (day.year, day.month) < asked), None)
    after = next((day for day in reversed(days) if (day.year, day.month) > asked), None)
    return MonthFacts(
        tuple((number, site.permalinks.date_link(*asked, number)) for number in own),
        _month(before, site) if before else None,
        _month(after, site) if after else None,
    )


ANSWERERS: Answerers = {ArchivesNeed: _answer_archives, MonthNeed: _answer_months}
