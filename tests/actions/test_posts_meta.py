"""Meta of posts: stored as PHP stores it, deleted by null, and refused without taking the post back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from copydesk.store.meta import load_meta
from tests.rest.small_site import SmallSite, small_site

REGISTERED: dict[str, Any] = {
    "post_meta": [
        {"post_type": "post", "key": "port", "type": "string", "single": True, "show_in_rest": True},
        {"post_type": "post", "key": "boats", "type": "string", "single": False, "show_in_rest": True},
        {
            "post_type": "post",
            "key": "crew",
            "type": "array",
            "single": True,
            "show_in_rest": {"schema": {"type": "array", "items": {"type": "string"}}},
        },
    ]
}


BOSS = 1  # the first member


@pytest.fixture
def harbour(tmp_path: Path) -> Iterator[SmallSite]:
    with small_site(tmp_path, REGISTERED) as found:
        assert found.add_member("administrator") == BOSS
        yield found


def said(site: SmallSite, meta: Any, path: str = "posts") -> Any:
    return site.send("POST", path, {"title": "Ferry", "status": "publish", "meta": meta}, as_user=BOSS)


def test_values_are_stored_as_php_does(harbour: SmallSite) -> None:
    made = said(harbour, {"port": "Pula", "boats": ["A", "B"], "crew": "Ana", "unknown": "x"}).body
    assert made["meta"] == {"port": "Pula", "boats": ["A", "B"], "crew": ["Ana"], "footnotes": ""}
    stored = load_meta(harbour.db, "post", (made["id"],))[made["id"]]
    assert stored == {"port": ["Pula"], "boats": ["A", "B"], "crew": ['a:1:{i:0;s:3:"Ana";}']}


def test_null_deletes(harbour: SmallSite) -> None:
    post_id = said(harbour, {"port": "Pula", "boats": ["A"]}).body["id"]
    changed = said(harbour, {"port": None, "boats": []}, f"posts/{post_id}").body
    assert (changed["meta"]["port"], changed["meta"]["boats"]) == ("", [])
    assert load_meta(harbour.db, "post", (post_id,))[post_id] == {}


def test_a_value_that_does_not_fit_is_refused_and_the_post_stays(harbour: SmallSite) -> None:
    refused = said(harbour, {"port": 5, "crew": ["Ana"]})
    assert (refused.status, refused.code) == (400, "rest_invalid_type")
    assert refused.body["additional_data"] == [{"param": "meta.port"}]
    (post,) = [one for one in harbour.get("posts").body if one["title"]["rendered"] == "Ferry"]
    assert post["meta"]["crew"] == ["Ana"]


def test_meta_must_be_an_object(harbour: SmallSite) -> None:
    refused = said(harbour, "Pula")
    assert (refused.status, refused.code, refused.body["data"]["details"]) == (400, "rest_invalid_param", [])
