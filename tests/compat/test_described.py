"""The OpenAPI description says nothing that WordPress's recorded answers, or our own, break."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema_rs
import pytest

from copydesk.rest.openapi.paths import path_of
from tests.compat.player import KIT, Player
from tests.compat.site import open_compat_site

FILES = sorted(path.name.removesuffix(".jsonl.gz") for path in (KIT / "exchanges").glob("r-*.gz"))
ROOT = "/markets/wp-json"
OTHERWISE = ("_envelope", "_jsonp", "_method", "rest_route")  # arguments that change the answer's shape
EVERY = 5  # of our own answers only one in so many is looked at

pytestmark = [
    pytest.mark.skipif(not FILES, reason="the compatibility kit is not beside this checkout"),
    pytest.mark.slow,
]


class Description:
    """Checks answers of the kit's site against its description."""

    def __init__(self, player: Player) -> None:
        self.matcher = player.parts.api.matcher
        asked = {"id": "", "method": "GET", "path": f"{ROOT}/copydesk/v1/openapi.json"}
        self.document = json.loads(player.answer(asked)["body"])
        self.of_path = cache(self._of_path)

    def problems(self, exchange: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
        """What in an answer breaks the description."""
        path = exchange["path"].partition("?")[0].removeprefix(ROOT).rstrip("/") or "/"
        validator = self.of_path(path if answer["status"] < 400 else "")
        for error in validator.iter_errors(json.loads(answer["body"])):
            yield f"{exchange['id']} {error.instance_path}: {error.message[-300:]}"

    def _of_path(self, path: str) -> jsonschema_rs.Validator:
        schema = self.schema_of(path) if path else {"$ref": "#/components/schemas/Problem"}
        whole = {**schema, "components": self.document["components"]}
        return jsonschema_rs.Draft202012Validator(whole, validate_formats=True)

    def schema_of(self, path: str) -> dict[str, Any]:
        for found in self.matcher.find_all(path):
            described = self.document["paths"][path_of(found.route.pattern)[0]]
            if "get" in described:
                content = described["get"]["responses"]["200"]["content"]
                return dict(content["application/json"]["schema"])
        raise LookupError(path)


@pytest.fixture(scope="module")
def player() -> Player:
    return Player(open_compat_site())


@pytest.fixture(scope="module")
def description(player: Player) -> Description:
    return Description(player)


def is_described(exchange: dict[str, Any], answer: dict[str, Any]) -> bool:
    """True for JSON that is not in an envelope; of what the kit may not show it has an empty text."""
    kind = answer["headers"].get("Content-Type", "")
    path, _, query = exchange["path"].partition("?")
    plain = not any(name in query for name in OTHERWISE)
    overridden = any(name.lower() == "x-http-method-override" for name in exchange.get("headers", {}))
    fits = exchange["method"] == "GET" and path.startswith(ROOT) and kind.startswith("application/json")
    return fits and plain and not overridden and answer["body"] not in ("", '""')


@pytest.mark.parametrize("name", FILES or ["none"])
def test_recorded_answers_are_as_described(name: str, player: Player, description: Description) -> None:
    exchanges = [one for one in player.exchanges(name)[1] if is_described(one, one["response"])]
    assert [line for one in exchanges for line in description.problems(one, one["response"])] == []


@pytest.mark.parametrize("name", FILES or ["none"])
def test_our_answers_are_as_described(name: str, player: Player, description: Description) -> None:
    found: list[str] = []
    for exchange in player.exchanges(name)[1][::EVERY]:
        answer = player.answer(exchange)
        if is_described(exchange, answer):
            found += description.problems(exchange, answer)
    assert found == []
