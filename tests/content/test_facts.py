"""What texts ask of the site, and what they are told."""

from datetime import date
from typing import Any

import pytest

from copydesk.auth.roles import load_viewer
from copydesk.auth.viewer import STRANGER, Viewer
from copydesk.content.answering import Newsroom
from copydesk.content.facts import answer_needs, site_facts
from copydesk.content.facts_archives import week_number
from copydesk.store.php import serialize
from copydesk.store.users import get_user
from copydesk.text.blocks.needs import (
    AdjacentPostNeed,
    ArchivesNeed,
    CommentNeed,
    LatestCommentsNeed,
    MainQueryNeed,
    MonthNeed,
    NavigationNeed,
    PagesNeed,
    PostAncestorsNeed,
    PostClassesNeed,
    PostCommentsNeed,
    PostsNeed,
    PostsQuery,
    PostTypeNeed,
    TaxonomyNeed,
    TemplatePartNeed,
    TermAncestorsNeed,
    TermNeed,
    TermsMatch,
    TermsNeed,
)
from copydesk.text.embeds import embed_key
from copydesk.text.facts import (
    AttachedMediaNeed,
    AttachmentNeed,
    EmbedNeed,
    PostMetaNeed,
    PostNeed,
    PostTermsNeed,
    PublicMetaNeed,
    UserNeed,
)
from tests.rest.small_site import HOME, SmallSite
from tests.store.examples import a_comment, a_post, a_term, a_user

REGISTERED = {
    "post_types": {"book": {"label": "Books", "public": True, "has_archive": True, "show_in_rest": True}},
    "post_meta": [
        {"post_type": "post", "key": "dateline", "type": "string", "single": True, "show_in_rest": True},
        {
            "post_type": "post",
            "key": "pages",
            "type": "integer",
            "single": True,
            "default": 3,
            "show_in_rest": True,
        },
        {"post_type": "post", "key": "_secret", "type": "string", "single": True, "show_in_rest": True},
    ],
}


def ask(site: SmallSite, need: Any, viewer: Viewer = STRANGER) -> Any:
    newsroom = Newsroom(site.db, site.sites.read(), site.api.types, viewer)
    return answer_needs(newsroom, [need])[need]


def ids(answer: Any) -> list[int]:
    return [one.id for one in answer]


def listed(site: SmallSite, viewer: Viewer = STRANGER, **query: Any) -> list[int]:
    return ids(ask(site, PostsNeed(PostsQuery(**query)), viewer).posts)


def test_site_says_what_its_options_say(site: SmallSite) -> None:
    facts = site_facts(site.sites.read())
    assert (facts.home, facts.name, facts.uploads_url) == (HOME, "Desk", f"{HOME}/wp-content/uploads")


def test_nobody_knows_what_the_page_lists(site: SmallSite) -> None:
    assert ask(site, MainQueryNeed()) is None


def test_post_with_its_address_and_lock(site: SmallSite) -> None:
    post = site.add_post(a_post(slug="grain", title="Grain", password="x"), _thumbnail_id="7")
    site.set_option("sticky_posts", serialize([post]))
    facts = ask(site, PostNeed(post))
    assert (facts.link, facts.title, facts.thumbnail) == (f"{HOME}/grain/", "Grain", 7)
    assert facts.password_required
    assert facts.sticky
    assert ask(site, PostNeed(999)) is None


def test_pages_above_and_menus(site: SmallSite) -> None:
    top = site.add_post(a_post(type="page", slug="a", menu_order=2))
    low = site.add_post(a_post(type="page", slug="b", parent=top, menu_order=1))
    site.add_post(a_post(type="page", status="draft"))
    menu = site.add_post(a_post(type="wp_navigation", content="menu"))
    assert ids(ask(site, PagesNeed())) == [low, top]
    assert ids(ask(site, PostAncestorsNeed(low))) == [top]
    assert ask(site, PostAncestorsNeed(top)) == ()
    assert ask(site, NavigationNeed()).id == menu


