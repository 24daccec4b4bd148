"""Widgets rest in the list of inactive ones, with their settings signed for those who may change them."""

import pytest

from copydesk.auth.keys import KEY_NAMES, Keys
from copydesk.content.site import SiteReader
from copydesk.store.php import serialize
from tests.rest.small_site import SmallSite


@pytest.fixture
def boss(site: SmallSite) -> int:
    """An administrator of a site with widgets, half of them in a sidebar of a former theme."""
    blocks = {2: {"content": "<!-- wp:search /-->"}, 3: {"content": "<p>5 < 6</p>"}, "_multiwidget": 1}
    site.set_option("widget_block", serialize(blocks))
    site.set_option("widget_text", serialize({4: {"title": 'A "note"', "text": "x"}, "_multiwidget": 1}))
    places = {
        "wp_inactive_widgets": {0: "block-3"},
        "sidebar-1": {0: "text-4", 1: "block-2"},
        "array_version": 3,
    }
    site.set_option("sidebars_widgets", serialize(places))
    return site.add_member("administrator")


def test_all_widgets_are_inactive(site: SmallSite, boss: int) -> None:
    found = site.get("widgets", as_user=boss).body
    assert [one["id"] for one in found] == ["block-3", "text-4", "block-2"]
    assert {one["sidebar"] for one in found} == {"wp_inactive_widgets"}
    assert site.get("widgets?sidebar=sidebar-1", as_user=boss).body == []
    sidebar = site.get("sidebars", as_user=boss).body[0]
    assert (sidebar["widgets"], sidebar["status"]) == (["block-3", "text-4", "block-2"], "inactive")


def test_settings_are_shown_for_editing(site: SmallSite, boss: int) -> None:
    keys = Keys.of({name: name for name in KEY_NAMES})
    site.sites = SiteReader(site.db, keys=keys)
    widget = site.get("widgets/block-2?context=edit", as_user=boss).body
    assert widget["instance"]["raw"] == {"content": "<!-- wp:search /-->"}
    assert widget["instance"]["encoded"].startswith("YToxOntzOjc6ImNvbnRlbnQi")
    assert widget["instance"]["hash"] == keys.sign(serialize({"content": "<!-- wp:search /-->"}))
    assert "&lt;!-- wp:search /--&gt;</textarea>" in widget["rendered_form"]
    assert "instance" not in site.get("widgets/block-2", as_user=boss).body


def test_without_keys_nothing_is_signed(site: SmallSite, boss: int) -> None:
    assert site.get("widgets/block-2?context=edit", as_user=boss).body["instance"]["hash"] == ""


def test_the_form_of_a_text_hides_what_scripts_fill_in(site: SmallSite, boss: int) -> None:
    form = site.get("widgets/text-4?context=edit", as_user=boss).body["rendered_form"]
    assert (
        'name="widget-text[4][title]" class="title sync-input" type="hidden" value="A &quot;note&quot;"'
        in form
    )


def test_what_is_linked_can_be_embedded(site: SmallSite, boss: int) -> None:
    widget = site.get("widgets/text-4?_embed", as_user=boss).body
    assert widget["_embedded"]["about"][0]["name"] == "Text"
    sidebar = site.get("sidebars/wp_inactive_widgets?_embed", as_user=boss).body
    assert len(sidebar["_embedded"]["wp:widget"][0]) == 3


def test_widgets_without_settings_or_place_are_kept(site: SmallSite) -> None:
    boss = site.add_member("administrator")
    assert site.get("widgets", as_user=boss).body == []
    site.set_option("sidebars_widgets", serialize({"wp_inactive_widgets": {0: "ticker", 1: "block-9"}}))
    found = site.get("widgets?context=edit", as_user=boss).body
    assert [(one["id_base"], one["instance"]) for one in found] == [("ticker", None), ("block", None)]
    assert "about" not in found[0]["_links"]


def test_there_are_widgets_or_not(site: SmallSite, boss: int) -> None:
    for path, code in (
        ("widgets/block-7", "rest_widget_not_found"),
        ("sidebars/sidebar-1", "rest_sidebar_not_found"),
        ("widget-types/nothing", "rest_widget_type_invalid"),
    ):
        assert site.get(path, as_user=boss).code == code
        assert site.get(path).code == "rest_cannot_manage_widgets"
        assert site.get(path, as_user=site.add_member("editor")).status == 403


def test_kinds_of_widgets(site: SmallSite, boss: int) -> None:
    kinds = site.get("widget-types", as_user=boss).body
    assert {"block", "text", "recent-posts"} <= {kind["id"] for kind in kinds}
    assert site.get("widget-types/recent-posts", as_user=boss).body["classname"] == "widget_recent_entries"
