"""The pages in a real browser: accessible, valid, within the screen, and asking nobody for anything."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from copydesk.site.pages import render_article, render_front, render_not_found
from tests.site.sample_pages import NEWSROOM, POSTS, SEED, a_front, a_page, a_site, the_founding_page

ROOT = Path(__file__).parents[2]
NODE = shutil.which("node")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
TOOLS = ["axe-core", "html-validate", "playwright-core"]
MISSING = [name for name, there in (("node", NODE), ("Chromium", CHROMIUM)) if not there]
MISSING += [name for name in TOOLS if not (ROOT / "node_modules" / name).exists()]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)} (see package.json)"),
]


SHOWN = [  # one for each kind of block, with and without pictures, comments and a dateline
    "strait-pilots-walk-out",
    "kestria-caps-wheat",
    "a-budget-written-in-pencil",
    "insurers-redraw-the-map",
    "halcyon-orders-twelve-ships",
    "the-ferry-is-an-honest-economist",
]
POOR = """<!DOCTYPE html><html lang="en"><head><title>Poor</title><meta charset="utf-8"></head><body>
<p id="a" style="color: #ddd; width: 2000px">pale</p><p id="a"><img src="https://127.0.0.1:9/x.png"></p>
</body></html>"""


def write_pages(folder: Path) -> list[str]:
    site = a_site(uploads_path=f"file://{NEWSROOM}/uploads")
    pages = {post["slug"]: render_article(a_page(post, site)) for post in POSTS if post["slug"] in SHOWN}
    pages["front"] = render_front(a_front(site))
    pages["front-2"] = render_front(a_front(site, page=2))
    pages["not-found"] = render_not_found(site)
    if SEED.exists():
        pages["founding"] = render_article(the_founding_page())
    for name, html in pages.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    return [str(folder / f"{name}.html") for name in pages]


def check(*pages: str) -> list[dict[str, Any]]:
    assert NODE
    assert CHROMIUM
    command = [NODE, str(Path(__file__).parent / "check_pages.mjs"), CHROMIUM, *pages]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True, cwd=ROOT)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    return check(*write_pages(tmp_path_factory.mktemp("pages")))


@pytest.mark.parametrize(
    "kind", ["critical", "serious", "moderate", "markup", "overflow", "request", "console"]
)
def test_pages_are_free_of(kind: str, findings: list[dict[str, Any]]) -> None:
    assert [finding for finding in findings if finding["kind"] == kind] == []


def test_a_poor_page_is_found_out(tmp_path: Path) -> None:
    (tmp_path / "poor.html").write_text(POOR, encoding="utf-8")
    kinds = {finding["kind"] for finding in check(str(tmp_path / "poor.html"))}
    assert kinds >= {"critical", "serious", "markup", "overflow", "request", "console"}
