"""The page about plugins: it names every hook, and its example runs."""

import re
from dataclasses import fields
from pathlib import Path
from typing import Any

from copydesk.plugins import TABLE as PLUGINS_TABLE
from copydesk.plugins import load_plugins
from copydesk.plugins.configured_fields import KEYS
from copydesk.plugins.configured_fields import TABLE as FIELDS_TABLE
from copydesk.plugins.view_counts import FLUSH_SECONDS
from copydesk.rest.plugin import Plugin
from copydesk.store.create import NewSite, create_site
from copydesk.store.database import Db
from copydesk.store.meta_write import add_meta
from copydesk.store.posts_write import insert_post
from copydesk.store.work import open_work
from tests.plugins.replica import ask
from tests.store.examples import a_post

PAGE = (Path(__file__).parents[2] / "docs/plugins.md").read_text()


def test_every_hook_has_a_heading() -> None:
    hooks = {field.name for field in fields(Plugin)} - {"name"}
    assert set(re.findall(r"^### `(\w+)`$", PAGE, re.MULTILINE)) == hooks


def test_every_event_and_key_of_the_configuration_is_named() -> None:
    events = {listener.event for plugin in load_plugins() for listener in plugin.listeners}
    for name in (*events, *(KEYS - {"description"})):
        assert f"`{name}" in PAGE or f"\n{name} = " in PAGE, name
    assert f"[[{FIELDS_TABLE}]]" in PAGE
    assert f"[{PLUGINS_TABLE}]" in PAGE
    assert FLUSH_SECONDS == 5, "as the page says"


def test_example_runs(tables_db: Db) -> None:
    (source,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    module: dict[str, Any] = {}
    exec(compile(source, "docs/plugins.md", "exec"), module)
    create_site(tables_db, NewSite(home="https://news.example"))
    with open_work(tables_db) as work:
        post = insert_post(work, a_post(slug="budget"))
        add_meta(work, "post", post, key="_kicker", value="Money")
    answer = ask(tables_db, f"wp/v2/posts/{post}", plugins=(module["plugin"],)).data
    assert answer["kicker"] == "Money"
    assert "hentry" not in answer["class_list"]
