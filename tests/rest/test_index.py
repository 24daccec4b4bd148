"""What the API says of itself at its roots."""

from copydesk.store.php import serialize
from tests.rest.small_site import API, HOME, SmallSite
from tests.store.examples import a_post


def test_index_says_what_the_site_is(site: SmallSite) -> None:
    said = site.get("/").body
    assert (said["name"], said["home"], said["timezone_string"]) == ("Desk", HOME, "Asia/Kolkata")
    assert said["gmt_offset"] == 5.5
    assert "wp/v2" in said["namespaces"]
    assert said["routes"]["/wp/v2/posts"]["_links"] == {"self": [{"href": f"{API}/posts"}]}
    assert "schema" not in said["routes"]["/wp/v2/posts"]
    assert list(said["_links"]) == ["help"]


def test_help_explains_the_answers(site: SmallSite) -> None:
    said = site.get("/wp/v2?context=help").body
    assert said["routes"]["/wp/v2/posts"]["schema"]["title"] == "post"
    assert said["_links"] == {"up": [{"href": f"{HOME}/wp-json/"}]}


def test_links_of_the_index_are_picked_those_of_namespaces_stay(site: SmallSite) -> None:
    assert list(site.get("/?_fields=name").body) == ["name"]
    assert list(site.get("/?_fields=name,_links").body) == ["name", "_links"]
    assert list(site.get("/wp/v2?_fields=namespace").body) == ["namespace", "_links"]
    assert site.get("/wp/v2/posts?_fields=name", method="OPTIONS").body == []


def test_writers_are_told_the_theme(site: SmallSite) -> None:
    site.set_option("stylesheet", "paper")
    links = site.get("/", as_user=site.add_member("contributor")).body["_links"]
    assert links["wp:active-theme"] == [{"href": f"{API}/themes/paper"}]
    assert "wp:active-theme" not in site.get("/", as_user=site.add_member("subscriber")).body["_links"]


def test_pictures_of_the_site_can_be_embedded(site: SmallSite) -> None:
    file = a_post(type="attachment", status="inherit", mime_type="image/png")
    metadata = serialize({"width": 10, "height": 10, "file": "logo.png"})
    logo = site.add_post(file, _wp_attached_file="logo.png", _wp_attachment_metadata=metadata)
    site.set_option("site_logo", str(logo))
    site.set_option("site_icon", str(logo))
    said = site.get("/?_embed&_fields=site_logo,_links").body
    assert said["site_logo"] == logo
    assert [link["type"] for link in said["_links"]["wp:featuredmedia"]] == ["site_logo", "site_icon"]
    assert [picture["id"] for picture in said["_embedded"]["wp:featuredmedia"]] == [logo, logo]
    assert "_embedded" not in site.get("/?_embed=author").body
    assert site.get("/").body["site_icon_url"] == f"{HOME}/wp-content/uploads/logo.png"


def test_sites_on_https_offer_application_passwords(site: SmallSite) -> None:
    assert "application-passwords" in site.get("/").body["authentication"]
    site.set_option("siteurl", "http://desk.example")
    assert site.get("/").body["authentication"] == []
