"""Arguments that nobody sends in earnest: every route answers them as the protocol does, never with a bug."""

import json
import random
import re
from collections.abc import Iterator

import pytest

from copydesk.rest.openapi.paths import path_of
from copydesk.rest.route import Route
from tests.compat.player import KIT, Player
from tests.compat.site import open_compat_site

ROOT = "/markets/wp-json"
EVERYWHERE = ("_fields", "_embed", "_envelope", "_jsonp", "_pretty", "_method", "context")
ASKED = 0.02  # this share of all combinations, another one for every caller
EXAMPLES = {"id": "10101", "parent": "10101", "type": "post", "status": "publish", "taxonomy": "category"}

NUMBERS = ("-1", "0", "-0", "1e400", "NaN", "inf", "0x10", "%c2%b2", "%d9%a3", str(10**30), "9" * 4400)
TEXTS = ("", "%00", "a%00b", "%ff", "%ed%a0%80", "%f0%9f%98%80", ",", ",,1,", "(((*", "%5C", "x" * 100_000)
DATES = ("0000-00-00T00:00:00", "9999999-01-01T00:00:00", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00Z")
ADDRESSES = (
    "http://%5B",
    "http://a%00b/",
    "http://desk.example:99999/",
    "https://desk.example/markets/?p=%00",
)
ARRAYS = ("[]=", "[a]=b", "[a][b][c]=1", "[][]=1", "[-1]=1", "[terms][a]=1", "[%ff]=1", "[a]" * 70 + "=1")
VALUES = (*(f"={text}" for text in (*NUMBERS, *TEXTS, *DATES, *ADDRESSES)), *ARRAYS)
NAMES = ("0", "9" * 30, "9" * 5000, "%00", "%ff", "..", "x" * 3000, "1.5", "(", "me", "//", "a//b", "\u0663")

pytestmark = [
    pytest.mark.skipif(not KIT.exists(), reason="the compatibility kit is not beside this checkout"),
    pytest.mark.slow,
]


@pytest.fixture(scope="module")
def player() -> Player:
    return Player(open_compat_site())


def hostile_paths(route: Route) -> Iterator[str]:
    """What a route is asked: odd arguments at a sensible address, and odd addresses."""
    path, places = path_of(route.pattern)
    sensible = re.sub(r"\{(\w+?)\}", lambda place: EXAMPLES.get(place[1], "1"), path)
    for endpoint in route.endpoints:
        if "GET" in endpoint.methods:
            for name in (*endpoint.params, *EVERYWHERE):
                yield from (f"{ROOT}{sensible}?{name}{value}" for value in VALUES)
    for place in places:
        for name in NAMES:
            odd = re.sub(r"[{}]", "", path.replace(f"{{{place.name}}}", name))
            yield from (f"{ROOT}{odd}", f"/markets/?rest_route={odd}")


@pytest.mark.parametrize("caller", ["anon", "asha", "newsdesk"])
def test_every_answer_is_one_of_the_protocol(player: Player, caller: str) -> None:
    chance = random.Random(caller)
    wrong = []
    for route in player.parts.api.routes:
        for path in hostile_paths(route):
            if chance.random() < ASKED:
                answer = player.answer({"id": "", "method": "GET", "path": path, "as": caller})
                if not is_of_the_protocol(answer["status"], answer["headers"], answer["body"]):
                    wrong.append((answer["status"], path[:200]))
    assert wrong == []


def is_of_the_protocol(status: int, headers: dict[str, str], body: str) -> bool:
    """True for whole JSON without a server's error; 501 says what is not offered yet."""
    if status >= 500 and status != 501:
        return False
    if headers.get("Content-Type", "").startswith("application/json") and body:
        json.loads(body)
    return True
