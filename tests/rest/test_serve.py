"""From a request to bytes: method override, envelopes, callbacks, headers, callers that are not heard."""

import json
from typing import Any

import pytest

from copydesk.rest.serve import Response, serve
from copydesk.wire.query import parse_query
from copydesk.wire.request import Request
from tests.rest.small_site import HOME, SmallSite
from tests.store.examples import a_post

INDEX_LINK = f'<{HOME}/wp-json/>; rel="https://api.w.org/"'


def ask(site: SmallSite, path: str, method: str = "GET", **headers: str) -> Response:
    route, _, query = path.partition("?")
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    request = Request(method, route, parse_query(query), names)
    with site.db.reading():
        return serve(site.api, site.db, site.sites, request)


def body_of(response: Response) -> Any:
    return json.loads(response.body)


def test_envelope_holds_status_and_headers(site: SmallSite) -> None:
    for _ in range(2):
        site.add_post(a_post())
    response = ask(site, "/wp/v2/posts?_envelope&per_page=1")
    body = body_of(response)
    assert list(body) == ["body", "status", "headers"]
    assert list(body["headers"]) == ["X-WP-Total", "X-WP-TotalPages", "Link", "Allow"]
    assert body["headers"]["X-WP-Total"] == 2
    assert "X-WP-Total" not in response.headers
    assert "Allow" not in response.headers
    assert response.headers["Link"] == INDEX_LINK


def test_envelope_hides_errors(site: SmallSite) -> None:
    response = ask(site, "/wp/v2/nowhere?_envelope")
    body = body_of(response)
    assert (response.status, body["status"], body["headers"]) == (200, 404, [])


def test_comments_count_in_words(site: SmallSite) -> None:
    assert body_of(ask(site, "/wp/v2/comments?_envelope"))["headers"]["X-WP-Total"] == "0"


def test_callback_wraps_the_answer(site: SmallSite) -> None:
    response = ask(site, "/wp/v2/posts?_jsonp=desk.show")
    assert response.body == b"/**/desk.show([])"
    assert response.headers["Content-Type"].startswith("application/javascript")


def test_bad_callback_is_refused(site: SmallSite) -> None:
    response = ask(site, "/wp/v2/posts?_jsonp=bad-name")
    assert (response.status, "data" in body_of(response)) == (400, False)


@pytest.mark.parametrize("pretty", ["", "?_pretty"])
def test_people_may_ask_for_lines(site: SmallSite, pretty: str) -> None:
    assert (b"\n" in ask(site, f"/wp/v2/statuses{pretty}").body) == bool(pretty)


def test_head_has_no_body(site: SmallSite) -> None:
    response = ask(site, "/wp/v2/posts", "HEAD")
    assert (response.body, response.headers["X-WP-Total"]) == (b"", "0")


def test_another_method_may_be_named(site: SmallSite) -> None:
    assert ask(site, "/wp/v2/posts/1?_method=DELETE").status == 404
    assert ask(site, "/wp/v2/posts?_method=options").body.startswith(b'{"namespace"')
    assert body_of(ask(site, "/wp/v2/posts?_method=bogus"))["code"] == "rest_no_route"
    assert ask(site, "/wp/v2/posts", x_http_method_override="OPTIONS").body.startswith(b'{"namespace"')


def test_options_of_nothing_is_an_empty_list(site: SmallSite) -> None:
    assert ask(site, "/wp/v2/nowhere", "OPTIONS").body == b"[]"


def test_callers_from_other_sites_are_answered(site: SmallSite) -> None:
    headers = ask(site, "/wp/v2/posts", origin="https://else.example").headers
    assert headers["Access-Control-Allow-Origin"] == "https://else.example"
    assert headers["Vary"] == "Origin"


def test_bad_nonce_is_not_heard(site: SmallSite) -> None:
    response = ask(site, "/wp/v2/posts?_wpnonce=abc")
    assert (response.status, body_of(response)["code"]) == (403, "rest_cookie_invalid_nonce")
    assert "no-store" in response.headers["Cache-Control"]
    assert "Allow" not in response.headers


def test_links_repeat_the_arguments(site: SmallSite) -> None:
    for _ in range(4):
        site.add_post(a_post())
    link = ask(site, "/wp/v2/POSTS?_fields=id,slug&page=%202&per_page=1").headers["Link"]
    route = f"{HOME}/wp-json/wp/v2/posts?_fields=id%2Cslug"
    assert link == f'<{route}&page=1&per_page=1>; rel="prev", <{route}&page=3&per_page=1>; rel="next"'


def test_single_post_names_the_page_for_people(site: SmallSite) -> None:
    post = site.add_post(a_post(slug="grain"))
    response = ask(site, f"/wp/v2/posts/{post}")
    assert response.headers["Link"] == f'<{HOME}/grain/>; rel="alternate"; type=text/html'
    assert response.headers["Allow"] == "GET"


def test_plain_addresses_name_the_route_in_the_query(site: SmallSite) -> None:
    site.set_option("permalink_structure", "")
    post, _ = site.add_post(a_post()), site.add_post(a_post())
    start = f"{HOME}/index.php?rest_route="
    shown = body_of(ask(site, f"/wp/v2/posts/{post}"))["_links"]
    assert shown["self"][0]["href"] == f"{start}/wp/v2/posts/{post}"
    assert shown["replies"][0]["href"] == f"{start}%2Fwp%2Fv2%2Fcomments&post={post}"
    link = ask(site, "/wp/v2/posts?rest_route=/wp/v2/posts&per_page=1").headers["Link"]
    assert link == f'<{start}%2Fwp%2Fv2%2Fposts&per_page=1&page=2>; rel="next"'
