"""Clients that nobody here wrote read the sample newsroom: wpapi, and the packages of WordPress's editor."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from copydesk.auth.passwords import fast_hash
from copydesk.store.database import open_database
from copydesk.store.meta_write import add_meta
from copydesk.store.php import serialize
from copydesk.store.users_write import insert_user
from copydesk.store.work import open_work
from tests.store.examples import a_user
from tests.web.test_server import newsroom, serving  # noqa: F401 — a fixture

ROOT = Path(__file__).parents[2]
NODE = shutil.which("node")
PACKAGES = ["wpapi", "jsdom", "@wordpress/api-fetch", "@wordpress/core-data", "@wordpress/data"]
MISSING = [] if NODE else ["node"]
MISSING += [name for name in PACKAGES if not (ROOT / "node_modules" / name).exists()]

SECRET = "abcd EFGH 1234 ijkl MNOP 6789"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)} (see package.json)"),
]


@pytest.fixture(scope="module")
def home(newsroom: Path) -> Iterator[str]:  # noqa: F811 — the fixture
    """The address of the newsroom's front page, with an editor who has an application password."""
    add_member(newsroom, "editor")
    with serving(newsroom, at_home=True) as client:
        yield f"{client.base_url}/news".replace("//news", "/news")


def add_member(folder: Path, role: str) -> None:
    """Somebody of this role, who is called by it and has an application password."""
    db = open_database(f"sqlite:///{folder}/copydesk.db")
    kept = {"uuid": "u-1", "app_id": "", "name": "app", "password": fast_hash(SECRET.replace(" ", ""))}
    with open_work(db) as work:
        member = insert_user(work, a_user(login=role, nicename=role, display_name=role.title()))
        add_meta(work, "user", member, key="wp_capabilities", value=serialize({role: True}))
        add_meta(work, "user", member, key="_application_passwords", value=serialize({0: kept}))
    db.close()


def read_with(script: str, *arguments: str) -> dict[str, Any]:
    """What a client's script got."""
    assert NODE
    command = [NODE, str(Path(__file__).parent / script), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr[-2000:]
    got: dict[str, Any] = json.loads(done.stdout)
    return got


def ask(home: str, path: str) -> Any:
    return httpx.get(f"{home}/wp-json/wp/v2/{path}", trust_env=False).json()


def test_wpapi_finds_the_api_and_reads_the_newsroom(home: str) -> None:
    got = read_with("read_with_wpapi.mjs", home)
    newest = [post["id"] for post in ask(home, "posts?per_page=12&_fields=id")]
    assert (got["site"], got["total"], got["pages"]) == ("Tidewire", 12, 3)
    assert (got["first"], got["second"], got["back"]) == (newest[:5], newest[5:10], newest[:5])
    assert got["single"] == "halcyon-orders-twelve-ships"
    assert got["author"] == "Eleni Varda"
    assert "/wp-content/uploads/" in got["picture"]
    assert {"Markets", "Shipping"} & set(got["terms"])
    assert set(got["markets"]) < set(newest)
    assert (got["tags"], got["media"]) == (3, ["image", "image"])
    assert "about" in got["pagesOfSite"]
    assert "Eleni Varda" in got["users"]
    assert {"post", "page", "attachment"} <= set(got["types"])
    assert got["found"]
    assert got["replies"] == [reply["id"] for reply in ask(home, f"comments?post={got['article']}")]
    assert (got["missing"], got["private"]) == ("rest_post_invalid_id", "rest_not_logged_in")


def test_the_editors_packages_read_the_newsroom_for_editing(home: str) -> None:
    got = read_with("read_with_core_data.mjs", home, f"editor:{SECRET}")
    newest = [post["id"] for post in ask(home, "posts?per_page=10&_fields=id")]
    assert got["site"] == "Tidewire"
    assert (got["posts"], got["second"]) == (newest[:5], newest[5:])
    assert (got["total"], got["pages"], got["header"]) == (12, 3, "3")
    assert got["embedded"] in got["users"]
    assert got["raw"] == got["edited"]
    assert got["template"].endswith("/%postname%/")
    assert {"markets", "shipping"} <= set(got["categories"])
    assert got["category"] == got["categories"][0]
    assert got["picture"] == "image"
    assert {"post", "page", "attachment", "wp_block"} <= set(got["types"])
    assert {"category", "post_tag"} <= set(got["taxonomies"])
    assert (got["me"], got["mayWrite"], got["mayManage"]) == ("Editor", True, False)
    assert "Eleni Varda" in got["users"]
    assert got["comments"] == 3
    assert got["revisions"]
