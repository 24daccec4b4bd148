"""Files through the API: added, described, edited and deleted, with what lies in the folder."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from copydesk.auth.roles import load_viewer
from copydesk.content.site import SiteReader
from copydesk.rest.dispatch import dispatch
from copydesk.rest.page import Call
from copydesk.store.users import get_user
from copydesk.wire.json import encode
from copydesk.wire.request import Answer, Request
from tests.rest.small_site import SmallSite


@pytest.fixture
def boss(site: SmallSite) -> int:
    return site.add_member("administrator")


def send(site: SmallSite, root: Path, method: str, path: str, **asked: Any) -> Answer:
    headers: dict[str, str] = dict(asked.get("headers", {}))
    body: bytes = asked.get("body", b"")
    if "json" in asked:
        headers["content-type"], body = "application/json", encode(asked["json"])
    request = Request(method, f"/wp/v2/{path}", asked.get("query", {}), headers, body)
    reader = SiteReader(site.db)
    user = get_user(site.db, asked["who"])
    assert user
    viewer = load_viewer(site.db, reader.read().options, user)
    return dispatch(Call(site.api, site.db, reader.read(), viewer, request, uploads=root))


def upload(site: SmallSite, root: Path, who: int, name: str, data: bytes) -> Answer:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return send(site, root, "POST", "media", who=who, headers=headers, body=data)


def a_picture() -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (400, 200), "teal").save(buffer, "JPEG")
    return buffer.getvalue()


def files_in(root: Path) -> list[str]:
    return sorted(path.name for path in root.rglob("*") if path.is_file())


def test_a_picture_lives_and_goes_with_its_files(site: SmallSite, boss: int, tmp_path: Path) -> None:
    root = tmp_path / "uploads"
    added = upload(site, root, boss, "quay.jpg", a_picture())
    assert added.status == 201
    assert files_in(root) == ["quay-150x150.jpg", "quay-300x150.jpg", "quay.jpg"]
    picture = added.data["id"]
    told = {"alt_text": "A <b>quay</b>", "caption": "Dawn"}
    changed = send(site, root, "POST", f"media/{picture}", who=boss, json=told)
    assert (changed.data["alt_text"], changed.data["caption"]["raw"]) == ("A quay", "Dawn")
    assert send(site, root, "DELETE", f"media/{picture}", who=boss).status == 501
    assert send(site, root, "DELETE", f"media/{picture}", who=boss, query={"force": "true"}).status == 200
    assert files_in(root) == []


def test_an_edited_picture_is_another_one(site: SmallSite, boss: int, tmp_path: Path) -> None:
    root = tmp_path / "uploads"
    added = upload(site, root, boss, "quay.jpg", a_picture()).data
    asked = {"src": added["source_url"], "rotation": 90}
    edited = send(site, root, "POST", f"media/{added['id']}/edit", who=boss, json=asked)
    assert edited.status == 201
    details = edited.data["media_details"]
    assert (details["width"], details["height"]) == (200, 400)
    assert details["file"].endswith("quay-edited.jpg")


def test_what_is_refused_leaves_no_file(site: SmallSite, boss: int, tmp_path: Path) -> None:
    root = tmp_path / "uploads"
    assert upload(site, root, boss, "x.jpg", b"<?php echo 1;").status == 500
    refused = send(
        site,
        root,
        "POST",
        "media",
        who=boss,
        query={"author": "999"},
        headers={"content-disposition": "attachment; filename=x.jpg"},
        body=a_picture(),
    )
    assert refused.status == 400
    assert files_in(root) == []