def test_ancestors_in_a_circle_end(site: SmallSite) -> None:
    site.add_post(a_post(id=50, type="page", parent=51))
    site.add_post(a_post(id=51, type="page", parent=50))
    assert ids(ask(site, PostAncestorsNeed(50))) == [51]


def test_classes_and_meta_of_a_post(site: SmallSite) -> None:
    site = SmallSite(site.db, REGISTERED)
    post = site.add_post(a_post(), dateline="Delhi", _secret="s", footnotes="[]")
    assert f"post-{post}" in ask(site, PostClassesNeed(post))
    assert ask(site, PostClassesNeed(999)) is None
    assert ask(site, PostMetaNeed(post, "footnotes")) == ("[]",)
    assert ask(site, PostMetaNeed(post, "none")) == ()
    assert ask(site, PublicMetaNeed(post, "dateline")) == "Delhi"
    assert ask(site, PublicMetaNeed(post, "pages")) == ""
    assert ask(site, PublicMetaNeed(post, "_secret")) is None
    assert ask(site, PublicMetaNeed(post, "unknown")) is None
    assert ask(site, PublicMetaNeed(999, "dateline")) is None
    other = site.add_post(a_post())
    assert ask(site, PublicMetaNeed(other, "dateline")) == ""


def test_neighbours_in_time(site: SmallSite) -> None:
    news = site.add_term(a_term("News"))
    first = site.add_post(a_post(date="2025-06-01 10:00:00"), news)
    second = site.add_post(a_post(date="2025-06-02 10:00:00"))
    third = site.add_post(a_post(date="2025-06-03 10:00:00"), news)
    assert ask(site, AdjacentPostNeed(second, previous=True)).id == first
    assert ask(site, AdjacentPostNeed(second, previous=False)).id == third
    assert ask(site, AdjacentPostNeed(first, previous=True)) is None
    assert ask(site, AdjacentPostNeed(third, previous=True, taxonomy="category")).id == first
    assert ask(site, AdjacentPostNeed(second, previous=True, taxonomy="category")) is None
    assert ask(site, AdjacentPostNeed(999, previous=True)) is None


def test_files(site: SmallSite) -> None:
    post = site.add_post(a_post(slug="grain"))
    metadata = serialize({"width": 10, "height": 20})
    file = a_post(
        type="attachment", status="inherit", parent=post, mime_type="image/png", slug="map", guid="g"
    )
    first = site.add_post(file, _wp_attached_file="2025/map.png", _wp_attachment_metadata=metadata)
    second = site.add_post(
        a_post(type="attachment", status="inherit", parent=post, mime_type="audio/mpeg", guid="g")
    )
    facts = ask(site, AttachmentNeed(first))
    assert (facts.url, facts.link) == (f"{HOME}/wp-content/uploads/2025/map.png", f"{HOME}/grain/map/")
    assert facts.metadata == {"width": 10, "height": 20}
    assert ask(site, AttachmentNeed(second)).url == "g"
    assert ask(site, AttachmentNeed(post)) is None
    assert ids(ask(site, AttachedMediaNeed(post, "image"))) == [first]
    assert ids(ask(site, AttachedMediaNeed(post, "audio"))) == [second]
    assert ask(site, AttachedMediaNeed(first, "image")) == ()


def test_authors(site: SmallSite) -> None:
    asha = site.add_member("author", a_user(nicename="asha", display_name="Asha"), description="Writes.")
    facts = ask(site, UserNeed(asha))
    assert (facts.name, facts.link, facts.description) == ("Asha", f"{HOME}/author/asha/", "Writes.")
    assert ask(site, UserNeed(999)) is None


