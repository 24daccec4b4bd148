"""Which blocks there are, and blocks rendered for the editor."""

import pytest

from copydesk.rest.resources.block_type_rules import BLOCKS
from copydesk.text.blocks.registry import BLOCK_TYPES
from tests.rest.small_site import API, SmallSite
from tests.store.examples import a_post, a_term


def test_every_block_that_is_rendered_has_words() -> None:
    assert BLOCKS.keys() == BLOCK_TYPES.keys()


def test_blocks_are_for_those_who_write(site: SmallSite) -> None:
    reader, author = site.add_member("subscriber"), site.add_member("author")
    assert site.get("block-types").code == "rest_block_type_cannot_view"
    assert site.get("block-types/core/image", as_user=reader).status == 403
    assert site.get("block-types/core/image", as_user=author).body["title"] == "Image"
    unknown = site.get("block-types/core/nothing", as_user=author)
    assert (unknown.code, unknown.allowed) == ("rest_block_type_invalid", [])


def test_blocks_of_a_namespace(site: SmallSite) -> None:
    author = site.add_member("author")
    assert len(site.get("block-types/core?_fields=name", as_user=author).body) == len(BLOCKS)
    assert site.get("block-types/acme", as_user=author).body == []
    assert site.get("block-types?namespace=acme", as_user=author).body == []


def test_a_block_that_the_server_renders_says_where(site: SmallSite) -> None:
    author = site.add_member("author")
    links = site.get("block-types/core/archives", as_user=author).body["_links"]
    assert links["wp:render-block"][0]["href"] == f"{API}/block-renderer/core/archives?context=edit"
    assert "wp:render-block" not in site.get("block-types/core/table", as_user=author).body["_links"]


def test_looks_of_blocks_are_their_own_and_those_of_the_theme(site: SmallSite) -> None:
    author = site.add_member("author")
    styles = site.get("block-types/core/separator", as_user=author).body["styles"]
    assert [style.get("isDefault", False) for style in styles] == [True, False, False]
    site.set_option("stylesheet", "twentytwentyfive")
    assert len(site.get("block-types/core/group", as_user=author).body["styles"]) == 5
    site.set_option("stylesheet", "daily")
    assert site.get("block-types/core/group", as_user=author).body["styles"] == []


def test_variations_follow_the_kinds_of_the_site(site: SmallSite) -> None:
    author = site.add_member("author")
    variations = site.get("block-types/core/navigation-link", as_user=author).body["variations"]
    assert [one["name"] for one in variations] == ["post", "page", "category", "tag", "post_format"]
    terms = site.get("block-types/core/post-terms", as_user=author).body["variations"]
    assert [one["name"] for one in terms if one.get("isDefault")] == ["category"]


def test_template_parts_are_variations(site: SmallSite) -> None:
    author = site.add_member("author")
    site.set_option("stylesheet", "daily")
    theme, area = (
        site.add_term(a_term("daily", "wp_theme")),
        site.add_term(a_term("header", "wp_template_part_area")),
    )
    site.add_post(a_post(type="wp_template_part", slug="masthead", title="Masthead"), theme, area)
    variations = site.get("block-types/core/template-part", as_user=author).body["variations"]
    assert [one["name"] for one in variations] == ["area_header", "area_footer", "instance_masthead"]
    assert variations[2]["icon"] == "header"


def render(site: SmallSite, path: str, user: int) -> str:
    return str(site.get(f"block-renderer/core/{path}", as_user=user).body["rendered"])


def test_a_block_is_rendered_with_its_attributes(site: SmallSite) -> None:
    author = site.add_member("author")
    assert render(site, "site-title?context=edit", author).startswith("<h1 ")
    assert render(site, "site-title?context=edit&attributes[level]=3", author).startswith("<h3 ")


def test_a_block_is_rendered_in_a_post(site: SmallSite) -> None:
    author = site.add_member("author")
    own = site.add_post(a_post(title="Rates rise", author=author))
    other = site.add_post(a_post(title="Rates fall", author=author + 1))
    assert ">Rates rise</h2>" in render(site, f"post-title?context=edit&post_id={own}", author)
    path = f"block-renderer/core/post-title?context=edit&post_id={other}"
    assert site.get(path, as_user=author).code == "block_cannot_read"
    assert site.get("block-renderer/core/post-title?context=edit&post_id=4711", as_user=author).status == 403


@pytest.mark.parametrize("name", ["paragraph", "nothing"])
def test_blocks_that_are_saved_as_html_are_not_rendered(name: str, site: SmallSite) -> None:
    author = site.add_member("author")
    assert site.get(f"block-renderer/core/{name}?context=edit", as_user=author).code == "block_invalid"


def test_rendering_is_for_editing_only(site: SmallSite) -> None:
    author = site.add_member("author")
    answer = site.get("block-renderer/core/archives", as_user=author)
    assert (answer.code, list(answer.body["data"]["params"])) == ("rest_invalid_param", ["context"])
    assert site.get("block-renderer/core/archives?context=edit").code == "block_cannot_read"


def test_unknown_attributes_are_refused_before_anything_else(site: SmallSite) -> None:
    answer = site.get("block-renderer/core/archives?context=edit&attributes[colour]=1")
    details = answer.body["data"]["details"]["attributes"]
    assert (answer.status, details["code"]) == (400, "rest_additional_properties_forbidden")


def test_nonsense_for_a_post_is_refused(site: SmallSite) -> None:
    author = site.add_member("author")
    for sent in ("post_id[]=5", "post_id=five", "attributes=5"):
        answer = site.get(f"block-renderer/core/archives?context=edit&{sent}", as_user=author)
        assert answer.code == "rest_invalid_param"
