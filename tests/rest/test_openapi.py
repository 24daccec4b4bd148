"""The OpenAPI description: that it is one, and that it says what is declared."""

from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from copydesk.rest.openapi.operations import operation_id
from copydesk.rest.openapi.paths import Place, path_of
from tests.rest.small_site import SmallSite

ADDRESS = "/copydesk/v1/openapi.json"


def described(site: SmallSite) -> dict[str, Any]:
    answer = site.get(ADDRESS)
    assert answer.status == 200
    assert isinstance(answer.body, dict)
    return answer.body


def arguments(operation: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["name"]: one for one in operation["parameters"] if "name" in one}


@pytest.mark.slow
def test_it_is_a_description(site: SmallSite) -> None:
    errors = [error.message for error in OpenAPIV31SpecValidator(described(site)).iter_errors()]
    assert errors == []


def test_every_route_and_method_is_described_once(site: SmallSite) -> None:
    paths = described(site)["paths"]
    offered = {
        (path_of(route.pattern)[0], method.lower()) for route in site.api.routes for method in route.methods
    }
    assert {(path, method) for path, methods in paths.items() for method in methods} == offered
    names = [operation["operationId"] for methods in paths.values() for operation in methods.values()]
    assert len(names) == len(set(names))


def test_clients_of_wordpress_do_not_see_it(site: SmallSite) -> None:
    index = site.get("/").body
    assert ADDRESS not in index["routes"]
    assert "copydesk/v1" not in index["namespaces"]


def test_arguments_are_written_as_the_server_reads_them(site: SmallSite) -> None:
    posts = arguments(described(site)["paths"]["/wp/v2/posts"]["get"])
    assert posts["per_page"]["schema"]["maximum"] == 100
    assert (posts["include"]["style"], posts["include"]["explode"]) == ("form", False)
    assert posts["tags"]["schema"]["type"] == "array"
    assert posts["tags[operator]"]["schema"]["enum"] == ["AND", "OR"]


def test_contexts_are_told_apart_by_what_is_not_there(site: SmallSite) -> None:
    schemas = described(site)["components"]["schemas"]
    assert "password" in schemas["post.edit"]["properties"]
    assert "password" not in schemas["post.view"]["properties"]
    assert {"required": ["password"]} in schemas["post.view"]["not"]["anyOf"]
    assert "not" not in schemas["post.edit"]


def test_what_is_embedded_is_described_where_it_is(site: SmallSite) -> None:
    embedded = described(site)["components"]["schemas"]["post.view"]["properties"]["_embedded"]
    author = embedded["properties"]["author"]["items"]["anyOf"]
    assert {"$ref": "#/components/schemas/user.embed"} in author
    replies = embedded["properties"]["replies"]["items"]["anyOf"]
    assert replies[0]["type"] == "array"


def test_writes_say_what_they_take_and_what_they_leave(site: SmallSite) -> None:
    document = described(site)
    single = document["paths"]["/wp/v2/posts/{id}"]
    body = single["put"]["requestBody"]["content"]["application/json"]["schema"]
    assert body == single["post"]["requestBody"]["content"]["application/json"]["schema"]
    deleted = single["delete"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert deleted["anyOf"][0]["required"] == ["deleted"]
    assert "201" in document["paths"]["/wp/v2/posts"]["post"]["responses"]


def test_paths_have_a_place_for_every_segment() -> None:
    assert path_of(r"/wp/v2/posts/(?P<parent>[\d]+)/revisions/(?P<id>[\d]+)") == (
        "/wp/v2/posts/{parent}/revisions/{id}",
        (Place("parent", r"[\d]+"), Place("id", r"[\d]+")),
    )
    assert path_of(r"/a/(?P<name>(?:b|c)+\/[d/)]+)") == (
        "/a/{name}/{name_2}",
        (Place("name", "(?:b|c)+"), Place("name_2", "[d/)]+")),
    )
    assert path_of(r"/a/(?P<id>(x(?:\/y)?)z)/b")[1] == (Place("id", "(x(?:/y)?)z"),)
    with pytest.raises(ValueError, match="not closed"):
        path_of("/a/(?P<id>[)]")


def test_names_of_operations_are_names() -> None:
    assert operation_id("GET", "/") == "get_index"
    assert operation_id("GET", "/oembed/1.0/embed") == "get_oembed_1_0_embed"
    assert operation_id("PUT", "/wp/v2/posts/{id}") == "put_posts_id"
