"""A real server process: it starts, answers over a socket, with one process and with several."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from copydesk.store.database import connect_database, open_database
from copydesk.store.meta import get_meta
from copydesk.transfer.bring import import_documents

NEWSROOM = Path(__file__).parents[2] / "examples/newsroom"
START_SECONDS = 30.0


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample newsroom as `copydesk import` leaves it."""
    folder = tmp_path_factory.mktemp("newsroom")
    db = connect_database(f"sqlite:///{folder}/copydesk.db")
    import_documents(db, [NEWSROOM], uploads=folder / "uploads")
    db.close()
    return folder


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(folder: Path, *options: str, at_home: bool = False) -> Iterator[httpx.Client]:
    """A client of a server that was started in the folder; both end with the block.

    A site that is at home has its own addresses where the server listens, so that links can be followed.
    """
    port = free_port()
    command = [sys.executable, "-m", "copydesk", "serve", "--port", str(port), *options]
    home = {"COPYDESK_HOME": f"http://127.0.0.1:{port}/news"} if at_home else {}
    process = subprocess.Popen(
        command, cwd=folder, start_new_session=True, stdout=subprocess.DEVNULL, env={**os.environ, **home}
    )
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
            wait_for(client, process)
            yield client
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=10)


def wait_for(client: httpx.Client, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        assert process.poll() is None, "the server ended"
        try:
            client.get("/news/wp-json/?_fields=name")
        except httpx.TransportError:
            time.sleep(0.05)  # until it listens
        else:
            return
    raise AssertionError("the server does not answer")


def test_it_answers_documents_byte_for_byte(newsroom: Path) -> None:
    with serving(newsroom) as client:
        for path in sorted((NEWSROOM / "posts").glob("*.json")):
            told = path.read_bytes().rstrip(b"\n")
            if told.startswith(b"{"):
                answer = client.get(f"/news/wp-json/wp/v2/posts/{json.loads(told)['id']}")
                assert answer.content == told
                assert answer.headers["content-type"] == "application/json; charset=UTF-8"


def test_several_processes_answer_alike(newsroom: Path) -> None:
    with serving(newsroom, "--workers", "2") as client:
        answers = {
            client.get("/news/wp-json/wp/v2/posts?_embed", headers={"Connection": "close"}).content
            for _ in range(8)
        }
    assert len(answers) == 1


def test_the_site_pictures_and_the_way_to_them(newsroom: Path) -> None:
    with serving(newsroom) as client:
        front = client.get("/")
        assert (front.status_code, front.headers["location"]) == (301, "/news/")
        assert client.get("/news/").status_code == 200
        picture = next((newsroom / "uploads").rglob("*.png")).relative_to(newsroom / "uploads")
        shown = client.get(f"/wp-content/uploads/{picture}")
        assert shown.headers["content-type"] == "image/png"
        assert client.get("/wp-content/uploads/%2e%2e/copydesk.db").status_code == 404


def test_head_has_the_headers_and_no_body(newsroom: Path) -> None:
    with serving(newsroom) as client:
        answer = client.head("/news/wp-json/wp/v2/posts")
        assert answer.headers["x-wp-total"] == "12"
        assert answer.content == b""


def test_what_is_no_request_of_the_api_is_answered_as_recorded(newsroom: Path) -> None:
    with serving(newsroom) as client:
        assert client.get("/news/wp-json/wp/v2/nothing").json()["code"] == "rest_no_route"
        assert client.get("/news/?rest_route=/wp/v2/posts&per_page=1").headers["x-wp-totalpages"] == "12"
        assert client.get("/news/nothing/").status_code == 404


def test_views_of_articles_are_counted_and_reads_of_the_api_are_not(newsroom: Path) -> None:
    with serving(newsroom) as client:
        for _ in range(3):
            client.get("/news/halcyon-orders-twelve-ships/")
        client.get("/news/wp-json/wp/v2/posts?slug=halcyon-orders-twelve-ships")
        post_id = client.get("/news/wp-json/wp/v2/posts?slug=halcyon-orders-twelve-ships").json()[0]["id"]
    db = open_database(f"sqlite:///{newsroom}/copydesk.db")
    assert get_meta(db, "post", post_id, "_eael_post_view_count") == "3"