def test_lists_of_posts(site: SmallSite) -> None:
    one = site.add_post(a_post(title="B", date="2025-06-01 10:00:00"))
    two = site.add_post(a_post(title="A", date="2025-06-02 10:00:00", author=5))
    site.add_post(a_post(status="draft"))
    assert listed(site) == [two, one]
    assert listed(site, order_by="title", ascending=True) == [two, one]
    assert listed(site, order_by="unheard of", ascending=True) == [one, two]
    assert listed(site, number=1, offset=1) == [one]
    assert listed(site, number=-1) == [two, one]
    assert listed(site, authors=(5,)) == [two]
    assert listed(site, without_authors=(5,)) == [one]
    assert listed(site, only=(one,)) == [one]
    assert listed(site, without=(one,)) == [two]
    assert listed(site, search="b", order_by="relevance") == [one]
    locked = site.add_post(a_post(title="B", password="x"))
    assert (listed(site, search="b"), locked in listed(site)) == ([one], True)  # not found by its words
    assert ask(site, PostsNeed(PostsQuery(number=1))).total == 3


def test_posts_that_stick(site: SmallSite) -> None:
    old = site.add_post(a_post(date="2025-01-01 10:00:00"))
    older = site.add_post(a_post(date="2024-01-01 10:00:00"))
    new = site.add_post(a_post(date="2025-06-01 10:00:00"))
    site.set_option("sticky_posts", serialize([older, old]))
    assert listed(site, number=1, sticky="first") == [old, older, new]
    assert listed(site, sticky="first", without=(older,)) == [old, new]
    assert listed(site, sticky="only") == [old, older]
    assert listed(site, sticky="only", only=(new, old)) == [old]
    assert listed(site, sticky="without") == [new]
    assert listed(site) == [new, old, older]


def test_posts_with_terms_and_formats(site: SmallSite) -> None:
    news = site.add_term(a_term("News"))
    asia = site.add_term(a_term("Asia", parent=news.id))
    aside = site.add_term(a_term("post-format-aside", "post_format"))
    one, two = site.add_post(a_post(), asia), site.add_post(a_post(), aside)

    def matching(**match: Any) -> list[int]:
        return listed(site, terms=(TermsMatch("category", **match),))

    assert matching(ids=(news.id,)) == [one]
    assert matching(ids=(news.id,), with_children=False) == []
    assert matching(slugs=("asia",)) == [one]
    assert matching(slugs=("gone",)) == []
    assert matching(ids=(news.id,), negated=True) == [two]
    assert matching(exists=True) == [one]
    assert matching(exists=True, negated=True) == [two]
    assert listed(site, formats=("aside",)) == [two]
    assert listed(site, formats=("standard",)) == [one]
    assert listed(site, formats=("standard", "aside")) == [two, one]
    assert listed(site, formats=("video",)) == []


def test_members_find_what_they_may_read_where_it_is_asked_for(site: SmallSite) -> None:
    author = site.add_member("author")
    user = get_user(site.db, author)
    assert user
    viewer = load_viewer(site.db, site.sites.read().options, user)
    public = site.add_post(a_post())
    own = site.add_post(a_post(status="private", author=author))
    site.add_post(a_post(status="private", author=99))
    assert listed(site, viewer, with_private=True) == [own, public]
    assert listed(site, viewer) == [public]
    assert listed(site, with_private=True) == [public]


def test_terms(site: SmallSite) -> None:
    news, empty = site.add_term(a_term("News", count=5)), site.add_term(a_term("Empty"))
    asia = site.add_term(a_term("Asia", parent=empty.id, count=1))
    post = site.add_post(a_post(), news, asia)
    assert ids(ask(site, PostTermsNeed(post, "category"))) == [asia.id, news.id]
    assert ask(site, PostTermsNeed(post, "unknown")) == ()
    assert ask(site, TermNeed("category", asia.id)).link == f"{HOME}/category/empty/asia/"
    assert ask(site, TermNeed("post_tag", asia.id)) is None
    assert ids(ask(site, TermAncestorsNeed("category", asia.id))) == [empty.id]
    assert ask(site, TermAncestorsNeed("category", 999)) == ()
    assert ids(ask(site, TermsNeed("category"))) == [asia.id, news.id]
    assert ids(ask(site, TermsNeed("category", nested=True))) == [asia.id, empty.id, news.id]
    assert ids(ask(site, TermsNeed("category", order_by="count", ascending=False, number=1))) == [news.id]
    assert ids(ask(site, TermsNeed("category", parent=0))) == [news.id]
    assert ids(ask(site, TermsNeed("category", only=(news.id,), order_by="include"))) == [news.id]
    assert ask(site, TermsNeed("unknown")) is None


