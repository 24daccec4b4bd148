"""An import that is stopped leaves all of a document or nothing of it, and a second run continues."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from copydesk.store.database import Db, connect_database
from copydesk.store.documents import find_documents
from copydesk.store.failures import StoreError
from copydesk.store.meta import load_meta
from copydesk.store.posts import load_posts

MANY = 1500
IDS = range(1, MANY + 1)


def a_post(number: int) -> dict[str, Any]:
    return {
        "id": number,
        "date": "2026-05-01T12:00:00",
        "date_gmt": "2026-05-01T10:00:00",
        "slug": f"post-{number}",
        "status": "publish",
        "type": "post",
        "link": f"https://desk.test/post-{number}/",
        "title": {"rendered": f"Post {number}"},
        "content": {"rendered": "<p>Text.</p>\n" * 20, "protected": False},
        "meta": {"mark": f"of {number}"},
        "categories": [number % 7 + 100000],
        "_links": {"self": [{"href": f"https://desk.test/wp-json/wp/v2/posts/{number}"}]},
    }


def start_import(folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "copydesk", "import", "posts.json"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def documented(db: Db) -> set[int]:
    try:
        return {document.object_id for document in find_documents(db, "post", IDS)}
    except StoreError:  # not made yet
        return set()


def kill_when_some_are_here(process: subprocess.Popen[bytes], db: Db) -> None:
    until = time.monotonic() + 90
    while not documented(db) and process.poll() is None and time.monotonic() < until:
        time.sleep(0.01)  # another process is working
    process.send_signal(signal.SIGKILL)
    process.wait()


def test_a_killed_import_leaves_whole_documents_and_is_continued(tmp_path: Path) -> None:
    (tmp_path / "posts.json").write_text(json.dumps([a_post(number) for number in IDS]))
    db = connect_database(f"sqlite:///{tmp_path}/copydesk.db")
    kill_when_some_are_here(start_import(tmp_path), db)
    db.close()

    db = connect_database(f"sqlite:///{tmp_path}/copydesk.db")
    here = {document.object_id for document in find_documents(db, "post", IDS)}
    assert here
    assert set(load_posts(db, IDS)) == here
    marks = load_meta(db, "post", IDS, ("mark",))
    assert {number for number in IDS if marks[number].get("mark") == [f"of {number}"]} == here

    assert start_import(tmp_path).wait() == 0
    assert documented(db) == set(IDS)
