"""Templates through the API: what editors saved takes the place of the theme's files."""

import pytest

from copydesk.store.rows import Term
from tests.rest.small_site import API, SmallSite
from tests.store.examples import a_post, a_term

THEME = "twentytwentyfive"


@pytest.fixture
def theme(site: SmallSite) -> Term:
    """The term that marks what belongs to the theme in use."""
    site.set_option("stylesheet", THEME)
    site.set_option("template", THEME)
    return site.add_term(a_term(THEME, "wp_theme"))


def add_template(site: SmallSite, theme: Term, slug: str, kind: str = "wp_template", **meta: str) -> int:
    post = a_post(type=kind, slug=slug, title=slug.title(), content="<!-- wp:post-title /-->", author=1)
    return site.add_post(post, theme, **meta)


def test_files_of_the_theme_come_after_saved_templates(site: SmallSite, theme: Term) -> None:
    boss = site.add_member("administrator")
    add_template(site, theme, "page")
    found = site.get("templates", as_user=boss).body
    assert found[0]["slug"] == "page"
    assert [one["source"] for one in found if one["slug"] == "page"] == ["custom"]
    assert {one["source"] for one in found if one["slug"] != "page"} == {"theme"}


def test_who_writes_may_read_templates_and_the_boss_may_change_them(site: SmallSite, theme: Term) -> None:
    boss, author = site.add_member("administrator"), site.add_member("author")
    path = f"templates/{THEME}//single"
    assert site.get(path).code == "rest_cannot_manage_templates"
    assert site.get(path, as_user=site.add_member("subscriber")).status == 403
    assert site.get(path, as_user=author).allowed == ["GET"]
    assert "DELETE" in site.get(path, as_user=boss).allowed
    assert site.get(f"templates/{THEME}//nothing", as_user=author).code == "rest_template_not_found"
    assert site.get("templates/other//single", as_user=author).status == 404


def test_one_slash_is_as_good_as_two(site: SmallSite, theme: Term) -> None:
    boss = site.add_member("administrator")
    assert site.get(f"templates/{THEME}/single", as_user=boss).body["id"] == f"{THEME}//single"


def test_a_saved_template_says_who_made_it(site: SmallSite, theme: Term) -> None:
    boss = site.add_member("administrator")
    add_template(site, theme, "single", origin="theme")
    add_template(site, theme, "sports")
    changed = site.get(f"templates/{THEME}//single", as_user=boss).body
    assert (changed["original_source"], changed["author_text"]) == ("theme", "Twenty Twenty-Five")
    assert (changed["origin"], changed["has_theme_file"], changed["is_custom"]) == ("theme", True, False)
    own = site.get(f"templates/{THEME}//sports", as_user=boss).body
    assert (own["original_source"], own["has_theme_file"], own["is_custom"]) == ("user", False, True)


def test_a_template_for_one_page_is_nobody_s_own_idea(site: SmallSite, theme: Term) -> None:
    boss = site.add_member("administrator")
    add_template(site, theme, "page-about", is_wp_suggestion="1")
    assert site.get(f"templates/{THEME}//page-about", as_user=boss).body["is_custom"] is False


def test_parts_without_a_theme_get_that_of_the_template(site: SmallSite, theme: Term) -> None:
    boss = site.add_member("administrator")
    content = '<!-- wp:group --><div><!-- wp:template-part {"slug":"top"} /--></div><!-- /wp:group -->'
    site.add_post(a_post(type="wp_template", slug="page", content=content), theme)
    shown = site.get(f"templates/{THEME}//page", as_user=boss).body["content"]["raw"]
    assert f'{{"slug":"top","theme":"{THEME}"}}' in shown


def test_parts_are_found_by_their_area(site: SmallSite, theme: Term) -> None:
    boss = site.add_member("administrator")
    area = site.add_term(a_term("footer", "wp_template_part_area"))
    site.add_post(a_post(type="wp_template_part", slug="imprint"), theme, area)
    found = site.get("template-parts?area=footer", as_user=boss).body
    assert found[0]["slug"] == "imprint"
    assert {one["area"] for one in found} == {"footer"}


def test_the_nearest_template_stands_in(site: SmallSite, theme: Term) -> None:
    boss = site.add_member("administrator")
    assert site.get("templates/lookup?slug=category-news", as_user=boss).body["slug"] == "archive"
    assert (
        site.get("templates/lookup?slug=page-about&template_prefix=page", as_user=boss).body["slug"] == "page"
    )
    assert site.get("templates/lookup?slug=front-page", as_user=boss).body["slug"] == "home"
    assert site.get("templates/lookup", as_user=boss).code == "rest_missing_callback_param"


def test_a_theme_that_nobody_knows_has_no_files(site: SmallSite) -> None:
    boss = site.add_member("administrator")
    site.set_option("stylesheet", "daily")
    assert site.get("templates", as_user=boss).body == []
    assert site.get("templates/lookup?slug=single", as_user=boss).body == {}


def test_revisions_are_of_what_was_saved(site: SmallSite, theme: Term) -> None:
    boss, author = site.add_member("administrator"), site.add_member("author")
    template = add_template(site, theme, "single")
    old = a_post(
        type="revision", status="inherit", parent=template, title="Before", slug=f"{template}-revision-v1"
    )
    revision = site.add_post(old)
    saved = site.add_post(
        a_post(type="revision", status="inherit", parent=template, slug=f"{template}-autosave-v1")
    )
    path = f"templates/{THEME}//single"
    found = site.get(f"{path}/revisions", as_user=boss)
    assert {one["wp_id"] for one in found.body} == {revision, saved}
    one = site.get(f"{path}/revisions/{revision}", as_user=boss).body
    assert (one["title"]["raw"], one["slug"], one["parent"]) == ("Before", "single", template)
    assert one["_links"]["parent"][0]["href"] == f"{API}/{path}"
    assert [one["wp_id"] for one in site.get(f"{path}/autosaves", as_user=boss).body] == [saved]
    assert site.get(f"{path}/revisions", as_user=author).code == "rest_cannot_read"
    assert site.get(f"{path}/revisions/4711", as_user=boss).code == "rest_post_invalid_id"
    assert site.get(f"templates/{THEME}//index/revisions", as_user=boss).code == "rest_invalid_template"
    assert site.get(f"templates/{THEME}//nothing/revisions", as_user=boss).status == 404


def test_templates_cost_the_same_however_many_there_are(site: SmallSite, theme: Term) -> None:
    boss = site.add_member("administrator")
    costs = []
    for start, end in ((0, 2), (2, 12)):
        for number in range(start, end):
            add_template(site, theme, f"t{number}")
        site.get("templates", as_user=boss)
        site.db.statements = 0
        site.get("templates?context=edit", as_user=boss)
        costs.append(site.db.statements)
    assert costs[0] == costs[1]