def test_padded_counts_count_each_post_once(site: SmallSite) -> None:
    world = site.add_term(a_term("World"))
    asia, europe = (site.add_term(a_term(name, parent=world.id)) for name in ("Asia", "Europe"))
    site.add_post(a_post(), asia, europe)
    site.add_post(a_post(), world)
    site.add_post(a_post(status="draft"), asia)
    need = TermsNeed("category", only=(world.id, asia.id), hide_empty=False, padded=True)
    assert {term.id: term.count for term in ask(site, need)} == {world.id: 2, asia.id: 1}


def test_terms_above_themselves_end(site: SmallSite) -> None:
    one = site.add_term(a_term("One", id=60, taxonomy_id=60, parent=61))
    site.add_term(a_term("Two", id=61, taxonomy_id=61, parent=60))
    assert ids(ask(site, TermAncestorsNeed("category", one.id))) == [61, 60]


def test_kinds_that_readers_can_open(site: SmallSite) -> None:
    site = SmallSite(site.db, REGISTERED)
    category = ask(site, TaxonomyNeed("category"))
    assert (category.hierarchical, category.query_var) == (True, "category_name")
    assert ask(site, TaxonomyNeed("wp_pattern_category")) is None
    assert ask(site, TaxonomyNeed("unknown")) is None
    assert ask(site, PostTypeNeed("book")).archive == f"{HOME}/book/"
    assert ask(site, PostTypeNeed("post")).taxonomies[:2] == ("category", "post_tag")
    assert ask(site, PostTypeNeed("wp_block")) is None


def test_comments(site: SmallSite) -> None:
    post, draft = site.add_post(a_post(slug="grain")), site.add_post(a_post(status="draft"))
    old = site.add_comment(a_comment(post=post, date_gmt="2025-06-01 06:00:00"))
    new = site.add_comment(a_comment(post=post, date_gmt="2025-06-02 06:00:00", parent=old))
    held = site.add_comment(a_comment(post=post, approved="0"))
    site.add_comment(a_comment(post=post, type="note"))
    site.add_comment(a_comment(post=draft))
    assert ids(ask(site, LatestCommentsNeed(5))) == [new, old]
    assert ids(ask(site, LatestCommentsNeed(1))) == [new]
    assert ids(ask(site, PostCommentsNeed(post))) == [old, new]
    assert ask(site, CommentNeed(new)).link == f"{HOME}/grain/#comment-{new}"
    assert ask(site, CommentNeed(held)) is None


def test_archives(site: SmallSite) -> None:
    for day in ("2025-06-02", "2025-06-02", "2025-05-31", "2024-12-30", "0000-00-00"):
        site.add_post(a_post(slug="x", title="T", date=f"{day} 10:00:00"))
    site.add_post(a_post(status="draft"))

    def spans(interval: Any) -> list[tuple[str, int]]:
        return [(one.link.removeprefix(HOME), one.count) for one in ask(site, ArchivesNeed(interval))]

    assert spans("yearly") == [("/2025/", 3), ("/2024/", 1)]
    assert spans("monthly") == [("/2025/06/", 2), ("/2025/05/", 1), ("/2024/12/", 1)]
    assert spans("daily")[0] == ("/2025/06/02/", 2)
    assert spans("weekly") == [("/?m=2025&w=23", 2), ("/?m=2025&w=22", 1), ("/?m=2024&w=53", 1)]
    assert spans("postbypost") == [("/x/", 1)] * 5
    week = ask(site, ArchivesNeed("weekly"))[0]
    assert (week.year, week.month, week.day, week.until) == (2025, 6, 2, date(2025, 6, 8))


