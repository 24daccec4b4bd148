"""The pages as the server sends them for imported documents, looked at in a real browser."""

from pathlib import Path

import pytest

from copydesk.settings import Settings
from copydesk.store.database import connect_database
from copydesk.transfer.bring import import_documents
from copydesk.web.app import respond
from copydesk.web.parts import Parts, make_parts
from copydesk.web.requests import Visit
from tests.site.sample_pages import NEWSROOM, SEED
from tests.site.test_browser import MISSING, check

ARTICLE = "japan-cancels-high-level-security-talks-with-u-s-over-defense-spending-dispute"


def opened(folder: Path, source: Path) -> Parts:
    folder.mkdir()
    db = connect_database(f"sqlite:///{folder}/site.db")
    import_documents(db, [source])
    return make_parts(db, Settings())


def page(parts: Parts, path: str) -> tuple[int, str]:
    response = respond(parts, Visit("GET", path, path, {}, {}))
    return response.status, response.body.decode()


@pytest.mark.browser
@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)} (see package.json)")
def test_served_pages_are_accessible_valid_and_fit_the_screen(tmp_path: Path) -> None:
    newsroom = opened(tmp_path / "newsroom", NEWSROOM)
    pages = {
        name: page(newsroom, f"/news/{name}")
        for name in ("", "halcyon-orders-twelve-ships/", "about/", "no/")
    }
    if SEED.exists():
        founding = opened(tmp_path / "founding", SEED)
        pages["founding"] = page(founding, f"/markets/{ARTICLE}/")
        pages["markets"] = page(founding, "/markets/")
    assert [status for status, _ in pages.values()] == [200, 200, 200, 404, *[200] * (len(pages) - 4)]
    files = []
    for number, (_, html) in enumerate(pages.values()):
        files.append(tmp_path / f"{number}.html")
        files[-1].write_text(
            html.replace('"/wp-content/uploads', f'"file://{NEWSROOM}/uploads').replace(
                " /wp-content/uploads", f" file://{NEWSROOM}/uploads"
            )
        )
    assert check(*map(str, files)) == []


def test_the_article_page_says_what_the_document_says(tmp_path: Path) -> None:
    newsroom = opened(tmp_path / "newsroom", NEWSROOM)
    _, html = page(newsroom, "/news/halcyon-orders-twelve-ships/")
    for words in ("Halcyon Lines Orders", "Eleni Varda", "Highlights", "PORT ASTER".title(), "Also Read"):
        assert words in html
    assert '<link rel="canonical" href="https://tidewire.example/news/halcyon-orders-twelve-ships/"' in html
