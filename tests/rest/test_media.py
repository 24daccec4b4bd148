"""Files of the library through the API."""

from copydesk.store.php import serialize
from tests.rest.small_site import API, HOME, SmallSite
from tests.store.examples import a_post

PICTURE = {
    "width": 1600,
    "height": 1067,
    "file": "2025/05/floor.jpg",
    "filesize": 57506,
    "sizes": {
        "medium": {"file": "floor-300x200.jpg", "width": 300, "height": 200, "mime-type": "image/jpeg"}
    },
    "image_meta": {"aperture": "0", "keywords": {}},
}


def add_file(site: SmallSite, mime_type: str, file: str, metadata: object = None, **about: object) -> int:
    meta = {"_wp_attached_file": file, "_wp_attachment_metadata": serialize(metadata or {})}
    post = a_post(type="attachment", status="inherit", mime_type=mime_type, **about)
    return site.add_post(post, **meta)


def test_a_picture_knows_its_sizes(site: SmallSite) -> None:
    boss = site.add_member("administrator")
    picture = add_file(site, "image/jpeg", "2025/05/floor.jpg", PICTURE, slug="floor")
    answer = site.get(f"media/{picture}?context=edit", as_user=boss).body
    details = answer["media_details"]
    assert details["image_meta"] == {"aperture": "0", "keywords": []}
    assert details["sizes"]["full"]["source_url"] == f"{HOME}/wp-content/uploads/2025/05/floor.jpg"
    assert details["sizes"]["medium"]["mime_type"] == "image/jpeg"
    assert answer["missing_image_sizes"] == ["thumbnail", "medium_large", "large", "1536x1536"]
    assert answer["image_quality"] == {"default": 82, "sizes": []}
    assert answer["post"] is None


def test_other_files_have_no_qualities_of_pictures(site: SmallSite) -> None:
    boss = site.add_member("administrator")
    paper = add_file(site, "application/pdf", "2025/05/paper.pdf", {"filesize": 589})
    answer = site.get(f"media/{paper}?context=edit", as_user=boss).body
    assert not {"exif_orientation", "image_quality"} & answer.keys()
    assert answer["media_details"] == {"filesize": 589, "sizes": {}}
    assert answer["missing_image_sizes"] == ["thumbnail", "medium", "large"]


def test_a_file_leads_to_the_post_it_was_added_to(site: SmallSite) -> None:
    page = site.add_post(a_post(type="page", title="About", slug="about"))
    file = add_file(site, "image/gif", "2025/05/a.gif", parent=page, slug="a")
    answer = site.get(f"media/{file}?_embed").body
    assert answer["post"] == page
    assert answer["_links"]["wp:attached-to"] == [
        {"embeddable": True, "post_type": "page", "id": page, "href": f"{API}/pages/{page}"}
    ]
    assert answer["_embedded"]["wp:attached-to"][0]["slug"] == "about"


def test_files_are_found_by_kind(site: SmallSite) -> None:
    picture = add_file(site, "image/gif", "a.gif")
    paper = add_file(site, "application/pdf", "b.pdf")
    for asked, expected in (
        ("media_type=image", [picture]),
        ("mime_type=application/pdf", [paper]),
        ("media_type=audio", []),
    ):
        assert [one["id"] for one in site.get(f"media?{asked}").body] == expected
    assert len(site.get("media?mime_type=no/such-type").body) == 2, "unknown types set no condition"