@pytest.mark.parametrize(
    ("day", "first_weekday", "week"),
    [
        ("2025-01-01", 1, 1),  # four days of the week are in the year
        ("2023-01-01", 1, 0),
        ("2024-12-30", 1, 53),
        ("2025-01-01", 0, 0),
        ("2025-01-05", 0, 1),
        ("2025-12-31", 0, 52),
        ("2025-01-04", 6, 52),
    ],
)
def test_weeks_are_counted_as_mysql_does(day: str, first_weekday: int, week: int) -> None:
    assert week_number(date.fromisoformat(day), first_weekday) == week


def test_months_of_calendars(site: SmallSite) -> None:
    assert ask(site, MonthNeed(2025, 6)) is None
    for day in ("2025-04-07", "2025-06-02", "2025-06-02", "2025-06-30", "2025-09-01"):
        site.add_post(a_post(date=f"{day} 10:00:00"))
    month = ask(site, MonthNeed(2025, 6))
    assert month.day_links == ((2, f"{HOME}/2025/06/02/"), (30, f"{HOME}/2025/06/30/"))
    assert (month.previous.month, month.next.month) == (4, 9)
    assert ask(site, MonthNeed(2025, 9)).next is None
    assert ask(site, MonthNeed(2025, 4)).previous is None


def test_parts_of_the_theme_are_those_of_the_theme(site: SmallSite) -> None:
    theme = site.add_term(a_term("desk", "wp_theme"))
    area = site.add_term(a_term("header", "wp_template_part_area"))
    site.add_post(a_post(type="wp_template_part", slug="head", content="<p>1</p>"), theme, area)
    site.add_post(a_post(type="wp_template_part", slug="foot", content="<p>2</p>"), theme)
    part = ask(site, TemplatePartNeed("desk", "head"))
    assert (part.id, part.content, part.area) == ("desk//head", "<p>1</p>", "header")
    assert ask(site, TemplatePartNeed("desk", "foot")).area == "uncategorized"
    assert ask(site, TemplatePartNeed("other", "head")) is None


def test_embeds_are_posts_of_the_site_or_what_was_kept(site: SmallSite) -> None:
    post = site.add_post(a_post(slug="grain", title="Grain"))
    film, nothing = EmbedNeed(post, "https://film.example/1"), EmbedNeed(post, "https://film.example/2")
    keys = {f"_oembed_{embed_key(film)}": "<iframe></iframe>", f"_oembed_{embed_key(nothing)}": "{{unknown}}"}
    other = site.add_post(a_post(), **keys)
    assert ask(site, EmbedNeed(other, "https://film.example/1")) == "<iframe></iframe>"
    assert ask(site, EmbedNeed(other, "https://film.example/2")) is None
    assert ask(site, EmbedNeed(other, "https://film.example/3")) is None
    own = ask(site, EmbedNeed(other, f"{HOME}/grain/"))
    assert f'<a href="{HOME}/grain/">Grain</a>' in own
    assert 'width="500"' in own
    assert 'width="300"' in ask(site, EmbedNeed(other, f"{HOME}/grain/", (("width", "300"),)))


def test_one_kind_of_need_costs_the_same_for_many(site: SmallSite) -> None:
    posts = [site.add_post(a_post(slug=f"p{number}")) for number in range(10)]
    newsroom = Newsroom(site.db, site.sites.read(), site.api.types)
    costs = []
    for asked in (posts[:1], posts):
        site.db.statements = 0
        answer_needs(newsroom, [PostNeed(post) for post in asked])
        answer_needs(newsroom, [PostTermsNeed(post, "category") for post in asked])
        answer_needs(newsroom, [PostCommentsNeed(post) for post in asked])
        costs.append(site.db.statements)
    assert costs[0] == costs[1]
