"""The founding document under our plugins: it stands, byte for byte, whoever reads its page."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from copydesk.content.registrations import make_types
from copydesk.content.types import Types
from copydesk.plugins import choose_plugins, load_plugins
from copydesk.plugins.view_counts import KEY, hear_stop, hear_view
from copydesk.rest.build import types_with_plugins
from copydesk.rest.plugin import Plugin
from copydesk.store.database import Db, connect_database
from copydesk.store.meta import get_meta
from copydesk.transfer.bring import import_documents
from copydesk.wire.json import encode
from tests.databases import closed
from tests.plugins.replica import ARTICLE, SEED, ask, needs_seed

pytestmark = needs_seed

DOCUMENT = SEED / "post-10751.json"


@pytest.fixture
def imported(tmp_path: Path) -> Iterator[Db]:
    """A site made of nothing but the founding document."""
    with closed(connect_database(f"sqlite:///{tmp_path}/site.db")) as db:
        import_documents(db, [DOCUMENT], plugins=partial(_with_plugins, db))
        yield db


def _with_plugins(db: Db, types: Types) -> Types:
    return types_with_plugins(types, choose_plugins(load_plugins(), db, types, {}))


def plugins_of(db: Db, **registrations: object) -> Sequence[Plugin]:
    seen = {"taxonomies": {"author": {"rest_base": "ppma_author", "show_in_rest": True}}}
    return choose_plugins(load_plugins(), db, make_types(seen), registrations)


def test_document_stands_and_its_readers_are_counted(imported: Db) -> None:
    plugins = plugins_of(imported)
    assert "publishpress-authors" in [plugin.name for plugin in plugins]
    for _ in range(2):
        assert encode(ask(imported, f"wp/v2/posts/{ARTICLE}", plugins=plugins).data) == DOCUMENT.read_bytes()
        hear_view(imported, ARTICLE)
        hear_stop(imported)
    assert get_meta(imported, "post", ARTICLE, KEY) == "2"


def test_configured_count_is_live_in_the_document(imported: Db) -> None:
    said = {"of": "post", "name": f" {KEY}", "meta_key": KEY, "type": "integer"}
    plugins = plugins_of(imported, rest_fields=[said])
    assert encode(ask(imported, f"wp/v2/posts/{ARTICLE}", plugins=plugins).data) == DOCUMENT.read_bytes()
    hear_view(imported, ARTICLE)
    hear_stop(imported)
    assert ask(imported, f"wp/v2/posts/{ARTICLE}", plugins=plugins).data[f" {KEY}"] == 1
